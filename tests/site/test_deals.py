"""The table of deals: one row for each, every telling an anchor, light at any number of deals."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from diglot.site import dealpages
from tests.site import many, pair, samples
from tests.site.sites import Page, Site, build_site

WEIGHT = 60_000
"""Bytes of a page with all it loads, compressed, at most (issue 5, section 8)."""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two records that tell one deal and differ on it."""
    return pair.site(tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """More deals than one page holds."""
    root = tmp_path_factory.mktemp("many")
    many.write(root / "project", 2 * dealpages.ROWS)
    output = root / "output"
    return Site.of(root / "project", output)


def page(site: Site, file: str) -> Page:
    return site.pages[f"{file}index.html"]


def said(element: object) -> str:
    return " ".join(element.text_content().split())  # type: ignore[attr-defined]


@pytest.mark.parametrize("side", ["zh", "en"])
def test_a_deal_told_twice_has_one_row_and_both_anchors(two: Site, side: str) -> None:
    deals = page(two, f"{side}/deals/")
    rows = deals.root.xpath("//table[@class='deals']//tr[td]")
    assert [row.get("id") for row in rows] == [pair.LEAD, pair.THIRD]
    assert pair.SECOND in rows[0].xpath(".//@id")


def test_where_records_differ_the_row_shows_both_each_beside_its_record(two: Site) -> None:
    row = page(two, "en/deals/").root.xpath(f"//tr[@id='{pair.LEAD}']")[0]
    assert said(row.xpath("td[@class='date']")[0]) == "20250928"
    assert said(row.xpath("td[@class='kind']")[0]) == "strategic cooperation reported denied"
    one, other = row.xpath(".//*[@class='source']")
    tells = [said(part.xpath("*[@class='tells']")[0]) for part in (one, other)]
    first, second = (part.xpath("string(.//*[@class='said']/a[1])") for part in (one, other))
    assert first != second
    assert tells[0] == f"This record: {first}; 20250928 strategic cooperation reported"
    assert tells[1] == f"This record: {second}; 202509 (day not stated) order denied"
    assert "签署战略协议" in said(one)
    assert "每日经济新闻" in said(one)
    assert "no such order" in said(other)
    assert "Gasgoo" in said(other)
    assert said(row.xpath(".//*[@class='differs']")[0]) == (
        "Records differ on: kind of deal and status"
    )


def test_a_date_told_less_precisely_is_no_difference(two: Site) -> None:
    for side, words in (
        ("zh", "日期详略不同"),
        ("en", "Date told less precisely by some records"),
    ):
        row = page(two, f"{side}/deals/").root.xpath(f"//tr[@id='{pair.LEAD}']")[0]
        assert said(row.xpath(".//*[@class='vaguer']")[0]) == words
        assert not page(two, f"{side}/deals/").root.xpath(
            f"//tr[@id='{pair.THIRD}']//*[@class='vaguer']"
        )


def test_dates_that_exclude_each_other_are_a_difference(tmp_path: Path) -> None:
    root = pair.write(tmp_path)
    text = root / "content" / "articles" / f"{pair.OTHER}.en.md"
    text.write_text(text.read_text().replace("date: 2025-09\n", "date: 2025-10\n"))
    site = Site.of(root, tmp_path / "out")
    row = page(site, "en/deals/").root.xpath(f"//tr[@id='{pair.LEAD}']")[0]
    assert said(row.xpath(".//*[@class='differs']")[0]) == (
        "Records differ on: date, kind of deal and status"
    )
    assert not row.xpath(".//*[@class='vaguer']")


def test_a_row_of_records_that_agree_says_nothing_of_differences(two: Site) -> None:
    row = page(two, "zh/deals/").root.xpath(f"//tr[@id='{pair.THIRD}']")[0]
    assert not row.xpath(".//*[@class='differs' or @class='tells']")


def test_a_row_is_found_under_every_kind_a_record_calls_it(two: Site) -> None:
    row = page(two, "zh/deals/").root.xpath(f"//tr[@id='{pair.LEAD}']")[0]
    assert row.get("class").split() == ["k-strategic_cooperation", "k-order"]


@pytest.mark.parametrize("file", ["en/", "en/companies/tencent/", "en/companies/dongfeng/"])
def test_a_deal_told_twice_counts_once_on_every_page(two: Site, file: str) -> None:
    deals = {"en/companies/dongfeng/": "2 deals", "en/companies/tencent/": "1 deal"}
    text = said(page(two, file).root.xpath("//main")[0])
    assert deals.get(file, "2 deals") in text
    if file.endswith("tencent/"):
        assert "1 partner" in text


def test_overlapping_dates_are_one_deal_without_an_editors_word(tmp_path: Path) -> None:
    site = pair.site(tmp_path, same_as="gone")
    deals = page(site, "en/deals/").root
    assert deals.xpath("//table[@class='deals']//tr[td]/@id") == [pair.LEAD, pair.THIRD]
    row = deals.xpath(f"//tr[@id='{pair.LEAD}']")[0]
    assert said(row.xpath(".//*[@class='differs']")[0]) == (
        "Records differ on: kind of deal and status"
    )


def test_an_editor_parts_what_overlaps(tmp_path: Path) -> None:
    site = pair.site(tmp_path, word="not_same_as")
    rows = page(site, "en/deals/").root.xpath("//table[@class='deals']//tr[td]/@id")
    assert rows == [pair.LEAD, pair.SECOND, pair.THIRD]


def test_a_facts_box_leads_to_the_row_through_its_own_anchor(two: Site) -> None:
    article = page(two, f"en/articles/{pair.OTHER}/")
    assert article.root.xpath(f"//a[@href='/repo/en/deals/#{pair.SECOND}']")
    other = page(two, f"en/articles/{samples.SLUG}/")
    assert other.root.xpath(f"//a[@href='/repo/en/deals/#{pair.LEAD}']")


def test_many_deals_stand_on_pages_by_year_each_once(crowd: Site) -> None:
    parts = [p for p in crowd.of_kind("deals") if p.side == "en" and p.place != "deals/"]
    ids = [key for p in parts for key in p.root.xpath("//table[@class='deals']//tr[td]/@id")]
    assert len(ids) == len(set(ids)) >= 2 * dealpages.ROWS * 0.99
    for part in parts:
        rows = part.root.xpath("//table[@class='deals']//tr[td]")
        assert 0 < len(rows) <= dealpages.ROWS
        if year := re.match(r"deals/(\d{4})/", part.place):
            assert {row.get("data-y") for row in rows} == {f"{year[1]}/{year[1]}"}
    assert {"deals/year-unknown/", "deals/undated/"} <= {p.place for p in parts}


def test_the_first_page_of_many_has_the_latest_and_leads_to_all(crowd: Site) -> None:
    first = page(crowd, "zh/deals/")
    assert len(first.root.xpath("//table[@class='deals']//tr[td]")) == dealpages.ROWS
    linked = first.root.xpath("//nav[@data-pages]//a/@href")
    assert set(linked) == {f"/repo/{p.file.removesuffix('index.html')}" for p in
                           crowd.of_kind("deals") if p.side == "zh"}  # fmt: skip


def test_links_to_a_deal_lead_to_the_page_that_has_its_row(crowd: Site) -> None:
    ids = {p.file.removesuffix("index.html"): p.ids for p in crowd.of_kind("deals")}
    found = 0
    for article in crowd.of_kind("article"):
        for href in article.root.xpath(
            "//a[contains(@href, '/deals/') and contains(@href, '#')]/@href"
        ):
            path, _, anchor = href.removeprefix("/repo/").partition("#")
            assert anchor in ids[path]
            found += 1
    assert found >= 2 * 2 * dealpages.ROWS


def test_a_page_of_the_table_is_light(crowd: Site) -> None:
    assets = [
        data for name, data in crowd.files.items() if re.search(r"(style|desk|deals)\.\w+\.", name)
    ]
    shared = sum(len(gzip.compress(data)) for data in assets)
    for deals in crowd.of_kind("deals"):
        assert shared + len(gzip.compress(deals.text.encode())) < WEIGHT, deals.file


@pytest.mark.parametrize("deals", [0, 1, dealpages.ROWS])
def test_a_table_that_fits_stands_on_one_page(tmp_path: Path, deals: int) -> None:
    project, output = many.write(tmp_path / "project", deals), tmp_path / "output"
    build_site(project, output, "")
    assert [p.parent.name for p in output.glob("en/deals/**/index.html")] == ["deals"]


@pytest.mark.parametrize("date", ["XXXX-09", "../XXXX-09", "XXXX-21/XXXX-23", "XXXX?"])
def test_a_date_without_any_year_stands_under_year_not_stated(tmp_path: Path, date: str) -> None:
    project = samples.write(tmp_path / "project")
    samples.edit(project, "zh", ("date: 2025-09-28\n", f"date: {date}\n"))
    build_site(project, tmp_path / "output", "")
    text = (tmp_path / "output/en/deals/index.html").read_text(encoding="utf-8")
    assert re.findall(r'tbody data-group="(\w+)"', text) == ["yearless"]
