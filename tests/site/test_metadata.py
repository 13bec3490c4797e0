"""What pages tell machines: JSON-LD, Open Graph, Twitter cards."""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import Any

import pytest

from diglot.languages import SIDES, other
from tests.site.sites import Page, Site
from tests.site.test_links import objects

STATED = {
    "@context", "@type", "@id", "url", "headline", "description", "inLanguage", "datePublished",
    "author", "publisher", "isBasedOn", "mentions", "workTranslation", "translationOfWork",
}  # fmt: skip


def _of_type(page: Page, name: str) -> dict[str, Any]:
    (found,) = [thing for thing in objects(page) if thing["@type"] == name]
    return found


def test_every_page_has_json_ld_and_all_but_home_and_pages_apart_their_breadcrumbs(
    built: Site,
) -> None:
    for page in built.pages.values():
        things = list(objects(page))
        assert {t["@context"] for t in things} == {"https://schema.org"}, page.file
        trails = [t for t in things if t["@type"] == "BreadcrumbList"]
        assert len(trails) == (page.side in SIDES and page.kind != "home"), page.file


def test_a_news_article_states_what_the_record_states_and_nothing_else(built: Site) -> None:
    for page in built.of_kind("article"):
        thing, record = _of_type(page, "NewsArticle"), built.record(page)
        article, source = record.article, record.article.source
        own = page.side == record.side
        text = article if own else record.translation
        assert set(thing) <= STATED
        assert thing["headline"] == text.title
        assert thing["description"] == text.summary
        assert thing["inLanguage"] == text.lang == page.root.get("lang")
        assert thing.get("datePublished") == article.published.date
        assert thing.get("isBasedOn") == source.url
        shown = page.root.xpath("//dt[.='Publisher' or .='刊发方']/following-sibling::dd[1]")
        named = thing.get("publisher", {}).get("name")
        assert bool(named) == bool(source.publisher)
        assert not named or [dd.text_content() for dd in shown] == [named]
        authors = "、".join(author["name"] for author in thing.get("author", ()))
        assert authors == (source.author or "")
        assert len(thing["mentions"]) == len(article.companies)


def test_original_and_translation_refer_to_each_other(built: Site) -> None:
    for slug, record in built.records.items():
        things = {
            side: _of_type(built.pages[f"{side}/articles/{slug}/index.html"], "NewsArticle")
            for side in SIDES
        }
        original, translation = things[record.side], things[other(record.side)]
        assert original["workTranslation"] == {"@type": "NewsArticle", "@id": translation["@id"]}
        assert translation["translationOfWork"] == {"@type": "NewsArticle", "@id": original["@id"]}
        assert "translationOfWork" not in original
        assert "workTranslation" not in translation
        for thing in things.values():
            assert thing["@id"] == thing["url"] + "#article"


def test_a_company_is_one_thing_in_both_languages(built: Site) -> None:
    for page in (page for page in built.of_kind("company") if page.side == "zh"):
        twin = built.pages[page.file.replace("zh/", "en/", 1)]
        zh, en = (_of_type(side, "Organization") for side in (page, twin))
        assert zh["@id"] == en["@id"]
        assert zh["url"] == page.url
        if zh["name"] != en["name"]:
            assert en["name"] in zh["alternateName"]
            assert zh["name"] in en["alternateName"]


def test_breadcrumbs_lead_from_home_to_the_page(built: Site) -> None:
    for page in built.pages.values():
        if page.side not in SIDES or page.kind == "home":
            continue
        trail = _of_type(page, "BreadcrumbList")["itemListElement"]
        assert [item["position"] for item in trail] == list(range(1, len(trail) + 1))
        assert trail[0]["item"] == built.base + page.side + "/"
        assert trail[-1]["item"] == page.url
        for upper, lower in pairwise(trail):
            assert lower["item"].startswith(upper["item"])


def test_visible_breadcrumbs_are_those_of_the_machines(built: Site) -> None:
    shown = [page for page in built.pages.values() if page.root.xpath("//nav[@class='crumbs']")]
    assert shown
    for page in shown:
        crumbs = page.root.xpath("//nav[@class='crumbs']//a")
        trail = _of_type(page, "BreadcrumbList")["itemListElement"][:-1]
        assert [a.text for a in crumbs] == [item["name"] for item in trail], page.file
        targets = [page.link("a", a.get("href")).target for a in crumbs]
        assert targets == [item["item"] for item in trail], page.file


def test_every_page_has_open_graph_and_twitter_tags(built: Site) -> None:
    for page in built.pages.values():
        title = page.root.findtext(".//title")
        for name in ("description", "og:description", "og:site_name", "og:type", "og:locale"):
            (value,) = page.meta(name)
            assert value.strip(), (page.file, name)
        assert title.startswith(page.meta("og:title")[0])
        assert page.meta("og:title") == page.meta("twitter:title")
        assert page.meta("description") == page.meta("twitter:description")
        assert page.meta("og:url") == ([] if page.kind == "404" else [page.url])
        assert page.meta("og:type") == ["article" if page.kind == "article" else "website"]
        assert page.meta("twitter:card") == ["summary_large_image"]
        locale = {"zh-Hans": "zh_CN", "zh-Hant": "zh_CN", "en": "en_GB"}[page.root.get("lang")]
        assert page.meta("og:locale") == [locale], page.file


def test_the_share_image_is_there_and_has_the_size_it_says(built: Site) -> None:
    for page in built.pages.values():
        (address,) = page.meta("og:image")
        assert page.meta("twitter:image") == [address]
        assert page.meta("og:image:alt")[0]
        assert (page.meta("og:image:width"), page.meta("og:image:height")) == (["1200"], ["630"])
    data = built.files[built.file(address)]
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (1200, 630)


@pytest.mark.parametrize("side", SIDES)
def test_titles_are_unique_within_a_language(built: Site, side: str) -> None:
    titles = [p.root.findtext(".//title") for p in built.pages.values() if p.side == side]
    assert len(titles) == len(set(titles))


def test_publication_is_announced_only_where_a_whole_day_is_stated(built: Site) -> None:
    for page in built.of_kind("article"):
        day = built.record(page).article.published.date
        wanted = [day] if day and len(day) == 10 else []
        assert page.meta("article:published_time") == wanted
