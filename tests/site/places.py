"""Where a page of each kind is, for the tests that walk through all of them."""

from __future__ import annotations

from typing import Final

from diglot.languages import SIDES
from tests.site.sites import Site

PLACES: Final = {
    "home": "",
    "articles": "articles/",
    "article": "articles/{slug}/",
    "companies": "companies/",
    "company": "companies/tencent/",
    "themes": "themes/",
    "theme": "themes/{theme}/",
    "dates": "dates/",
    "year": "dates/{year}/",
    "month": "dates/{month}/",
    "deals": "deals/",
    "terms": "terms/",
    "data": "data/",
    "about": "about/",
    "search": "search/",
}
"""One page of each kind, below a language."""
APART: Final = {
    "chooser": "?choose",
    "facing-zh": "both/articles/{slug}/",
    "facing-en": "both/articles/{english}/",
    "404": "404.html",
}
KINDS: Final = [f"{kind}-{side}" for kind in PLACES for side in SIDES] + list(APART)


def paths(site: Site) -> dict[str, str]:
    """The path of each kind of page; of articles, the longest of each language."""
    long = {
        side: max((len(r.body), slug) for slug, r in site.records.items() if r.side == side)[1]
        for side in SIDES
    }
    months = [p.place for p in site.of_kind("dates") if p.place.count("/") == 3]
    month = max(months).removeprefix("dates/").rstrip("/")
    themes = max(site.of_kind("theme"), key=lambda page: len(page.text))
    names = {
        "slug": long["zh"],
        "english": long["en"],
        "theme": themes.place.split("/")[1],
        "month": month,
        "year": month[:4],
    }
    found = {f"{k}-{s}": f"{s}/" + p.format(**names) for k, p in PLACES.items() for s in SIDES}
    return found | {kind: path.format(**names) for kind, path in APART.items()}
