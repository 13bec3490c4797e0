"""Each page has its twin, says what language it is in, and marks what is in another."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from lxml import etree

from diglot.languages import SIDES
from tests.site.sites import ADDRESS, Page, Site, language

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z][\w’'.-]*(?:[ \u00a0]+[A-Za-z][\w’'.-]*){2,}")
BODY = ("prose", "pair", "lede")
"""Classes of what holds an article's own words, where names stand as the text has them."""
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def _alternates(page: Page) -> dict[str, str]:
    found = page.root.xpath("//link[@rel='alternate'][@hreflang]")
    assert len({a.get("hreflang") for a in found}) == len(found), page.file
    return {a.get("hreflang"): a.get("href") for a in found}


def _canonical(page: Page) -> str | None:
    found = page.root.xpath("//link[@rel='canonical']/@href")
    assert len(found) <= 1, page.file
    return str(found[0]) if found else None


def _two_languages(site: Site) -> list[Page]:
    return [page for page in site.pages.values() if page.side in SIDES]


def test_each_page_names_itself_as_canonical_but_404_names_none(built: Site) -> None:
    for page in built.pages.values():
        assert _canonical(page) == (None if page.file == "404.html" else page.url), page.file


def test_hreflang_is_reciprocal_and_has_a_default(built: Site) -> None:
    pages = _two_languages(built)
    assert len(pages) > 100
    for page in pages:
        found = _alternates(page)
        languages = found.keys() - {"x-default"}
        assert len(languages) == 2
        assert "x-default" in found, page.file
        assert page.root.get("lang") in languages
        assert found[page.root.get("lang")] == page.url, page.file
        for href in found.values():
            other = built.pages[built.file(href)]
            if other.file != "index.html":  # the chooser, default of home
                assert _alternates(other) == found, page.file


def test_the_chooser_is_the_default_of_home_and_english_of_everything_else(built: Site) -> None:
    for page in _two_languages(built):
        found = _alternates(page)
        wanted = found["en"] if page.place else built.base
        assert found["x-default"] == wanted, page.file
    assert _alternates(built.pages["index.html"]) == {
        "zh-Hans": built.base + "zh/",
        "en": built.base + "en/",
        "x-default": built.base,
    }


def test_facing_texts_have_no_hreflang(built: Site) -> None:
    assert all(not _alternates(page) for page in built.of_kind("both"))


def test_the_language_switch_leads_to_the_same_place(built: Site) -> None:
    for page in _two_languages(built):
        for side in SIDES:
            (link,) = page.root.xpath("//nav[@class='switch']/a[@data-choose=$s]", s=side)
            target = built.file(urljoin(page.url, link.get("href")))
            assert target == f"{side}/{page.place}index.html", page.file
            assert (link.get("aria-current") == "true") == (side == page.side), page.file


def test_facing_texts_switch_to_each_article_and_articles_to_the_facing_texts(built: Site) -> None:
    for slug in built.records:
        page = built.pages[f"both/articles/{slug}/index.html"]
        found = page.root.xpath("//nav[@class='switch']/a[@data-choose]/@href")
        assert found == [f"/repo/{side}/articles/{slug}/" for side in SIDES]
        for side in SIDES:
            article = built.pages[f"{side}/articles/{slug}/index.html"]
            facing = article.root.xpath("//nav[@class='switch']/a[@class='facing']/@href")
            assert facing == [f"/repo/both/articles/{slug}/"]


def test_the_sitemap_lists_exactly_the_canonical_pages_with_their_languages(built: Site) -> None:
    root = etree.fromstring(built.files["sitemap.xml"])
    assert root.tag == f"{SITEMAP}urlset"
    listed = {}
    for url in root:
        assert url.tag == f"{SITEMAP}url"
        assert [child.tag for child in url][:1] == [f"{SITEMAP}loc"]
        assert {child.tag for child in url[1:]} <= {f"{XHTML}link"}
        assert {child.get("rel") for child in url[1:]} <= {"alternate"}
        listed[url[0].text] = {child.get("hreflang"): child.get("href") for child in url[1:]}
    assert len(listed) == len(root)
    pages = {page.url: page for page in built.pages.values() if _canonical(page)}
    assert listed == {url: _alternates(page) for url, page in pages.items()}


def test_robots_name_the_sitemap_where_the_address_is_known(built: Site, rootless: Site) -> None:
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in built.files["robots.txt"].decode().splitlines()
    assert "Sitemap" not in rootless.files["robots.txt"].decode()
    assert "sitemap.xml" not in rootless.files


def test_each_page_says_its_language(built: Site) -> None:
    for page in built.pages.values():
        expected = {"zh": "zh-Hans", "en": "en"}.get(page.side, "en")
        if page.kind in ("article", "both"):
            record = built.record(page)
            texts = {record.side: record.article.lang}
            if record.translation:
                texts[record.translation_sheet.side] = record.translation.lang
            expected = texts[record.side if page.kind == "both" else page.side]
        assert page.root.get("lang") == expected, page.file


def test_chinese_characters_stand_under_lang_zh_wherever_they_are(built: Site) -> None:
    wrong = {
        (page.kind, text.strip()[:60])
        for page in built.pages.values()
        for text, lang, _ in page.texts()
        if HAN.search(text) and not lang.startswith("zh")
    }
    assert wrong == set()


def test_labels_of_english_pages_are_english(built: Site) -> None:
    wrong = {
        (page.kind, label)
        for page in built.pages.values()
        if page.side == "en"
        for label in page.root.xpath("//body//@aria-label | //body//@title | //body//@alt")
        if HAN.search(label) and language(label.getparent()) == "en"
    }
    assert wrong == set()


def test_english_phrases_on_chinese_pages_stand_under_lang_en(built: Site) -> None:
    """Three words and more; names in an article's own running text stand as they are."""
    wrong = set()
    for page in built.pages.values():
        for text, lang, element in page.texts():
            inside = " ".join(element.xpath("ancestor-or-self::*/@class")).split()
            body = set(BODY) & set(inside) and HAN.search(element.text_content())
            if lang.startswith("zh") and LATIN.search(text) and not body:
                wrong.add((page.kind, text.strip()[:80]))
    assert wrong == set()


@pytest.mark.parametrize("side", SIDES)
def test_titles_and_descriptions_of_translated_pages_are_in_the_pages_language(
    built: Site, side: str
) -> None:
    for page in (page for page in built.pages.values() if page.side == side):
        description = page.meta("description")[0]
        if page.kind in ("company", "theme"):
            continue  # may be nothing but a name that is the same in both languages
        assert bool(HAN.search(page.root.findtext(".//title"))) == (side == "zh") or (
            page.kind in ("home", "dates")
        ), page.file
        if page.kind not in ("article", "dates"):
            assert bool(HAN.search(description)) == (side == "zh"), page.file
