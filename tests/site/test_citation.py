"""Citations: each style's form, what is said of what is not known, and files programs read back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from diglot import edtf
from diglot.site.citation import bibtex, csl, dates, ris, styles
from diglot.site.citation.names import Name, name, names
from diglot.site.citation.work import Work
from tests.site import samples
from tests.site.sites import ADDRESS, Site, build_site

ZH = Work(
    key="2019-06-28-a",
    kind="newspaper",
    title="腾讯的“朋友圈”迎来伙伴",
    meaning="Tencent’s circle gains a partner",
    lang="zh-Hans",
    authors=names("张三、李四"),
    publisher="人民日报",
    date=edtf.parse("2019-06-28"),
    url="https://example.com/a-b?x=1&y=2",
)
EN = replace(
    ZH,
    key="b",
    title="Dongfeng “wins” an order",
    meaning="",
    lang="en",
    authors=names("John A. Smith、Li Fusheng"),
    publisher="China Daily",
)
NOTHING = replace(ZH, kind="text", authors=(), publisher="", date=None, url="")
RECORD = replace(
    ZH, key="a-zh", kind="record", authors=(Name("Diglot"),), publisher="Diglot",
    date=edtf.parse("2026-11-22"), translated=True,
)  # fmt: skip
TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1)


def _dated(date: str | None) -> Work:
    return replace(EN, authors=(), date=edtf.parse(date) if date else None, url="")


# The styles people read


def test_gbt_of_a_chinese_newspaper_keeps_names_whole_and_says_what_it_is() -> None:
    assert styles.plain(styles.gbt(ZH)) == (
        "张三, 李四. 腾讯的“朋友圈”迎来伙伴[N/OL]. 人民日报, 2019-06-28[请填写引用日期]. "
        "https://example.com/a-b?x=1&y=2."
    )


def test_gbt_of_an_english_newspaper_writes_surnames_in_capitals_and_pinyin_names_whole() -> None:
    assert styles.plain(styles.gbt(EN)).startswith(
        "SMITH J A, LI Fusheng. Dongfeng “wins” an order[N/OL]. China Daily, "
        "2019-06-28[fill in the date of access]. https://"
    )


@pytest.mark.parametrize(
    ("work", "others"),
    [(ZH, "等"), (EN, "et al"), (replace(ZH, lang="zh-Hant"), "等")],
)
def test_gbt_names_three_authors_and_the_rest_in_the_works_language(
    work: Work, others: str
) -> None:
    many = replace(work, authors=names("甲一、乙二、丙三、丁四"))
    assert styles.plain(styles.gbt(many)).startswith(f"甲一, 乙二, 丙三, {others}. ")


def test_gbt_of_a_site_is_an_electronic_bulletin_with_its_date_in_brackets() -> None:
    site = replace(ZH, kind="web", publisher="盖世汽车", authors=())
    assert "[EB/OL]. 盖世汽车(2019-06-28)[请填写引用日期]. https://" in styles.plain(
        styles.gbt(site)
    )


def test_a_report_of_a_site_whose_address_is_lost_is_one_of_the_site_all_the_same() -> None:
    lost = replace(ZH, kind="web", publisher="盖世汽车", authors=(), url="")
    assert styles.plain(styles.gbt(lost)).endswith("[EB/OL]. 盖世汽车(2019-06-28).")
    assert ris.entry(lost).startswith("TY  - ELEC")
    assert csl.item(lost)["type"] == "webpage"


def test_a_record_is_called_bilingual_only_where_it_is_translated() -> None:
    alone = replace(RECORD, translated=False)
    for work, one, other in (
        (RECORD, "bilingual record", "中英对照记录"),
        (alone, "record", "记录"),
    ):
        assert f": {other}[EB/OL]" in styles.plain(styles.gbt(work))
        assert f"partner; {one}]" in styles.plain(styles.apa(work))
        assert f"” [{work.meaning}]. {one.capitalize()}," in styles.plain(styles.chicago(work))
        assert f"note = {{{other}}}" in bibtex.entry(work)
        assert csl.item(work)["genre"] == other


def test_gbt_says_that_publisher_and_date_are_not_known_and_leaves_out_the_author() -> None:
    said = styles.plain(styles.gbt(NOTHING))
    assert said == "腾讯的“朋友圈”迎来伙伴[Z]. [出版地不详]: [出版者不详], [日期不详]."
    hant = styles.plain(styles.gbt(replace(NOTHING, lang="zh-Hant", title="騰訊")))
    assert hant == "騰訊[Z]. [出版地不詳]: [出版者不詳], [日期不詳]."
    en = styles.plain(styles.gbt(replace(NOTHING, lang="en", title="A title.")))
    assert en == "A title[Z]. [S.l.]: [s.n.], [n.d.]."


def test_gbt_of_the_page_is_a_web_page_with_a_slot_for_the_day_of_access() -> None:
    said = styles.plain(styles.gbt(RECORD))
    assert said.startswith(
        "Diglot. 腾讯的“朋友圈”迎来伙伴: 中英对照记录[EB/OL]. "
        "(2026-11-22)[请填写引用日期]. https://"
    )


def test_apa_gives_the_meaning_of_a_chinese_title_and_the_year_first() -> None:
    assert styles.plain(styles.apa(ZH)) == (
        "张三, & 李四. (2019, June 28). 腾讯的“朋友圈”迎来伙伴 "
        "[Tencent’s circle gains a partner]. 人民日报. https://example.com/a-b?x=1&y=2"
    )


def test_apa_begins_with_the_title_where_there_is_no_author_and_writes_nd() -> None:
    assert styles.plain(styles.apa(_dated(None))) == (
        "Dongfeng “wins” an order. (n.d.). China Daily."
    )


def test_apa_sets_what_it_wants_in_italics_but_nothing_chinese() -> None:
    assert [part.text for part in styles.apa(EN) if part.italic] == ["China Daily"]
    site = replace(EN, kind="web", publisher="Gasgoo")
    assert [part.text for part in styles.apa(site) if part.italic] == [EN.title]
    assert not any(part.italic for part in styles.apa(ZH))


def test_apa_names_twenty_authors_and_of_more_nineteen_and_the_last() -> None:
    def said(count: int) -> str:
        line = "、".join(f"甲{n:02}" for n in range(count))
        return styles.plain(styles.apa(replace(ZH, authors=names(line))))

    assert said(20).startswith("甲00, 甲01, ")
    assert ", 甲18, & 甲19. (2019" in said(20)
    assert ", 甲18, . . . 甲20. (2019" in said(21)


def test_chicago_inverts_the_first_name_only_and_quotes_within_quotes() -> None:
    assert styles.plain(styles.chicago(EN)) == (
        "Smith, John A., and Li Fusheng. “Dongfeng ‘wins’ an order.” China Daily, "
        "June 28, 2019. https://example.com/a-b?x=1&y=2."
    )


def test_chicago_does_not_invert_a_name_whose_surname_comes_first() -> None:
    said = styles.plain(styles.chicago(replace(EN, authors=names("Li Fusheng"))))
    assert said.startswith("Li Fusheng. “")


def test_chicago_of_nothing_but_a_title_has_no_stray_marks() -> None:
    said = styles.plain(styles.chicago(NOTHING))
    assert said == "“腾讯的‘朋友圈’迎来伙伴” [Tencent’s circle gains a partner]. N.d."


def test_a_title_that_ends_in_a_mark_gets_no_other() -> None:
    asked = replace(EN, title="Who wins?", authors=())
    assert "“Who wins?” China Daily" in styles.plain(styles.chicago(asked))
    assert styles.plain(styles.apa(asked)).startswith("Who wins? (2019, June 28). ")


@pytest.mark.parametrize(
    ("date", "gbt", "apa", "chicago"),
    [
        ("2019-06-28", "2019-06-28", "2019, June 28", "June 28, 2019"),
        ("2019-06", "2019-06", "2019, June", "June 2019"),
        ("2019", "2019", "2019", "2019"),
        ("2019-06?", "[2019-06]", "ca. 2019, June", "[June 2019?]"),
        ("2019~", "[2019]", "ca. 2019", "ca. 2019"),
        ("2019-XX-XX", "2019", "2019", "2019"),
        ("XXXX-09-28", "[n.d.]", "n.d.", "n.d."),
        (None, "[n.d.]", "n.d.", "n.d."),
        ("2019-34", "second quarter of 2019", "second quarter of 2019", "second quarter of 2019"),
    ],
)
def test_a_date_is_cited_as_far_as_it_is_known(
    date: str | None, gbt: str, apa: str, chicago: str
) -> None:
    work = _dated(date)
    assert styles.plain(styles.gbt(work)).endswith(f"China Daily, {gbt}.")
    assert f"({apa})." in styles.plain(styles.apa(work))
    assert styles.plain(styles.chicago(work)).endswith(f"China Daily, {chicago}".rstrip(".") + ".")


# Names


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("张三", Name("张三")),
        ("新华社记者", Name("新华社记者")),
        ("约翰·史密斯", Name("约翰·史密斯")),
        ("John Smith", Name("Smith", "John")),
        ("Ann-Marie O’Neil", Name("O’Neil", "Ann-Marie")),
        ("Li Fusheng", Name("Li", "Fusheng", eastern=True)),
        ("Xuefeng Gao", Name("Gao", "Xuefeng")),
        ("Reuters", Name("Reuters")),
        ("Desk 9 of the Daily", Name("Desk 9 of the Daily")),
    ],
)
def test_a_name_is_parted_only_where_its_parts_can_be_told(text: str, parts: Name) -> None:
    assert name(text) == parts


# What programs read


def _read_bibtex(text: str) -> dict[str, str]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    (found,) = library.entries
    return {"ENTRYTYPE": found.entry_type, **{f.key: f.value for f in found.fields}}


def _latex(text: str) -> str:
    """What LaTeX prints; pylatexenc does not know the names of braces, and prints ˆ for ^."""
    for macro, char in ((r"\textbraceleft{}", r"\{"), (r"\textbraceright{}", r"\}")):
        text = text.replace(macro, char)
    return LatexNodes2Text().latex_to_text(text).replace("ˆ", "^")


def test_bibtex_holds_what_is_known_and_dates_for_old_and_new_programs() -> None:
    found = _read_bibtex(bibtex.entry(ZH))
    assert found["ENTRYTYPE"] == "article"
    assert found["title"].strip("{}") == ZH.title
    assert found["journal"] == "人民日报"
    assert (found["year"], found["month"], found["date"]) == ("2019", "jun", "2019-06-28")
    assert found["url"] == ZH.url
    assert found["author"] == "{张三} and {李四}"
    assert set(_read_bibtex(bibtex.entry(NOTHING))) == {"ENTRYTYPE", "title", "langid"}


@pytest.mark.parametrize("mark", [*"#$%&_{}~^\\", "}{", "a}", "\\{", "50% & more_ {x} ~ ^"])
def test_bibtex_reads_marks_of_latex_as_text(mark: str) -> None:
    title = f"a {mark} b"
    found = _read_bibtex(bibtex.entry(replace(EN, title=title)))
    assert _latex(found["title"].removeprefix("{").removesuffix("}")) == title


@given(TEXT)
def test_no_text_breaks_a_bibtex_file(text: str) -> None:
    made = bibtex.entry(replace(EN, title=text, publisher=text, url=f"https://e.org/{text}"))
    library = bibtexparser.parse_string(made + bibtex.entry(ZH))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [EN.key, ZH.key]


def test_a_date_without_a_year_is_told_in_a_note_and_nowhere_as_a_date() -> None:
    work = _dated("XXXX-09-28")
    made = bibtex.entry(work)
    assert "year not stated" in made
    assert not re.search(r"^  (year|month|date) =", made, re.M)
    (item,) = rispy.loads(ris.entry(work))
    assert "year" not in item
    assert "date" not in item
    assert "year not stated" in item["notes"][0]
    assert "date-parts" not in csl.item(work)["issued"]


def test_ris_is_read_back_with_every_field() -> None:
    (item,) = rispy.loads(ris.entry(EN))
    assert item["type_of_reference"] == "NEWS"
    assert item["authors"] == ["Smith, John A.", "Li, Fusheng"]
    assert item["title"] == EN.title
    assert item["secondary_title"] == "China Daily"
    assert (item["year"], item["date"]) == ("2019", "2019/06/28/")
    assert item["urls"] == [EN.url]
    (chinese,) = rispy.loads(ris.entry(ZH))
    assert chinese["authors"] == ["张三", "李四"]


def test_ris_lines_end_as_the_format_wants_and_no_value_holds_one() -> None:
    made = ris.entry(replace(EN, title="a\nER  - \nTY  - b"))
    assert made.endswith("ER  - \r\n")
    assert len(rispy.loads(made)) == 1
    assert not re.search(r"(?<!\r)\n", made)


def test_csl_is_json_with_dates_in_parts_and_chinese_names_whole() -> None:
    found = json.loads(csl.text(ZH))
    assert found == csl.item(ZH)
    assert found["type"] == "article-newspaper"
    assert found["issued"] == {"date-parts": [[2019, 6, 28]]}
    assert found["author"] == [{"literal": "张三"}, {"literal": "李四"}]
    assert csl.item(EN)["author"][1] == {"family": "Li", "given": "Fusheng"}
    assert set(csl.item(NOTHING)) == {"id", "type", "language", "title"}


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2019", {"date-parts": [[2019]]}),
        ("2019-06~", {"date-parts": [[2019, 6]], "circa": True}),
        ("2019-22", {"date-parts": [[2019]], "season": 2}),
        ("2019-06-01/2019-06-03", {"date-parts": [[2019, 6, 1], [2019, 6, 3]]}),
    ],
)
def test_csl_says_partial_and_uncertain_dates_in_its_own_way(
    date: str, issued: dict[str, object]
) -> None:
    assert csl.item(_dated(date))["issued"] == issued


# On the pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample's site; its publisher is in no glossary."""
    root = samples.write(tmp_path_factory.mktemp("project"))
    output = tmp_path_factory.mktemp("output")
    return Site.of(root, output)


FORMS = ["GB/T 7714—2015", "APA 7", "Chicago 17", "BibTeX", "RIS", "CSL-JSON"]


def test_each_article_offers_every_form_of_source_and_page_in_closed_details(built: Site) -> None:
    for page in built.of_kind("article"):
        found = page.root.xpath("//details[@class='refs']")
        assert len(found) == 2, page.file
        for details in found:
            assert details.get("open") is None
            assert details.xpath(".//dt/text()") == FORMS
            assert all(ref.text_content().strip() for ref in details.xpath(".//*[@class='ref']"))
            buttons = details.xpath(".//button[@data-copy]")
            assert len(buttons) == len(FORMS)
            assert all(button.get("hidden") is not None for button in buttons)


def test_the_page_is_cited_with_its_own_title_address_and_day(built: Site) -> None:
    for page in built.of_kind("article"):
        record = built.record(page)
        title = page.root.xpath("string(//h1)")
        own = page.root.xpath("//details[@class='refs'][2]")[0].text_content()
        assert page.url in own
        assert title in own
        assert record.state is not None
        assert record.state.imported in own


def test_the_source_is_cited_in_its_own_language_on_both_pages(site: Site) -> None:
    said = {
        side: site.pages[f"{side}/articles/{samples.SLUG}/index.html"]
        .root.xpath("//details[@class='refs'][1]//*[@class='ref']")[0]
        .text_content()
        for side in ("zh", "en")
    }
    assert (
        said["zh"]
        == said["en"]
        == (
            "东风与腾讯签约[EB/OL]. 每日经济新闻(2025-09-28)[请填写引用日期]. "
            "https://news.example.com/1."
        )
    )


def test_a_source_without_an_address_is_cited_by_its_publisher_and_its_record_as_untranslated(
    tmp_path: Path,
) -> None:
    root = samples.write(tmp_path)
    samples.edit(root, "zh", ("  url: https://news.example.com/1\n", ""))
    (root / "content" / "articles" / f"{samples.SLUG}.en.md").unlink()
    files = Site.of(root, tmp_path / "output").output / "en" / "articles" / samples.SLUG
    source, record = json.loads((files / "cite.csl.json").read_text("utf-8"))
    assert source["type"] == "webpage"
    assert record["genre"] == "记录"


def test_a_publisher_is_named_in_the_language_of_the_source(built: Site) -> None:
    slug = next(s for s, r in built.records.items() if r.article.source.publisher == "Gasgoo")
    for side in ("zh", "en"):
        page = built.pages[f"{side}/articles/{slug}/index.html"]
        cited = page.root.xpath("//details[@class='refs'][1]")[0].text_content()
        assert "Gasgoo" in cited
        assert "盖世" not in cited


def test_traditional_characters_stay_and_so_does_the_publisher_as_the_text_names_it(
    built: Site, tmp_path: Path
) -> None:
    root = samples.write(tmp_path / "project")
    samples.edit(
        root,
        "zh",
        ("lang: zh-Hans", "lang: zh-Hant"),
        ("title: 东风与腾讯签约", "title: 東風與騰訊簽約"),
        ("publisher: 每日经济新闻", "publisher: 工商時報"),
    )
    names = "ctee: {name: {zh: 工商时报, en: Commercial Times}, aliases: {zh: [工商時報]}}\n"
    (root / "content" / "glossary" / "publishers.yml").write_text(names)
    build_site(root, tmp_path / "output", ADDRESS)
    files = tmp_path / "output/en/articles" / samples.SLUG
    (item, _) = json.loads((files / "cite.csl.json").read_text())
    assert (item["title"], item["container-title"]) == ("東風與騰訊簽約", "工商時報")
    assert item["type"] == "article-newspaper"
    assert item["language"] == "zh-TW"


def test_files_lie_beside_each_article_and_hold_source_and_page(built: Site) -> None:
    for page in built.of_kind("article"):
        folder = page.file.removesuffix("index.html")
        bib = bibtexparser.parse_string(built.files[f"{folder}cite.bib"].decode())
        assert len(bib.entries) == 2
        assert not bib.failed_blocks
        items = json.loads(built.files[f"{folder}cite.csl.json"])
        cited = rispy.loads(built.files[f"{folder}cite.ris"].decode())
        keys = [entry.key for entry in bib.entries]
        assert [item["id"] for item in items] == [item["id"] for item in cited] == keys
        assert items[1]["URL"] == page.url
        hrefs = page.root.xpath("//div[@id='cite']//a[@download]/@href")
        assert [built.file(page.link("a", href).target) for href in hrefs] == [
            f"{folder}{name}" for name in ("cite.bib", "cite.ris", "cite.csl.json")
        ]


def test_without_an_address_the_page_is_cited_without_one(rootless: Site) -> None:
    for page in rootless.of_kind("article"):
        items = json.loads(rootless.files[page.file.replace("index.html", "cite.csl.json")])
        assert "URL" not in items[1]


def test_no_page_cites_a_date_author_or_publisher_the_record_does_not_have(built: Site) -> None:
    for page in built.of_kind("article"):
        source = built.record(page).article
        item = json.loads(built.files[page.file.replace("index.html", "cite.csl.json")])[0]
        assert ("issued" in item) == bool(source.published.date)
        assert ("author" in item) == bool(source.source.author)
        assert ("container-title" in item) == bool(source.source.publisher)
        assert ("URL" in item) == bool(source.source.url)


def test_zotero_finds_what_the_page_shows(built: Site, site: Site) -> None:
    for page in built.of_kind("article"):
        record = built.record(page)
        own = page.side == record.side
        assert page.meta("citation_title") == [
            (record.article if own else record.translation).title
        ]
        assert page.meta("citation_language") == [page.root.get("lang")]
        assert page.meta("citation_public_url") == [page.url]
        assert page.meta("citation_journal_title") == []
        assert bool(page.meta("citation_publisher")) == bool(record.article.source.publisher)
        assert bool(page.meta("citation_author")) == bool(record.article.source.author)
    page = site.pages[f"en/articles/{samples.SLUG}/index.html"]
    assert page.meta("citation_publication_date") == ["2025/09/28"]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2019-06-28", "2019/06/28"),
        ("2019-06", "2019/06"),
        ("2019-21", "2019"),
        ("201X", ""),
        ("2018/2019", ""),
    ],
)
def test_tags_say_as_much_of_a_date_as_they_can(date: str, said: str) -> None:
    assert dates.slashed(edtf.parse(date)) == said


def test_only_articles_carry_citation_tags(built: Site) -> None:
    for page in built.pages.values():
        found = page.root.xpath("//meta[starts-with(@name, 'citation_')]")
        assert bool(found) == (page.kind == "article"), page.file


def test_a_supplied_title_stands_in_brackets(tmp_path: Path) -> None:
    root = samples.write(tmp_path / "project")
    samples.edit(root, "zh", ("summary: 摘", "title_basis: made\nsummary: 摘"))
    build_site(root, tmp_path / "output", ADDRESS)
    items = json.loads((tmp_path / f"output/en/articles/{samples.SLUG}/cite.csl.json").read_text())
    assert items[0]["title"] == "[东风与腾讯签约]"
