"""What the site knows as open data: typed shapes, CSV and JSON of them, their JSON Schema."""
