"""Credits as pages give them off their usual places."""

from __future__ import annotations

import pytest

from diglot.facts import metadata
from diglot.facts.metadata import Metadata
from diglot.text.clean import clean
from tests.facts.made import GAZETTEER

BODY = (
    "福途汽车与巴尔云在罗马签署合作协议，双方将共同开发下一代电动汽车的软件平台，首款车型将于明年上市。\n"
    "福途汽车方面确认了这一消息，但没有透露投资金额，知情人士称双方谈判已经持续了半年之久。\n"
    "分析人士认为，车企对软件公司的依赖正在加深，别的厂商也要尽快寻找自己的合作伙伴。"
)
EN_TITLE = "Foo Motor and Bar Cloud to build software together"
EN_BODY = (
    "Foo Motor and Bar Cloud signed an agreement in Rome on Monday to build the software of the"
    " next generation of electric cars together, the two companies said in a joint statement.",
    "Under the agreement Bar Cloud is to supply the platform for three models of Foo Motor, and"
    " the first of them is to be sold in Italy and in Spain from the second half of next year.",
)
TITLE = "福途汽车与巴尔云共同开发软件平台"


def read(before: str = "", after: str = "", body: str = BODY) -> Metadata:
    text = "\n".join((TITLE, before, body, after))
    return metadata.read(clean(text.encode(), "a.txt", frozenset()), GAZETTEER)


@pytest.mark.parametrize(
    ("before", "after", "lead", "publisher", "author"),
    [
        ("王小明wang@example.cn", "", "（江海网讯）", "江海网", "王小明"),
        ("", "江海+记者  王小明", "", "江海+", "王小明"),
        ("", "江海新闻（中文版）王小明", "", "江海新闻", "王小明"),
        ("", "", "【江海网】（记者 王小明）", "江海网", "王小明"),
        ("", "文章来源于江海车讯，作者王小明", "", "江海车讯", "王小明"),
        ("", "版权声明：版权归《江海时报》社所有。", "", "江海时报", None),
        ("", "特别声明：本平台仅提供信息存储服务。", "", None, None),
        ("", "", "江海网消息：", "江海网", None),
        ("", "", "<江海通讯> ", "江海通讯", None),
        ("", "", "【江海時報專訊】", "江海時報", None),
        ("", "", "【江海台 2018 年 5 月 3 日訊】", "江海台", None),
        ("王小明江海时报·江海网", "", "", "江海时报·江海网", "王小明"),
        ("2021-05-03 10:00 作者：佚名", "", "", None, None),
        ("王小明 李文 / 罗马报道\n2021-05-03", "", "", None, "王小明、李文"),
        ("2021-05-03 作者：王小明，汽车评论人", "", "", None, "王小明"),
        ("江海社 记者王小明 罗马3日电", "", "", "江海社", "王小明"),
        ("责任编辑：王小明 2021-05-03 来源：江海网", "", "", "江海网", None),
        ("2021-05-03 作者：江海智驾", "", "", "江海智驾", None),
        ("本文由 江海车讯 原创 2021-05-03", "", "", "江海车讯", None),
        ("原创 王小明 江海车评 2021年05月03日 10:00 武汉", "", "", "江海车评", "王小明"),
        ("江海财经 2021-05-03 10:00\n作者：王小明 ▪ 李文", "", "", "江海财经", "王小明、李文"),
        ("江海之家\n2021-5-3 10:20 · 来自上海", "", "", "江海之家", None),
        ("2021.05.03 10:20\nBy 王小明", "", "", None, "王小明"),
        ("时间2021-05-0310:05汽车资讯来源江海车讯作者王小明", "", "", "江海车讯", "王小明"),
        ("江海车邦（公众号：jianghai）\n作者 | 王小明", "", "", "江海车邦", "王小明"),
        ("文|《江海企业家》记者王小明\n编辑|李文", "", "", "江海企业家", "王小明"),
        ("江海新闻记者 | 王小明\n江海新闻编辑 | 李文", "", "", "江海新闻", "王小明"),
        ("2021-05-03 来源：本站原创 作者：企划部", "", "", None, None),
        ("May 3, 2021 - Economy", "", "", None, None),
        ("BY THE EXAMPLE SHIMBUN\nMay 3, 2021", "", "", None, None),
        ("", "(EV News Agency May 3, 2021)", "", "EV News Agency", None),
        ("国际新闻 2021-05-03 10:00", "", "", None, None),
        ("example.cn / example.com by Ann Roe, May 3, 2021", "", "", "example.cn", None),
    ],
)
def test_outlet_and_author_are_found_off_their_usual_places(
    before: str, after: str, lead: str, publisher: str | None, author: str | None
) -> None:
    found = read(before, after, lead + BODY)
    assert (found.publisher and found.publisher.name) == publisher
    assert (found.author and found.author.name) == author


def test_a_field_filled_with_the_headlines_first_words_names_no_author() -> None:
    assert read(f"2021-05-03 10:00 作者: {TITLE[:7]}").author is None


def test_a_dateline_without_a_year_precedes_the_stamp_of_an_update() -> None:
    found = read("更新时间:2019-1-25 11:17:57", "", "江海社罗马1月22日电（记者王小明）" + BODY)
    assert found.published.date == "2019-01-22"


def test_the_only_date_counts_though_it_is_that_of_an_update() -> None:
    assert read("", "更新时间 2021.10.18 15:17").published.date == "2021-10-18"


def test_a_date_in_eight_digits_may_run_into_its_writers_name() -> None:
    found = read("20230329王小明")
    assert found.published.date == "2023-03-29"
    assert found.author
    assert found.author.name == "王小明"


@pytest.mark.parametrize(
    ("before", "after", "body", "publisher", "author"),
    [
        ("", "", "江海社上海4月24日电 (王小明)" + BODY, "江海社", "王小明"),
        ("2021-05-03\n王小明╱江海時報　編輯部", "", BODY, "江海時報", "王小明"),
        ("2021-05-03\n王小明/某某研究所", "", BODY, None, "王小明"),
        ("来源：江海时报", "", BODY + "(王小明)", "江海时报", "王小明"),
        ("2021-05-03\n《江海》", "", BODY, "江海", None),
        ("May 04 - 12:05", "", BODY, None, None),
        ("Feature\nMay 3, 2021", "", BODY, None, None),
        ("2021-05-03", "", "【HARBOUR】近日，" + BODY, "HARBOUR", None),
        ("2021-05-03\n《江海共识》", "", BODY, None, None),
        ("", "作者: 王小明 (江海社)", BODY, None, "王小明"),
        ("来源:江海网 ? 作者:王小明 ? 2021-05-03 ? 次阅读", "", BODY, "江海网", "王小明"),
        ("江海车讯 APP下载", "", BODY, "江海车讯", None),
        ("", "江海新闻", BODY, "江海新闻", None),
        ("", "", "江海车讯 5月3日消息，" + BODY, "江海车讯", None),
        ("", "", "江海之家(Harbour.com)5月3日 消息：" + BODY, "江海之家", None),
        ("Published by\n王小明", "", BODY, None, "王小明"),
        ("編譯王小明／綜合報導", "", BODY, None, "王小明"),
        ("", "本文信息来自互联网，并不代表本网赞同其观点。", BODY, None, None),
        ("1. Inhalt\n12 July", "", BODY, None, None),
        ("2021-05-03\n社论", "", BODY, None, None),
        ("文 | 阿明　　编 | 小满", "", BODY, None, "阿明"),
        ("文 | 《财经》记者 王小明", "", BODY, "财经", "王小明"),
    ],
)  # fmt: skip
def test_credits_are_read_in_the_habits_of_other_outlets(
    before: str, after: str, body: str, publisher: str | None, author: str | None
) -> None:
    found = read(before, after, body)
    assert (found.publisher and found.publisher.name) == publisher
    assert (found.author and found.author.name) == author


def test_a_scraper_may_note_the_month_alone() -> None:
    text = "date 2021-05 " + BODY
    found = metadata.read(clean(text.encode(), "a.txt", frozenset()))
    assert found.published.date == "2021-05"


def test_the_first_of_january_is_a_year_that_a_machine_filled_up() -> None:
    assert read("date 2021-01-01 江海网 2021-05-03 10:00").published.date == "2021-05-03"
    assert read("date 2021-01-01").published.date == "2021-01-01"


@pytest.mark.parametrize(
    ("before", "after", "date"),
    [
        ("江海说车42062021-05-03", "", "2021-05-03"),
        ("江海要闻\n2021\n05/03\n09:50", "", "2021-05-03"),
        ("2周前 (05-03) 0 点赞 0 评论", "", "XXXX-05-03"),
        ("", "相关新闻\n首次发布：2021-05-03 10:00\n另一家车企宣布召回", "2021-05-03"),
    ],
)
def test_dates_run_together_or_far_down_are_found(before: str, after: str, date: str) -> None:
    assert read(before, after).published.date == date


def test_a_name_beside_a_date_may_have_its_label() -> None:
    found = read("From:Example Info Agency 2021-05-03 15:00:51")
    assert found.publisher
    assert found.publisher.name == "Example Info Agency"


@pytest.mark.parametrize("line", ["王小明 发自 罗马", "王小明 罗马大学「某某」研究所所长"])
def test_a_writer_comes_with_his_place_or_office(line: str) -> None:
    found = read(f"2021-05-03\n{line}")
    assert found.author
    assert found.author.name == "王小明"


def test_who_took_a_picture_wrote_no_text() -> None:
    assert read("江海网 2021-05-03\n图片来源：每江记者 王小明 摄").author is None


def test_who_is_told_of_below_an_article_wrote_it() -> None:
    text = "\n".join((EN_TITLE, *EN_BODY, "Ann Example is the editor of a paper and covers vans."))
    found = metadata.read(clean(text.encode(), "a.txt", frozenset()))
    assert found.author
    assert found.author.name == "Ann Example"


@pytest.mark.parametrize(
    ("before", "after", "publisher"),
    [
        ("", "This article first appeared on Gear Wire.", "Gear Wire"),
        ("", "YONHAP", "YONHAP"),
        ("Story from Gear Wire", "", "Gear Wire"),
        ("", "(c) Gear Wire 2021", "Gear Wire"),
    ],
)
def test_english_pages_credit_outlets_in_prose(before: str, after: str, publisher: str) -> None:
    text = "\n".join((EN_TITLE, before, *EN_BODY, after))
    found = metadata.read(clean(text.encode(), "a.txt", frozenset()))
    assert found.publisher
    assert found.publisher.name == publisher


@pytest.mark.parametrize(
    "byline",
    ["By Ann Example For Dailywire.Com", "Ann Example and AGN", "Ann Example Bernama"],
)
def test_a_byline_may_name_an_outlet_or_agency_too(byline: str) -> None:
    text = "\n".join((EN_TITLE, byline, "May 3, 2021", *EN_BODY))
    found = metadata.read(clean(text.encode(), "a.txt", frozenset()))
    assert found.author
    assert found.author.name == "Ann Example"


@pytest.mark.parametrize(
    ("before", "publisher", "author"),
    [
        ("Ann Example@annexample / 11:00 AM GMT+1•May 3, 2021", None, "Ann Example"),
        ("Ann Example, Special to Gear Wire\nMay 3, 2021", "Gear Wire", "Ann Example"),
        ("By Ann Example for Gear Wire\nMay 3, 2021", "Gear Wire", "Ann Example"),
        ("By Ann Example for Just Gear | 3 May 2021", "Just Gear", "Ann Example"),
        ("ANN EXAMPLE, Gear staff writer\nMay 3, 2021", "Gear", "ANN EXAMPLE"),
        ("May 3, 2021\nGear staff writers", "Gear", None),
        ("(Gear) May 3, 2021\nFrom Gear", "Gear", None),
        ("By Ann Example (AFP)\nMay 3, 2021", "AFP", "Ann Example"),
        ("By Ann Example, AFP\nMay 3, 2021", "AFP", "Ann Example"),
        ("By Ann Example, Chief Executive\nMay 3, 2021", None, "Ann Example"),
        ("By Ann Example Twitter Email\nMay 3, 2021", None, "Ann Example"),
        ("May 3, 2021 By Ann Example Leave a Comment", None, "Ann Example"),
        ("Ask Foo\nMay 3, 2021", None, None),
        ("Official Global Newsroom\nMay 3, 2021", None, None),
    ],
)
def test_what_stands_beside_an_author_is_no_part_of_the_name(
    before: str, publisher: str | None, author: str | None
) -> None:
    text = "\n".join((EN_TITLE, before, *EN_BODY))
    found = metadata.read(clean(text.encode(), "a.txt", frozenset()))
    assert (found.publisher and found.publisher.name) == publisher
    assert (found.author and found.author.name) == author


def test_an_address_before_the_first_sentence_names_the_outlet() -> None:
    text = "\n".join(
        (EN_TITLE, "© AFP.", "By Ann Example", "Gearwire.com-- " + EN_BODY[0], *EN_BODY[1:])
    )
    document = clean(text.encode(), "a.txt", frozenset())
    found = metadata.read(document)
    assert found.publisher
    assert found.publisher.name == "Gearwire.com"
    assert document.blocks[0].text == EN_BODY[0]


@pytest.mark.parametrize(
    "stamps",
    [
        "Asked on 2021-05-01 09:12\nAnswered on 2021-05-03 17:40",
        "提问时间：2021-05-01 09:12\n回答时间：2021-05-03 17:40",
    ],
)
def test_an_answer_is_published_when_it_is_given(stamps: str) -> None:
    assert read(stamps).published.date == "2021-05-03"


def test_a_teaser_that_begins_like_a_byline_names_nobody() -> None:
    assert read("", "Retailers from Rome to Paris try to win back their customers").author is None


DATELINES = [
    ("江海社罗马5月3日电（记者王小明）", "江海社", "王小明"),
    ("江海财讯5月3日电，", "江海财讯", None),
    ("江海车讯5月3日消息，", "江海车讯", None),
    ("EVNotes】5月3日消息，", "EVNotes", None),
    ("江海AI快讯，", "江海AI", None),
    ("江海之星消息，", "江海之星", None),
    ("江海氪获悉，", "江海氪", None),
    ("江海时报（www.example.com）记者 王小明 罗马报道 ", "江海时报", "王小明"),
    ("21江海经济报道 记者王小明 罗马报道 ", "21江海经济报道", "王小明"),
    ("[江海之家 行业] ", "江海之家", None),
    ("北京时间5月3日消息，", None, None),
    ("近日有消息，", None, None),
    ("重磅消息，", None, None),
    ("供应链消息，", None, None),
    ("消费者获悉，", None, None),
    ("五月三日消息，", None, None),
    ("某部5月3日消息，", None, None),
    ("福途汽车官方消息，", None, None),
    ("记者从福途汽车获悉，", None, None),
]


@pytest.mark.parametrize("gap", ["", "\n"], ids=["before the text", "on its own line"])
@pytest.mark.parametrize(("dateline", "publisher", "author"), DATELINES)
def test_a_dateline_names_the_outlet_and_nothing_else(
    dateline: str, publisher: str | None, author: str | None, gap: str
) -> None:
    found = read("2021-05-03 10:20", "", f"{dateline}{gap}{BODY}")
    assert (found.publisher and found.publisher.name) == publisher
    assert (found.author and found.author.name) == author


@pytest.mark.parametrize(
    ("dateline", "publisher"),
    [
        ("ROME--(EV Wire)--May 3, 2021--", "EV Wire"),
        ("3 May 2021 - ", None),
        ("May 3, 2021\nRome, May 3 (EXW) ", "EXW"),
        ("May 3, 2021: ", None),
    ],
)
def test_an_english_dateline_may_have_its_date_at_either_end(
    dateline: str, publisher: str | None
) -> None:
    text = "\n".join((EN_TITLE, dateline + EN_BODY[0], EN_BODY[1]))
    document = clean(text.encode(), "a.txt", frozenset())
    found = metadata.read(document)
    assert found.published.date == "2021-05-03"
    assert (found.publisher and found.publisher.name) == publisher
    assert document.text.startswith("Foo Motor and Bar Cloud signed")


def test_the_first_half_of_a_headline_is_no_outlet_though_the_page_repeats_it() -> None:
    title = "采购十亿动力电池 福途与巴尔签约"
    parts = (f"{title}（{n}）\n{BODY}" for n in "一二三")
    text = "\n".join((f"{title}-江海体育下载", title, "2021-05-03", *parts))
    document = clean(text.encode(), "a.txt", frozenset())
    assert document.title
    assert document.title.text == title
    assert metadata.read(document, GAZETTEER).publisher is None


def test_a_chinese_dateline_may_begin_with_its_date() -> None:
    found = read(body=f"2021年5月3日，罗马——{BODY}")
    assert found.published.date == "2021-05-03"


@pytest.mark.parametrize("name", ["华为", "武汉"])
def test_a_company_or_place_whose_news_are_dated_is_no_outlet(name: str) -> None:
    text = "\n".join((TITLE, "2021-05-03 10:20", f"{name}5月3日消息，{BODY}"))
    document = clean(text.encode(), "a.txt", frozenset())
    assert metadata.read(document, GAZETTEER).publisher is None


def test_whom_a_page_tells_of_is_its_author_and_no_outlet() -> None:
    told = "Ann Example is a news editor who covers cars. She joined Gear Wire in 2019."
    offer = "If you buy something from a link, we may earn a commission."
    text = "\n".join((EN_TITLE, "May 3, 2021", "by Ann Example", told, offer, *EN_BODY))
    document = clean(text.encode(), "a.txt", frozenset())
    found = metadata.read(document)
    assert (found.publisher, found.author and found.author.name) == (None, "Ann Example")
    assert document.text.startswith(EN_BODY[0])


@pytest.mark.parametrize(
    "head", ["More from Headlines", "Latest From Gear", "Top Stories From Gear"]
)
def test_what_opens_a_list_names_neither_outlet_nor_author(head: str) -> None:
    page = "\n".join((EN_TITLE, "", *EN_BODY, head, "-", "Vans are in demand again, makers say"))
    found = metadata.read(clean(page.encode(), "a.txt", frozenset()), GAZETTEER)
    assert (found.publisher, found.author) == (None, None)


def test_dates_of_listed_headlines_are_not_that_of_the_article() -> None:
    lists = (
        "- Quick Look: a new van | Gear Weekly - March 13, 2024",
        "- Foo Design – the van of 2009 at the fair - March 11, 2024",
    )
    page = "\n".join((*lists, *EN_BODY))
    found = metadata.read(clean(page.encode(), "a.txt", frozenset()), GAZETTEER)
    assert (found.publisher, found.published.date) == (None, None)


def test_when_a_page_was_changed_is_no_outlet() -> None:
    found = read("2025/5/7 19:52(5/7 21:10 更新)")
    assert (found.published.date, found.publisher) == ("2025-05-07", None)


def test_the_day_of_a_picture_is_not_that_of_the_article() -> None:
    caption = (
        "A van of Foo Motor is seen outside its plant in Turin,",
        "Italy, April 10, 2021. REUTERS/Ann Example/File Photo",
        "[1/2]A van of Foo Motor is seen outside its plant in Turin, Italy,",
        "April 10, 2021. REUTERS/Ann Example/File Photo Purchase Licensing Rights",
    )
    page = "\n".join((EN_TITLE, "May 3, 2021 6:04 AM GMT+2", "", *caption, "", *EN_BODY))
    document = clean(page.encode(), "a.txt", frozenset())
    assert metadata.read(document, GAZETTEER).published.date == "2021-05-03"
    assert document.text.startswith(EN_BODY[0])


def test_what_a_sentence_has_from_an_agency_is_no_dateline() -> None:
    told = "据江海社5月1日消息 , 福途汽车将持有多数股权，双方都没有评论。"
    first, *others = BODY.splitlines()
    page = "\n".join((TITLE, first, told, *others))
    document = clean(page.encode(), "a.txt", frozenset())
    found = metadata.read(document, GAZETTEER)
    assert (found.published.date, found.publisher) == (None, None)
    assert told in document.text
