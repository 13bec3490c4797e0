"""What a page costs to fetch: itself and all it loads, compressed; search apart."""

from __future__ import annotations

import gzip
from functools import cache

from tests.audit.output import Output, Page

LIMIT = 60 * 1024
"""Bytes a page may weigh, gzipped."""
_LOADED = "//link[@rel='stylesheet']/@href | //link[@rel='icon']/@href | //script[@src]/@src"
_LOADED += " | //img/@src | //link[@rel='modulepreload']/@href"


def weigh(site: Output, page: Page) -> int:
    """Bytes of a page with everything it loads from the site."""

    @cache
    def size(file: str) -> int:
        return len(gzip.compress(site.files[file], 6, mtime=0))

    targets = (site.file(page.link("", href).target) for href in page.root.xpath(_LOADED))
    return size(page.file) + sum(size(file) for file in set(targets) if file in site.files)


def check(site: Output) -> list[str]:
    """Every page that weighs more than the limit."""
    weights = {page.file: weigh(site, page) for page in site.pages.values()}
    return [f"{file}: {w / 1024:.0f} KB compressed" for file, w in weights.items() if w > LIMIT]
