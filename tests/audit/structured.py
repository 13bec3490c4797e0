"""JSON-LD: each object has what its schema.org type wants, says nothing empty, leads somewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.audit.output import Output, Page

WANTED: dict[str, set[str]] = {
    "AboutPage": {"name", "url", "inLanguage"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"name", "url", "inLanguage"},
    "DataCatalog": {"name", "url"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Dataset": {"name", "description", "url", "license", "creator"},
    "DefinedTerm": {"name"},
    "DefinedTermSet": {"name", "url"},
    "EntryPoint": {"urlTemplate"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position"},
    "NewsArticle": set(),
    "Organization": {"name"},
    "Person": {"name"},
    "SearchAction": {"target", "query-input"},
    "SearchResultsPage": {"name", "url", "inLanguage"},
    "WebPage": {"name", "url", "inLanguage"},
    "WebSite": {"name", "url", "inLanguage"},
}
"""Types the site uses, with what they are useless without."""
ADDRESSES = {"@id", "url", "item", "contentUrl", "sameAs", "isBasedOn", "license", "urlTemplate"}
"""Properties that hold full addresses."""
PAGES = {"url", "item", "contentUrl"}
"""Those of them that are served, where they are the site's own."""
DATES = {"datePublished", "dateModified", "foundingDate", "dateCreated"}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?)?)?")


def check(site: Output) -> list[str]:
    """Every fault of every JSON-LD object."""
    return [
        f"{page.file}: {fault}"
        for page in site.pages.values()
        for text in page.root.xpath("//script[@type='application/ld+json']/text()")
        for fault in _of_script(site, page, text)
    ]


def _of_script(site: Output, page: Page, text: str) -> Iterator[str]:
    try:
        thing = json.loads(text)
    except ValueError as problem:
        yield f"JSON-LD is no JSON: {problem}"
        return
    if thing.get("@context") != "https://schema.org":
        yield f"JSON-LD has the context {thing.get('@context')}"
    yield from _of_object(site, thing)


def _of_object(site: Output, thing: dict[str, Any]) -> Iterator[str]:
    kind = thing.get("@type")
    if kind not in WANTED:
        yield f"JSON-LD of an unexpected type: {kind}"
        return
    missing = WANTED[kind] - set(thing)
    if missing and set(thing) != {"@type", "@id"}:
        yield f"{kind} lacks {', '.join(sorted(missing))}"
    for key, value in thing.items():
        for one in value if isinstance(value, list) else [value]:
            if one in (None, "", {}) or value == []:
                yield f"{kind}.{key} is empty"
            elif isinstance(one, dict):
                yield from _of_object(site, one)
            else:
                yield from _of_value(site, f"{kind}.{key}", key, str(one))


def _of_value(site: Output, name: str, key: str, value: str) -> Iterator[str]:
    if key in DATES and not _DATE.fullmatch(value):
        yield f"{name} is no date: {value}"
    if key not in ADDRESSES:
        return
    if not re.match(r"https?://", value):
        yield f"{name} is no full address: {value}"
    elif key in PAGES and value.startswith(site.base) and not site.resolves(value):
        yield f"{name} leads nowhere: {value}"
