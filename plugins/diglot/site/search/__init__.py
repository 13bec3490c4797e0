"""Search without a service: files made at build time, read by ``static/search/``.

`tokens` says what the terms of a text are, `texts` what of a record is searched, `index` gathers
the terms, `shards` writes them into small files, `facets` does the same for the filters, and
`fragments` holds what is shown of a hit. The format is described in ``docs/search.md``.
"""
