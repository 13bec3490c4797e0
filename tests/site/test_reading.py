"""Reading: contents, progress, remembered choices, large text, keyboard, screen readers, print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from diglot.languages import SIDES
from tests import browser
from tests.site.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

LONG = "2019-06-28-tencent-dongfeng"
"""A record whose text has headings."""
PLACES = {
    "article": "{side}/articles/" + LONG + "/",
    "company": "{side}/companies/tencent/",
}
FACING = "both/articles/" + LONG + "/"


@pytest.fixture(scope="module")
def address(built: Site, serve: Callable[..., str]) -> str:
    """Where the site is served."""
    return serve(built.output, "/repo/")


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Tab]:
    """A tab of a new reader, who has chosen nothing yet."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def _at(kind: str, side: str) -> str:
    return PLACES[kind].format(side=side)


@pytest.mark.parametrize("side", SIDES)
def test_the_contents_of_a_long_text_lead_to_its_headings(
    tab: Tab, address: str, side: str
) -> None:
    tab.goto(address + _at("article", side))
    links = tab.locator("nav.contents a")
    headings = tab.locator(".prose h2")
    assert links.count() == headings.count() >= 2
    assert links.all_inner_texts() == headings.all_inner_texts()
    links.nth(1).click()
    tab.wait_for_function(
        """() => {
          const top = document.querySelector(".prose h2:target")?.getBoundingClientRect().top;
          return 0 <= top && top < innerHeight;
        }"""
    )


def test_facing_texts_have_contents_in_both_columns(tab: Tab, address: str) -> None:
    tab.goto(address + FACING)
    for side in SIDES:
        links = tab.locator(f".pair.top .{side} nav.contents a")
        heads = tab.locator(f".pair.h > .{side}")
        assert links.all_inner_texts() == heads.all_inner_texts()


def test_texts_without_headings_have_no_contents(built: Site) -> None:
    for page in built.of_kind("article"):
        heads = page.root.xpath("//div[@class='prose']//h2")
        assert bool(page.root.xpath("//nav[@class='contents']")) == (len(heads) > 1), page


def test_a_thin_line_shows_how_far_one_has_read(tab: Tab, address: str) -> None:
    width = """() => new DOMMatrix(getComputedStyle(document.body, "::before").transform).a"""
    tab.goto(address + _at("article", "zh"))
    assert tab.evaluate(width) == pytest.approx(0, abs=0.02)
    tab.evaluate("window.scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    tab.wait_for_function(f"Math.abs(({width})() - 1) < 0.02")
    tab.goto(address + _at("company", "zh"))
    assert tab.evaluate("getComputedStyle(document.body, '::before').content") == "none"


def test_the_chosen_view_is_remembered_and_can_be_left_again(tab: Tab, address: str) -> None:
    tab.goto(address + _at("article", "en"))
    tab.locator(".switch .facing").click()
    tab.goto(address + "en/")
    tab.locator(".records h3 a").first.click()
    assert "/both/articles/" in tab.url
    tab.locator(".switch .en").click()
    assert "/en/articles/" in tab.url
    tab.goto(address + "zh/")
    tab.locator(".records h3 a").first.click()
    assert "/zh/articles/" in tab.url


def test_the_chosen_language_is_remembered(tab: Tab, address: str) -> None:
    tab.goto(address + _at("company", "en"))
    tab.locator(".switch .zh").click()
    tab.goto(address)
    tab.wait_for_url(address + "zh/")


def test_nothing_moves_for_readers_who_want_no_motion(tab: Tab, address: str) -> None:
    tab.goto(address + _at("article", "en"))
    style = "getComputedStyle(document.documentElement).scrollBehavior"
    assert tab.evaluate(style) == "smooth"
    tab.emulate_media(reduced_motion="reduce")
    assert tab.evaluate(style) == "auto"


@pytest.mark.parametrize("side", SIDES)
def test_a_screen_reader_hears_who_a_company_is_and_with_whom(
    tab: Tab, address: str, side: str
) -> None:
    tab.goto(address + _at("company", side))
    heard = tab.locator("main").aria_snapshot()
    said = {
        "zh": (
            'heading "腾讯 Tencent"',
            'table "腾讯与各合作伙伴的合作时间"',
            'heading "消息来源"',
            "战略合作",
        ),
        "en": (
            'heading "腾讯 Tencent"',
            'table "Deals of Tencent by partner"',
            'heading "Who says so"',
            "strategic",
        ),
    }
    for words in (*said[side], "link"):
        assert words in heard, heard[:2000]


@pytest.mark.parametrize("side", SIDES)
def test_a_screen_reader_hears_the_text_its_contents_and_its_facts(
    tab: Tab, address: str, side: str
) -> None:
    tab.goto(address + _at("article", side))
    heard = tab.locator("main").aria_snapshot()
    said = {
        "zh": ('navigation "目录"', 'region "事实', 'table "日期推算"'),
        "en": ('navigation "Contents"', 'region "Facts', 'table "How the date was derived"'),
    }
    for words in said[side]:
        assert words in heard, heard[:3000]


@pytest.mark.parametrize("path", [_at("article", "zh"), _at("article", "en"), FACING])
def test_texts_print_on_paper_without_the_site_around_them(
    tab: Tab, address: str, path: str
) -> None:
    tab.goto(address + path)
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 680, "height": 960})  # A4 between the margins
    for gone in ("nav.site", "nav.switch", ".seek", ".contents"):
        assert tab.locator(gone).filter(visible=True).count() == 0, gone
    assert browser.sideways(tab) == []
    if "both" in path:
        columns = tab.locator(".pair:not(.top, .end) > *").first.bounding_box()
        assert columns
        assert columns["width"] < 360  # two columns
    assert len(tab.pdf(format="A4")) > 10_000
