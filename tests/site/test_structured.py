"""JSON-LD is schema.org's: each type with its properties, whole addresses, nothing empty."""

from __future__ import annotations

from typing import Any

import pytest

from tests.audit.structured import faults, things
from tests.site.sites import Page, Site
from tests.site.test_links import objects

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
