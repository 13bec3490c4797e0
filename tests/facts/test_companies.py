"""Which names in a text are companies, and which company they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diglot.authority import Forms
from diglot.facts import boundaries, ids
from diglot.facts.extract import extract
from diglot.facts.gazetteer import Gazetteer
from tests.facts.made import (
    GAZETTEER,
    REGISTRY,
    companies,
    document,
    extraction,
    named,
    reading,
)


@pytest.mark.parametrize("form", ["XPeng", "Xpeng", "XPENG"])
def test_case_does_not_hide_a_name(form: str) -> None:
    assert named(f"On Monday {form} said it was looking for partners.") == {"xpeng": (form,)}


@pytest.mark.parametrize(
    "text",
    ["Buyers like MGs and other makes.", "汽车提高通行效率。", "他们推出智能网联、智联电动汽车。"],
)
def test_plurals_and_halves_of_words_are_no_companies(text: str) -> None:
    assert named(text) == {}


def test_a_full_name_is_the_known_company_whose_short_name_it_introduces() -> None:
    text = "福特与某地卓见科技有限公司（以下简称“腾讯”）签约。"
    assert set(named(text)) == {"ford", "tencent"}
    more = "福特與某地卓見科技有限公司(簡稱“騰訊”或“合資公司”,暫定名,以登記的名稱為準)簽約。"
    assert set(named(more)) == {"ford", "tencent"}


def test_words_before_a_known_name_are_no_part_of_a_new_one() -> None:
    assert set(named("未来合创汽车与其合资企业伙伴一起加大投入。")) == {"hechuang"}
    assert ("江海汽车",) in named("公告称，江海汽车（公司拥有其99%权益）与福特订立协议。").values()


def test_a_known_name_stays_its_own_company_whatever_short_name_it_is_given() -> None:
    assert set(named("福特与丰田汽车公司（简称“腾讯”）签约。")) == {"ford", "toyota", "tencent"}


def test_a_branch_in_brackets_and_a_possessive_belong_to_the_name_and_do_not() -> None:
    found = named("Plans of Muster (China) Investment Ltd. and of startup Volklec's board.")
    assert set(found.values()) == {("Muster (China) Investment Ltd.",), ("Volklec",)}


def test_a_joint_venture_is_proposed_by_the_name_it_is_called() -> None:
    text = "Ford and Tencent set up a joint venture called SiliconBrain in May."
    assert ("SiliconBrain",) in named(text).values()


@pytest.mark.parametrize(
    "text", ["The mg sign is small.", "It weighs 5 Mg.", "An MGX engine runs."]
)
def test_short_capitals_stand_only_as_written(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("广汽丰田与华为签署合作协议。", {"gac-toyota", "huawei"}),
        ("位于宁德的工厂属于宁德时代。", {"catl"}),
        ("Analysts at SAIC-BMW and Tencent agreed on it.", {"tencent"}),
        ("The BMW-branded cars sell well.", {"bmw"}),
    ],
)
def test_a_name_inside_a_longer_one_is_no_mention(text: str, expected: set[str]) -> None:
    assert set(named(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "万事俱备，只欠东风。",
        "氢能迎来政策的东风，企业各自为战。",
        "无人驾驶的理想还有不小差距。",
        "They want smart vehicles. Smart cars are what they want.",
    ],
)
def test_ordinary_words_are_no_companies(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东风与腾讯签署协议。", "dongfeng"),
        ("岚图、东风、宝马参与其中。", "dongfeng"),
        ("客户包括宝马、理想等。", "li-auto"),
        ("客户包括宝马、东风、理想等。", "li-auto"),
        ("It keeps the small-car brand smart alive.", "smart"),
    ],
)
def test_context_makes_an_ordinary_word_a_company(text: str, expected: str) -> None:
    assert expected in named(text)


def test_words_that_speak_for_a_company_once_do_for_the_whole_text() -> None:
    body = companies(reading("理想宣布新计划。车上装有理想芯片。")).body
    assert [one.id for one in body] == ["li-auto", "li-auto"]
    assert named("车上装有理想芯片。") == {}


def test_a_short_name_across_two_words_is_no_mention() -> None:
    assert named("两家公司设有联合创新中心。") == {}


@pytest.mark.parametrize(
    ("text", "name", "halves"),
    [
        ("甲和大众签约", "和大", True),
        ("双方大力拓展市场", "力拓", True),
        ("力拓拓展市场", "力拓", False),
        ("甲和大众签约", "大众", False),
        ("全新奥迪上市", "新奥", True),
        ("全新奥迪上市", "奥迪", False),
        ("新奥与甲签约", "新奥", False),
    ],
)
def test_of_two_words_only_the_whole_one_is_a_name(text: str, name: str, halves: bool) -> None:
    start = text.index(name)
    assert boundaries.halved(text, start, start + len(name)) is halves


def test_traditional_characters_find_the_simplified_name() -> None:
    assert named("東風汽車與騰訊簽署合作協議。") == {
        "dongfeng": ("東風汽車",),
        "tencent": ("騰訊",),
    }


def test_a_bare_family_name_is_the_group_the_text_has_introduced() -> None:
    assert named("吉利控股集团宣布与腾讯合作。对吉利而言，这是第一步。")["geely-holding"] == (
        "吉利控股集团",
        "吉利",
    )
    assert set(named("腾讯与吉利合作。")) == {"tencent", "geely"}


def test_makes_that_only_occur_in_model_names_are_left_out() -> None:
    assert set(named("上汽集团推出荣威RX5。")) == {"saic"}
    assert set(named("上汽集团旗下的荣威推出荣威RX5。")) == {"saic", "roewe"}
    assert set(named("SAIC will show the Roewe Whale in May.")) == {"saic"}
    assert set(named("荣威3期工程开工。")) == {"roewe"}
    assert set(named("上汽集团推出荣威龙猫M8。")) == {"saic"}
    assert set(named("荣威和名爵MG4参展。")) == {"roewe"}


def test_the_first_word_of_a_new_name_is_the_company_of_that_name() -> None:
    text = ("Quillon Resources Ltd said that it had a new mine.", "Shares of Quillon Inc. rose.")
    assert len(named(*text, title="Quillon Inc. digs")) == 1


@pytest.mark.parametrize("ticker", ["NYSE: XPEV", "NYSE：XPEV", "<XPEV.N>"])
def test_a_ticker_is_a_form_of_its_company(ticker: str) -> None:
    assert named(f"Shares of XPeng ({ticker}) rose.") == {"xpeng": ("XPeng", ticker)}


def test_a_ticker_alone_names_its_company() -> None:
    assert named("00700.HK收涨。") == {"tencent": ("00700.HK",)}


def test_legal_forms_belong_to_the_name() -> None:
    assert named("Dongfeng Motor Corporation said so.") == {
        "dongfeng": ("Dongfeng Motor Corporation",)
    }


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Quillon SE", "Quillon"),
        ("Quillon Co., Ltd", "Quillon"),
        ("QSE", "QSE"),
        ("QUI有限公司", "QUI"),
    ],
)
def test_letters_of_a_name_are_no_legal_form(form: str, name: str) -> None:
    assert ids.bare(form) == name


def test_a_short_name_given_in_brackets_is_known_from_then_on() -> None:
    text = "深圳某某智能技术有限公司（以下简称“某智”）与腾讯签约。某智随后扩产。"
    assert named(text)["shenzhenmoumouzhinengjishu"] == ("深圳某某智能技术有限公司", "某智")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("British startup Volkra has signed up.", "Volkra"),
        ("Far Star Battery Co., Ltd. will build it.", "Far Star Battery"),
        ("Ornith (Nasdaq: ORNT) rose by a tenth.", "Ornith"),
        ("Brevia, a German supplier of sensors, agreed.", "Brevia"),
        ("腾讯与初创公司Zephra达成合作。", "Zephra"),
    ],
)
def test_unknown_companies_are_proposed_by_their_shape(text: str, name: str) -> None:
    found = extraction(text)
    assert [company.name.en for _, company in found.proposed] == [name]
    assert [
        one.basis for one in found.article.companies if one.id == name.lower().replace(" ", "-")
    ] == ["inferred"]


@pytest.mark.parametrize(
    "text",
    [
        "国有汽车集团和互联网科技公司正在合作。",
        "There, the company works alone.",
        "The Chinese company said so.",
        "他们成立合资电动车科技有限公司。",
        "与福特签约，促进广汽集团和福特发展。",
        "Ford works with LiDAR supplier Tencent.",
        "福特及腾讯两大集团一起努力。",
        "福特與騰訊兩個集團一起努力。",
    ],
)
def test_general_words_propose_nothing(text: str) -> None:
    assert extraction(text).proposed == ()


def test_all_forms_of_the_registry_can_be_had() -> None:
    assert {"东风", "Dongfeng Motor", "武汉", "马化腾"} <= GAZETTEER.forms()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("福特和中国腾讯签约。", {"ford", "tencent"}),
        ("福特与中国能源集团、腾讯签约。", {"ford", "tencent"}),
        ("This month Ford, which owns Namyang Research and Development Center, said so.", {"ford"}),
    ],
)
def test_a_place_before_a_name_or_a_general_word_makes_no_new_company(
    text: str, ids: set[str]
) -> None:
    assert set(named(text)) == ids


def test_one_word_for_several_makers_names_them_all() -> None:
    makers = {
        key: replace(REGISTRY.companies[key], aliases=Forms(zh=("腾小吉",)))
        for key in ("geely", "tencent", "xpeng")
    }
    gazetteer = Gazetteer(replace(REGISTRY, companies={**REGISTRY.companies, **makers}))
    text = "“腾小吉”三家与华为签署合作协议。"
    article = extract(document(text), gazetteer, "x").article
    every = {"tencent", "xpeng", "geely", "huawei"}
    assert {one.id for one in article.companies} == every
    assert [set(one.parties) for one in article.deals] == [every]


def test_a_shared_name_that_is_no_word_for_them_all_names_one() -> None:
    both = {
        key: replace(REGISTRY.companies[key], aliases=Forms(zh=("某大厂",)))
        for key in ("tencent", "xpeng")
    }
    gazetteer = Gazetteer(replace(REGISTRY, companies={**REGISTRY.companies, **both}))
    article = extract(document("某大厂与华为签署合作协议。"), gazetteer, "x").article
    assert len(article.companies) == 2


def test_a_verb_before_a_full_name_is_no_part_of_it() -> None:
    found = named("公告提到若干报道，称浙江某某控股集团有限公司要同华为合作。")
    assert ("浙江某某控股集团有限公司",) in found.values()


def test_a_word_of_speech_may_be_part_of_a_name() -> None:
    assert ("罗马某亭显示技术有限公司",) in named("华为与罗马某亭显示技术有限公司签约。").values()


def test_a_registered_name_with_a_verb_before_it_is_no_new_company() -> None:
    assert set(named("公告提到若干报道，称吉利控股集团有限公司要同华为合作。")) == {
        "geely-holding",
        "huawei",
    }
