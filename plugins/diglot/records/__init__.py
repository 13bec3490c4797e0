"""Files in ``content/``: front matter, registries, state, import and merge."""
