"""Habits of real pages: dates scraped in, agency marks, readings, captions, running heads."""

from __future__ import annotations

import pytest

from diglot.text.clean import clean
from diglot.text.document import Document
from diglot.text.ledger import Traced
from diglot.text.repair import narrow

FIRST = "Foo Motor is to build electric vans together with Bar Cloud of Milan, both of them said."
SECOND = (
    "The two companies want to sell the first of these vans in the second half of next year,"
    " at a price that the heads of both did not want to disclose before the launch in Rome."
)
ZH = "某车企与某云公司签署合作协议，双方将共同开发下一代智能座舱平台，首款车型明年上市。"


def page(text: str) -> Document:
    return clean(text.encode(), "a.txt", frozenset())


def body(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize(
    "mark",
    [
        "(Example Global) Nov. 17 -- ",
        "(Example) – ",
        "ROME, Italy, May 3, 2018 /ExampleWire/ -- ",
        "ROME and NEW MILAN, Italy, May 3, 2018 (EXAMPLE WIRE) -- ",
        "ROME--(EXAMPLE WIRE)--",
        "ROME/NEW MILAN (Example) - ",
        "Rome, 3 May 2018: ",
        "New Rome [Italy], May 3 (EXAMPLE): ",
        "EXAMPLE: ",
    ],
)
def test_an_agency_mark_before_the_first_sentence_is_no_part_of_it(mark: str) -> None:
    document = page(f"{mark}{FIRST}\n\n{SECOND}\n")
    assert body(document) == [FIRST, SECOND]
    assert [r.text for r in document.removed if r.role == "dateline"] == [mark.strip()]


@pytest.mark.parametrize(
    "mark",
    [
        "（示例社罗马3日综合外电报道）",
        "（記者 王小明）",
        "【示例商報訊】（記者 王小明）",
        "示例之家 5 月 3 日消息，",
        "示例社5月3日讯（编辑 王小明）",
        "示例记者：王小明 示例编辑：李小红 ",
        "示例网讯：",
        "二十世纪示例报道5月3日报道 ",
        "《示例財訊3日專訊》",
    ],
)
def test_a_chinese_agency_mark_is_no_part_of_the_first_sentence(mark: str) -> None:
    document = page(f"{mark}{ZH}\n{ZH[:20]}时间未定，双方都不愿意多说，也没有公布价格和投资额。\n")
    assert body(document)[0] == ZH
    assert any(r.role == "dateline" and mark.strip() == r.text for r in document.removed)


def test_a_standfirst_that_the_dateline_hides_stands_once() -> None:
    document = page(f"A headline of some words here\n\n{FIRST}\n\nEXAMPLE: {FIRST}\n\n{SECOND}\n")
    assert body(document) == [FIRST, SECOND]


@pytest.mark.parametrize("line", ["A headline of some words for the vans", FIRST])
def test_the_date_a_scraper_noted_is_a_stamp(line: str) -> None:
    document = page(f" date 2021-07-29 {line}\n\n{SECOND}\n{SECOND}x.\n")
    assert [r.text for r in document.removed if r.role == "stamp"] == ["date 2021-07-29"]
    assert "date 2021" not in document.text


def test_readings_strewn_over_a_text_go() -> None:
    strewn = "寧(ning)德時代(dai)與北(bei)汽集(ji)團合作,共同開(kai)(kai)展車機O(jiān)S"
    assert narrow(Traced(strewn)).text == "寧德時代與北汽集團合作,共同開展車機OS"
    assert narrow(Traced(strewn)).revert() == strewn.encode()


@pytest.mark.parametrize("reading", ["(yíng)", "（yíng）", "(yíng)(yíng)"])
def test_a_reading_within_a_name_goes(reading: str) -> None:
    cut = f"嬴{reading}彻科技（Inceptio）的余承东"
    assert narrow(Traced(cut)).text == "嬴彻科技（Inceptio）的余承东"
    assert narrow(Traced(cut)).revert() == cut.encode()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "记者采访了马喆（zhé），",
            "与小马智行(pony)合作",
            "接入(in)数据",
            "条款(a)和条款(b)规定",
        ),
        *("价格 5（wàn）", "问界（Wènjiè）品牌"),
    ],
)
def test_other_words_in_brackets_stay(text: str) -> None:
    assert narrow(Traced(text)).text == text


def test_words_parted_by_a_hyphen_at_the_end_of_a_line_are_joined() -> None:
    words = f"{FIRST} {SECOND} The firms signed a memorandum of understanding on self-driving cars."
    lines = [
        "Foo Motor is to build electric vans together with Bar Cloud of Milan, both",
        "of them said on Monday. The two companies had signed a memoran-",
        "dum of understanding in May. They want to sell the first of these vans in",
        "the second half of next year, at a price that both did not want to dis-",
        "close before the launch in Rome, which is planned for the day of the self-",
        "driving car, as the head of the makers' union told the press at the fair,",
        "where no car was to be seen but models made of paper and some of glass.",
    ]
    text = page("\n".join([words, "", *lines])).text
    assert "memorandum of understanding in May" in text
    assert "disclose before" in text
    assert "self-driving car, as" in text


def test_wrapped_prose_that_looks_like_a_byline_or_a_credit_goes_on() -> None:
    lines = [
        "The vans are to be sold in Italy from May, as was said in Rome",
        "by Foo's chief executive Jane Roe and Ann Example of Bar Cloud",
        "at the fair. They were drawn and all of them are to be",
        "engineered by Bar Cloud of Milan, and then they will be made by",
        "Foo Motor in a plant that had made trucks and buses for years,",
        "but the heads of the plant left the maker in May to found one",
        "of their own, and nobody has come in their place ever since,",
        "so that the first of the vans will hardly be seen this summer.",
    ]
    head = ["Foo Motor to build vans", "by Ann Example", "May 3, 2018", ""]
    document = page("\n".join([*head, *lines]))
    assert body(document) == [" ".join(lines)]
    assert "by Ann Example" in [r.text for r in document.removed if r.role == "byline"]


def test_a_sentence_between_headline_and_stamp_is_a_standfirst() -> None:
    lead = "Nobody has ever built such vans in Italy before."
    between = "bselive\nnselive\nToday L/H\n2021-03-04\nShare"
    document = page(
        f"Two companies to sell first vans next year\n\n{lead}\n\n{between}\n{SECOND}\n{SECOND}x."
    )
    assert body(document)[:2] == [lead, SECOND]


def test_a_line_a_caption_repeats_is_a_caption() -> None:
    caption = "Guests walk out of the new year party in Rome"
    document = page(
        f"Foo Motor to build vans\n{FIRST}\n{caption}\n"
        f"FILE PHOTO: {caption}, Italy. REUTERS/A. Person\n{SECOND}\n{SECOND}y."
    )
    assert caption not in document.text


def test_a_headline_below_itself_with_the_name_of_the_site_is_no_caption() -> None:
    headline = "Foo Motor to build vans in Italy"
    document = page(f"{headline} - Gear Wire Asia\n\n{headline}\n\n{FIRST}\n{SECOND}\n{SECOND}y.")
    assert document.title is not None
    assert document.title.text == headline


def test_running_heads_that_differ_in_their_numbers_go() -> None:
    heads = [f"{n}      Example Quarterly" for n in (14, 15, 16)]
    document = page(f"{heads[0]}\n{FIRST}\n{SECOND}\n{heads[1]}\n{SECOND}x.\n{heads[2]}\n{FIRST}z.")
    assert "Quarterly" not in document.text


def test_a_notice_in_japanese_is_no_part_of_a_chinese_page() -> None:
    notice = "こちらのページは繁体字版です。日本語版に移動しますか。"
    document = page(f"{notice}\n{ZH}\n{ZH}双方都表示满意。\n{ZH}没有更多的消息。\n{ZH}就这样。")
    assert notice not in document.text


def test_bullets_before_paragraphs_go() -> None:
    assert body(page(f"  • {FIRST}\n  • {SECOND}\n")) == [FIRST, SECOND]


def test_the_source_in_brackets_is_a_credit() -> None:
    document = page(f"{ZH}\n{ZH}双方都表示满意。\n（文章来源：示例时报）\n关键词：汽车\n")
    assert [r.text for r in document.removed if r.role == "source"] == ["文章来源：示例时报"]
