"""One module per kind of page: content to the view its template prints."""
