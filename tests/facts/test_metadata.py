"""When, where and by whom an article was published."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.edtf import valid
from diglot.facts import metadata
from diglot.facts.labels import parted
from diglot.facts.metadata import Metadata
from diglot.languages import Lang
from diglot.text.document import Block, Document, Removed, Role, Title
from diglot.text.ledger import Traced
from diglot.yamlfile import data


def meta(*lines: str, title: str | None = None, lang: Lang = "en") -> Metadata:
    """The metadata of lines written as ``role: text``."""
    removed = []
    for number, line in enumerate(lines, 1):
        role, _, text = line.partition(": ")
        assert role in get_args(Role)
        removed.append(Removed(number, text, role, "test"))  # type: ignore[arg-type]
    head = Title(title, len(lines) + 1) if title else None
    return metadata.read(Document(Traced(""), lang, head, (), tuple(removed)))


def publisher(*lines: str) -> str | None:
    credit = meta(*lines).publisher
    return credit.name if credit else None


def author(*lines: str) -> str | None:
    credit = meta(*lines).author
    return credit.name if credit else None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("stamp: 2021-01-19 18:30", "2021-01-19"),
        ("stamp: 2021年1月19日 星期二", "2021-01-19"),
        ("stamp: iconAug 14, 2025 17:54", "2025-08-14"),
        ("stamp: March 12 , 2024", "2024-03-12"),
        ("stamp: Date: 14/05/2024 16:12", "2024-05-14"),
        ("stamp: 5/14/2024", "2024-05-14"),
        ("stamp: Published 9:02 a.m. ET Feb. 1, 2021 | Updated Feb. 3, 2021", "2021-02-01"),
        ("stamp: Updated: 2024-03-12 10:20", "2024-03-12"),
        ("byline: By John Doe | Powertrain Monitor | 2 December 2024", "2024-12-02"),
        ("dateline: 新华社北京6月4日电", "XXXX-06-04"),
        ("dateline: BEIJING, July 27 (EV Wire Asia) —", "XXXX-07-27"),
        ("chrome: Copyright 2021", None),
    ],
)
def test_a_stamp_or_dateline_gives_the_date_of_publication(line: str, date: str | None) -> None:
    assert meta(line).published.date == date


def test_the_stamp_goes_before_the_dateline_and_the_first_version_before_the_last() -> None:
    lines = (
        "dateline: 本报南京3月22日电",
        "stamp: Last updated: 24 March 2019",
        "stamp: 2019/03/23",
    )
    found = meta(*lines)
    assert (found.published.date, found.published_line) == ("2019-03-23", 3)


def test_a_date_in_numbers_that_could_be_read_both_ways_is_only_inferred() -> None:
    assert meta("stamp: 03/04/2024").published.basis == "inferred"
    assert meta("stamp: 03/04/2024 6:30 AM EDT").published.date == "2024-03-04"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("source: 来源：车城在线",), "车城在线"),
        (("source: 來源：島嶼車訊　字級",), "島嶼車訊"),
        (("source: Source: Chip & Wheel",), "Chip & Wheel"),
        (("source: 车财观察", "chrome: © 别家网"), "车财观察"),
        (("dateline: 新华社北京6月4日电",), "新华社"),
        (("dateline: 本报北京6月5日讯",), None),
        (("dateline: Shanghai (Gasgoo)-",), "Gasgoo"),
        (("byline: By Jane Roe, EV Wire Asia",), "EV Wire Asia"),
        (("byline: By John Doe | Powertrain Monitor | 2 December 2024",), "Powertrain Monitor"),
        (("byline: 記者　島嶼車訊編輯部",), "島嶼車訊"),
        (("chrome: Copyright © 2021 车城在线 版权所有 未经授权不得转载",), "车城在线"),
        (("chrome: (c) 2022 Mobility Ledger Ltd",), "Mobility Ledger"),
        (("chrome: © 港股快訊有限公司 版權所有",), "港股快訊"),
        (("chrome: 氢能时报首页｜要闻｜政策",), "氢能时报"),
        (("chrome: 首页 | 资讯 | 电池",), None),
        (("chrome: We use cookies.", "chrome: Home  Blog  About"), None),
    ],
)
def test_the_publisher_is_the_credited_source_else_the_site(
    lines: tuple[str, ...], name: str | None
) -> None:
    assert publisher(*lines) == name


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("byline: 作者：老周",), "老周"),
        (("byline: 撰文：何大文",), "何大文"),
        (("byline: By Jane Roe, EV Wire Asia",), "Jane Roe"),
        (("byline: By Li Fusheng in Beijing",), "Li Fusheng"),
        (("byline: By John Smith and Jane Doe",), "John Smith、Jane Doe"),
        (("byline: （记者 王小明 通讯员 李四）",), "王小明、李四"),
        (("dateline: 新华社北京6月4日电（记者甲某、乙某）",), "甲某、乙某"),
        (("source: 来源：车城在线　作者：张三 李四",), "张三、李四"),
        (("chrome: Jane Roe  Detroit Dispatch", "source: Detroit Dispatch"), "Jane Roe"),
        (("byline: by Staff",), None),
        (("byline: 文/本刊编辑部",), None),
        (("byline: 作者：",), None),
    ],
)
def test_the_author_is_a_person_of_the_byline_or_dateline(
    lines: tuple[str, ...], names: str | None
) -> None:
    assert author(*lines) == names


def test_a_document_that_states_nothing_has_no_metadata() -> None:
    found = meta("chrome: 分享到： 微信 微博")
    assert (found.published.date, found.publisher, found.author) == (None, None, None)


ROWS: list[dict[str, Any]] = [
    row
    for kind in (
        *("dateline", "desks", "copyright", "selves", "closing"),
        *("tails", "leads", "ends", "glued", "times"),
    )
    for row in data("bylines")[kind]
]


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_every_pattern_of_credit_takes_its_part_of_its_example(row: dict[str, Any]) -> None:
    match = re.search(row["pattern"], row["example"])
    assert match
    assert "gives" not in row or match["name"].strip().startswith(row["gives"])


@pytest.mark.parametrize("row", data("bylines")["labels"], ids=lambda row: row["example"])
def test_every_label_is_known_for_what_it_is(row: dict[str, Any]) -> None:
    assert row["kind"] in {label for label, _ in parted(row["example"])}


@pytest.mark.parametrize("table", ["stamp", "byline", "names"])
def test_every_rule_of_a_table_finds_its_example(table: str) -> None:
    rules = data("bylines")[table]
    for key in (key for key in rules if f"{key}_example" in rules):
        assert re.search(rules[key], rules[f"{key}_example"]), key


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (
            ("stamp: Updated: 2024-09-02 11:05", "dateline: ROME, Aug. 27, 2024 (EV Wire) --"),
            "2024-08-27",
        ),
        (("stamp: 发表于 2021-1-6 00:41", "stamp: 原文发布时间：2021年1月4日"), "2021-01-04"),
        (("stamp: schedule2024-01-13 18:02person王小明",), "2024-01-13"),
        (("chrome: 04-1409:12Translated by machine, original text Chinese",), "XXXX-04-14"),
        (("stamp: Tuesday, 01/12/2021 - 10:42",), "2021-01-12"),
        (("dateline: date 2021-01-11 ",), "2021-01-11"),
        (("dateline: 江海网3月12日丨",), "XXXX-03-12"),
        (("chrome: 2234浏览 2024-09-13 某地",), "2024-09-13"),
        (("chrome: 出版：2021-01-11 14:00 更新：2021-01-12 10:00",), "2021-01-11"),
    ],
)
def test_the_first_publication_counts_whatever_runs_into_its_date(
    lines: tuple[str, ...], date: str | None
) -> None:
    assert meta(*lines).published.date == date


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("11", "2021-01"), "2021-01-11"),
        (("2021年1月", "11"), "2021-01-11"),
        (("Jan", "11", "2021"), "2021-01-11"),
        (("Home", "News", "Autos"), None),
    ],
)
def test_a_date_in_pieces_on_lines_of_their_own_is_put_together(
    parts: tuple[str, ...], date: str | None
) -> None:
    assert meta(*(f"chrome: {part}" for part in parts)).published.date == date


def test_the_date_below_the_signature_of_an_announcement_is_its_own() -> None:
    blocks = (Block("paragraph", "a", 0),)
    removed = (
        Removed(2, "（盖章）董事会", "chrome", "tail"),
        Removed(3, "二〇一八年五月三日", "chrome", "tail"),
    )
    found = metadata.read(Document(Traced("a"), "zh-Hans", None, blocks, removed))
    assert found.published.date == "2018-05-03"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("stamp: 25 April 2024 - 09:30", "byline: By Reuters"), "Reuters"),
        (("byline: By Ann Example, EVW", "stamp: July 26, 2023"), "EVW"),
        (
            (
                "chrome: Gear Wire and our 843 partners use cookies",
                "chrome: Advertise with Gear Wire",
            ),
            "Gear Wire",
        ),
        (("chrome: Copyright © 2021 Gear Wire on Example Frame Log in",), "Gear Wire"),
        (
            (
                "chrome: Gear Wire - Back to home",
                "stamp: 2021-01-11",
                "stamp: 11 Dec 2020 Example trims deal",
            ),
            "Gear Wire",
        ),
        (("chrome: HOME | TECHNIK | TRADE | SHOP", "stamp: 27.07.2022", "source: Technik"), None),
        (("chrome: From", "chrome: Car East Tower"), "Car East Tower"),
        (("chrome: 熱搜:", "chrome: 江海網編譯王小明"), "江海網"),
        (("chrome: 江海时报记者 王小明 编辑 李小四",), "江海时报"),
        (("dateline: （江海社罗马3日综合外电报导）",), "江海社"),
        (("dateline: IT江海之家 5月3日消息，",), "IT江海之家"),
        (("chrome: arrow_back江海头条more_horiz",), "江海头条"),
    ],
)
def test_agencies_desks_and_a_sites_own_words_name_the_publisher(
    lines: tuple[str, ...], name: str | None
) -> None:
    assert publisher(*lines) == name


def test_an_outlet_in_brackets_closes_an_article() -> None:
    text = "某车企与某公司今日签约，双方将共同开发电动车平台，并在明年推出首款车型。(江海财经)"
    blocks = (Block("paragraph", text, 0),)
    found = metadata.read(Document(Traced(text), "zh-Hans", None, blocks, ()))
    assert (found.publisher.name if found.publisher else None) == "江海财经"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("byline: 每经记者：王立讯 每经编辑：文 多",), "王立讯"),
        (("chrome: 江海網編譯王小明",), "王小明"),
        (("byline: 文|江海财经 王小明",), "王小明"),
        (("byline: 作者：小明，题图来自：江海图库",), "小明"),
        (("stamp: 2021-01-11", "chrome: Ann Example @ann"), "Ann Example"),
        (("stamp: 2021-01-11", "chrome: Ann Example, Jane Roe"), "Ann Example、Jane Roe"),
        (
            ("stamp: 2021-01-11", "chrome: Ann Example, Rome; Jane Roe, EV Wire"),
            "Ann Example、Jane Roe",
        ),
        (("dateline: 江海讯 5月3日消息（王小明）",), "王小明"),
        (("chrome: 江海头条", "chrome: 老周说车+关注"), "老周说车"),
    ],
)
def test_an_author_stands_behind_many_kinds_of_labels_and_beside_the_outlet(
    lines: tuple[str, ...], names: str | None
) -> None:
    assert author(*lines) == names


@pytest.mark.parametrize(
    ("lines", "date", "outlet", "writer"),
    [
        (
            ("chrome: 发布时间", "chrome: 2021-01-19 08:30", "chrome: 来源", "chrome: 车城在线"),
            "2021-01-19",
            "车城在线",
            None,
        ),
        (("chrome: 2024年04月09日07:16财经 车城在线",), "2024-04-09", "车城在线", None),
        (("chrome: 2020-05-15 10:21来源:车城智库作者:刘小明",), "2020-05-15", "车城智库", "刘小明"),
        (("chrome: SEPTEMBER 24, 20193:12 AMUPDATED 4 YEARS AGO",), "2019-09-24", None, None),
        (("chrome: 發布日期：民國111年1月19日",), "2022-01-19", None, None),
        (("chrome: 4-19 21:06发表于安徽",), "XXXX-04-19", None, None),
        (("chrome: 2024-03-12T08:30:00Z",), "2024-03-12", None, None),
        (("chrome: 17.11.2020",), "2020-11-17", None, None),
        (("stamp: 3 hours ago",), None, None, None),
        (
            ("chrome: 今天是：2019年10月08日 星期二", "stamp: 2019年9月13日"),
            "2019-09-13",
            None,
            None,
        ),
        (("chrome: Join Date: 3 Sep 2011",), None, None, None),
        (
            ("chrome: 编号：20200529-0417", "dateline: 江海社上海5月29日电"),
            "2020-05-29",
            "江海社",
            None,
        ),
        (
            ("stamp: 03-12-2023, 11:42 PM", "dateline: ROME, Jan. 5, 2021 --"),
            "2021-01-05",
            None,
            None,
        ),
        (("chrome: Linda From Autowire", "chrome: |"), None, "Autowire", "Linda"),
        (("chrome: 原创老周江海车讯", "chrome: 江海车讯"), None, "江海车讯", "老周"),
        (
            ("chrome: Reporting by Ann Example in ROME; Editing by Jane Roe",),
            None,
            None,
            "Ann Example",
        ),
        (("chrome: 以下文章来源于江海车讯 ，作者王小明",), None, "江海车讯", "王小明"),
        (("stamp: 2023-07-25", "chrome: 〔記者李台生／台北報導〕"), "2023-07-25", None, "李台生"),
        (("dateline: （中央社記者張建中新竹19日電）",), None, "中央社", "張建中"),
        (("dateline: ROME, May 3, 2024 /EV Wire/ --",), "2024-05-03", "EV Wire", None),
        (("chrome: Published in", "chrome: The Torque Curve"), None, "The Torque Curve", None),
    ],
)
def test_lines_the_text_layer_did_not_know_are_read_by_their_shape(
    lines: tuple[str, ...], date: str | None, outlet: str | None, writer: str | None
) -> None:
    found = meta(*lines)
    assert found.published.date == date
    assert (found.publisher.name if found.publisher else None) == outlet
    assert (found.author.name if found.author else None) == writer


def test_a_date_among_many_below_the_article_is_not_its_own() -> None:
    blocks = (Block("paragraph", "a", 0),)
    dates = ("2021-10-11", "2021-10-09", "2021-10-08")
    removed = tuple(Removed(n, one, "stamp", "test") for n, one in enumerate(dates, 2))
    found = metadata.read(Document(Traced("a"), "en", None, blocks, removed))
    assert found.published.date is None


PIECES = (
    "来源： 作者： By Published Updated: 2021-01-19 13/13/2021 (Wire) — 民国999年2月30日 / 原创"
    " 老周 © 2024 ： Ann Example, 记者 （ ） 2月30日电 > \u3000 00:00 AM Feb 30, 2021 20210230 and"
)
WORDS = st.lists(st.sampled_from(PIECES.split(" ")), max_size=8)
LINES = WORDS.map(" ".join) | WORDS.map("".join) | st.text(max_size=60)


@given(
    st.lists(st.tuples(LINES, st.sampled_from(get_args(Role))), max_size=8),
    LINES,
    st.sampled_from(get_args(Lang)),
)
def test_no_line_whatever_is_in_it_makes_the_reading_fail(
    lines: list[tuple[str, Role]], body: str, lang: Lang
) -> None:
    removed = tuple(Removed(n, text, role, "test") for n, (text, role) in enumerate(lines, 1))
    text = body.replace("\n", " ")
    blocks = (Block("paragraph", text, 0),) if text else ()
    found = metadata.read(Document(Traced(text), lang, None, blocks, removed))
    assert found.published.date is None or valid(found.published.date)
