"""People with their offices, and places that are no part of other names."""

from __future__ import annotations

import pytest

from tests.facts.made import extraction


def _people(text: str) -> list[tuple[str, str | None]]:
    return [(one.name, one.org) for one in extraction(text).article.people]


def _places(text: str) -> list[str]:
    return [one.as_[0] for one in extraction(text).article.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("腾讯副总裁钟大平表示，合作很重要。", [("钟大平", "tencent")]),
        ("东风汽车董事长、党委书记竺立风出席签约仪式。", [("竺立风", "dongfeng")]),
        ("东风汽车董事长周明、总经理冯立亚，华为轮值董事长徐军出席。",
         [("周明", "dongfeng"), ("冯立亚", "dongfeng"), ("徐军", "huawei")]),
        ("公司由董长新任董事长。", [("董长新", None)]),
        ("此外，夏海平卸任华为总经理。", [("夏海平", "huawei")]),
        ("An Minghui, CEO of Tencent, said so.", [("An Minghui", "tencent")]),
        ("Ann Roe, head of Research & Development at Ford, said so.", [("Ann Roe", "ford")]),
        ("“It is new,” said Ford Executive Vice Chair Ann Roe.", [("Ann Roe", "ford")]),
        ("Ford, founded in 2017 by Ann Roe and Peter Carlson, makes cars.",
         [("Ann Roe", "ford"), ("Peter Carlson", "ford")]),
        ("Ford, founded by Peter Carlson, makes cars.", [("Peter Carlson", "ford")]),
        ("公告称，协议有效期三年。", []),
        ("腾讯马化腾、华为代表团出席了签约仪式。", [("马化腾", "tencent")]),
        ("华为表示，美国总统特朗森表示欢迎。", [("特朗森", None)]),
        ("Ford said that Ma Zhen would become vice president.", [("Ma Zhen", "ford")]),
        ("此外，有指可能出任华为总裁的人选，近期将公布。", []),
        ("Ford chairman Yin Tongyan [尹同彦, yin tong yan] said so.", [("Yin Tongyan", "ford")]),
        ("华为总裁山田一郎说，合作很重要。", [("山田一郎", "huawei")]),
        ("华为总裁徐军稍早前表示欢迎。", [("徐军", "huawei")]),
        ("宝马董事长奥利弗·齐普策表示欢迎。", [("奥利弗·齐普策", "bmw")]),
        ("华为总裁徐军看准时机。", [("徐军", "huawei")]),
        ("华为副总裁徐军则认为，合作很重要。", [("徐军", "huawei")]),
        ("宝马总裁海兹曼教授在场。", [("海兹曼", "bmw")]),
        ("宝马董事长奥利弗·齐普策访华期间到了上海。", [("奥利弗·齐普策", "bmw")]),
        ("华为总裁徐军出席，副市长周明见证签约。", [("徐军", "huawei"), ("周明", None)]),
        ("华为总裁徐军，市委书记周明、市政府秘书长郑华等出席。",
         [("徐军", "huawei"), ("周明", None), ("郑华", None)]),
        ("宝马董事会成员Jan von Fleet出席。", [("Jan von Fleet", "bmw")]),
        ("华为副总裁徐军和江海大学副校长周明签约。", [("徐军", "huawei"), ("周明", None)]),
        ("华为总裁徐军上周表示欢迎。", [("徐军", "huawei")]),
        ("华为策略长周明也透露了计划。", [("周明", "huawei")]),
        ("华为总裁徐军将离职。", [("徐军", "huawei")]),
        ("简单来说，合作很重要。", []),
        ("华为首席执行官由徐小明(Xu Xiao Ming)出任。", [("徐小明", "huawei")]),
        ("楼市预测，华为将胜出。", []),
        ("华为称，取得一席董事席次的福特也是。", []),
        ("福特设计师楼下等。", []),
        ("AI Lab, head of Ford said.", []),
        ("经济部次长郑华率团前往美国，技术处副处长周明出席。", [("郑华", None), ("周明", None)]),
        ("武汉市长 郑华:“华为也会来投资。”", [("郑华", None)]),
        ("腾讯创办人Jan Fleet来台宣布，将与福特合作。", [("Jan Fleet", "tencent")]),
    ],
)  # fmt: skip
def test_office_and_name_make_a_chinese_person(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed by Yu Qing, President of SAIC Motor.", [("Yu Qing", "saic")]),
        (
            "Dongfeng Motor's Chairman Yang Li said the alliance mattered.",
            [("Yang Li", "dongfeng")],
        ),
        ("“We agree,” said Ford VP Jan Fleet.", [("Jan Fleet", "ford")]),
        ("“We agree,” said Jan Vries, chief executive of BMW.", [("Jan Vries", "bmw")]),
        (
            "Ada Marsh, head of Ford, met Jan Vries in Austin, Jan Vries said.",
            [("Ada Marsh", "ford"), ("Jan Vries", None)],
        ),
        (
            "It was signed by CEO Ada Marsh of Ford and colleague Jan Vries (Yang Li) of BMW.",
            [("Ada Marsh", "ford"), ("Jan Vries", "bmw")],
        ),
        ("Analyst Ada Marsh of Foo Insights said Ford gained most.", [("Ada Marsh", None)]),
        ("Ada Marsh, who used to run Ford, is its chief executive.", [("Ada Marsh", "ford")]),
        ("He Marsh, chairman of Ford, agreed.", [("He Marsh", "ford")]),
        ("He Said Nothing, the chairman of Ford.", []),
        ("SHEN Marsh, chairman of Ford, agreed.", [("SHEN Marsh", "ford")]),
        ("SUV Marsh, chairman of Ford, agreed.", []),
    ],
)
def test_name_and_office_make_an_english_person(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _people(text) == expected


def test_an_office_begins_with_no_other_persons() -> None:
    people = extraction("腾讯副总裁钟大平和副市长周明出席签约仪式。").article.people
    assert [one.role for one in people] == ["腾讯副总裁", "副市长"]


def test_a_known_person_needs_no_office() -> None:
    people = extraction("马化腾到访武汉，会见了客人。").article.people
    assert [(one.id, one.name) for one in people] == [("pony-ma", "马化腾")]


@pytest.mark.parametrize(
    "text",
    [
        "公司董事长表示，将继续投入。",
        "Analysts said the price was high.",
        "Ford and Wuhan-based Brightline said so.",
    ],
)
def test_an_office_without_a_name_is_nobody(text: str) -> None:
    assert _people(text) == []


def test_a_place_in_the_name_of_an_organisation_is_no_place() -> None:
    assert _places("The Wuhan University of Technology took part.") == []
    assert _places("武汉大学参与研究。") == []
    assert _places("武汉汽车论坛今年开了两天。") == []


def test_an_abbreviated_country_counts_where_it_is_no_adjective() -> None:
    assert _places("The US supplier agreed.") == []
    assert _places("It sells well in the US.") == ["US"]


def test_towns_no_glossary_knows_are_found_beside_a_country() -> None:
    assert _places("The plant at Szolna in Hungary is new.") == ["Szolna", "Hungary"]


def test_a_zone_bears_the_name_of_its_town() -> None:
    assert _places("工厂位于武汉经济技术开发区。") == ["武汉经济技术开发区"]


def test_people_named_one_after_the_other_are_all_found() -> None:
    found = _people("It was founded by the former Ford managers Peter Carlson and Daniel Weber.")
    assert [name for name, _ in found] == ["Peter Carlson", "Daniel Weber"]


def test_a_title_is_no_part_of_a_name() -> None:
    assert _people("The test went well, said Professor Peter Carlson, founder of Tencent.") == [
        ("Peter Carlson", "tencent")
    ]


def test_a_name_in_brackets_behind_a_name_is_the_same_person() -> None:
    assert [name for name, _ in _people("腾讯董事长马化腾（Pony Ma）表示欢迎。")] == ["马化腾"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ford Chief Executive Peter Carlson spoke.", ["Peter Carlson"]),
        ("Austin Russell, who runs a unit of Ford, agreed.", ["Austin Russell"]),
        ("Analyst Royce Muster of Muster Research said so.", ["Royce Muster"]),
        ("Peter Carlson, the carmaker's president, left.", ["Peter Carlson"]),
        ("Mr Liu Xueliang left the room.", ["Liu Xueliang"]),
        ("The Safety Programme Visit, a director said, was useful.", []),
        ("腾讯总裁阿曼(Dan Muster)表示欢迎。", ["阿曼"]),
        ("腾讯首席执行官吕程去年曾表示，合作很重要。", ["吕程"]),
        ("李明（腾讯副总裁）也在场。", ["李明"]),
        ("周光還說，會有新車。", ["周光"]),
    ],
)
def test_what_stands_beside_a_name_makes_it_a_person(text: str, expected: list[str]) -> None:
    assert [name for name, _ in _people(text)] == expected


@pytest.mark.parametrize("text", ["“武汉行动”继续推进。", "公司的出海口愈来愈多。"])
def test_names_in_quotes_and_halves_of_words_are_no_places(text: str) -> None:
    assert _places(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("腾讯副总裁钟大平作为代表签署协议。", ["钟大平"]),
        ("腾讯创始人钟大平2014年回国。", ["钟大平"]),
        ("丰田社长饭冢裕恭说，合作很重要。", ["饭冢裕恭"]),
        ("It was started by former Ford developer Jan Vries in May.", ["Jan Vries"]),
        ("Its founders, Jan Vries and Ada Marsh, left Ford.", ["Jan Vries", "Ada Marsh"]),
        ("Jan V Vries, president of Ford, said so.", ["Jan V Vries"]),
        ("Jan Vries and Ada Marsh will lead the venture as co-CEOs.", ["Jan Vries", "Ada Marsh"]),
    ],
)
def test_names_end_where_another_word_begins(text: str, expected: list[str]) -> None:
    assert [name for name, _ in _people(text)] == expected


def test_countries_in_a_list_go_by_one_character() -> None:
    assert _places("美、日、德纷纷求援，中、美企业也不例外。") == ["美", "日", "德"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("市委书记周明出席。", "市委书记"),
        ("福特总裁周明均有出席。", "福特总裁"),
        ("市委副书记兼市长周明出席。", "市委副书记兼市长"),
        ("福特董事长、党组书记周明出席。", "福特董事长、党组书记"),
        ("福特常务董事、终端BG董事长周明出席。", "福特常务董事、终端BG董事长"),
        ("Ford had it under then-CEO Ada Marsh.", "CEO"),
        (
            "Zhang Xiang, a visiting professor at Muster Science and Art University, spoke.",
            "visiting professor at Muster Science and Art University",
        ),
        ("福特联合创始人兼CTO楼小明持股49.00%。", "福特联合创始人兼CTO"),
        ("His Excellency Ada Marsh, Director General, spoke.", "Director General"),
        (
            "“Yes,” said Ada Marsh, chief innovation officer of Ford.",
            "chief innovation officer of Ford",
        ),
        (
            "“Yes,” said Ada Marsh, chief buying and supply chain officer of Ford.",
            "chief buying and supply chain officer of Ford",
        ),
        (
            "It was signed by Wang Jun, President of Ford’s Smart Car Solutions BU.",
            "President of Ford’s Smart Car Solutions BU",
        ),
        ("福特党委常委、副总经理周明会谈。", "福特党委常委、副总经理"),
        ("福特CTO兼自动驾驶CEO周明出席。", "福特CTO兼自动驾驶CEO"),
        ("行政院副院长周明出席。", "行政院副院长"),
        ("腾讯创始人马化腾一早就出现在展区。", "腾讯创始人"),
        ("教授马化腾一早就到。腾讯创始人马化腾出席。", "腾讯创始人"),
    ],
)
def test_an_office_is_told_whole(text: str, role: str) -> None:
    assert [one.role for one in extraction(text).article.people] == [role]


def test_what_one_did_is_no_office() -> None:
    (one,) = extraction("Ada Marsh, who headed software at Ford, left.").article.people
    assert one.role is None


def test_a_makers_name_is_no_company_where_it_is_a_given_name() -> None:
    article = extraction("设计师王丰田表示，新车很好。丰田没有回应。").article
    assert [(one.name, one.org) for one in article.people] == [("王丰田", None)]
    assert [one.as_ for one in article.companies] == [("丰田",)]
    assert extraction("设计师王丰田表示，新车很好。").article.companies == ()


def test_the_office_of_the_next_one_named_is_not_his() -> None:
    people = extraction(
        "Ford's chief, Jan Vries, and BMW's vice president, Ada Marsh, met."
    ).article
    assert (people.people[0].name, people.people[0].org) == ("Jan Vries", "ford")


def test_the_office_behind_a_state_is_no_part_of_its_name() -> None:
    assert _places("密歇根州州长周明到访匈牙利。") == ["密歇根州", "匈牙利"]


def test_a_county_bears_its_name() -> None:
    assert _places("The plant in Muster County employs hundreds.") == ["Muster County"]


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("福特来了，上海傲硕信息科技总经理周明出席。", None),
        ("福特来了，智慧业务总经理周明出席。", "ford"),
        ("Ford leans on others, independent analyst Ada Marsh said.", None),
        ("Ford will grow, chief executive Ada Marsh said.", "ford"),
        ("Ford analyst Ada Marsh said so.", "ford"),
        ("Toyota came. It is led by chairman Ada Marsh from Ford.", "ford"),
        ("It fights rivals like Ford and Ada Marsh-backed makers, said Ada Marsh.", None),
    ],
)
def test_nobody_is_of_a_company_that_only_happens_to_be_named_before(
    text: str, org: str | None
) -> None:
    assert {one.org for one in extraction(text).article.people} == {org}
