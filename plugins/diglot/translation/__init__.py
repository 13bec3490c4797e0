"""Original and translation, paired block by block."""
