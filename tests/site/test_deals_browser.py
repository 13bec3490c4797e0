"""The table of deals in a real browser: found, sorted and shared by its address."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from diglot.site import dealpages
from tests import browser
from tests.site import many, pair
from tests.site.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser
ROWS = ".deals tbody tr:not(.group)"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """More deals than one page holds."""
    root = tmp_path_factory.mktemp("many")
    many.write(root / "project", 2 * dealpages.ROWS, companies=12)
    return Site.of(root / "project", root / "output")


@pytest.fixture(scope="module")
def address(built: Site, serve: Callable[..., str]) -> str:
    return serve(built.output, "/repo/")


@pytest.fixture(scope="module")
def crowded(crowd: Site, serve: Callable[..., str]) -> str:
    return serve(crowd.output, "/repo/")


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The site of two records that differ on a deal."""
    return serve(pair.site(tmp_path_factory.mktemp("pair")).output, "/repo/")


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Tab]:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    page.close()
    assert faults == []


def shown(tab: Tab) -> list[str]:
    """Ids of the rows that can be seen."""
    visible = tab.locator(ROWS).filter(visible=True)
    return list(visible.evaluate_all("rows => rows.map(row => row.id)"))


def deals(site: Site) -> list[dict[str, Any]]:
    return list(json.loads(site.files["data/deals.json"])["deals"])


def settled(tab: Tab) -> str:
    """What the page announces, once it has all it asked for."""
    tab.wait_for_function("/\\d/.test(document.querySelector('.found').textContent)")
    return tab.locator(".found").inner_text()


def test_whom_a_company_signed_with_since_a_year_is_one_address(
    tab: Tab, address: str, built: Site
) -> None:
    wanted = [
        deal["id"]
        for deal in deals(built)
        if "tencent" in deal["parties"] and (deal["date_latest"] or "9999") >= "2019"
    ]
    dated = [deal for deal in deals(built) if deal["id"] in wanted and deal["date_latest"]]
    unclear = len(wanted) - len(dated)
    assert dated
    assert unclear
    tab.goto(address + "en/deals/?company=tencent&since=2019")
    number = f"{len(dated)} deal{'s' if len(dated) > 1 else ''}"
    told = f"{number} since 2019; {unclear} more without a usable date"
    assert settled(tab).splitlines()[0].startswith(told)
    assert shown(tab) == wanted
    assert "Tencent with: Dongfeng Motor" in tab.locator(".found").inner_text()
    assert tab.locator("select[name=company]").input_value() == "tencent"
    both = [deal["id"] for deal in deals(built) if {"tencent", "dongfeng"} <= {*deal["parties"]}]
    tab.locator("select[name=with]").select_option("dongfeng")
    tab.locator("select[name=since]").select_option("")
    assert tab.url.endswith("?company=tencent&with=dongfeng")
    assert sorted(shown(tab)) == sorted(both)
    tab.goto(address + "zh/deals/?company=tencent&since=2019")
    assert settled(tab).startswith(f"2019年以来{len(dated)}项合作；另有{unclear}项日期不明")


def test_what_is_chosen_can_be_shared_in_both_languages(tab: Tab, address: str) -> None:
    tab.goto(address + "en/deals/")
    tab.locator("select[name=company]").select_option("tencent")
    tab.locator("#only-strategic_cooperation").check()
    assert tab.url.endswith("/en/deals/?company=tencent&kind=strategic_cooperation")
    rows = shown(tab)
    tab.locator("nav.switch a.zh").click()
    tab.wait_for_url("**/zh/deals/?company=tencent&kind=strategic_cooperation")
    settled(tab)
    assert shown(tab) == rows
    tab.locator("button[type=reset]").click()
    tab.wait_for_url("**/zh/deals/")
    assert len(shown(tab)) > len(rows)
    assert tab.locator("#only-all").is_checked()


def test_columns_sort_by_keyboard_and_say_so(tab: Tab, address: str) -> None:
    tab.goto(address + "zh/deals/")
    before = shown(tab)
    head = tab.locator(".deals thead th").first
    assert head.get_attribute("aria-sort") == "descending"
    head.locator("button").focus()
    tab.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert tab.url.endswith("?sort=oldest")
    assert shown(tab) != before
    assert sorted(shown(tab)) == sorted(before)
    parties = tab.locator(".deals thead th").nth(2)
    parties.locator("button").press("Space")
    assert parties.get_attribute("aria-sort") == "ascending"
    assert head.get_attribute("aria-sort") is None
    tab.locator("select[name=sort]").select_option("")
    assert shown(tab) == before


def test_a_value_the_table_does_not_know_filters_nothing(tab: Tab, address: str) -> None:
    tab.goto(address + "en/deals/?company=nobody&since=1812&kind=x&sort=y")
    settled(tab)
    assert len(shown(tab)) == tab.locator(ROWS).count() > 1


def test_the_filter_reaches_deals_on_all_pages(tab: Tab, crowded: str, crowd: Site) -> None:
    tab.goto(crowded + "en/deals/?company=c3&until=2020")
    settled(tab)
    wanted = [
        deal["id"]
        for deal in deals(crowd)
        if "c3" in deal["parties"] and (deal["date_earliest"] or "") < "2021"
    ]
    assert wanted
    assert shown(tab) == wanted


def test_the_address_of_a_deal_leads_to_its_row_wherever_it_stands(
    tab: Tab, crowded: str, crowd: Site
) -> None:
    last = deals(crowd)[-1]["id"]
    tab.goto(f"{crowded}zh/deals/#{last}")
    tab.wait_for_url(f"**/zh/deals/undated/**#{last}")
    assert tab.locator(f"[id='{last}']").is_visible()


LOOKS = [(width, scheme) for width in (1280, 390, 320) for scheme in ("light", "dark")]


@pytest.mark.parametrize(
    ("site", "path", "checked"),
    [
        ("doubtful", "zh/deals/?company=tencent", LOOKS),
        # Hundreds of rows alike take axe as many times as long: the widest look and the smallest.
        ("crowded", "en/deals/", [LOOKS[0], LOOKS[-1]]),
    ],
)
def test_filtered_and_differing_rows_are_accessible_at_every_width(
    tab: Tab, request: pytest.FixtureRequest, site: str, path: str, checked: list[tuple[int, Any]]
) -> None:
    tab.goto(request.getfixturevalue(site) + path)
    tab.wait_for_selector("form.finder", state="visible")
    for width, scheme in LOOKS:
        tab.emulate_media(color_scheme=scheme)
        tab.set_viewport_size({"width": width, "height": 900})
        assert browser.sideways(tab) == [], (width, scheme)
        if (width, scheme) in checked:
            assert browser.axe_violations(tab) == [], (width, scheme)


def test_without_script_the_years_lead_to_every_deal(chromium: Browser, crowded: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(crowded + "en/deals/")
    assert not plain.locator("form.finder").is_visible()
    plain.locator("nav[data-pages] a", has_text="2020").first.click()
    assert plain.locator(ROWS).count()
    plain.locator("#only-supply").check()
    assert all("k-supply" in (row.get_attribute("class") or "") for row in
               plain.locator(ROWS).filter(visible=True).all())  # fmt: skip
    context.close()
