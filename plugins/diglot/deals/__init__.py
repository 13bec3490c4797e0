"""Deals of all records together: which tellings are of one deal."""
