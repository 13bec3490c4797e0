"""Calendar dates in a text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.edtf import valid
from diglot.facts import dates
from diglot.facts.reading import Reading, read
from diglot.languages import SIDES, Lang, Side
from diglot.text.document import Block, Document
from diglot.text.ledger import Traced
from diglot.yamlfile import data
from tests.facts.made import document

PUBLISHED = "2021-05-20"
ROWS: list[tuple[Side, dict[str, Any]]] = [
    (side, row) for side in SIDES for row in data("dates")[side]["patterns"]
]


def reading(text: str) -> Reading:
    """A text of one paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", line, at))
        at += len(line) + 2
    whole = "\n\n".join(block.text for block in blocks)
    lang: Lang = "zh-Hans" if re.search("[\u3400-\u9fff]", text) else "en"
    return read(Document(Traced(whole), lang, None, tuple(blocks), ()))


def found(text: str, published: str | None = None) -> list[str]:
    return [one.date for one in dates.find(reading(text), published)]


@pytest.mark.parametrize(("side", "row"), ROWS, ids=[f"{s}-{r['example']}" for s, r in ROWS])
def test_every_pattern_finds_its_own_example(side: Side, row: dict[str, Any]) -> None:
    words = row.get("gives", row["example"])
    spans = {
        (row["example"][one.start : one.end], one.rule) for one in dates.scan(row["example"], side)
    }
    assert any(rule == row["rule"] and span.strip() in words for span, rule in spans)


@pytest.mark.parametrize(("side", "row"), ROWS, ids=[f"{s}-{r['example']}" for s, r in ROWS])
def test_every_example_has_the_value_that_stands_beside_it(side: Side, row: dict[str, Any]) -> None:
    text = f"，{row['example']}，公司宣布" if side == "zh" else f"Acme said {row['example']}."
    assert found(text, PUBLISHED) == ([row["value"]] if row["value"] else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月12日至14日，双方会面。", ["2024-03-12/2024-03-14"]),
        ("2022年5月，双方签约。一年后，双方成立公司。", ["2022-05", "2023"]),
        ("三天前，双方签约。", ["2024-03-12"]),
        ("双方两三年前合作过，三天前往罗马。", []),
        ("半年前，双方签约。", ["2023-09"]),
        ("2022年5月，双方签约。半年后，双方成立公司。", ["2022-05", "2022-11"]),
        ("工厂将在2026年前建成，2027年之后扩产，2015年前后还没有。", ["2026", "2027", "2015"]),
        ("2022年6月28日双方签约，两个月后即8月28日成立公司。", ["2022-06-28", "2022-08-28"]),
        ("公司于28/06/2019成立，系统版本13.5.2019。", ["2019-06-28"]),
        ("It was founded on 06/28/2019, 28.06.2018 or 05/06/2017.", ["2019-06-28", "2018-06-28"]),
        ("They met nearly three years ago, and signed two days ago.", ["2024-03-13"]),
        ("In May 2022 Foo met Bar. A year earlier, it had met Baz.", ["2022-05", "2021"]),
        (
            "Foo met Bar on September 16, 2018. Nine months and 12 days later, they signed.",
            ["2018-09-16", "2019-06-28"],
        ),
        ("4月25日，新车将亮相。", ["2024-04-25"]),
        ("Investors will look at the gap left in February.", ["2024-02"]),
        ("The car will be launched in April.", ["2024-04"]),
        ("The car will be officially launched in February.", ["2025-02"]),
        ("Build v15.6.2019 was out.", []),
        ("5月15日，双方宣布将合作推向新高度。", ["2023-05-15"]),
        ("On May 15, the two announced that they will work together.", ["2023-05-15"]),
        ("On May 15, the two will announce their plans.", ["2024-05-15"]),
        ("12月25日，公司成立。", ["2023-12-25"]),
        ("2018年5月，双方签约。9月，公司成立。次年，新车上市。", ["2018-05", "2018-09", "2019"]),
        ("新车预计于10月上市，6月底前完成测试。", ["2024-10", "2024-06"]),
        ("三家企业5月成立了基金，计划今后投入十亿元。", ["2023-05"]),
        ("The deal followed a memorandum of May between the two to start a venture.", ["2023-05"]),
        ("董事长5日前往罗马。", ["2024-03-05"]),
        ("据某公司5日报道，双方签约。", ["2024-03-05"]),
        ("上周五公告，本周三开会，下周一复牌。", ["2024-03-08", "2024-03-13", "2024-03-18"]),
        ("今年1-2月销量增长，较去年同期更多。", ["2024-01/2024-02", "2023"]),
        ("8月19日签约，公司于20日公告。", ["2023-08-19", "2023-08-20"]),
        ("Deliveries are to begin in September.", ["2024-09"]),
        ("他今日发微博，说是率队去的。", ["2024-03-15"]),
        ("董事长今天下午到场。", ["2024-03-15"]),
        ("He became chief executive in October.", ["2023-10"]),
        (
            "It was shown last October, in July last year and on 29 February.",
            ["2023-10", "2023-07", "2024-02-29"],
        ),
        ("The show runs April 25-May 4.", ["2024-04-25/2024-05-04"]),
        ("It opened on Monday and closed last Friday.", ["2024-03-11", "2024-03-08"]),
        (
            "It left in December 2020 after a crash in 2018. In October it signed a 2019 deal.",
            ["2020-12", "2018", "2023-10", "2019"],
        ),
        ("By the end of 2025 and in the second half of next year.", ["2025", "2025-41"]),
    ],
)
def test_dates_without_a_year_take_it_from_the_publication(text: str, expected: list[str]) -> None:
    assert found(text, "2024-03-15") == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024款Model 3售价24.59万元。",
        "近5日股价上涨，7日内无理由退货，为期3日，每月15日发工资。",
        "过去三年内，过去20年，三个月后，20世纪90年代。",
        "有了钱，才有了今天的底气。",
        "当年，我们都年轻；美好的明天。",
        "The 2024 Model 3 sold 2,000 units; they march on, as they may.",
        "It made 2000 vehicles and $2,024 in a week. Today, the market is huge.",
        "Every Friday the Mondays club met, 20% up from a year earlier.",
        "The ID.4 and the Model 3 cost 2.7 billion yuan, 10 March-built cars.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text, "2024-03-15") == []


def test_a_duration_gives_a_date_its_year_and_the_text_its_clock() -> None:
    text = (
        "6月28日，双方签署协议。这是自今年5月升级后的又一次合作。"
        "2018年9月16日，双方首次签约。时隔9个月12天，双方再度携手。"
    )
    statements = dates.find(reading(text))
    assert [one.date for one in statements] == ["2019-06-28", "2019-05", "2018-09-16"]
    assert statements[0].evidence == ("6月28日", "2018年9月16日", "时隔9个月12天")
    assert [one.basis for one in statements] == ["derived", "derived", "stated"]


def test_a_duration_alone_gives_the_date_it_leads_to() -> None:
    assert found("2018年9月16日首次签约。时隔9个月12天，再度携手。") == [
        "2018-09-16",
        "2019-06-28",
    ]


def test_the_year_of_a_goal_dates_nothing_else() -> None:
    text = "They signed a pact on cars for India by 2020. They had agreed in February to start."
    assert found(text) == ["2020", "XXXX-02"]
    assert found("双方签约，到2025年推出新车。双方2月已达成协议。") == ["2025", "XXXX-02"]


def test_a_date_without_any_year_keeps_it_unknown() -> None:
    assert found("11月21日，双方签约。") == ["XXXX-11-21"]
    assert found("On September 28, they signed.") == ["XXXX-09-28"]


def test_a_publication_date_without_a_year_leaves_the_year_unknown() -> None:
    text = "4日，公司宣布。今年1月，试点启动。去年，一切如常。昨日，股价上涨。"
    assert found(text, "XXXX-06-04") == ["XXXX-06-04", "XXXX-01", "XXXX-06-03"]
    assert found("They said on Wednesday. This month it went on.", "XXXX-07-15") == [
        "XXXX-07-15",
        "XXXX-07",
    ]


def test_relative_days_want_a_stated_publication_date() -> None:
    assert found("昨日，公司宣布签约。去年，公司成立。") == []


def test_the_year_before_another_date_is_counted_from_it() -> None:
    text = "2014年7月23日签约。次年3月成立基金；同年底，公司成立。次日开工。"
    assert found(text) == ["2014-07-23", "2015-03", "2015"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("3月1日，双方签署协议。", "signing"),
        ("3月1日，新车上市。", "launch"),
        ("3月1日，公司宣布涨价。", "announcement"),
        ("公司成立于2014年。", "other"),
        ("On 1 March 2024 they signed a deal and announced more.", "signing"),
        ("They met in Rome.\n\nUnder the agreement, buses run from spring 2025.", "other"),
        ("The agreement of 1 March 2024 ends a long dispute.", "signing"),
    ],
)
def test_the_words_of_its_sentence_say_what_happened(text: str, what: str) -> None:
    assert dates.find(reading(text), "2024-03-15")[0].what == what


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    assert found("鴻海18日發表新車，預計明年起交付。", "2021-10-18") == ["2021-10-18", "2022"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("9月15日，双方签约。16日，项目启动。\n18日，首车下线。", None,
         ["XXXX-09-15", "XXXX-09-16", "XXXX-09-18"]),
        ("10月8日，双方签约。9日，项目启动。", "2021-12-20", ["2021-10-08", "2021-10-09"]),
        ("10月8日，双方签约。19日，项目启动。", "2021-12-20", ["2021-10-08", "2021-12-19"]),
        ("双方10号在罗马签约，12号，项目启动。", "2021-05-20", ["2021-05-10", "2021-05-12"]),
        ("本月10号，双方签约。", "2021-05-20", ["2021-05-10"]),
        ("第10号楼旁，10号线通车，8号厂房开工。", "2021-05-20", []),
        ("They signed on Oct. 8. On the 10th they opened an office.", None,
         ["XXXX-10-08", "XXXX-10-10"]),
    ],
)  # fmt: skip
def test_a_day_alone_is_of_the_month_of_the_day_before_it_else_of_the_publications(
    text: str, published: str | None, expected: list[str]
) -> None:
    assert found(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某车Q3、某车Q5同日亮相。", []),
        ("公司Q1财报显示，销量上升。", ["2021-33"]),
        ("预计Q4交付。", ["2021-36"]),
        ("The Foo Q3 and the Foo Q5 share a platform.", []),
        ("Sales rose in Q1 and its Q2 results are due.", ["2021-33", "2021-34"]),
    ],
)
def test_a_models_name_is_no_quarter(text: str, expected: list[str]) -> None:
    assert found(text, PUBLISHED) == expected


def test_a_month_to_come_is_of_no_tale_of_past_years() -> None:
    text = "公司成立于1991年2月6日，1992年投产，新基地将在11月奠基。"
    assert found(text, "2014-10-15") == ["1991-02-06", "1992", "2014-11"]


def test_today_before_a_full_date_keeps_that_from_being_the_day_of_writing() -> None:
    text = "联盟今(25)日开会，称今年很关键。双方2020年10月16日首次提出设想。"
    assert found(text) == ["2020-10-16"]


def test_a_record_states_each_date_once() -> None:
    statements = dates.find(reading("2019年，公司成立。2019年，双方签署协议。"))
    events = dates.events(statements)
    assert [(one.date, one.what) for one in events] == [("2019", "signing")]
    assert "2019年" in events[0].evidence[0]


def test_a_range_can_be_parted_into_its_ends() -> None:
    statements = dates.find(reading("2018—2020年，公司投入增加。"))
    assert [one.date for one in dates.singles(statements)] == ["2018", "2020"]


PIECES = (
    "2019年,去年,同年,次年,5月,31日,2月,30日,至,时隔,9个月,12天,三天后,今年,上月,昨日,签署,。,周五,"
    "第四季度,上半年,年底,2月29日,in,July,2020,last,October,May,31,June,-,to,next,year,yesterday,"
    "Monday,Q4,the,first,half,of"
)
WORDS = st.sampled_from(PIECES.split(","))


@given(st.lists(WORDS, max_size=14), st.sampled_from([None, "2024-02-29", "2020", "XXXX-02-29"]))
def test_whatever_the_text_every_value_is_a_date_and_every_quotation_stands_in_it(
    words: list[str], published: str | None
) -> None:
    for text in ("".join(words), " ".join(words)):
        for one in dates.find(reading(text), published):
            assert valid(one.date)
            assert all(quotation in text for quotation in one.evidence)


@given(st.text(max_size=120), st.sampled_from([None, "2024-02-29", "XXXX-06-04", "2024-21"]))
def test_no_text_whatever_makes_the_search_for_dates_fail(text: str, published: str | None) -> None:
    if text := " ".join(text.split()):
        assert all(valid(one.date) for one in dates.find(reading(text), published))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("鴻海昨與友達簽約，今(18)日公告。", ["2021-10-17", "2021-10-18"]),
        ("公司昨日（17日）晚间公告，今早复牌，宣布重组。", ["2021-10-17", "2021-10-18"]),
        ("本田成立合资公司.2018年8月,双方签署协议.", ["2018-08"]),
    ],
)
def test_days_are_found_as_newspapers_of_all_places_say_them(
    text: str, expected: list[str]
) -> None:
    assert found(text, "2021-10-18") == expected


def test_a_month_earlier_is_counted_from_the_date_of_the_sentences_before() -> None:
    text = "On February 11, 2020, they signed. It was a start. A month earlier they had met."
    assert found(text, "2025-02-03") == ["2020-02-11", "2020-01"]


def test_a_lapse_that_ends_in_a_date_says_nothing_more() -> None:
    text = "It merged in December 2020. Three months later, on March 29, 2021, it changed its mind."
    assert found(text, "2025-02-03") == ["2020-12", "2021-03-29"]


def test_a_date_counted_from_the_publication_is_derived_though_its_year_is_plain() -> None:
    text = "5月17日，双方签约。2019年3月1日，双方首次签约。"
    first, second = dates.find(reading(text), "2021-05-20")
    assert (first.date, first.basis, first.dated, first.explicit) == (
        "2021-05-17", "derived", True, True,
    )  # fmt: skip
    assert (second.basis, second.dated) == ("stated", False)


def test_the_next_day_may_open_the_paragraph_behind_its_day() -> None:
    made = read(document("2023年11月20日，他说了话。", "次日，双方签约。"))
    assert [one.date for one in dates.find(made)] == ["2023-11-20", "2023-11-21"]
    far = read(document("2023年11月20日，他说了话。", "天气很好。", "次日，双方签约。"))
    assert [one.date for one in dates.find(far)] == ["2023-11-20"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Foo and Bar signed a pact and set a goal to sell a million cars in 2026.", "other"),
        ("Foo and Bar signed a pact with Baz in 2026.", "signing"),
        ("Foo signed a pact to sell cars on 3 May 2026.", "signing"),
        ("双方签署协议，力争2026年达产。", "other"),
        ("双方于2026年签署协议。", "signing"),
    ],
)
def test_the_year_of_an_aim_is_none_of_the_signing(text: str, what: str) -> None:
    assert [one.what for one in dates.events(dates.find(reading(text)))] == [what]
