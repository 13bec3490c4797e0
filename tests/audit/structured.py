"""JSON-LD is schema.org's: each type with its properties, whole addresses, nothing empty."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.audit.output import Output, Page

_PAGE = {"name", "description", "url", "inLanguage", "isPartOf", "mainEntity", "about", "hasPart"}
SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "WebSite": ({"@id", "name", "url", "inLanguage"}, {"description", "potentialAction"}),
    "SearchAction": ({"target", "query-input"}, set()),
    "EntryPoint": ({"urlTemplate"}, set()),
    "WebPage": ({"name", "url", "inLanguage", "isPartOf"}, _PAGE),
    "CollectionPage": ({"name", "url", "inLanguage", "isPartOf"}, _PAGE),
    "SearchResultsPage": ({"name", "url", "inLanguage", "isPartOf"}, _PAGE),
    "AboutPage": ({"name", "url", "inLanguage", "isPartOf"}, _PAGE),
    "ItemList": ({"numberOfItems", "itemListElement"}, set()),
    "BreadcrumbList": ({"itemListElement"}, set()),
    "ListItem": ({"position", "name"}, {"url", "item"}),
    "NewsArticle": (
        {"@id"},
        {
            "url", "headline", "description", "inLanguage", "datePublished", "author", "publisher",
            "isBasedOn", "mentions", "workTranslation", "translationOfWork",
        },
    ),
    "Organization": (
        {"name"}, {"@id", "alternateName", "url", "sameAs", "description", "foundingDate"}
    ),
    "Person": ({"name"}, set()),
    "DefinedTerm": ({"@id", "name"}, {"alternateName", "description", "inDefinedTermSet"}),
    "DefinedTermSet": (
        {"@id", "name", "url", "inLanguage", "hasDefinedTerm"}, {"description"}
    ),
    "Dataset": (
        {"@id", "name", "description", "url", "license", "creator", "distribution"},
        {
            "isAccessibleForFree", "inLanguage", "temporalCoverage", "variableMeasured",
            "dateModified", "keywords", "version", "includedInDataCatalog",
        },
    ),
    "DataDownload": ({"encodingFormat", "contentUrl"}, {"name"}),
}  # fmt: skip
"""Types the site uses: what each must have, and what it may have besides (schema.org 29)."""
ADDRESSES = {"@id", "url", "item", "contentUrl", "urlTemplate", "isBasedOn", "sameAs", "license",
             "inDefinedTermSet"}  # fmt: skip
"""Properties that hold full addresses."""
PAGES = {"url", "item", "contentUrl"}
"""Those of them that are served, where they are the site's own."""
DATES = {"datePublished", "dateModified", "foundingDate", "dateCreated"}


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
        found = json.loads(text)
    except ValueError as problem:
        yield f"JSON-LD is no JSON: {problem}"
        return
    if found.get("@context") != "https://schema.org":
        yield f"JSON-LD has the context {found.get('@context')}"
    for thing in things(found):
        yield from faults(thing, absolute=True)
        yield from _dead(site, thing)


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def faults(thing: dict[str, Any], *, absolute: bool) -> Iterator[str]:
    """What is wrong with an object; ``absolute``: whether the site knows its own address."""
    kind = thing.get("@type")
    if kind not in SHAPES:
        yield f"{kind} is no type the site uses"
        return
    must, may = SHAPES[kind]
    own = set(thing) - {"@type", "@context"}
    if own != {"@id"}:  # no mere reference
        yield from (f"{kind} lacks {key}" for key in sorted(must - own))
    yield from (f"{kind} has {key}" for key in sorted(own - must - may))
    for key, value in thing.items():
        for one in _each(value):
            if one in (None, "", {}):
                yield f"{kind}.{key} is empty"
            if absolute and key in ADDRESSES and not str(one).startswith(("https://", "http://")):
                yield f"{kind}.{key} is no full address: {one}"
            if key in DATES and not _is_date(str(one)):
                yield f"{kind}.{key} is no date: {one}"


def _each(value: Any) -> list[Any]:
    """The values of a property; an empty list stands for an empty value."""
    return (value or [None]) if isinstance(value, list) else [value]


def _dead(site: Output, thing: dict[str, Any]) -> Iterator[str]:
    """Addresses of the site's own that lead nowhere."""
    for key in PAGES & set(thing):
        for one in map(str, _each(thing[key])):
            if one.startswith(site.base) and not site.resolves(one):
                yield f"{thing.get('@type')}.{key} leads nowhere: {one}"


def _is_date(text: str) -> bool:
    """Whether a text is a year, a month, a day, or a time with its offset."""
    try:
        if "T" in text:
            return datetime.fromisoformat(text).tzinfo is not None
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return len(text) in (4, 7, 10)
