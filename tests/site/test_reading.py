"""Reading: contents, progress, remembered choices, large text, keyboard, screen readers, print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from diglot.languages import SIDES
from tests.site.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

LONG = "2019-06-28-tencent-dongfeng"
"""A record whose text has headings."""
PLACES = {
    "home": "{side}/",
    "articles": "{side}/articles/",
    "article": "{side}/articles/" + LONG + "/",
    "companies": "{side}/companies/",
    "company": "{side}/companies/tencent/",
    "theme": "{side}/themes/intelligent_driving/",
    "dates": "{side}/dates/2025/",
    "deals": "{side}/deals/",
    "search": "{side}/search/",
    "terms": "{side}/terms/",
    "about": "{side}/about/",
}
PAGES = [(kind, side) for kind in PLACES for side in SIDES]
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


CLIPPED = """() => {
    const seen = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const hidden = (e) => e.closest(".vh, [hidden], svg, .joined") || e.clientWidth === 1;
    const found = [];
    for (const e of document.querySelectorAll("body *")) {
        const style = getComputedStyle(e);
        if (!seen(e) || hidden(e) || !e.textContent.trim()) continue;
        const clips = style.overflow !== "visible" && style.display !== "inline";
        if (clips && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
            && !["auto", "scroll"].includes(style.overflowX)) {
            found.push("clipped " + e.tagName + ": " + e.textContent.trim());
        }
    }
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth) found.push("sideways " + root.scrollWidth);
    return found;
}"""
"""What text is cut off, and whether the page scrolls sideways."""

OVERLAPPING = """() => {
    const boxes = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const e = node.parentElement;
        if (!node.data.trim() || e.clientWidth === 1) continue;
        if (e.closest(".vh, [hidden], svg, .joined, .n, .pl")) continue;
        if (!e.checkVisibility({visibilityProperty: true})) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const r of range.getClientRects()) {
            if (r.width > 2 && r.height > 2) boxes.push({r, text: node.data.trim().slice(0, 30)});
        }
    }
    boxes.sort((a, b) => a.r.top - b.r.top);
    const found = [];
    for (let i = 0; i < boxes.length; i++) {
        for (let j = i + 1; j < boxes.length && boxes[j].r.top < boxes[i].r.bottom; j++) {
            const a = boxes[i].r, b = boxes[j].r;
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 3 && high > Math.min(a.height, b.height) * 0.6) {
                found.push(boxes[i].text + " × " + boxes[j].text);
            }
        }
    }
    return found.slice(0, 5);
}"""
"""Lines of text that lie on one another."""


@pytest.mark.parametrize(("kind", "side"), [*PAGES, ("facing", "")])
def test_nothing_is_lost_or_overlaps_at_twice_the_text_size(
    tab: Tab, address: str, kind: str, side: str
) -> None:
    tab.goto(address + (FACING if kind == "facing" else _at(kind, side)))
    tab.add_style_tag(content="html { font-size: 200% }")
    for width in (1280, 640):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate(CLIPPED) == [], width
        assert tab.evaluate(OVERLAPPING) == [], width


@pytest.mark.parametrize(("kind", "side"), [*PAGES, ("facing", "")])
def test_pages_reflow_at_four_times_zoom(tab: Tab, address: str, kind: str, side: str) -> None:
    """A window of 1280 pixels at 400 % is 320 CSS pixels wide."""
    tab.set_viewport_size({"width": 320, "height": 256})
    tab.goto(address + (FACING if kind == "facing" else _at(kind, side)))
    assert tab.evaluate(CLIPPED) == []
    assert tab.evaluate(OVERLAPPING) == []


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


@pytest.mark.parametrize(("kind", "side"), PAGES)
def test_the_keyboard_goes_through_a_page_in_the_order_it_is_read(
    tab: Tab, address: str, kind: str, side: str
) -> None:
    tab.goto(address + _at(kind, side))
    stops = tab.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
            .filter((e) => e.checkVisibility() && !e.disabled && !(e.tabIndex < 0))
            .filter((e) => !(e.type === "radio" && !e.checked)).length"""
    )
    seen = []
    for _ in range(min(stops, 40)):
        tab.keyboard.press("Tab")
        seen.append(
            tab.evaluate(
                """() => {
                    const e = document.activeElement, all = [...document.querySelectorAll("*")];
                    const style = getComputedStyle(e), width = parseFloat(style.outlineWidth);
                    return { at: all.indexOf(e), name: e.tagName + " " + e.textContent.trim(),
                        // what is drawn of a picture shows focus by its own strokes
                        drawn: style.outlineStyle !== "none" && width >= 2 || !!e.closest("svg") };
                }"""
            )
        )
    order = [stop["at"] for stop in seen]
    assert order == sorted(set(order))
    assert [stop["name"] for stop in seen if not stop["drawn"]] == []


@pytest.mark.parametrize(("kind", "side"), PAGES)
def test_landmarks_have_names_and_headings_skip_no_level(
    tab: Tab, address: str, kind: str, side: str
) -> None:
    tab.goto(address + _at(kind, side))
    for landmark in ("banner", "main", "contentinfo"):
        assert tab.get_by_role(landmark).count() == 1, landmark
    names = [n.get_attribute("aria-label") for n in tab.get_by_role("navigation").all()]
    assert all(names)
    assert len(names) == len(set(names))
    levels = tab.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, h4")]
            .filter((e) => e.matches("h1") || e.checkVisibility()).map((e) => +e.tagName[1])"""
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tab.locator("nav.site [aria-current]").count() <= 1
    assert tab.locator("nav.switch [aria-current=true]").count() == 1


@pytest.mark.parametrize("side", SIDES)
def test_a_screen_reader_hears_who_a_company_is_and_with_whom(
    tab: Tab, address: str, side: str
) -> None:
    tab.goto(address + _at("company", side))
    heard = tab.locator("main").aria_snapshot()
    said = {
        "zh": ('heading "腾讯 Tencent"', 'table "合作伙伴"', 'heading "消息来源"', "战略合作"),
        "en": ('heading "腾讯 Tencent"', 'table "Partners"', 'heading "Who says so"', "strategic"),
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
    assert tab.evaluate(CLIPPED) == []
    if "both" in path:
        columns = tab.locator(".pair:not(.top, .end) > *").first.bounding_box()
        assert columns
        assert columns["width"] < 360  # two columns
    assert len(tab.pdf(format="A4")) > 10_000
