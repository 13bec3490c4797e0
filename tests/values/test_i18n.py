"""Words by CLDR, and catalogues."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot import i18n
from diglot.problems import ContentError

PO = """
msgid ""
msgstr ""
"Language: zh_Hans\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Articles"
msgstr "文章"

msgid "Deals"
msgstr ""

#, fuzzy
msgid "Themes"
msgstr "主题"

msgid "by %(name)s"
msgstr "作者：%(nom)s"

msgid "one record"
msgid_plural "%(num)s records"
msgstr[0] "%(num)s条记录"

#~ msgid "Gone"
#~ msgstr "没了"
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "messages.po"
    path.write_text(PO, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2019-06-28", "2019年6月28日", "28 June 2019"),
        ("2019-06", "2019年6月", "June 2019"),
        ("2019", "2019年", "2019"),
        ("XXXX-09-28", "9月28日", "28 September"),
        ("XXXX-09", "9月", "September"),
        ("2020-34", "2020年第二季度", "second quarter of 2020"),
        ("2023-40", "2023年上半年", "first half of 2023"),
        ("2022-21", "2022年春季", "spring 2022"),
        ("201X", "2010年代", "2010s"),
        ("2019-06-28?", "可能是2019年6月28日", "possibly 28 June 2019"),
        ("2019-06~", "约2019年6月", "about June 2019"),
        ("2019-06-28/2019-06-30", "2019年6月28日至30日", "28–30 June 2019"),
        ("2019-06-28/2019-07-30", "2019年6月28日至7月30日", "28 June – 30 July 2019"),
        ("2019-06/2020", "2019年6月至2020年", "June 2019 – 2020"),
        ("2019/..", "2019年起", "since 2019"),
        ("../2019", "截至2019年", "until 2019"),
    ],
)
def test_dates_are_written_as_each_language_writes_them(text: str, zh: str, en: str) -> None:
    words = i18n.date_words(text, "zh"), i18n.date_words(text, "en").replace("\u2009", " ")
    assert words == (zh, en)


def test_a_date_says_on_request_that_its_year_is_not_stated() -> None:
    assert i18n.date_words("XXXX-09-28", "zh", say_yearless=True) == "9月28日（年份未注明）"
    assert i18n.date_words("2019-09-28", "en", say_yearless=True) == "28 September 2019"


def test_numbers_lists_and_names_follow_cldr() -> None:
    assert i18n.number(9000, "en") == "9,000"
    assert i18n.list_words(["a", "b", "c"], "en") == "a, b and c"
    assert i18n.list_words(["甲", "乙", "丙"], "zh") == "甲、乙和丙"
    assert i18n.list_words([], "en") == ""
    assert i18n.country_name("de", "en") == "Germany"


def test_chinese_names_sort_by_pinyin_among_latin_ones() -> None:
    names = ["腾讯", "NIO", "吉利", "百度", "东风"]
    order = sorted(names, key=lambda name: i18n.sort_key(name, "zh"))
    assert order == ["百度", "东风", "吉利", "NIO", "腾讯"]


def test_given_pinyin_outweighs_the_common_reading_of_a_character() -> None:
    names = [("长城", "chángchéng"), ("重庆", "Chóngqìng"), ("众泰", "zhongtai"), ("百度", None)]
    order = sorted(names, key=lambda name: i18n.sort_key(name[0], "zh", name[1]))
    assert [name for name, _ in order] == ["百度", "长城", "重庆", "众泰"]


def test_english_names_sort_without_regard_to_case_and_accents() -> None:
    order = sorted(["zeekr", "Škoda", "Audi", "smart"], key=lambda name: i18n.sort_key(name, "en"))
    assert order == ["Audi", "Škoda", "smart", "zeekr"]


def test_a_catalogue_is_compiled_in_memory_without_its_fuzzy_messages(po: Path) -> None:
    catalog = i18n.load_catalog(po)
    assert catalog.gettext("Articles") == "文章"
    assert catalog.gettext("Themes") == "Themes"
    assert catalog.ngettext("one record", "%(num)s records", 2) == "%(num)s条记录"


def test_every_problem_of_a_catalogue_is_named(po: Path) -> None:
    assert i18n.catalog_problems(po) == [
        "untranslated: Deals",
        "fuzzy: Themes",
        "placeholders: by %(name)s",
        "obsolete: Gone",
    ]


@pytest.mark.parametrize(("encoding", "line"), [("gb18030", 2), ("utf-16", 1)])
def test_a_catalogue_that_is_not_utf8_is_one_finding(
    tmp_path: Path, encoding: str, line: int
) -> None:
    path = tmp_path / "zh.po"
    path.write_bytes('msgid "a"\nmsgstr "中文"\n'.encode(encoding))
    with pytest.raises(ContentError, match=f"zh.po:{line}:1: .theme. .*; save it as UTF-8$"):
        i18n.load_catalog(path)


def test_a_catalogue_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "zh.po"
    path.write_text('msgid "a"\nmsgstr "中文"\n', encoding="utf-8-sig")
    assert i18n.load_catalog(path).gettext("a") == "中文"
