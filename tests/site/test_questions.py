"""The questions of docs/reader-questions.md, each answered from home in three clicks at most."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from diglot.languages import SIDES, Side
from tests.ground import ROOT
from tests.site.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

TENCENT = "2019-06-28-tencent-dongfeng"
MOST = 3
"""Clicks from home to an answer with its evidence."""


@dataclass
class Reader:
    """Somebody who clicks, without JavaScript, and counts."""

    tab: Tab
    side: Side
    clicks: int = 0

    def click(self, where: str | Locator) -> Reader:
        """Follow a link or open what is folded."""
        target = self.tab.locator(where).first if isinstance(where, str) else where
        target.click()
        self.clicks += 1
        assert self.clicks <= MOST
        return self

    def section(self, path: str) -> Reader:
        """Follow a link of the masthead or the foot of the page."""
        return self.click(f":is(nav.site, .colophon) a[href$='/{self.side}/{path}']")

    def see(self, where: str) -> Locator:
        """What is visible on the page."""
        return self.tab.locator(where).filter(visible=True)

    def say(self, zh: str, en: str) -> str:
        """The word in the reader's language."""
        return zh if self.side == "zh" else en


@pytest.fixture(scope="module")
def address(built: Site, serve: Callable[..., str]) -> str:
    """Where the site is served."""
    return serve(built.output, "/repo/")


@pytest.fixture(params=SIDES)
def reader(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Reader]:
    """A reader on the home page of a language."""
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}{request.param}/")
    yield Reader(tab, request.param)
    context.close()


def _opens_its_evidence(reader: Reader, row: Locator) -> None:
    """The quotation of a row leads to the block that holds it."""
    _leads_to_its_words(reader, row.locator("q a").first)


def _leads_to_its_words(reader: Reader, quotation: Locator) -> None:
    words = quotation.inner_text()
    reader.click(quotation)
    wanted = reader.tab.url.partition("#")[2]
    block = reader.tab.locator(f"[id='{wanted}']").inner_text()
    bare = (re.sub(r"\s|\d+\.\d+", "", text) for text in (words, block))
    assert next(bare) in next(bare)


def test_1_who_are_the_partners_of_pony_ai(reader: Reader) -> None:
    reader.section("companies/").click("main a[href$='companies/pony-ai/']")
    named = reader.see("table.partners th[scope=row]").all_inner_texts()
    assert any(reader.say("广汽丰田", "GAC Toyota") in name for name in named)
    row = reader.see("table.deals tr").filter(has_text=reader.say("合资", "joint venture")).first
    assert "Pony.ai has forged a joint venture" in row.inner_text()
    _opens_its_evidence(reader, row)


def test_2_what_did_tencent_sign_in_2018_and_2019(reader: Reader) -> None:
    reader.section("companies/").click("main a[href$='companies/tencent/']")
    rows = reader.see("table.deals tbody[data-group=dated] tr:not(.group)")
    dates = rows.locator("td.date time").evaluate_all("es => es.map(e => e.dateTime)")
    assert dates == ["2019-06-28", "2018-09-16"]
    assert all(row.locator("q").count() and row.locator(".said").count() for row in rows.all())
    _opens_its_evidence(reader, rows.nth(1))


def test_3_which_deals_rest_on_derived_dates(reader: Reader) -> None:
    reader.section("deals/")
    rows = reader.see("table.deals tr:has(> .how .derived)")
    assert rows.count() == 1
    assert rows.first.locator("td.date time").get_attribute("datetime") == "2019-06-28"
    reader.click(rows.first.locator(f".said a[href$='{TENCENT}/']"))
    total = reader.see("table.sum .total").inner_text()
    assert reader.say("推算", "derived") in total


def test_4_which_records_are_machine_translated(reader: Reader, built: Site) -> None:
    reader.section("articles/")
    marked = reader.see(".records > li:has(.state.machine)")
    assert marked.count() == len(built.records)
    reader.click(marked.locator(f"a[href$='{TENCENT}/']"))
    foreign = reader.tab.locator(".status").inner_text()
    assert reader.say("机译", "machine translation") in foreign
    reader.click("nav.switch a.facing")
    assert "machine translation" in reader.see(".pair.top > .en .states").inner_text()
    original, translated = (" ".join(reader.see(f".pair > .{s}").all_inner_texts()) for s in SIDES)
    assert "双方签署了一份战略协议" in original
    assert "strategic" in translated


def test_5_where_the_date_of_the_dongfeng_tencent_deal_comes_from(reader: Reader) -> None:
    reader.click(f".records h3 a[href$='{TENCENT}/']")
    added = reader.see("table.sum tr").all_inner_texts()
    assert "2018年9月16日" in added[0]
    assert "时隔9个月12天" in added[1]
    assert reader.say("2019年6月28日", "28 June 2019") in added[2]
    reader.click("table.sum a")
    wanted = reader.tab.url.partition("#")[2]
    assert "时隔9个月12天" in reader.tab.locator(f"[id='{wanted}']").inner_text()


def test_6_which_records_name_pony_ma(reader: Reader) -> None:
    reader.section("companies/").click("main a[href$='companies/tencent/']")
    person = reader.see(".said-of li").filter(has_text="Pony Ma")
    assert "马化腾" in person.inner_text()
    reader.click(person.locator(".where a"))
    assert TENCENT in reader.tab.url
    assert reader.see(".facts").filter(has_text="Pony Ma").count()


def test_7_what_chewanglian_is_in_english(reader: Reader) -> None:
    reader.section("terms/")
    term = reader.tab.locator("#theme-connected_vehicles, [id$='connected_vehicles']").first
    said = term.locator("xpath=ancestor-or-self::div[1]").inner_text()
    assert "车联网" in said
    assert "onnected vehicles" in said
    example = term.locator("xpath=ancestor-or-self::div[1]//dd[contains(@class, 'example')]")
    assert "车联网" in " ".join(example.all_inner_texts())
    _leads_to_its_words(reader, example.locator("a").first)
    assert "车联网" in reader.see(".pair:has(:target) > .zh").inner_text()


def test_8_how_to_cite_the_article_in_gbt_7714(reader: Reader) -> None:
    reader.click(f".records h3 a[href$='{TENCENT}/']").click(".refs summary")
    entry = reader.see(".refs dl > div").filter(has_text="GB/T 7714").first
    assert "腾讯的汽车朋友圈迎来又一位重磅伙伴" in entry.inner_text()


def test_9_which_records_disagree_about_a_deal(reader: Reader) -> None:
    reader.section("deals/")
    row = reader.see("table.deals tr:has(.differs, .vaguer)").first
    said = row.locator(".differs, .vaguer").first.inner_text()
    assert reader.say("日期", "date") in said.lower()
    assert (
        row.locator(".source q").count()
        == row.locator(".source .said a[href*='articles/']").count()
    )
    assert row.locator(".source").count() > 1
    _opens_its_evidence(reader, row)


def test_10_download_all_deals_with_their_evidence(reader: Reader) -> None:
    reader.section("deals/")
    table = list(csv.DictReader(io.StringIO(_downloaded(reader, "deals.csv"))))
    assert {"date", "kind", "parties"} <= table[0].keys()
    whole = _downloaded(reader, "deals.json")
    assert all(row["id"] in whole for row in table)
    assert "双方签署了一份战略协议" in whole


def _downloaded(reader: Reader, name: str) -> str:
    """What a link to a file gives; a click, whether the browser shows the file or saves it."""
    address = reader.see(f"main a[href$='/{name}']").first.evaluate("e => e.href")
    reader.clicks += 1
    assert reader.clicks <= MOST
    answer = reader.tab.context.request.get(address)
    assert answer.ok
    return answer.body().decode("utf-8-sig")


def test_every_question_is_written_down_with_its_path_in_both_languages() -> None:
    text = (ROOT / "docs" / "reader-questions.md").read_text(encoding="utf-8")
    numbers = re.findall(r"^## (\d+)\. ", text, re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, 11))
    assert text.count("- zh: ") == text.count("- en: ") == 10
    here = (ROOT / "tests" / "site" / "test_questions.py").read_text(encoding="utf-8")
    assert len(re.findall(r"^def test_\d+_", here, re.MULTILINE)) == 10
