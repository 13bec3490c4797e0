"""Content to catalog, views, pages, feeds and data."""
