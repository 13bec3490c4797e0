"""JSON-LD is schema.org's: each type with its properties, whole addresses, nothing empty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.site.sites import Page, Site
from tests.site.test_links import objects

PAGE = {"name", "description", "url", "inLanguage", "isPartOf", "mainEntity", "about", "hasPart"}
SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "WebSite": ({"@id"}, {"name", "url", "inLanguage", "description", "potentialAction"}),
    "SearchAction": ({"target", "query-input"}, set()),
    "EntryPoint": ({"urlTemplate"}, set()),
    "WebPage": ({"name", "url", "inLanguage", "isPartOf"}, PAGE),
    "CollectionPage": ({"name", "url", "inLanguage", "isPartOf"}, PAGE),
    "SearchResultsPage": ({"name", "url", "inLanguage", "isPartOf"}, PAGE),
    "AboutPage": ({"name", "url", "inLanguage", "isPartOf"}, PAGE),
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
        {"@id", "name", "description", "url", "license", "distribution"},
        {
            "isAccessibleForFree", "inLanguage", "creator", "temporalCoverage", "variableMeasured",
            "dateModified", "keywords", "version", "includedInDataCatalog",
        },
    ),
    "DataDownload": ({"encodingFormat", "contentUrl"}, {"name"}),
}  # fmt: skip
"""Types the site uses: what each must have, and what it may have besides (schema.org 29)."""
ADDRESSES = {"@id", "url", "item", "contentUrl", "urlTemplate", "isBasedOn", "sameAs", "license",
             "inDefinedTermSet"}  # fmt: skip
MAIN = {
    "home": ["WebSite"],
    "article": ["NewsArticle"],
    "articles": ["CollectionPage"],
    "companies": ["CollectionPage"],
    "company": ["Organization"],
    "themes": ["CollectionPage"],
    "theme": ["CollectionPage"],
    "dates": ["CollectionPage"],
    "deals": ["CollectionPage", "Dataset"],
    "data": ["WebPage", "Dataset"],
    "search": ["SearchResultsPage"],
    "terms": ["DefinedTermSet", "WebPage"],
    "about": ["AboutPage"],
    "both": ["WebPage"],
    "chooser": ["WebSite"],
    "404": ["WebPage"],
}
"""Types of each page kind, besides the breadcrumbs."""


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a value."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def faults(thing: dict[str, Any], *, absolute: bool) -> Iterator[str]:
    """What is wrong with an object."""
    kind = thing["@type"]
    if kind not in SHAPES:
        yield f"{kind} is no type the site uses"
        return
    must, may = SHAPES[kind]
    own = set(thing) - {"@type", "@context"}
    yield from (f"{kind} lacks {key}" for key in must - own)
    yield from (f"{kind} has {key}" for key in own - must - may)
    for key, value in thing.items():
        if value in (None, "", [], {}):
            yield f"{kind}.{key} is empty"
        if absolute and key in ADDRESSES and not str(value).startswith(("https://", "http://")):
            yield f"{kind}.{key} is no full address: {value}"
    for key in ("datePublished", "foundingDate"):
        if key in thing and not _is_date(str(thing[key])):
            yield f"{kind}.{key} is no date: {thing[key]}"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text + "-01-01"[: 10 - len(text)] if len(text) < 10 else text)
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


def _faults(site: Site, *, absolute: bool) -> list[tuple[Page, str]]:
    return [
        (page, fault)
        for page in site.pages.values()
        for thing in things(list(objects(page)))
        for fault in faults(thing, absolute=absolute)
    ]


def test_every_object_has_the_shape_schema_org_gives_its_type(built: Site) -> None:
    assert _faults(built, absolute=True) == []


def test_without_an_address_objects_have_the_same_shapes(rootless: Site) -> None:
    assert _faults(rootless, absolute=False) == []


@pytest.mark.parametrize(
    ("thing", "fault"),
    [
        ({"@type": "Event", "name": "a"}, "no type"),
        ({"@type": "Person"}, "lacks name"),
        ({"@type": "Person", "name": "a", "age": 3}, "has age"),
        ({"@type": "Person", "name": ""}, "is empty"),
        ({"@type": "EntryPoint", "urlTemplate": "/zh/"}, "no full address"),
        ({"@type": "NewsArticle", "@id": "https://a", "datePublished": "28 June"}, "no date"),
    ],
)
def test_the_table_of_shapes_finds_faults(thing: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in faults(thing, absolute=True))


def test_each_page_kind_says_what_it_is(built: Site) -> None:
    for page in built.pages.values():
        found = [t["@type"] for t in objects(page) if t["@type"] != "BreadcrumbList"]
        assert found == MAIN[page.kind], page.file
    assert {page.kind for page in built.pages.values()} == set(MAIN)


def test_the_site_can_be_searched_from_its_home(built: Site) -> None:
    for page in built.of_kind("home"):
        (site,) = objects(page)
        action = site["potentialAction"]
        find = action["target"]["urlTemplate"]
        assert find == f"{built.base}{page.side}/search/?q={{search_term_string}}"
        assert action["query-input"] == "required name=search_term_string"
        assert built.file(find) in built.pages


def test_an_index_lists_pages_that_are_there_and_says_how_many_it_has(built: Site) -> None:
    listed = 0
    for page in built.pages.values():
        for thing in things(list(objects(page))):
            if thing["@type"] == "ItemList":
                items = thing["itemListElement"]
                assert [item["position"] for item in items] == list(range(1, len(items) + 1))
                assert thing["numberOfItems"] >= len(items) > 0
                assert all(built.resolves(item["url"]) for item in items), page.file
                listed += len(items)
    assert listed > 100


def test_the_articles_page_lists_every_record(built: Site) -> None:
    for page in built.of_kind("articles"):
        (collection, _) = objects(page)
        assert collection["mainEntity"]["numberOfItems"] == len(built.records)


def test_a_theme_is_one_term_in_both_languages(built: Site) -> None:
    for page in (page for page in built.of_kind("theme") if page.side == "zh"):
        twin = built.pages[page.file.replace("zh/", "en/", 1)]
        zh, en = (next(objects(one))["about"] for one in (page, twin))
        assert zh["@id"] == en["@id"]
        assert (zh["name"], zh["alternateName"]) == (en["alternateName"], en["name"])


def test_facing_texts_have_both_articles_as_parts(built: Site) -> None:
    ids = {
        thing["@id"]
        for page in built.of_kind("article")
        for thing in objects(page)
        if "@id" in thing
    }
    for page in built.of_kind("both"):
        (found,) = objects(page)
        assert len(found["hasPart"]) == 2
        assert {part["@id"] for part in found["hasPart"]} <= ids
