"""Companies under misspelt names: what is a slip, and what is another company's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diglot.authority import Company
from diglot.facts.extract import extract
from diglot.facts.gazetteer import Gazetteer
from diglot.model import Both
from tests.facts.made import REGISTRY, document, extraction, named


@pytest.mark.parametrize(
    ("text", "id_", "form"),
    [
        ("Qualcom said on Monday that it would work with Ford.", "qualcomm", "Qualcom"),
        ("Qaulcomm Inc. said on Monday that it would work with Ford.", "qualcomm", "Qaulcomm Inc."),
        ("5月3日，小朋汽车与福特签署合作协议。", "xpeng", "小朋汽车"),
        ("5月3日，上汽集团与吉力控股签署合作协议。", "geely-holding", "吉力控股"),
    ],
)
def test_a_name_with_one_slip_is_the_company_it_is_meant_for(
    text: str, id_: str, form: str
) -> None:
    assert named(text)[id_][0].startswith(form)


@pytest.mark.parametrize(
    "text",
    [
        "Fords Ltd. said on Monday that it would sell the plant.",  # a short name
        "Kualcomm Inc. said on Monday that it would work with Ford.",  # another first letter
        "Qualcomn Inc. said on Monday that it would work with Ford.",  # another last letter
        "Dongfang Motor Co. said on Monday that it would work with Ford.",  # a word in pinyin
        "Qualcomm2 Inc. said on Monday that it would work with Ford.",
        "5月3日，小朋科技宣布与福特签署合作协议。",  # no company is called so
        "5月3日，上海控股宣布与福特签署合作协议。",  # sounds otherwise
        "5月3日，小碰汽车与福特签署合作协议。",  # another tone
        "5月3日，吉力集团与福特签署合作协议。",  # no company is called so
        "他们制造电动汽车和国产汽车。",
    ],
)
def test_a_name_that_is_only_like_another_is_not_that_company(text: str) -> None:
    others = {"qualcomm", "dongfeng", "xpeng", "geely", "geely-holding"}
    assert others.isdisjoint(named(text))
    if "Fords" in text:
        assert "ford" not in named(text)


def test_a_general_word_that_sounds_like_a_name_is_no_slip() -> None:
    company = Company(name=Both(zh="蔚来汽车", en="Foo"), kind="carmaker")
    gazetteer = Gazetteer(replace(REGISTRY, companies={**REGISTRY.companies, "foo": company}))
    for text, found in (("未来汽车将更聪明。", False), ("喂来汽车将更聪明。", True)):
        article = extract(document(text), gazetteer, "seeds/a.txt").article
        assert ("foo" in {one.id for one in article.companies}) == found


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Qualcom said on Monday that it would work with Ford.", "inferred"),
        ("Qualcomm said so. Qualcom said on Monday that it would work with Ford.", "stated"),
    ],
)
def test_a_company_named_only_under_a_slip_is_inferred(text: str, basis: str) -> None:
    found = extraction(text).article.companies
    assert {one.id: one.basis for one in found}["qualcomm"] == basis
