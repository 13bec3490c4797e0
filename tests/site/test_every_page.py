"""Every page kind in a real browser: each width and scheme, large text, keyboard, no script.

A page is opened once with script and once without; the tests of a kind share the two tabs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests import browser
from tests.site.places import KINDS, paths
from tests.site.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

DESKTOP, PHONE, SMALL = 1280, 390, 320
"""Widths in CSS pixels."""
SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Opened:
    """A page, open with script and without, and what went wrong as each was opened."""

    kind: str
    tab: Tab
    plain: Tab
    complaints: tuple[list[str], list[str]]


@pytest.fixture(scope="module")
def places(built: Site, serve: Callable[..., str]) -> dict[str, str]:
    """The address of each kind of page: below a path, as on GitHub Pages."""
    address = serve(built.output, "/repo/")
    return {kind: address + path for kind, path in paths(built).items()}


@pytest.fixture(scope="module", params=KINDS)
def shared(
    request: pytest.FixtureRequest, contexts: dict[bool, BrowserContext], places: dict[str, str]
) -> Iterator[Opened]:
    """A page of each kind in turn, opened once for all its tests."""
    tab, plain = contexts[True].new_page(), contexts[False].new_page()
    address = places[request.param]
    complaints = _complaints(tab, address), _complaints(plain, address)
    yield Opened(request.param, tab, plain, complaints)
    tab.close()
    plain.close()


@pytest.fixture
def opened(shared: Opened) -> Opened:
    """The page as a reader first sees it on a desk."""
    for tab in (shared.tab, shared.plain):
        tab.emulate_media(color_scheme="light")
        tab.set_viewport_size({"width": DESKTOP, "height": 900})
        _enlarge(tab, "")
    return shared


def _complaints(page: Tab, address: str) -> list[str]:
    """What goes wrong while a page is loaded."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda request: found.append(f"failed: {request.url}"))
    page.on("response", lambda r: found.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    page.goto(address)
    return found


def _looks(page: Tab) -> Iterator[tuple[int, str]]:
    """The tab at each width in each scheme."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in (DESKTOP, PHONE, SMALL):
            page.set_viewport_size({"width": width, "height": 900})
            yield width, scheme


def test_a_page_loads_clean_fits_every_width_and_is_accessible(opened: Opened) -> None:
    problems = []
    for width, scheme in _looks(opened.tab):
        problems += [f"{width} {scheme}: {what}" for what in browser.sideways(opened.tab)]
        if (width, scheme) in ((DESKTOP, "light"), (PHONE, "dark")):  # axe takes a second
            problems += [f"{width} {scheme}: {v}" for v in browser.axe_violations(opened.tab)]
    assert opened.complaints[0] + problems == []


def test_a_page_is_whole_without_script(opened: Opened) -> None:
    if not opened.kind.startswith("search"):  # its list of titles gives way to the box
        # What only a script can do is offered only with one.
        with_script = opened.tab.evaluate(
            """() => {
                const finders = [...document.querySelectorAll("[data-finder]")];
                for (const one of finders) one.style.display = "none";
                const seen = document.body.innerText;
                for (const one of finders) one.style.display = "";
                return seen;
            }"""
        )
        assert opened.plain.locator("body").inner_text() == with_script
        assert opened.complaints[1] == []
    plain = opened.plain
    assert [f"{look}: {what}" for look in _looks(plain) for what in browser.sideways(plain)] == []


def test_nothing_is_lost_or_overlaps_at_twice_the_text_size(opened: Opened) -> None:
    found = []
    _enlarge(opened.tab, "200%")
    for width in (DESKTOP, 640, PHONE):
        opened.tab.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {what}" for what in _lost(opened.tab)]
    assert found == []


def test_pages_reflow_at_four_times_zoom(opened: Opened) -> None:
    """A window of 1280 pixels at 400 % is 320 CSS pixels wide."""
    opened.tab.set_viewport_size({"width": 320, "height": 256})
    assert _lost(opened.tab) == []


def test_the_keyboard_goes_through_a_page_in_the_order_it_is_read(opened: Opened) -> None:
    tab = opened.tab
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


def test_landmarks_have_names_and_headings_skip_no_level(opened: Opened) -> None:
    tab = opened.tab
    banner = () if opened.kind == "chooser" else ("banner",)  # it stands above both languages
    for landmark in (*banner, "main", "contentinfo"):
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
    in_a_language = opened.kind not in ("chooser", "404")
    assert tab.locator("nav.switch [aria-current=true]").count() == int(in_a_language)


def _enlarge(page: Tab, size: str) -> None:
    """Set the size of all text; empty: as readers have it."""
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)


def _lost(page: Tab) -> list[str]:
    """What is cut off, lies on one another or makes the page scroll sideways."""
    return [*page.evaluate(CLIPPED), *page.evaluate(OVERLAPPING), *browser.sideways(page)]


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
    return found;
}"""
"""What text is cut off."""

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
