"""The search page in a real browser: what it finds, shows, announces and keeps in its address."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests import browser
from tests.site import hostile, searched
from tests.site.sites import Site, build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

ZH, EN, BOTH = "2021-03-01-dongfeng", "2022-05-02-dongfeng", "2023-07-03-tencent-baidu"
HANT, LINK, EXCERPT = "undated-tencent", "2020-01-04-baidu", "2020-02-05-baidu"
Search = Callable[..., "Tab"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = searched.write(tmp_path_factory.mktemp("searched"))
    address = "https://example.org/repo"
    return Site.of(root, root / "output", address)


@pytest.fixture(scope="module")
def address(site: Site, serve: Callable[..., str]) -> str:
    return serve(site.output, "/repo/")


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[object]:
    made = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def tab(context: object) -> Iterator[Tab]:
    page = context.new_page()  # type: ignore[attr-defined]
    yield page
    page.close()


@pytest.fixture(scope="module")
def asked(context: object) -> Iterator[Tab]:
    """One tab for all that is only asked and read."""
    page = context.new_page()  # type: ignore[attr-defined]
    yield page
    page.close()


@pytest.fixture
def search(asked: Tab, address: str) -> Search:
    """`search("东风", side="zh", year="2021")`: the tab with the answer."""
    asked.set_viewport_size({"width": 1280, "height": 900})
    asked.emulate_media(color_scheme="light")

    def ask(query: str, side: str = "en", **filters: str) -> Tab:
        said = "&".join(f"{key}={quote(value)}" for key, value in {"q": query, **filters}.items())
        asked.goto(f"{address}{side}/search/?{said}")
        return answered(asked)

    return ask


def answered(tab: Tab) -> Tab:
    tab.wait_for_selector("form[data-took]")
    return tab


def slugs(tab: Tab) -> list[str]:
    links = tab.locator(".records h2 a")
    return [href.split("/")[-2] for href in links.evaluate_all("all => all.map((a) => a.href)")]


def status(tab: Tab) -> str:
    return tab.get_by_role("status").inner_text()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("战略合作", {ZH}),
        ("段", {ZH, EXCERPT}),
        ("无双", {ZH}),
        ("AI大模型", {BOTH}),
        ("ａｉ大模型", {BOTH}),
        ("5G", {BOTH}),
        ("戰略合作", {ZH}),
        ("騰訊", {BOTH, HANT}),
        ("车联网", {HANT}),
        ("signing", {EN}),
        ("suppliers", {EN}),
        ("CAFÉ", {EN}),
        ("cafe", {EN}),
        ("Dongfeng", {ZH, EN}),
        ("东风", {ZH, EN}),
        ("Tencent", {BOTH, HANT}),
        ("who signed with Dongfeng", {EN}),
        ("link", set()),
        ("隐藏", set()),
    ],
)
def test_a_query_finds_each_record_once(search: Search, query: str, found: set[str]) -> None:
    tab = search(query)
    shown = slugs(tab)
    assert set(shown) == found
    assert len(shown) == len(found)
    words = {0: "No record found.", 1: "1 record"}.get(len(found), f"{len(found)} records")
    assert status(tab).startswith(words)


def test_a_hit_shows_both_titles_and_the_sentence_with_its_twin(search: Search) -> None:
    tab = search("大模型", side="zh")
    hit = tab.locator(".records > li")
    assert hit.locator("h2").inner_text() == "腾讯与百度合作座舱"
    assert hit.locator(".twin").inner_text() == "Tencent and Baidu work on the cockpit"
    first, second = hit.locator(".says").all()
    assert first.inner_text() == "腾讯把AI大模型带进座舱。"
    assert second.inner_text() == "Tencent brings its large AI model to the cockpit."
    assert first.locator("mark").all_inner_texts() == ["大模型"]
    assert second.get_attribute("lang") == "en"
    assert first.get_attribute("lang") is None  # the language of the page
    assert hit.locator(".twin").get_attribute("lang") == "en"


def test_the_sentence_leads_to_its_place_among_the_facing_texts(search: Search) -> None:
    tab = search("5G maps")
    link = tab.locator(".says a").first
    assert link.locator("mark").all_inner_texts() == ["５Ｇ", "maps"]
    link.click()
    tab.wait_for_url("**/both/articles/**")
    fragment = urlsplit(tab.url).fragment
    assert "５Ｇ maps" in tab.locator(f"[id='{fragment}']").inner_text()


def test_a_name_found_through_the_registry_is_marked_as_the_text_writes_it(search: Search) -> None:
    tab = search("Dongfeng")
    item = tab.locator(".records > li", has=tab.locator(f"h2 a[href*='{ZH}']"))
    assert set(item.locator(".says mark").all_inner_texts()) == {"东风"}
    assert item.locator(".says").first.get_attribute("lang") == "zh-Hans"


def test_traditional_originals_are_marked_for_a_simplified_query(search: Search) -> None:
    tab = search("车联网", side="zh")
    line = tab.locator(".says").first
    assert line.locator("mark").all_inner_texts() == ["車聯網"]
    assert line.get_attribute("lang") == "zh-Hant"


def test_pages_of_companies_and_themes_come_first(search: Search) -> None:
    tab = search("Dongfeng")
    links = tab.locator(".topics a")
    assert links.all_inner_texts() == ["Dongfeng Motor"]
    assert str(links.first.get_attribute("href")).endswith("/repo/en/companies/dongfeng/")
    assert status(tab) == "2 records · 1 company or theme"
    assert tab.locator(".topics, .records").first.get_attribute("class") == "topics"
    theme = search("智能座舱", side="zh").locator(".topics a")
    assert str(theme.first.get_attribute("href")).endswith("/repo/zh/themes/smart_cockpit/")


@pytest.mark.parametrize("name", ["company", "theme", "year", "original", "state"])
def test_with_a_filter_no_pages_of_companies_and_themes_stand_above(
    search: Search, name: str
) -> None:
    value = {"company": "dongfeng", "year": "2021", "original": "en"}.get(name, "none")
    tab = search("Dongfeng", **{name: value})
    assert tab.locator(".topics a").count() == 0
    assert not tab.locator(".topics").is_visible()
    assert "company or theme" not in status(tab)


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("company", "dongfeng", {ZH, EN}),
        ("company", "tencent", {BOTH, HANT}),
        ("theme", "smart_cockpit", {BOTH}),
        ("year", "2021", {ZH}),
        ("year", "0", {HANT}),
        ("original", "en", {EN, BOTH}),
        ("state", "translated", {BOTH}),
    ],
)
def test_each_filter_narrows_the_results_and_stands_in_the_address(
    search: Search, name: str, value: str, found: set[str]
) -> None:
    tab = search("", **{name: value})
    assert set(slugs(tab)) == found
    tab.wait_for_function("document.querySelector('select[name=original]').options.length > 1")
    assert tab.locator(f"select[name={name}]").input_value() == value
    label = tab.locator(f"select[name={name}] option:checked").inner_text()
    assert label.endswith(f" ({len(found)})")


def test_choosing_a_filter_and_an_order_changes_results_and_address(search: Search) -> None:
    tab = search("东风")
    assert slugs(tab) == [ZH, EN]  # the title of the first says so in these words
    tab.select_option("select[name=sort]", "date")
    tab.wait_for_function("document.querySelector('.records h2 a').href.includes('2022')")
    assert slugs(tab) == [EN, ZH]
    tab.wait_for_function("document.querySelector('select[name=year]').options.length > 2")
    tab.select_option("select[name=year]", "2021")
    tab.wait_for_function("document.querySelectorAll('.records > li').length === 1")
    assert slugs(tab) == [ZH]
    assert parse_qs(urlsplit(tab.url).query) == {"q": ["东风"], "sort": ["date"], "year": ["2021"]}
    address = tab.url
    tab.goto("about:blank")
    tab.goto(address)
    assert slugs(answered(tab)) == [ZH]
    for _ in range(3):  # past the empty page and the last filter
        tab.go_back()
    tab.wait_for_function("document.querySelectorAll('.records > li').length === 2")


def test_the_other_language_is_asked_the_same(search: Search) -> None:
    tab = search("Dongfeng", year="2021")
    tab.click("nav.switch a.zh")
    tab.wait_for_url("**/zh/search/?**")
    assert slugs(answered(tab)) == [ZH]
    assert status(tab).startswith("1篇记录")


def test_what_no_record_has_as_a_whole_shows_what_comes_close(search: Search) -> None:
    tab = search("腾讯座舱大模型合作")
    assert slugs(tab)[0] == BOTH
    assert status(tab).startswith("No record has all of it; 1 record come")


def test_typing_answers_without_a_key_and_enter_keeps_the_address(tab: Tab, address: str) -> None:
    tab.goto(address + "en/search/")
    assert tab.locator(".titles li").count() == len(searched.ORIGINALS)
    assert tab.locator(".titles").is_visible()
    tab.locator("#q").press_sequentially("Tenc")
    answered(tab)
    assert set(slugs(tab)) == {BOTH, HANT}
    assert not tab.locator(".titles").is_visible()
    tab.fill("#q", "")
    tab.wait_for_selector(".titles", state="visible")
    assert status(tab) == ""


def test_what_is_typed_is_completed_from_the_next_shard(site: Site, tab: Tab, address: str) -> None:
    head, terms = (json.loads(site.files[f"search/{n}.json"]) for n in ("index", "terms/0"))
    second = {term: value for term, value in terms.items() if term >= "tencent"}
    first = {term: value for term, value in terms.items() if term < "tencent"}
    head["terms"].append("tencent")
    for name, value in (("index", head), ("terms/0", first), ("terms/1", second)):
        tab.route(f"**/search/{name}.json*", partial(_answer, json.dumps(value)))
    tab.goto(address + "en/search/?q=Tenc")
    assert set(slugs(answered(tab))) == {BOTH, HANT}


def test_of_a_long_query_no_more_than_twelve_terms_are_looked_up(
    site: Site, tab: Tab, address: str
) -> None:
    head, terms = (json.loads(site.files[f"search/{n}.json"]) for n in ("index", "terms/0"))
    asked: list[str] = []

    def shard(route: Route) -> None:  # each term is a file of its own
        term = head["terms"][int(Path(urlsplit(route.request.url).path).stem)]
        asked.append(term)
        _answer(json.dumps({term: terms[term]}), route)

    head["terms"] = list(terms)
    tab.route("**/search/index.json*", partial(_answer, json.dumps(head)))
    tab.route("**/search/terms/*.json*", shard)
    tab.goto(f"{address}en/search/?q={quote('腾讯把AI大模型带进座舱。百度加上5G地图。')}")
    assert slugs(answered(tab)) == [BOTH]
    assert len(asked) == 12
    tab.goto(f"{address}en/search/?q={quote('百度把AI大模型带进座舱。腾讯加上5G地图。')}")
    assert slugs(answered(tab))[0] == BOTH
    assert status(tab).startswith("No record has all of it")


def _answer(body: str, route: Route) -> None:
    route.fulfill(body=body, content_type=None if body.startswith(("{", "[")) else "text/css")


def test_the_box_in_the_masthead_leads_to_the_answer(tab: Tab, address: str) -> None:
    tab.goto(address + "zh/companies/")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "seek"
    tab.keyboard.type("5G")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/zh/search/?q=5G")
    assert slugs(answered(tab)) == [BOTH]
    assert tab.evaluate("document.activeElement.id") == "q"


@pytest.mark.parametrize(("side", "name"), [("zh", "深圳"), ("en", "Shenzhen")])
def test_a_place_among_the_terms_leads_to_the_records_that_name_it(
    built: Site, tab: Tab, serve: Callable[..., str], side: str, name: str
) -> None:
    tab.goto(f"{serve(built.output, '/repo/')}{side}/terms/")
    tab.get_by_role("link", name=name, exact=True).click()
    assert "2019-06-28-tencent-dongfeng" in slugs(answered(tab))
    assert tab.locator("#q").input_value() == name
    assert "深圳" in tab.locator(".says mark").all_inner_texts()


def test_every_control_is_reached_by_tab(search: Search) -> None:
    tab = search("东风")
    tab.focus("#q")
    seen = []
    for _ in range(12):
        tab.keyboard.press("Tab")
        seen.append(tab.evaluate("document.activeElement.name || document.activeElement.tagName"))
    assert seen[1:7] == ["company", "theme", "year", "original", "state", "sort"]
    assert seen.count("A") >= 4


def test_without_script_the_page_lists_all_titles_and_says_what_is_missing(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(address + "en/search/?q=Dongfeng")
    assert page.locator(".titles li").count() == len(searched.ORIGINALS)
    assert "JavaScript is switched off" in page.locator("main").inner_text()
    assert not page.locator("select").first.is_visible()
    page.close()


def test_what_is_typed_and_what_a_record_says_do_not_become_elements(
    tab: Tab, serve: Callable[..., str], tmp_path: Path
) -> None:
    root = hostile.write(tmp_path)
    build_site(root, root / "output", "https://example.org/repo")
    tab.add_init_script("self.alerts = 0; self.alert = () => { alerts++; };")
    address = serve(root / "output", "/repo/")
    for query in ("Tencent " + hostile.ESCAPE, "Tencent", "座舱"):
        tab.goto(f"{address}en/search/?q={quote(query)}&company={quote(hostile.ESCAPE)}")
        answered(tab)
        tab.goto(f"{address}en/search/?q={quote(query)}")
        answered(tab)
        item = tab.locator(".records > li", has=tab.locator(f"h2 a[href*='{hostile.SLUG}']"))
        assert item.locator("h2 a").inner_text() == "Ti" + hostile.ESCAPE
        assert tab.locator("main img, main script:not([src]), main [onerror]").count() == 0
        assert tab.evaluate("alerts") == 0
    assert "Tencent" + hostile.ESCAPE in tab.locator("select[name=company]").inner_text()


WITH, WITHOUT = 12, 20
"""Records with a phrase, and with no more than its pairs of characters."""


@pytest.fixture(scope="module")
def many(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    root = tmp_path_factory.mktemp("phrases")
    searched.write(root)
    for number in range(WITH + WITHOUT):
        text = "海陆空三栖" if number % 8 in (0, 3, 6) else "海陆、陆空、空三、三栖"
        (root / f"content/articles/phrase-{number:02}.zh.md").write_text(
            searched.HEAD.format(
                lang="zh-Hans",
                title=f"第{number}篇",
                summary="略。",
                more=f"published: {{date: 2021-01-{number % 28 + 1:02}}}\n",
                body=f"说的是{text}，栖海。",
            ),
            encoding="utf-8",
        )
    build_site(root, root / "output", "https://example.org/repo")
    return serve(root / "output", "/repo/")


def test_the_first_results_wait_for_no_more_records_than_a_page_has(tab: Tab, many: str) -> None:
    """Later ones never come."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) <= 10:
            route.continue_()

    tab.route("**/search/records/*", answer)
    tab.goto(many + "zh/search/?q=" + quote("海陆空三栖"))
    answered(tab)
    assert 1 <= len(slugs(tab)) < 10
    assert status(tab).startswith("约")


def test_the_page_fills_and_more_are_read_when_they_are_asked_for(tab: Tab, many: str) -> None:
    tab.goto(many + "zh/search/?q=" + quote("海陆空三栖"))
    answered(tab)
    tab.wait_for_function("document.querySelectorAll('.records > li').length >= 10")
    first = slugs(tab)
    tab.get_by_role("button", name="显示更多记录").click()
    tab.wait_for_function("!document.querySelector('[role=status]').textContent.includes('约')")
    assert status(tab).startswith(f"{WITH}篇记录")
    assert slugs(tab)[:10] == first
    assert len(set(slugs(tab))) == len(slugs(tab)) == WITH
    assert set(tab.locator(".says mark").all_inner_texts()) == {"海陆空三栖"}
    assert not tab.get_by_role("button", name="显示更多记录").is_visible()


def test_a_phrase_of_which_all_records_have_but_the_pairs_comes_close(tab: Tab, many: str) -> None:
    tab.goto(many + "en/search/?q=" + quote("三栖海陆"))
    answered(tab)
    assert status(tab).startswith(f"No record has all of it; {WITH + WITHOUT} records come close")
    assert len(slugs(tab)) == 10


def test_a_missing_index_is_said_and_the_titles_stay(tab: Tab, address: str) -> None:
    tab.route("**/search/index.json*", lambda route: route.abort())
    tab.goto(address + "en/search/?q=Dongfeng")
    tab.wait_for_function("document.querySelector('[role=status]').textContent")
    assert "could not be read" in status(tab)
    assert tab.locator(".titles").is_visible()


@pytest.mark.parametrize("module", ["search", "folding"])
@pytest.mark.parametrize("broken", [False, True])
def test_a_missing_or_broken_module_is_said_and_the_titles_stay(
    tab: Tab, address: str, module: str, broken: bool
) -> None:
    tab.route(
        f"**/static/search/{module}.*.js",
        lambda route: route.fulfill(body="}") if broken else route.abort(),
    )
    tab.goto(address + "en/search/?q=Dongfeng")
    tab.wait_for_function("document.querySelector('[role=status]').textContent")
    assert "could not be read" in status(tab)
    assert tab.locator(".titles").is_visible()


def test_where_nothing_is_found_the_list_of_all_records_leads_on(search: Search) -> None:
    tab = search("xyzzy")
    assert status(tab) == "No record found."
    assert tab.locator(".titles").is_visible()
    assert not tab.locator(".records").is_visible()  # not even its line
    assert not search("Dongfeng").locator(".titles").is_visible()


SHIFTS = """
self.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((shift) => shift.value)))
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("side", ["zh", "en"])
@pytest.mark.parametrize("query", ["", "东风", "xyzzy"])
def test_nothing_moves_while_an_answer_comes(tab: Tab, address: str, side: str, query: str) -> None:
    assert _shifts(tab, f"{address}{side}/search/?q={quote(query)}") == []


@pytest.mark.parametrize(
    ("query", "kept"),
    [("", "display: grid; visibility: hidden;"), ("东风", "min-block-size: 100vh;")],
)
def test_what_has_no_place_kept_for_it_is_seen_to_move_the_page(
    tab: Tab, address: str, site: Site, query: str, kept: str
) -> None:
    """So that the test above can fail: the filters, and the foot of the page below an answer."""
    [style] = [text.decode() for name, text in site.files.items() if name.endswith(".css")]
    planted = style.replace(kept, "")
    assert planted != style
    tab.route("**/static/style.*.css", partial(_answer, planted))
    assert _shifts(tab, f"{address}en/search/?q={quote(query)}")


def _shifts(tab: Tab, address: str) -> list[float]:
    """How far the page moves on a phone while its answer comes, each time."""
    tab.set_viewport_size({"width": 412, "height": 823})
    tab.add_init_script(SHIFTS)
    tab.route("**/static/search/search.*.js", _late)  # so that the page is painted before
    tab.goto(address)
    if address.partition("=")[2]:
        answered(tab)
    tab.wait_for_timeout(500)
    return list(tab.evaluate("shifts"))


def _late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("side", ["zh", "en"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_results_are_accessible_and_fit(search: Search, side: str, scheme: str, width: int) -> None:
    tab = search("东风", side=side)
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    assert browser.axe_violations(tab) == []
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width
