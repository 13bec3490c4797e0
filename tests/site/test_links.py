"""Every link leads somewhere, and none leaves the site by mistake."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from diglot.config import Project
from diglot.records import content, registry
from tests.ground import ROOT
from tests.site.sites import Link, Page, Site

LICENCES = "creativecommons.org"


def objects(page: Page) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page."""
    for text in page.root.xpath("//script[@type='application/ld+json']/text()"):
        yield json.loads(text)


def _json_links(site: Site) -> Iterator[Link]:
    for page in site.pages.values():
        for thing in objects(page):
            for place in thing.get("itemListElement", ()):
                yield page.link("JSON-LD item", place["item"])
            if "url" in thing:
                yield page.link("JSON-LD url", thing["url"])


def _dead(site: Site) -> list[str]:
    inside = [link for link in site.links() if link.target.startswith(site.base)]
    inside += _json_links(site)
    assert len(inside) > 1000
    return sorted({str(link) for link in inside if not site.resolves(link.target)})


def test_every_record_that_can_be_read_is_on_the_site(built: Site) -> None:
    assert content.load(Project(root=ROOT)).findings == ()
    assert built.result.records == len(built.records) >= 5
    assert built.result.pages == len([*built.pages, "admin/review/", "zh", "en"])  # the queue


def test_every_internal_link_and_fragment_leads_to_something(built: Site) -> None:
    assert _dead(built) == []


def test_every_link_resolves_without_siteurl_too(rootless: Site) -> None:
    assert _dead(rootless) == []


def test_no_link_leaves_the_base_path(built: Site) -> None:
    host = urlsplit(built.base).netloc
    escaped = [
        str(link)
        for link in (*built.links(), *_json_links(built))
        if urlsplit(link.target).netloc == host and not link.target.startswith(built.base)
    ]
    assert escaped == []


def test_templates_write_links_from_the_root_so_that_they_hold_on_the_404_page_too(
    built: Site, rootless: Site
) -> None:
    for site, start in ((built, "/repo/"), (rootless, "/")):
        wrong = [
            str(link)
            for page in site.pages.values()
            for link in page.links
            if not link.href.startswith((start, "#", "http://", "https://"))
            or link.href.startswith("//")
            # An editor's Markdown cannot know where the site lives.
            if not (page.kind == "about" and link.href.startswith("../"))
        ]
        assert wrong == []


def test_without_siteurl_no_page_claims_an_address(rootless: Site) -> None:
    assert b"example.org" not in b"".join(rootless.files.values())
    claims = "//link[@rel='canonical'] | //meta[@property='og:url' or @property='og:image']"
    assert [page for page in rootless.pages.values() if page.root.xpath(claims)] == []


def _external(site: Site) -> Iterator[Link]:
    return (link for link in site.links() if not link.target.startswith(site.base))


def test_external_links_lead_to_licence_publishers_companies_or_stand_in_the_about_text(
    built: Site,
) -> None:
    known, _ = registry.load(ROOT / "content")
    allowed = {company.website for company in known.companies.values()}
    allowed |= {record.article.source.url for record in built.records.values()}
    strange = []
    for link in _external(built):
        parts = urlsplit(link.target)
        assert parts.scheme in ("http", "https"), str(link)
        written = link.file.endswith("about/index.html")  # by the site's editor, in Markdown
        if not (written or parts.netloc == LICENCES or link.href.partition("#:~:")[0] in allowed):
            strange.append(str(link))
    assert strange == []


def test_a_page_loads_nothing_from_another_host(built: Site) -> None:
    loading = ("script@src", "img@src", "link@href", "source@srcset", "img@srcset", "url()")
    assert [str(link) for link in _external(built) if link.attribute in loading] == []


def test_every_page_is_reached_by_following_links_from_the_root(built: Site) -> None:
    reached, todo = set(), ["index.html"]
    while todo:
        name = todo.pop()
        if name in reached:
            continue
        reached.add(name)
        for link in built.pages[name].links:
            target = built.file(link.target)
            if link.attribute == "a@href" and target in built.pages:
                todo.append(target)
    assert set(built.pages) - reached == {"404.html"}


def test_ids_are_unique_on_each_page(built: Site) -> None:
    for page in built.pages.values():
        ids = page.root.xpath("//@id")
        assert len(ids) == len(set(ids)), page.file
