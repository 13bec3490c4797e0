"""Habits of pages that only their shape tells: offers, teasers, credits run together."""

from __future__ import annotations

import textwrap

import pytest

from tests.text.story import ONE, THREE, TITLE, TWO, read, texts


@pytest.mark.parametrize(
    "notice",
    [
        "Do you know your rivals?\nBuy the finest profiles on the market. Save hours of toil.\n"
        "We are sure of our profiles, and your free sample can be had by filling in this form.",
        "Gear School opens registrations; register today for early discounts.",
    ],
)
def test_offers_that_speak_to_the_reader_are_not_the_article(notice: str) -> None:
    assert texts(TITLE, ONE, TWO, THREE, notice) == [ONE, TWO, THREE]
    assert texts(TITLE, ONE, TWO, notice, THREE) == [ONE, TWO, THREE]


def test_what_a_person_says_to_you_in_quotation_marks_stays() -> None:
    quote = "“You can download your maps now and click through our menus,” its chief Roe said."
    assert quote in texts(TITLE, ONE, TWO, quote, THREE)


def test_a_teaser_that_breaks_off_goes_with_its_headline() -> None:
    teaser = (
        "How clever gardeners keep their roses fresh",
        "Winter frost hurts many plants, yet most gardeners never think of covering their",
    )
    assert texts(TITLE, "", ONE, "", TWO, "", *teaser, "", THREE) == [ONE, TWO, THREE]


def test_the_last_paragraph_of_a_page_may_break_off() -> None:
    end = "Bar Cloud is to move the software of Foo Motor and 300 of its people in Rome to the"
    assert texts(TITLE, ONE, TWO, THREE, end) == [ONE, TWO, THREE, end]


def test_a_headline_that_stands_three_times_is_no_running_head() -> None:
    page = read("Subscribe", TITLE, "4:39 AM | 29 May 2025", TITLE, "", TITLE, "", ONE, TWO)
    assert page.title
    assert page.title.text == TITLE


def test_a_headline_a_picture_above_is_called_by_stays_one() -> None:
    page = read(f"{TITLE} / Photo: A. Person - AGN", "", TITLE, "", ONE, TWO)
    assert page.title
    assert page.title.text == TITLE


def test_a_text_that_stands_twice_is_read_the_first_time() -> None:
    assert texts(ONE, TWO, THREE, ONE, TWO) == [ONE, TWO, THREE]
    assert texts(ONE, TWO, ONE, THREE) == [TWO, ONE, THREE]


def test_a_lead_cut_short_by_dots_goes_where_the_paragraph_stands_below() -> None:
    assert texts("导读", f"{ONE[:90]}...", ONE, TWO) == [ONE, TWO]


def test_a_wide_line_without_an_end_that_a_paragraph_says_again_is_a_caption() -> None:
    line = "福途汽车采购总监王小明与巴尔云新项目战略总监李小红在罗马共同签订软件平台合作备忘录"
    below = f"仪式上，{line}，双方多位负责人出席并见证了这一时刻。"
    first = "福途汽车与巴尔云宣布共同开发下一代电动汽车，首款车型将于明年上市，双方均未透露金额。"
    assert texts(first, line, below) == [first, below]


@pytest.mark.parametrize(
    "line",
    [
        "null",
        "Slideshow ( 2 images )",
        "Article content",
        "This notice has not loaded yet, but your article continues below.",
    ],
)
def test_what_a_page_leaves_between_paragraphs_is_not_the_article(line: str) -> None:
    assert texts(ONE, TWO, line, THREE) == [ONE, TWO, THREE]


def test_a_row_of_tags_ends_the_article() -> None:
    assert texts(ONE, TWO, THREE, "#Foo Cars#Bar and Foo#Cloud Technologies") == [ONE, TWO, THREE]


def test_a_list_a_colon_announces_stays() -> None:
    lead = "The platform of Bar Cloud is to be built into these electric cars of Foo Motor:"
    items = ["Foo One", "Foo Two Estate", "Foo Three"]
    found = texts(TITLE, ONE, TWO, THREE, lead, *(f"• {item}" for item in items))
    assert found == [ONE, TWO, THREE, lead, *items]


def test_a_short_line_below_the_stamp_is_a_caption_when_a_standfirst_is_above() -> None:
    lines = (TITLE, ONE, "Published", "3 May 2021", "The works of Foo Motor in Rome", TWO, THREE)
    assert texts(*lines) == [ONE, TWO, THREE]


def test_a_notice_at_both_ends_of_a_page_stands_nowhere() -> None:
    notice = "News of cars and software reaches readers here first."
    lines = (TITLE, "", notice, "", ONE, "", TWO, "", THREE, "", notice)
    assert texts(*lines) == [ONE, TWO, THREE]


def test_title_date_and_byline_may_share_a_line_with_full_stops() -> None:
    document = read(f"{TITLE}. May 3, 2021 07:32. by Ann Roe ann@example.com.", ONE, TWO, THREE)
    assert document.title
    assert document.title.text == TITLE
    assert {"stamp", "byline"} <= {one.role for one in document.removed}


def test_a_subtitle_behind_a_dash_is_no_headline() -> None:
    zh = "福途汽车与巴尔云在罗马签署协议，共同开发下一代电动汽车的软件平台，首款车型明年上市。"
    document = read("福途汽车与巴尔云共同开发软件", "——首款车型明年在意大利上市销售", zh, zh[::-1])
    assert document.title
    assert document.title.text == "福途汽车与巴尔云共同开发软件"


def test_credits_before_a_headline_do_not_join_it_in_a_wrapped_text() -> None:
    body = (
        "福途汽车与巴尔云今天上午在罗马签署合作协议，双方将共同开发下一代电动汽车的软件平台，首款搭\n"
        "载这一平台的车型将于明年下半年在意大利上市。福途汽车方面确认了消息，但没有透露投资金额，知\n"
        "情人士称双方谈判已经持续了半年之久，原来的供应商去年夏天退出了合作，原因是数据归属没有谈\n"
        "拢。巴尔云负责人说，平台将向其他车企开放，今后三年还会有六款车型采用，分布在四个不同的市场\n"
        "上。分析人士认为，车企对软件公司的依赖正在加深，别的厂商也要尽快寻找自己的合作伙伴才行。"
    )
    head = "转帖，侵删。原文发布时间：2021年1月4日 来源：江海晚报 记者：王小明"
    document = read(head, "福途汽车与巴尔云共同开发软件平台", "", body)
    assert document.title
    assert document.title.text == "福途汽车与巴尔云共同开发软件平台"


def test_lines_of_uneven_width_that_end_in_mid_sentence_are_joined() -> None:
    lines = (
        "Foo Motor Inc. (“Foo”), an Italian\nmaker of electric cars for the streets\n"
        "of old towns, and Bar Cloud, a leading\nmaker of software for the cars of many\n"
        "others, signed an agreement in Rome on\nMonday. The first car is due in July\n2022."
    )
    assert texts(TITLE, "", lines, "", ONE)[0] == lines.replace("\n", " ")


@pytest.mark.parametrize(
    "line",
    [
        "3rd party ad. Not an offer of this site.",
        "本文为转载内容，授权事宜请联系原著作权人。",
        "暂无评论哦，快来评价一下吧！",
    ],
)
def test_notices_of_advertisers_owners_and_empty_comments_go(line: str) -> None:
    assert texts(TITLE, ONE, line, TWO, THREE) == [ONE, TWO, THREE]


def test_the_way_to_a_page_without_signs_is_not_its_headline() -> None:
    title = "福途汽车与巴尔云共同开发软件平台"
    text = "福途汽车与巴尔云在罗马签署合作协议，双方将共同开发下一代电动汽车的软件平台。"
    page = read(f"当前位置 首页 {title}", "", title, "", text, text.replace("罗马", "巴黎"))
    assert page.title
    assert page.title.text == title


@pytest.mark.parametrize(
    "line",
    [
        "Was this article helpful?",
        "Post Views: 345",
        "GEAR +1.2%",
        "$45.12 -0.45 (-1.2%)",
        "Quotes delayed at least 15 minutes.",
        "Representational image",
        "Image 1 of 5",
        "You've successfully copied this link.",
        "Add Gear Wire on Google",
        "Acquire Licensing Rights",
        "This story is for subscribers only",
        "Around the Web",
        "We may earn a commission if you buy something through our links.",
        "Invalid email address",
        "View comments (12)",
        "Ann Example says:",
        "Powered by Frames",
        "ALSO READ | Foo Motor opens plant in Paris",
    ],
)
def test_what_a_page_offers_between_paragraphs_goes(line: str) -> None:
    assert texts(TITLE, "", ONE, "", TWO, "", line, "", THREE) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "line",
    [
        "Notes to Editors:",
        "More Releases From This Source",
        "With inputs from agencies",
        "AGN contributed to this report.",
        "View all posts by Ann Example",
        "Topics Foo Motor, Bar Cloud",
    ],
)
def test_what_a_page_says_below_its_article_goes(line: str) -> None:
    assert texts(TITLE, "", ONE, "", TWO, "", THREE, "", line) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "line",
    [
        "Foo Motor powered by batteries of Bar Cloud was seen in Rome with a 5 percent lead.",
        "Tags on the cars of Foo Motor will tell the police of Rome where they have been.",
        "Ann Example is the founder of Foo Motor.",
        "双方就授权事宜达成一致。",
    ],
)
def test_sentences_with_the_words_of_a_page_stay(line: str) -> None:
    assert line in texts(TITLE, "", ONE, "", TWO, "", line, "", THREE)


ZH_HEAD = "福途汽车与巴尔云共同开发软件平台"
ZH_LAST = "两家公司此前已经有过接触，分析人士认为别的厂商也要尽快寻找自己的合作伙伴。"


@pytest.mark.parametrize(
    "lines",
    [
        (
            "5月3日，福途汽车宣布与巴尔云签署协议，双方将为福途在罗马生产的平台开",
            "发软件，首款车型将于明年上市。",
        ),
        ("福途与巴尔云于2020年5月成立合资公司，资本额十五亿元，福途持股51%、", "巴尔云持股49%。"),
        (
            "福途与巴尔云于2020年5月成立合资公司，资本额十五亿元，",
            "福途持股51%、",
            "巴尔云持股49%。",
        ),
    ],
)
def test_a_lead_broken_in_the_middle_of_a_sentence_is_joined(lines: tuple[str, ...]) -> None:
    assert texts(ZH_HEAD, "2021-05-03", "", *lines, "", ZH_LAST) == ["".join(lines), ZH_LAST]


@pytest.mark.parametrize(
    "lines",
    [
        ("5月3日,福途汽车与巴尔云签署协议,双方将在年内成立合资公司,", "支持下一代电动汽车的开发。"),
        ("今年又一家老牌车企,把", "软件的未来押在了初创公司身上。"),
        ("专注软件开发的巴尔云", "与福途达成合作，首款车型将于明年上市。"),
        ("福途汽车今日挂牌，发行价为每股35元，全球发售约3000", "万股，募集资金将用于研发。"),
    ],
)
def test_half_width_commas_and_open_words_show_that_a_line_is_broken(
    lines: tuple[str, ...],
) -> None:
    assert "".join(lines) in texts(ZH_HEAD, "2021-05-03", "", *lines, "", ZH_LAST)


def test_a_broken_line_may_be_indented_as_all_are() -> None:
    lines = (
        "  日前,我们从福途汽车获悉,旗下软件公司与计算方案提供商巴尔云",
        "  组建的公司已获批准。",
    )
    joined = "".join(line.strip() for line in lines)
    assert joined in texts(ZH_HEAD, "2021-05-03", f"  {ZH_LAST}", *lines, f"  {ZH[1]}")


def test_a_long_line_that_ends_in_mid_sentence_goes_on_though_with_a_capital() -> None:
    first = (
        "The deal, announced in Rome, will see the two firms work together on maps, on data and on"
        " software in the cloud, said"
    )
    second = "Ann Example, the head of Foo Motor."
    assert f"{first} {second}" in texts(TITLE, "", ONE, "", first, second, "", TWO, "", THREE)
    told = "Bar Cloud will supply the maps for all cars of Foo Motor. Its"
    wide = f"{told} cloud of servers in Rome, which is to be doubled until summer, is called"
    assert f"{wide} Bar One." in texts(TITLE, ONE, wide, "Bar One.", TWO, THREE)


@pytest.mark.parametrize("end", ["", " 🚗"])
def test_a_line_that_ends_goes_on_in_no_other(end: str) -> None:
    assert texts(TITLE, "", ONE + end, TWO, "", THREE, "", ZH[0]) == [ONE + end, TWO, THREE, ZH[0]]


def test_an_offer_between_paragraphs_goes_with_its_button() -> None:
    offer = ("Gear event", "Join 10k leaders. Foo, Bar and others speak.", "Rome", "REGISTER NOW")
    assert texts(TITLE, "", ONE, "", TWO, "", *offer, "", THREE) == [ONE, TWO, THREE]
    assert texts(TITLE, "", ONE, "", TWO, "Sign up now", "", THREE) == [ONE, TWO, THREE]


def test_what_a_page_says_of_its_links_goes_and_leaves_no_space() -> None:
    page = texts(
        TITLE, ONE, "Foo (F.N), opens new tab and Bar , a start-up, will meet in Rome .", TWO
    )
    assert page[1] == "Foo (F.N) and Bar, a start-up, will meet in Rome."


def test_a_share_code_may_begin_the_next_line_of_a_sentence() -> None:
    first = "The carmakers Foo Motor <FOOM.N> and the large Bar Group of Rome"
    second = "<BAR_p.DE> said on Tuesday that they had launched a joint venture for software."
    assert texts(TITLE, "May 3, 2021", "", first, second, "", TWO) == [f"{first} {second}", TWO]


def test_the_label_of_an_abstract_goes_and_its_sentence_stays() -> None:
    first = "福途汽车宣布与巴尔云签署协议，双方将为福途在罗马生产的平台开发软件，首款车型明年上市。"
    assert texts(ZH_HEAD, "2021-05-03", "", f"[摘要] {first}", "", ZH_LAST) == [first, ZH_LAST]


ZH = (
    "5月3日，福途汽车与巴尔云在罗马签署合作协议，双方将共同开发下一代电动汽车的软件平台，首款车型将于明年上市。",
    "福途汽车方面确认了这一消息，但没有透露投资金额，知情人士称双方谈判已经持续了半年之久。",
)


@pytest.mark.parametrize(
    "tail",
    [
        "相关推荐：某甲与某乙成立合资公司 | 某丙携手某丁打造品牌 阅读量 1234 点赞 56 评论 7",
        "（责任编辑：李四） 相关新闻 某甲与某乙成立合资公司 某丙携手某丁打造品牌",
        "延伸阅读某甲与某乙成立合资公司某丙携手某丁打造品牌",
        "大家都在看 某甲与某乙成立合资公司",
    ],
)
def test_headlines_behind_an_article_in_one_line_are_none_of_it(tail: str) -> None:
    assert texts("".join((*ZH, tail))) == ["".join(ZH)]


@pytest.mark.parametrize(
    "tail",
    [
        "Related: Qux and Quux form venture | Corge supplies Grault Share this article",
        "Read also Qux and Quux form venture Corge supplies batteries to Grault",
        "You may also like Qux and Quux form venture - Corge supplies Grault - 3 comments",
    ],
)
def test_english_headlines_behind_an_article_in_one_line_are_none_of_it(tail: str) -> None:
    assert texts(" ".join((ONE, TWO, tail))) == [f"{ONE} {TWO}"]


@pytest.mark.parametrize(
    "end",
    [
        "Recommended retail prices were raised by the company in May.",
        "Trending now are cars of two doors, the company said.",
        "Trending technologies such as cloud computing are to be used by both",
        "相关资讯平台的负责人王小明说，双方还会继续",
        "相关报道称，双方还将成立合资公司。",
        "推荐阅读这份报告的人说，双方还将成立合资公司。",
    ],
)
def test_sentences_that_begin_like_such_a_list_stay(end: str) -> None:
    story = "".join(ZH) if end[0] > "z" else f"{ONE} {TWO} "
    assert texts(story + end) == [story + end]


def test_the_most_read_headline_of_a_page_is_not_its_own() -> None:
    ranked = ("Most Popular", "-", "1", "Vans are in demand again in Rome", "-", "2")
    page = read(
        *ranked, f"{TITLE} in Italy soon again", f"{TITLE}By Ann Example", "May 3, 2018", ONE, TWO
    )
    assert page.title
    assert page.title.text == TITLE
    assert "By Ann Example" in [one.text for one in page.removed if one.role == "byline"]


def test_headline_date_and_writer_in_one_line_are_told_apart() -> None:
    page = read(f"{TITLE} May 3, 2018 By Ann Example {ONE} {TWO}")
    assert page.title
    assert page.title.text == TITLE
    assert {"stamp": "May 3, 2018", "byline": "By Ann Example"}.items() <= {
        one.role: one.text for one in page.removed
    }.items()


def test_the_headline_of_a_wrapped_page_does_not_run_into_its_stamp() -> None:
    story = ("".join(ZH), f"{ZH_LAST}分析还说，车企对软件公司的依赖正在加深，谈判也会更多。")
    wrapped = [line for one in story for line in (*textwrap.wrap(one, 36), "")]
    head = (
        "福途、巴尔云走到一起又进一步:旗下公司115亿元入股新公司,持股10%",
        "江海汽车 王小明 2021-05-03 07:45:12",
    )
    page = read(
        *head,
        "核心提示: 5月3日,福途与巴尔云签署《股权转让协议》,购买",
        "新公司10%股权。",
        "",
        *wrapped,
    )
    assert page.title
    assert page.title.text == head[0]
    assert [b.text for b in page.blocks][1:] == [*story]


def test_the_day_behind_the_mark_of_an_agency_belongs_to_the_sentence() -> None:
    assert texts(ZH_HEAD, "2021-05-03", f"江海车讯 5月3日晚间,{ZH[0]}", ZH[1]) == [
        f"5月3日晚间,{ZH[0]}",
        ZH[1],
    ]


def test_a_paragraph_that_lacks_its_full_stop_stays_among_the_others() -> None:
    bare = (
        "The maps of Foo Motor, which have no name yet, follow a flurry of other products from Rome"
        " this year, among them vans with software of Bar Cloud and a plan for two plants in Spain"
    )
    assert texts(TITLE, "", ONE, "", TWO, "", bare, "", THREE) == [ONE, TWO, bare, THREE]


@pytest.mark.parametrize(
    "page",
    [
        (
            "What it means for you",
            "The maps will be shown on all the screens of Foo Motor.",
            "Subscribe",
        ),
        ("The software team at Bar Cloud said the app would bring music and news to you all.",),
        ("The editors of Bar Cloud said Foo Motor would give its news for free to the readers.",),
        ("Where the money for the new venture of the two comes from", THREE),
    ],
)
def test_paragraphs_of_the_article_that_look_like_offers_stay(page: tuple[str, ...]) -> None:
    kept = [line for line in page if line != "Subscribe"]
    assert texts(TITLE, "", ONE, "", *page, "", TWO) == [ONE, *kept, TWO]


@pytest.mark.parametrize("lead", [f"与华为签约后，{ZH[0]}", f"和以往不同，{ZH[0]}"])
def test_a_headline_does_not_run_into_a_lead_that_begins_like_a_torn_line(lead: str) -> None:
    page = read("福途牵手巴尔云", lead, ZH[1])
    assert page.title
    assert page.title.text == "福途牵手巴尔云"
    assert page.blocks[0].text == lead


@pytest.mark.parametrize(
    "heading", ["福途为什么选择华为", "这一次合作的目的", "两家公司的走向", "巴尔云"]
)
def test_a_heading_does_not_run_into_its_paragraph(heading: str) -> None:
    lead = f"与福途同行，{ZH_LAST}"
    assert heading in texts(ZH_HEAD, "2021-05-03", *ZH, heading, lead)


def test_a_second_story_may_end_the_page_with_its_only_paragraph() -> None:
    page = read(ZH[0], "2021-05-03 10:20", "福途汽车与巴尔云共同开发软件平台", ZH[0])
    assert ZH[0] in [block.text for block in page.blocks]


def test_an_offer_of_whole_sentences_goes_with_its_button() -> None:
    offer = (
        "Gear event",
        "Get your seat in the hall of Rome, where Foo and Bar speak.",
        "REGISTER NOW",
    )
    assert texts(TITLE, "", ONE, "", TWO, "", *offer, "", THREE) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    ("end", "below"), [("said Ann of the", "Share it"), ("said", "Ann Example in Rome and others")]
)
def test_a_torn_line_does_not_go_on_in_what_is_no_sentence(end: str, below: str) -> None:
    torn = (
        "The deal, announced in Rome, will see the two firms work together on maps, on data and on"
        f" software in the cloud, {end}"
    )
    found = texts(TITLE, "", ONE, "", TWO, "", torn, below, "", THREE)
    assert not any(below in block and block != below for block in found)
