"""What heads and tails of real pages do: sections, switches and notices around the headline."""

from __future__ import annotations

import pytest

from diglot.text.document import Document
from tests.text.story import ONE, THREE, TITLE, TWO, read, texts

ZH = (
    "福途汽车与巴尔云在罗马签署合作协议，双方将共同开发下一代电动汽车的软件平台，首款车型将于明年上市。",
    "福途汽车方面确认了这一消息，但没有透露投资金额，知情人士称双方谈判已经持续了半年之久。",
)


def title(document: Document) -> str | None:
    return document.title.text if document.title else None


def test_bullets_before_headline_and_date_are_no_part_of_them() -> None:
    page = read("  • " + TITLE, "", "  • 2021-05-03  Source: Example Post", "  • " + ONE, TWO)
    assert page.title
    assert page.title.text == TITLE
    assert [one.role for one in page.removed] == ["title", "stamp", "source"]


def test_a_topic_before_a_headline_is_no_part_of_it() -> None:
    headline = "福途汽车与巴尔云宣布共同开发软件"
    page = read("#公告#" + headline, "2021-05-03", ONE, TWO)
    assert page.title
    assert page.title.text == headline


def test_a_teaser_cut_off_at_an_abbreviation_stands_once() -> None:
    assert [block.text for block in read(TITLE, ONE[:60], f"ROME (AP) — {ONE}", TWO).blocks] == [
        ONE,
        TWO,
    ]


def test_a_headline_alone_behind_the_article_is_that_of_the_article() -> None:
    document = read(ONE, TWO, THREE, TITLE)
    assert title(document) == TITLE
    assert [block.text for block in document.blocks] == [ONE, TWO, THREE]
    other = "Weather in the north stays dry until the weekend"
    assert title(read(ONE, TWO, THREE, other)) is None


def test_the_name_of_a_paper_by_itself_is_no_headline() -> None:
    assert title(read("2021-05-03", "《罗马共同宣言》", *ZH)) is None


def test_a_headline_below_the_name_of_a_section_is_still_one() -> None:
    notice = "This picture contains content which some people may not wish to look at just now."
    document = read(notice, "Comments", "Breaking News", "Vans", TITLE, "May 3, 2018", ONE, TWO)
    assert title(document) == TITLE


@pytest.mark.parametrize(
    "notice",
    [
        "You are using a browser version with limited support for our pages, we are sorry to say.",
        "This material may not be published, broadcast or rewritten by anybody who reads it here.",
        "Expand / Collapse search",
        "Site theme toggle. Switch between light or dark mode",
        "Sign up with your address below and read on every day",
    ],
)
def test_a_notice_above_the_headline_is_none(notice: str) -> None:
    document = read(notice, "Vans", "Published", "May 3, 2018", TITLE, "By Ann Example", ONE, TWO)
    assert title(document) == TITLE
    assert [block.text for block in document.blocks] == [ONE, TWO]


def test_a_headline_a_ranking_numbers_is_no_running_head() -> None:
    document = read(TITLE, TITLE, "2018-05-03 08:00", ONE, TWO, THREE, f"03 {TITLE}")
    assert title(document) == TITLE


@pytest.mark.parametrize(
    "line", ["请至某某官网下载 请至别处官网下载", "您即将进入之内容 需满18岁 方可浏览"]
)
def test_a_gate_before_a_chinese_headline_is_none(line: str) -> None:
    headline = "福途汽车与巴尔云共同开发软件平台"
    assert title(read(line, headline, "2018-05-03 08:00", *ZH)) == headline


def test_the_name_of_the_outlet_in_brackets_before_a_headline_is_no_part_of_it() -> None:
    headline = "福途汽车与巴尔云共同开发软件平台"
    assert title(read(f"【示例时报】{headline}", "2018-05-03", *ZH)) == headline
    assert title(read(f"【{headline}】", "2018-05-03", *ZH)) == headline


def test_a_dateline_may_stand_before_the_first_heading() -> None:
    found = texts("福途汽车与巴尔云共同开发软件平台", "示例网讯：一、软件平台的前景", *ZH)
    assert found == ["一、软件平台的前景", *ZH]


@pytest.mark.parametrize(
    "caption",
    [
        "Foo Motor and Bar Cloud want to sell vans together in the next year. Credit: Foo",
        "Ann Example of Foo Motor and John Roe of Bar Cloud in their new works in Rome. (l to r)",
        "Image by Ann Example via Example Pictures",
    ],
)
def test_what_credits_a_picture_or_says_who_is_on_it_is_a_caption(caption: str) -> None:
    assert texts(TITLE, ONE, caption, TWO, THREE) == [ONE, TWO, THREE]


def test_the_sections_before_a_headline_are_no_part_of_it() -> None:
    headline = "福途汽车与巴尔云共同开发软件平台"
    assert title(read(f"汽车要闻 > {headline}", "2018-05-03 08:00", *ZH)) == headline
    document = read("Home: Motors > A new van", TITLE, "May 3, 2018", ONE, TWO)
    assert title(document) == TITLE


@pytest.mark.parametrize("dots", [" …", "..."])
def test_a_headline_may_break_off(dots: str) -> None:
    document = read(f"Foo Motor and Bar Cloud to build the software of vans{dots}", ONE, TWO, THREE)
    assert title(document) == f"Foo Motor and Bar Cloud to build the software of vans{dots}"


@pytest.mark.parametrize(
    "line",
    [
        "如若转载，请注明来源：福途汽车与巴尔云共同开发软件平台https://www.example.cn/a/1.html",
        "原文链接：https://www.example.cn/a/1.html",
    ],
)
def test_where_a_text_is_from_is_no_part_of_it(line: str) -> None:
    assert texts("福途汽车与巴尔云共同开发软件平台", *ZH, line) == list(ZH)


def test_a_chinese_paragraph_a_bar_closes_is_no_caption() -> None:
    assert texts("福途汽车与巴尔云共同开发软件平台", ZH[0], f"{ZH[1]} |")[1].startswith(ZH[1])


def test_a_text_that_tells_how_it_was_made_is_over() -> None:
    remark = "This article was prepared using information from open sources in good faith."
    assert texts(TITLE, ONE, TWO, THREE, remark) == [ONE, TWO, THREE]


@pytest.mark.parametrize("line", ["Ann Example and AGN", "Ann Example  ·  Example News  ·"])
def test_writers_may_stand_between_standfirst_and_date(line: str) -> None:
    standfirst = "The two companies hope to sell the first of them in Italy."
    document = read(TITLE, standfirst, line, "May 3, 2018 - 4:34 pm", ONE, TWO, THREE)
    assert [r.text for r in document.removed if r.role == "byline"] == [line.partition("  ")[0]]


@pytest.mark.parametrize(
    ("name", "outlet"), [("王小明", "示例日报·示例网"), ("王明", "中国示例报")]
)
def test_a_writers_name_may_run_into_that_of_the_outlet(name: str, outlet: str) -> None:
    document = read("福途汽车与巴尔云共同开发软件平台", f"{name}{outlet}", *ZH)
    found = {r.role: r.text for r in document.removed if r.role != "title"}
    assert found == {"byline": name, "source": outlet}
