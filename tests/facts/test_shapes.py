"""Names of companies no registry knows, found by their shape."""

from __future__ import annotations

import re

import pytest

from diglot.facts.shape_data import filled, patterns
from diglot.yamlfile import data
from tests.facts.made import named


def _forms(text: str) -> set[str]:
    return {form for forms in named(text).values() for form in forms}


@pytest.mark.parametrize("row", data("company_shapes")["cued_zh"], ids=lambda row: row["example"])
def test_a_shape_finds_the_name_in_its_own_example(row: dict[str, str]) -> None:
    match = re.search(filled(row["shape"]), row["example"])
    assert match
    assert match["name"] == row["gives"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Muster Robotics signed an agreement with Ford.", "Muster Robotics"),
        ("Ford bought a stake in lithium hopeful muster (ASX: MST) in May.", "muster"),
        ("Muster, a Chinese maker of lidar, works with Ford.", "Muster"),
        ("Ford works with the battery maker Muster in Ohio.", "Muster"),
        ("A stake went to Vietnam's Muster Group last year.", "Muster Group"),
        ("In May Muster Widget Co., Ltd. was set up by Ford.", "Muster Widget Co., Ltd."),
    ],
)
def test_an_english_name_is_a_company_by_its_end_its_ticker_or_the_noun_beside_it(
    text: str, form: str
) -> None:
    assert form in _forms(text)


@pytest.mark.parametrize(
    "text",
    [
        "The plan covers Intelligent Connected Vehicle Technology in full.",
        "Advanced Technologies Group is a unit of Ford.",
        "Peter Carlson, the president of a maker of trucks, spoke to Ford.",
    ],
)
def test_general_words_and_heads_of_makers_are_no_companies(text: str) -> None:
    assert _forms(text) <= {"Ford"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("日前，卓见科技宣布与华为合作。", "卓见科技"),
        ("日前，卓见智能创始人介绍了情况。", "卓见智能"),
        ("卓见股份（002999）与华为签约。", "卓见股份"),
        ("租车企业MK集团与华为签约。", "MK集团"),
        ("由华为领投，卓见资本、腾讯跟投。", "卓见资本"),
        ("投资方包括武汉市卓见产业投资基金、腾讯。", "武汉市卓见产业投资基金"),
        ("投资者包括华为的风险投资部门卓见资本，以及腾讯。", "卓见资本"),
        ("去年，华为投资了卓见科技。", "卓见科技"),
        ("卓见科技是一家激光雷达公司。", "卓见科技"),
        ("华为投资了宁德时代和卓见科技两家公司。", "卓见科技"),
        ("项目由卓见投资管理有限公司与华为出资。", "卓见投资管理有限公司"),
        ("武汉市卓见投资开发集团有限公司与华为出资。", "武汉市卓见投资开发集团有限公司"),
        ("4月11日，卓见新发布公告称，将投资。", "卓见新"),
    ],
)
def test_a_chinese_name_is_a_company_by_its_end_and_the_act_behind_it(text: str, form: str) -> None:
    assert form in _forms(text)


@pytest.mark.parametrize(
    "text",
    [
        *("近日，单车智能与网联结合。", "双方在人工智能和动力电池方面合作。", "发展AI集团化业务。"),
        *("本轮由国家队领投，老股东跟投。", "公司投资芯片半导体，携手互联网科技。"),
        *("引入社会资本、产业资本等力量。", "公司发行股票、货币基金、指数基金等。"),
        *("一家厂商收购部分股份，", "一家厂商收购剩余股份。", "一家厂商投资前沿科技，"),
        *("我们集团是一家大公司。", "投资方包括住房公积金和社保基金等。"),
        *(
            "工信部发布公告称，",
            "随着公司发布公告，",
            "推动投资方（包括当地政府产业引导基金等）入股。",
        ),
    ],
)
def test_chinese_words_that_end_like_names_are_no_companies(text: str) -> None:
    assert _forms(text) == set()


def test_a_full_chinese_name_begins_with_the_known_name_in_it() -> None:
    assert _forms("项目由其控股股东宁德时代新能源科技股份有限公司出资。") == {
        "宁德时代新能源科技股份有限公司"
    }


def test_a_name_explained_by_a_known_one_in_brackets_is_that_company_everywhere() -> None:
    text = "卓见科技（Hycan）完成融资。今年，卓见科技宣布与华为合作。"
    assert set(named(text)) == {"hechuang", "huawei"}


def test_a_family_named_in_two_scripts_is_not_taken_for_the_group() -> None:
    assert set(named("投资方有吉利（Geely）。吉利控股集团另有计划。")) == {"geely", "geely-holding"}


def test_a_bare_family_name_is_the_group_where_the_group_is_named() -> None:
    assert set(named("吉利控股集团签约。吉利将出资。")) == {"geely-holding"}


@pytest.mark.parametrize("entry", data("company_shapes")["tickers"])
def test_each_pattern_of_tickers_finds_its_example(entry: dict[str, str]) -> None:
    import re

    assert re.search(patterns("tickers"), entry["example"])
