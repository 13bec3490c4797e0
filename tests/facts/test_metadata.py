"""When, where and by whom an article was published."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from diglot.facts import metadata
from diglot.facts.metadata import Metadata
from diglot.model import Lang
from diglot.text.document import Document, Removed, Role, Title
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
    for kind in ("source", "dateline", "desks", "copyright", "tails")
    for row in data("bylines")[kind]
]


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_every_pattern_of_credit_takes_its_part_of_its_example(row: dict[str, Any]) -> None:
    match = re.search(row["pattern"], row["example"])
    assert match
    assert "gives" not in row or match["name"].strip().startswith(row["gives"])
