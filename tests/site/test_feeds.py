"""Atom feeds (RFC 4287) of each language, company and theme."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
from lxml import etree

from tests.site import rfc4287, samples
from tests.site.sites import ADDRESS, ATOM, Site, build_site

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
DEALS = ("zh/deals/feed.xml", "en/deals/feed.xml")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_each_language_company_and_theme_has_a_feed(built: Site) -> None:
    pages = built.of_kind("home", "company", "theme")
    wanted = {page.file.replace("index.html", "feed.xml") for page in pages}
    wanted |= {"zh/deals/feed.xml", "en/deals/feed.xml"}
    assert set(built.feeds) == wanted


def test_pages_announce_their_feeds(built: Site) -> None:
    for page in built.pages.values():
        found = page.root.xpath("//link[@type='application/atom+xml']/@href")
        assert len(found) == len(set(found))
        if page.side in ("zh", "en"):
            assert f"/repo/{page.side}/feed.xml" in found
        if page.kind in ("company", "theme", "deals"):
            assert page.url.removeprefix("https://example.org") + "feed.xml" in found


def test_feeds_have_what_atom_requires(built: Site) -> None:
    for name, feed in built.feeds.items():
        assert feed.tag == f"{ATOM}feed"
        assert feed.get(XML_LANG) == ("zh-Hans" if name.startswith("zh/") else "en")
        for parent in (feed, *feed.findall(f"{ATOM}entry")):
            for required in ("id", "title", "updated"):
                (element,) = parent.findall(ATOM + required)
                assert (element.text or "").strip(), name
        assert feed.find(f"{ATOM}author/{ATOM}name").text == "Diglot"
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == built.base + name
        assert links["alternate"] == built.base + name.removesuffix("feed.xml")


def test_dates_in_feeds_are_rfc_3339(built: Site) -> None:
    dates = [
        element.text
        for feed in built.feeds.values()
        for element in feed.iter(f"{ATOM}updated", f"{ATOM}published")
    ]
    assert dates
    assert [date for date in dates if not RFC3339.fullmatch(date)] == []


def test_an_entry_is_published_only_on_a_day_its_text_states(built: Site) -> None:
    for side in ("zh", "en"):
        found = {
            entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}published")
            for entry in built.feeds[f"{side}/feed.xml"].iter(f"{ATOM}entry")
        }
        for record in built.records.values():
            own = record.side == side
            title = record.article.title if own else record.translation.title
            day = record.article.published.date
            assert (found[title] or "")[:10] == (day if day and len(day) == 10 else "")


def test_ids_are_unique_and_an_entry_keeps_its_id_in_every_feed(built: Site) -> None:
    feeds = [feed.findtext(f"{ATOM}id") for feed in built.feeds.values()]
    assert len(set(feeds)) == len(feeds)
    ids: dict[str, str] = {}
    for name, feed in built.feeds.items():
        entries = feed.findall(f"{ATOM}entry")
        here = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(here)) == len(here) > 0, name
        for entry in entries:
            link = entry.find(f"{ATOM}link").get("href")
            assert ids.setdefault(link, entry.findtext(f"{ATOM}id")) == entry.findtext(f"{ATOM}id")
    deals = {href for name in DEALS for href in _links(built.feeds[name])}
    assert len(set(ids.values())) == len(ids) == 2 * len(built.records) + len(deals)
    assert not set(ids.values()) & set(feeds)


def test_ids_stay_when_the_site_moves(built: Site, rootless: Site) -> None:
    for name, feed in built.feeds.items():
        there = rootless.feeds[name]
        assert [e.text for e in feed.iter(f"{ATOM}id")] == [e.text for e in there.iter(f"{ATOM}id")]


def _links(feed) -> list[str]:
    return [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]


def test_the_feed_of_deals_has_each_deal_once_with_the_words_of_its_records(built: Site) -> None:
    for name in DEALS:
        page = built.pages[name.replace("feed.xml", "index.html")]
        rows = set(page.root.xpath("//tr[@id]/@id"))
        found = _links(built.feeds[name])
        assert {href.partition("#")[2] for href in found} == rows
        assert len(found) == len(rows)
        assert all(built.resolves(href) for href in found)
        for entry in built.feeds[name].iter(f"{ATOM}entry"):
            body = lxml.html.fragment_fromstring(entry.findtext(f"{ATOM}content"), "div")
            assert body.xpath(".//blockquote[@lang]")
            assert all(built.resolves(href) for href in body.xpath(".//a/@href"))


def test_feeds_keep_the_rules_of_rfc_4287(built: Site) -> None:
    for name, feed in built.feeds.items():
        assert rfc4287.faults(feed) == [], name


def test_a_broken_feed_is_found(built: Site) -> None:
    whole = built.files["en/feed.xml"].decode()
    breaks = {
        "id": (r"<entry>(.*?)<id>.*?</id>", r"<entry>\1"),
        "updated": (r"<updated>[^<]*</updated>", "<updated>yesterday</updated>"),
        "title": (r"<entry><title>", "<entry><title>a</title><title>"),
        "link": (r'<link href="[^"]*" rel="alternate"/>', '<link href="a b" rel="alternate"/>'),
        "type": (r'type="html"', 'type="text/html; charset=x y"'),
    }
    for what, (pattern, instead) in breaks.items():
        broken = re.sub(pattern, instead, whole, count=1, flags=re.S)
        assert broken != whole, what
        assert rfc4287.faults(etree.fromstring(broken.encode())) != [], what


def _ids(feed) -> set[str]:
    return {element.text for element in feed.iter(f"{ATOM}id")}


def _sample(tmp_path: Path, name: str, **changes: object) -> Site:
    root = samples.write(tmp_path / "project")
    return Site.of(root, tmp_path / name, **changes)


def test_no_two_sites_share_an_id_even_with_the_same_records(tmp_path: Path) -> None:
    sites = [_sample(tmp_path, one, DIGLOT_SITE_ID=one) for one in ("a", "b")]
    assert not _ids(sites[0].feeds["zh/feed.xml"]) & _ids(sites[1].feeds["zh/feed.xml"])


def test_the_id_of_a_site_is_its_name_unless_it_has_its_own(tmp_path: Path) -> None:
    one = _sample(tmp_path, "a", SITENAME="Name", DIGLOT_SITE_ID="")
    two = _sample(tmp_path, "b", SITENAME="Other", DIGLOT_SITE_ID="Name")
    assert _ids(one.feeds["zh/feed.xml"]) == _ids(two.feeds["zh/feed.xml"])


def test_a_feed_has_its_latest_entries_first_up_to_the_limit(tmp_path: Path) -> None:
    root = samples.write(tmp_path / "project")
    texts = root / "content" / "articles"
    for year in range(2015, 2020):
        for side in ("zh", "en"):
            text = (texts / f"{samples.SLUG}.{side}.md").read_text().replace("2025", str(year))
            slug = samples.SLUG.replace("2025", str(year))
            (texts / f"{slug}.{side}.md").write_text(text)
    build_site(root, tmp_path / "output", ADDRESS, DIGLOT_FEED_ITEMS=3)
    feed = etree.parse(tmp_path / "output" / "en" / "feed.xml")
    published = [e.text[:10] for e in feed.iter(f"{ATOM}published")]
    assert published == ["2025-09-28", "2019-09-28", "2018-09-28"]


def test_an_entry_holds_the_article_of_its_page(built: Site) -> None:
    for side in ("zh", "en"):
        feed = built.feeds[f"{side}/feed.xml"]
        assert len(feed.findall(f"{ATOM}entry")) == len(built.records)
        for entry in feed.iter(f"{ATOM}entry"):
            page = built.pages[built.file(entry.find(f"{ATOM}link").get("href"))]
            content = entry.find(f"{ATOM}content")
            assert content.get("type") == "html"
            body = lxml.html.fragment_fromstring(content.text, "div")
            blocks = page.root.xpath("//div[@class='prose']//*[starts-with(@id, 'p')]")
            assert len(body) == len(blocks)
            for own, shown in zip(body, blocks, strict=True):
                assert shown.text_content().endswith(own.text_content())
            assert not body.xpath(".//mark | .//script")


def test_a_feed_of_a_company_has_the_records_of_its_page(built: Site) -> None:
    for page in built.of_kind("company", "theme"):
        feed = built.feeds[page.file.replace("index.html", "feed.xml")]
        listed = page.root.xpath("//ol[@class='records']/li//*[self::h2 or self::h3]/a/@href")
        entries = [e.find(f"{ATOM}link").get("href") for e in feed.iter(f"{ATOM}entry")]
        assert sorted(entries) == sorted("https://example.org" + href for href in listed)
