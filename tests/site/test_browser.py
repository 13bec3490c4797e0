"""In a real browser: what lights up, the switch of language, filters, the chooser, print, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from diglot.languages import SIDES
from tests import browser
from tests.site.places import paths
from tests.site.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

DESKTOP = 1280
"""A width in CSS pixels."""
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def address(built: Site, serve: Callable[..., str]) -> str:
    """Where the site is served: below a path, as on GitHub Pages."""
    return serve(built.output, "/repo/")


@pytest.fixture(scope="module")
def places(built: Site) -> dict[str, str]:
    """The path of each kind of page."""
    return paths(built)


@pytest.fixture
def tab(contexts: dict[bool, BrowserContext]) -> Iterator[Tab]:
    """A tab with script."""
    with _tab(contexts[True]) as page:
        yield page


@pytest.fixture
def plain(contexts: dict[bool, BrowserContext]) -> Iterator[Tab]:
    """A tab without script."""
    with _tab(contexts[False]) as page:
        yield page


@contextmanager
def _tab(context: BrowserContext) -> Iterator[Tab]:
    page = context.new_page()
    page.set_viewport_size({"width": DESKTOP, "height": 900})
    try:
        yield page
    finally:
        page.close()


def test_colours_follow_the_scheme(tab: Tab, address: str) -> None:
    tab.goto(address + "en/")
    seen = []
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        seen.append(
            tab.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
        )
        seen.append(tab.evaluate("() => getComputedStyle(document.body).color"))
    light, ink, dark, chalk = (_brightness(colour) for colour in seen)
    assert light - ink > 0.6
    assert chalk - dark > 0.6


def _brightness(colour: str) -> float:
    numbers = [float(n) for n in colour.split("(")[1].rstrip(")").replace(",", " ").split()[:3]]
    return sum(numbers) / 3 / 255


def _background(page: Tab, element: str) -> str:
    found = page.locator(f"[id='{element}']")
    return str(found.evaluate("e => getComputedStyle(e).backgroundColor"))


@pytest.mark.parametrize("kind", ["facing-zh", "facing-en"])
@pytest.mark.parametrize("side", SIDES)
def test_a_linked_sentence_lights_its_twin_without_script(
    plain: Tab, address: str, places: dict[str, str], kind: str, side: str
) -> None:
    plain.goto(address + places[kind])
    names = plain.locator(f".pair span.s[id^='{side}-']").evaluate_all("es => es.map(e => e.id)")
    other = "en" if side == "zh" else "zh"
    twins = [
        (name, name.replace(side, other, 1))
        for name in names
        if plain.locator(f"[id='{name.replace(side, other, 1)}']").count()
    ]
    name, twin = twins[len(twins) // 2]
    dark = [_background(plain, one) for one in (name, twin)]
    plain.goto(address + places[kind] + "#" + name)
    lit = [_background(plain, one) for one in (name, twin)]
    assert dark[0] == dark[1]
    assert dark[0] not in lit  # each in its own language's colour
    another = next(pair for pair in twins if pair[0] != name)
    assert [_background(plain, one) for one in another] == dark


def test_hovering_a_sentence_lights_its_twin(
    plain: Tab, address: str, places: dict[str, str]
) -> None:
    plain.goto(address + places["facing-zh"])
    before = _background(plain, "en-1-1")
    plain.locator("[id='zh-1-1']").hover(position={"x": 60, "y": 6})
    assert _background(plain, "en-1-1") != before


def test_sentence_pairs_are_few_enough_for_the_style_sheet(built: Site) -> None:
    """The style sheet lights the first forty sentences of a block."""
    css = next(data.decode() for name, data in built.files.items() if name.endswith(".css"))
    for page in built.of_kind("both"):
        for name in {c.split()[-1] for c in page.root.xpath("//span/@class") if c[:2] == "s "}:
            assert f".{name}:is(" in css, (page.file, name)


@pytest.mark.parametrize("script", [True, False])
def test_the_language_switch_leads_there_and_back_by_click(
    contexts: dict[bool, BrowserContext], address: str, places: dict[str, str], script: bool
) -> None:
    with _tab(contexts[script]) as page:
        page.goto(address + places["article-zh"])
        page.locator("nav.switch a.en").click()
        page.wait_for_url(address + places["article-en"])
        assert page.locator("html").get_attribute("lang") == "en"
        page.locator("nav.switch a.facing").click()
        page.wait_for_url(address + places["facing-zh"])
        page.locator("nav.switch a.zh").click()
        page.wait_for_url(address + places["article-zh"])


def test_deals_are_filtered_without_script(plain: Tab, address: str) -> None:
    plain.goto(address + "en/deals/")
    rows = plain.locator("table.deals tbody tr:not(.group)")
    everything = rows.count()
    kinds = plain.locator(".filter input").evaluate_all("es => es.map(e => e.id)")
    assert kinds[0] == "only-all"
    assert len(kinds) > 2
    seen = 0
    for kind in (name.removeprefix("only-") for name in kinds[1:]):
        plain.locator(f"#only-{kind}").check()
        shown = rows.filter(visible=True)
        classes = shown.evaluate_all("es => es.map(e => e.className)")
        assert set(classes) == {f"k-{kind}"}
        said = plain.locator(f"label:has(#only-{kind}) .count").inner_text()
        assert shown.count() == int(said)
        groups = plain.locator("table.deals tbody").filter(visible=True)
        assert all(g.locator("tr:not(.group)").filter(visible=True).count() for g in groups.all())
        seen += shown.count()
    plain.locator("#only-all").check()
    assert rows.filter(visible=True).count() == everything == seen


def test_each_kind_of_deal_has_its_rule_in_the_style_sheet(built: Site) -> None:
    css = next(data.decode() for name, data in built.files.items() if name.endswith(".css"))
    from diglot.site.words import DEAL

    assert [kind for kind in DEAL if f"#only-{kind}:checked" not in css] == []


def test_a_link_to_a_deal_marks_its_row(plain: Tab, address: str) -> None:
    plain.goto(address + "en/deals/")
    name = plain.locator("table.deals tr[id]").nth(1).get_attribute("id")
    cell = plain.locator(f"tr[id='{name}'] > td.date")
    before = cell.evaluate("e => getComputedStyle(e).borderBlockEnd")
    plain.goto(address + f"en/deals/#{name}")
    assert cell.evaluate("e => getComputedStyle(e).borderBlockEnd") != before
    assert plain.locator(f"tr[id='{name}']").evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; }"
    )


def test_the_chooser_remembers_and_shows_the_choice_again_when_asked(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address)
    assert page.locator(".choice a").count() == 2
    page.locator(".choice a.zh").click()
    page.wait_for_url(address + "zh/")
    page.goto(address)
    page.wait_for_url(address + "zh/")
    page.locator("nav.switch a.en").click()
    page.wait_for_url(address + "en/")
    page.goto(address)
    page.wait_for_url(address + "en/")
    page.locator("footer a[href$='?choose']").click()
    page.wait_for_url(address + "?choose")
    page.wait_for_timeout(200)
    assert page.url == address + "?choose"
    assert page.locator(".choice a").count() == 2
    context.close()


def test_the_chooser_works_without_script(plain: Tab, address: str) -> None:
    plain.goto(address)
    plain.locator(".choice a.en").click()
    plain.wait_for_url(address + "en/")


def test_print_keeps_the_facing_texts_in_two_columns(
    plain: Tab, address: str, places: dict[str, str]
) -> None:
    plain.goto(address + places["facing-zh"])
    plain.emulate_media(media="print")
    plain.set_viewport_size({"width": 680, "height": 960})  # A4 less its margins
    for pair in plain.locator(".pair").all()[:4]:
        zh, en = (pair.locator(f"> .{side}").bounding_box() for side in SIDES)
        assert zh
        assert en
        assert zh["x"] + zh["width"] <= en["x"] + 1
        assert abs(zh["y"] - en["y"]) < 2
    assert not plain.locator("nav.switch, nav.site").filter(visible=True).count()
    assert browser.sideways(plain) == []


@pytest.mark.parametrize("kind", ["home-en", "article-zh", "facing-zh", "deals-en", "404"])
def test_the_keyboard_meets_the_skip_link_first_and_always_sees_where_it_is(
    tab: Tab, address: str, places: dict[str, str], kind: str
) -> None:
    tab.emulate_media(reduced_motion="reduce")  # scrolling takes no time then
    tab.goto(address + places[kind])
    unseen = []
    for step in range(30):
        tab.keyboard.press("Tab")
        seen = tab.evaluate(
            """() => {
                const e = document.activeElement, s = getComputedStyle(e);
                const box = e.getBoundingClientRect();
                return { name: e.tagName + "." + e.className, href: e.getAttribute("href"),
                    end: e === document.body,
                    drawn: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1,
                    there: box.width > 1 && box.height > 1
                        && box.bottom > 0 && box.top < innerHeight };
            }"""
        )
        if seen["end"]:
            break
        if step == 0:
            assert seen["href"] == "#main"
        if not (seen["drawn"] and seen["there"]):
            unseen.append(seen)
    assert step > 5
    assert unseen == []


def test_the_skip_link_leads_past_the_masthead(tab: Tab, address: str) -> None:
    tab.goto(address + "en/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => !!document.activeElement.closest('main')")


def test_a_dead_link_shows_the_sites_own_page(tab: Tab, address: str) -> None:
    response = tab.goto(address + "zh/no/such/page/")
    assert response
    assert response.status == 404
    assert tab.locator("html").get_attribute("data-kind") == "404"
    tab.locator(".ways a").first.click()
    assert tab.url == address + "zh/"


@pytest.mark.parametrize("side", SIDES)
def test_a_reader_finds_who_dongfeng_allied_with_when_and_the_words_that_say_so(
    plain: Tab, address: str, side: str
) -> None:
    """The issue's own measure, by clicks alone."""
    plain.goto(address + f"{side}/")
    plain.locator("nav.site a[href$='companies/']").click()
    plain.locator("ul.names a[href$='companies/dongfeng/']").click()
    row = plain.locator("table.deals tbody tr").filter(has_text="2019").first
    assert row.locator("a[href$='companies/tencent/']").count()
    assert row.locator("time[datetime='2019-06-28']").count()
    quotation = row.locator("q a").first
    words = quotation.inner_text()
    quotation.click()
    target = plain.locator(":target").inner_text()
    assert words.replace(" ", "") in target.replace(" ", "").replace("\\n", "")
