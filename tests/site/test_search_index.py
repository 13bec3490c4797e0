"""The index of the search: every phrase finds its record, in small files, the same every time."""

from __future__ import annotations

import gzip
import re
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.site.pages import search
from diglot.site.search import index, shards, tokens
from tests.site import searched
from tests.site.search_reader import Searcher, decode
from tests.site.sites import ADDRESS, Site, build_site

ZH, EN, BOTH = "2021-03-01-dongfeng", "2022-05-02-dongfeng", "2023-07-03-tencent-baidu"
HANT, LINK, EXCERPT = "undated-tencent", "2020-01-04-baidu", "2020-02-05-baidu"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = searched.write(tmp_path_factory.mktemp("searched"))
    return Site.of(root, root / "output")


@pytest.fixture(scope="module")
def searcher(site: Site) -> Searcher:
    return Searcher(site.files.__getitem__)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("战略合作", {ZH}),
        ("段", {ZH, EXCERPT}),
        ("阶段", {ZH}),
        ("无双", {ZH}),
        ("AI大模型", {BOTH}),
        ("ai 大模型", {BOTH}),
        ("ＡＩ大模型", {BOTH}),
        ("5G", {BOTH}),
        ("戰略合作", {ZH}),
        ("騰訊", {BOTH, HANT}),
        ("腾讯", {BOTH, HANT}),
        ("车联网", {HANT}),
        ("signed", {EN}),
        ("SUPPLIER", {EN}),
        ("cafe", {EN}),
        ("Dongfeng", {ZH, EN}),
        ("东风", {ZH, EN}),
        ("Dongfeng Motor", {ZH, EN}),
        ("Tencent", {BOTH, HANT}),
        ("智能座舱", {BOTH}),
        ("东风 2021", {ZH}),  # a year only its dates have
        ("没有这样的话", set()),
    ],
)
def test_a_query_finds_its_records(searcher: Searcher, query: str, found: set[str]) -> None:
    assert searcher.slugs(query) == found


def test_every_phrase_of_every_text_finds_its_record(site: Site, searcher: Searcher) -> None:
    """Any substring of one or more Han characters of titles, summaries and bodies."""
    numbers = range(searcher.records)
    for number in numbers:
        record = searcher.file(f"records/{number}.json")
        texts = [text for text, _ in (*record["titles"], *record["summaries"])]
        texts += [text for _, block in record["blocks"] for _, *both in block for text in both]
        for run in re.findall("[\u3400-\u9fff]+", " ".join(texts)):
            for start in range(len(run)):
                for end in range(start + 1, len(run) + 1):
                    assert number in searcher.find(run[start:end]), run[start:end]


def test_a_rare_character_that_has_no_common_simplified_form_is_found_as_it_is() -> None:
    assert 0 in _searcher(["甲勑0"]).find("勑")


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=12)
WORD = st.from_regex(r"[A-Za-z0-9]{1,8}", fullmatch=True)
TEXT = st.lists(st.one_of(HAN, WORD, st.sampled_from(["，", " ", "、", "。"])), min_size=1).map(
    "".join
)


@settings(max_examples=60)
@given(st.lists(TEXT, min_size=1, max_size=6), st.data())
def test_any_part_of_any_text_finds_it(texts: list[str], data: st.DataObject) -> None:
    searcher = _searcher(texts)
    number = data.draw(st.integers(0, len(texts) - 1))
    for run in tokens.runs(texts[number]):
        start = data.draw(st.integers(0, len(run) - 1))
        end = data.draw(st.integers(start + 1, len(run)))
        assert number in searcher.find(run[start:end])
    for word in tokens.words(tokens.fold(texts[number])):
        assert number in searcher.find(word)
        assert number in searcher.find(word.upper())


def _searcher(texts: list[str]) -> Searcher:
    """Over records that have nothing but a title."""
    made = index.Index()
    for number, text in enumerate(texts):
        made.add_record(number, [[text], [], [], []])
    found = list(shards.packed(shards.values(made)))
    files = {f"search/terms/{n}.json": shards.dump(shard) for n, shard in enumerate(found)}
    starts = [next(iter(shard)) for shard in found]
    files["search/index.json"] = shards.dump({"records": len(texts), "terms": starts})
    return Searcher(files.__getitem__)


@given(st.lists(st.integers(0, 200_000), unique=True).map(sorted))
def test_numbers_are_read_back_as_they_were(ascending: list[int]) -> None:
    assert decode(shards.numbers(ascending)) == ascending


def test_a_term_is_found_whichever_shard_it_lies_in() -> None:
    texts = [chr(0x4E00 + n) * 2 + f" word{n}" for n in range(6000)]
    searcher = _searcher(texts)
    assert len(searcher.starts) > 5
    for number in range(0, 6000, 7):
        assert number in searcher.find(texts[number][:2])  # others may be its other form
        assert searcher.find(f"word{number}") == {number}


def test_forms_of_a_word_lead_to_one_stem() -> None:
    made = index.Index()
    made.add_record(0, [["signed signing signs sign"], [], [], []])
    terms = dict(shards.values(made))
    assert terms["signed"] == terms["signing"] == "=sign"
    assert terms["sign"].endswith("|signed signing signs")


def test_a_hit_in_the_title_weighs_more_than_one_in_the_body(searcher: Searcher) -> None:
    (number,) = searcher.find("下一阶段")  # its title says 新阶段, its body 下一阶段
    assert searcher.postings("阶段") == [set(), {number}, set(), set(), set()]
    assert searcher.postings("一阶") == [set(), set(), set(), set(), {number}]


def test_a_word_that_others_have_for_a_stem_keeps_what_holds_them() -> None:
    assert [tokens.stem(word) for word in ("aliased", "alias")] == ["alias", "alia"]
    searcher = _searcher(["it was aliased", "an alias", "neither"])
    assert searcher.find("aliased") == {0}
    assert searcher.find("alias") == {1}


def test_the_beginning_of_a_word_finds_it_in_the_next_shard_too() -> None:
    searcher = _searcher([f"word{number}" for number in range(6000)])
    borders = [start for start in searcher.starts if start.startswith("word")]
    assert len(borders) > 3
    for first in borders:
        longest = max(first[:n] for n in range(1, len(first)) if searcher.entry(first[:n]) is None)
        assert first in searcher.nearest(longest) or len(searcher.nearest(longest)) == 20


def test_names_of_companies_and_themes_find_their_pages(site: Site, searcher: Searcher) -> None:
    pack = searcher.file("pages/0.json")
    for term, path in (("东风", "companies/dongfeng/"), ("cockpit", "themes/smart_cockpit/")):
        pages = [pack[number] for number in searcher.postings(term)[0]]
        assert [page[1] for page in pages] == [path]
        assert f"en/{path}index.html" in site.files


def test_pages_of_more_records_have_lower_numbers(searcher: Searcher) -> None:
    """So that the best of many that are found are known without reading them."""
    pages = searcher.file("pages/0.json")
    assert pages[0][1] == "companies/baidu/"
    assert [page[4] for page in pages] == [3, 2, 2, 1]


def test_rights_keep_what_is_not_shown_out_of_the_search(site: Site, searcher: Searcher) -> None:
    assert searcher.slugs("只给链接") == {LINK}
    assert searcher.slugs("只给节选") == searcher.slugs("可见的首段") == {EXCERPT}
    for hidden in ("隐藏的", "摘要不可见", "遮蔽的次段"):
        assert searcher.slugs(hidden) == set()
        assert not any(
            hidden in data.decode() for name, data in site.files.items() if "search/" in name
        )


def test_filters_count_every_record(searcher: Searcher) -> None:
    facets = searcher.file("facets.json")
    counts = {
        name: {value[0]: len(decode(value[3])) for value in values}
        for name, values in facets.items()
    }
    assert counts["original"] == {"zh": 4, "en": 2}
    assert counts["company"] == {"dongfeng": 2, "tencent": 2, "baidu": 3}
    assert counts["theme"] == {"smart_cockpit": 1}
    assert counts["state"] == {"missing": 5, "translated": 1}
    assert counts["year"] == {"0": 1, "2020": 2, "2021": 1, "2022": 1, "2023": 1}


def test_newer_records_have_higher_numbers(searcher: Searcher) -> None:
    slugs = [searcher.file(f"records/{n}.json")["slug"] for n in range(searcher.records)]
    assert slugs == [HANT, LINK, EXCERPT, ZH, EN, BOTH]


@pytest.mark.parametrize(
    ("name", "edit", "changed"),
    [
        # The same terms in another order; another day of that year; another year.
        (f"articles/{EN}.en.md", ("two papers with its", "its two papers with"), {"records/4"}),
        (f"articles/{EN}.en.md", ("2022-05-02}", "2022-05-03}"), {"records/4"}),
        (
            f"articles/{EN}.en.md",
            ("2022-05-02}", "2021-05-02}"),
            {"records/4", "facets", "terms/0"},
        ),
        # What is shown of a company, and is not searched.
        ("companies/baidu.yml", ("kind:", "description: {zh: 搜, en: Finds}\nkind:"), {"pages/0"}),
    ],
)
def test_what_changes_a_file_of_the_search_changes_its_version(
    site: Site, tmp_path: Path, name: str, edit: tuple[str, str], changed: set[str]
) -> None:
    root = searched.write(tmp_path)
    path = root / "content" / name
    text = path.read_text(encoding="utf-8")
    assert edit[0] in text
    path.write_text(text.replace(*edit), encoding="utf-8")
    build_site(root, tmp_path / "output", ADDRESS)
    assert _differing(site, tmp_path / "output") == changed | {"index"}


def test_no_file_of_the_search_is_left_out_of_its_version(site: Site, searcher: Searcher) -> None:
    digest = sha256()
    for name, data in sorted(site.files.items()):
        if name.startswith("search/") and name != "search/index.json":
            digest.update(name.removeprefix("search/").encode() + sha256(data).digest())
    assert searcher.file("index.json")["version"] == digest.hexdigest()[:8]


def _differing(site: Site, output: Path) -> set[str]:
    """Files of the search, without their ending, that another build made otherwise."""
    found = {name: data for name, data in site.files.items() if name.startswith("search/")}
    changed = {name for name, data in found.items() if (output / name).read_bytes() != data}
    return {name.removeprefix("search/").removesuffix(".json") for name in changed}


def test_sentences_of_the_results_lead_to_places_of_the_facing_texts(
    site: Site, searcher: Searcher
) -> None:
    checked = 0
    for number in range(searcher.records):
        record = searcher.file(f"records/{number}.json")
        ids = site.pages[f"both/articles/{record['slug']}/index.html"].ids
        for block, sentences in record["blocks"]:
            for name, *texts in sentences:
                for side, text in zip(("zh", "en"), texts, strict=True):
                    if text:
                        assert f"{side}-{name or block}" in ids
                        checked += 1
    assert checked > 10


def test_the_search_page_lists_every_title_for_those_without_script(site: Site) -> None:
    for side in ("zh", "en"):
        page = site.pages[f"{side}/search/index.html"]
        links = page.root.xpath("//ul[@class='titles']//a/@href")
        assert {link.split("/")[-2] for link in links} == set(site.records)
        assert "JavaScript" in page.root.xpath("string(//noscript)")


def test_too_many_titles_give_way_to_the_years(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 3)
    page = Site.of(site.project, tmp_path).pages["en/search/index.html"]
    assert not page.root.xpath("//ul[@class='titles']")
    years = page.root.xpath("//section[@data-unasked]//ul/li/a/@href")
    assert "/repo/en/dates/2023/" in years
    assert "/repo/en/dates/undated/" in years
    assert len(gzip.compress(page.text.encode())) < 60_000


def test_every_page_but_the_chooser_has_a_box_that_leads_to_the_search(site: Site) -> None:
    for page in site.pages.values():
        forms = page.root.xpath("//form[@role='search']")
        assert len(forms) == {"chooser": 0, "404": 2}.get(page.kind, 1), page
        if page.kind not in ("chooser", "404", "search"):
            (action,) = page.root.xpath("//header//form/@action")
            assert re.fullmatch(r"/repo/(zh|en)/search/", action), page
            assert page.root.xpath("//header//form//input/@name") == ["q"]
