"""In a real browser: the place is kept when the language is switched, and citations are copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from diglot.languages import SIDES, other
from tests.site.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser
SWITCH = ".switch a[data-choose={}]"


@pytest.fixture(scope="module")
def address(built: Site, serve: Callable[..., str]) -> str:
    """Where the site is served."""
    return serve(built.output, "/repo/")


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Tab]:
    """A tab that may use the clipboard."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def slug(built: Site) -> str:
    """The record with the longest text."""
    return max((len(record.body), slug) for slug, record in built.records.items())[1]


@pytest.mark.parametrize("fragment", ["s4-1", "p5"])
@pytest.mark.parametrize("side", SIDES)
def test_the_switch_leads_to_the_same_sentence_and_block(
    tab: Tab, address: str, slug: str, side: str, fragment: str
) -> None:
    tab.goto(f"{address}{side}/articles/{slug}/#{fragment}")
    far = other(side)  # type: ignore[arg-type]
    tab.click(SWITCH.format(far))
    tab.wait_for_url(f"**/{far}/articles/{slug}/#{fragment}")
    assert tab.evaluate("document.querySelector(':target') !== null")
    tab.click(".switch .facing")
    tab.wait_for_url(f"**/both/articles/{slug}/#{fragment}")
    assert tab.evaluate("document.querySelector(':target') !== null")


@pytest.mark.parametrize(("column", "shared"), [("zh-4", "p4"), ("en-4-1", "s4-1")])
def test_a_place_in_one_column_is_a_place_on_either_page(
    tab: Tab, address: str, slug: str, column: str, shared: str
) -> None:
    tab.goto(f"{address}both/articles/{slug}/#{column}")
    tab.click(SWITCH.format("en"))
    tab.wait_for_url(f"**/en/articles/{slug}/#{shared}")
    assert tab.evaluate("document.querySelector(':target') !== null")


def test_the_switch_follows_a_reader_who_goes_on(tab: Tab, address: str, slug: str) -> None:
    tab.goto(f"{address}zh/articles/{slug}/#p2")
    tab.click("a.n[href='#p3']")
    assert tab.get_attribute(SWITCH.format("en"), "href") is not None
    tab.click(SWITCH.format("en"))
    tab.wait_for_url(f"**/en/articles/{slug}/#p3")


def test_without_a_place_the_switch_leads_to_the_top(tab: Tab, address: str, slug: str) -> None:
    tab.goto(f"{address}zh/articles/{slug}/")
    tab.click(SWITCH.format("en"))
    tab.wait_for_url(f"**/en/articles/{slug}/")


def test_what_only_a_translation_has_leads_to_the_sentence_before_it(
    tab: Tab, address: str, slug: str
) -> None:
    tab.goto(f"{address}zh/articles/{slug}/#s4-1a")
    tab.wait_for_url("**/#s4-1")


def test_the_mark_of_a_sentence_shows_when_it_is_pointed_at(
    tab: Tab, address: str, slug: str
) -> None:
    def seen(name: str) -> str:
        style = "getComputedStyle(document.querySelector(`#${n} > .pl`), '::before').opacity"
        return str(tab.evaluate(f"n => {style}", name))

    tab.goto(f"{address}en/articles/{slug}/")
    assert seen("s4-1") == "0"
    tab.locator("#s4-1").scroll_into_view_if_needed()
    lines = "[...document.querySelector('#s4-1').getClientRects()].filter(r => r.width > 20)"
    line = tab.evaluate(
        f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])({lines}[0])"
    )
    tab.mouse.move(*line)
    assert seen("s4-1") == "1"
    tab.goto(f"{address}en/articles/{slug}/#s1-1")
    assert seen("s1-1") == "1"


def test_no_mark_of_a_sentence_is_met_by_the_tab_key(tab: Tab, address: str, slug: str) -> None:
    tab.goto(f"{address}en/articles/{slug}/")
    count = tab.evaluate("document.querySelectorAll('a[href], button, input, summary').length")
    for _ in range(min(count, 60)):
        tab.keyboard.press("Tab")
        assert not tab.evaluate("document.activeElement.classList.contains('pl')")


def test_a_citation_is_copied_as_it_stands(tab: Tab, address: str, slug: str) -> None:
    tab.goto(f"{address}en/articles/{slug}/")
    tab.click(".refs summary >> nth=0")
    for place in range(6):
        button = tab.locator(".refs >> nth=0").locator("button[data-copy]").nth(place)
        button.click()
        tab.wait_for_function(
            "b => b.textContent.startsWith(b.dataset.done)", arg=button.element_handle()
        )
        shown = tab.locator(".refs >> nth=0").locator(".ref").nth(place).text_content()
        assert tab.evaluate("navigator.clipboard.readText()") == shown


def test_without_script_citations_are_read_and_there_are_no_buttons(
    chromium: Browser, address: str, slug: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}zh/articles/{slug}/")
    page.click(".refs summary >> nth=1")
    assert page.locator(".ref:visible").count() == 6
    assert page.locator("button[data-copy]:visible").count() == 0
    context.close()
