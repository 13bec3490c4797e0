"""Which companies an article is about."""

from __future__ import annotations

from tests.facts.made import extraction


def _central(*paragraphs: str, title: str | None = None) -> set[str]:
    found = extraction(*paragraphs, title=title).article.companies
    return {one.id for one in found if one.central}


def test_the_companies_of_the_title_and_of_the_deal_in_the_lead_are_central() -> None:
    text = ("3月14日，丰田与腾讯签署合作协议。", "福特也做汽车。")
    assert _central(*text) == {"toyota", "tencent"}
    assert _central("昨日天气很好。丰田出席。", *text[1:], title="丰田的一天") == {"toyota"}


def test_a_round_of_many_is_about_those_the_text_comes_back_to() -> None:
    lead = "合创汽车完成2亿美元融资，腾讯领投，华为、丰田、宝马和福特跟投。"
    text = ("合创汽车说好。", "路上有很多车。", "腾讯也说好。")
    assert _central(lead, *text) == {"hechuang", "tencent"}
    few = "合创汽车完成2亿美元融资，腾讯领投，华为跟投。"
    assert _central(few, *text) == {"hechuang", "tencent", "huawei"}


def test_a_company_named_once_late_in_the_text_is_not_central() -> None:
    last = ("天气很好。", "他们说了很多。", "路上有很多车。", "福特也做汽车。")
    assert "ford" not in _central("丰田发布新车。丰田说车很好。", *last)


def test_a_company_the_text_keeps_coming_back_to_is_central_by_its_lead() -> None:
    again = ("丰田说车很好。", "丰田又说。", "丰田还说。")
    assert _central("昨日天气很好。在武汉，丰田发布新车。", *again, "福特也做汽车。") == {"toyota"}


def test_a_survey_that_names_many_companies_once_has_no_central_ones() -> None:
    text = ("天气很好。", "他们说了很多。", "路上有很多车。", "福特、丰田、宝马都做汽车。")
    assert _central(*text) == set()


def test_the_joint_company_of_central_ones_is_central_where_the_text_comes_back_to_it() -> None:
    lead = "广汽集团与丰田签署合作协议。广汽集团与丰田都做汽车。"
    text = ("天气很好。", "路上有很多车。", "广汽丰田在武汉。", "广汽丰田也做汽车。")
    assert _central(lead, *text) == {"gac", "toyota", "gac-toyota"}


def test_former_employers_in_the_lead_are_not_what_the_text_is_about() -> None:
    lead = "Ford will work with Tencent on a team led by former executives from Toyota."
    assert _central(lead, "Ford said more. Toyota did not.") == {"ford", "tencent"}


def test_those_who_own_a_company_of_the_lead_are_not_what_the_text_is_about() -> None:
    lead = "Ford sells the cars of Toyota-owned Voyah. It is cheap. Voyah makes cars."
    last = "Nobody knows. Roads are long. Toyota also makes cars."
    assert _central(lead, last) == {"ford", "voyah"}
    text = (
        "广汽集团和丰田合资的广汽丰田今日与腾讯签署协议。",
        "腾讯说好。",
        "广汽丰田也说好。",
        "丰田没有回应。",
    )
    assert _central(*text) == {"gac-toyota", "tencent"}
