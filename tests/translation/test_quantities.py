"""The same quantity has the same value and unit in Chinese and in English."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.languages import Lang
from diglot.translation.quantities import Quantity, agree, quantities

SAME = [
    ("9000辆", "9,000 vehicles", "9000"),
    ("20家", "20 companies", "20"),
    ("七大领域", "seven areas", "7"),
    ("1.35亿元", "135 million yuan", "135000000"),
    ("1亿3500万元", "RMB 135 million", "135000000"),
    ("50.19亿日元", "5.019 billion yen", "5019000000"),
    ("24亿美元", "$2.4bn", "2400000000"),
    ("三分之一", "a third of", "1/3"),
    ("三分之二", "two-thirds", "2/3"),
    ("百分之二十五", "twenty-five percent", "25"),
    ("八成以上", "more than 80%", "80"),
    ("四成半", "45 per cent", "45"),
    ("两年半", "two and a half years", "5/2"),
    ("一百五十万辆", "1.5 million", "1500000"),
    ("一万二千三百人", "12,300 people", "12300"),
    ("二〇一九年", "2019", "2019"),
    ("3 万名", "30k", "30000"),
    ("5万亿元", "5 trillion yuan", "5000000000000"),
    ("十万辆", "1 lakh", "100000"),
    ("第三方", "a third party", "3"),
    ("第120届", "120th", "120"),
    ("二十年", "two decades", "20"),
    ("12,300.5公里", "12,300.5 km", "24601/2"),
    ("45kWh", "45 kilowatt-hours", "45"),
    ("254TOPS", "254 TOPS", "254"),
    ("十倍", "ten times", "10"),
    ("五十万", "half a million", "500000"),
    ("一百五十一", "one hundred and fifty-one", "151"),
    ("１２％", "12%", "12"),
    ("逾七成", "over 70 percent", "70"),
    ("三億港元", "HK$300 million", "300000000"),
]


def one(text: str, lang: Lang) -> Quantity:
    (found,) = quantities(text, lang)
    return found


@pytest.mark.parametrize(("zh", "en", "value"), SAME)
def test_both_languages_give_one_value(zh: str, en: str, value: str) -> None:
    left, right = one(zh, "zh-Hans"), one(en, "en")
    assert left.value == right.value == Fraction(value)
    assert agree(left, right)


@pytest.mark.parametrize(
    ("zh", "en"),
    [("20%-30%", "20 to 30 percent"), ("5-10万元", "50,000 to 100,000 yuan"),
     ("3至5年", "3-5 years"), ("五至十亿元", "0.5 to 1 billion yuan")],
)  # fmt: skip
def test_both_ends_of_a_range_have_its_unit_and_power(zh: str, en: str) -> None:
    left, right = quantities(zh, "zh-Hans"), quantities(en, "en")
    assert [(q.value, q.unit) for q in left] == [(q.value, q.unit) for q in right]
    assert len(left) == 2


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("数十家", "zh-Hans"),
        ("几百万辆", "zh-Hans"),
        ("成千上万", "zh-Hans"),
        ("两三家", "zh-Hans"),
        ("十分重要", "zh-Hans"),
        ("三元锂电池", "zh-Hans"),
        ("统一零部件", "zh-Hans"),
        ("上世纪80年代", "zh-Hans"),
        ("dozens of companies", "en"),
        ("hundreds of millions", "en"),
        ("the 1980s", "en"),
        ("5Gs", "en"),
    ],
)
def test_vague_numbers_and_idioms_need_no_counterpart(text: str, lang: Lang) -> None:
    assert not any(quantity.firm for quantity in quantities(text, lang))


@pytest.mark.parametrize(
    ("zh", "en"),
    [("一家", "one"), ("双方", "both"), ("两家", "two"), ("首款", "first"), ("一半", "half"),
     ("半年", "half"), ("100%", "100%"), ("三倍", "triple"), ("十多家", "dozen"),
     ("万辆", "a million")],
)  # fmt: skip
def test_what_a_language_may_leave_unsaid_is_not_firm(zh: str, en: str) -> None:
    assert not one(zh, "zh-Hans").firm
    assert not one(en, "en").firm


@pytest.mark.parametrize("text", ["bZ3C", "ROBO-01", "Futurelink3.0", "L4"])
def test_numbers_glued_to_letters_are_not_firm(text: str) -> None:
    for lang in ("zh-Hans", "en"):
        assert not any(quantity.firm for quantity in quantities(text, lang))


def test_units_keep_equal_numbers_apart() -> None:
    yuan, cars = one("3亿元", "zh-Hans"), one("3亿辆", "zh-Hans")
    dollars = one("$300 million", "en")
    assert not agree(yuan, dollars)
    assert agree(cars, dollars)


def test_half_agrees_with_fifty_per_cent_and_half_a_year_with_six_months() -> None:
    assert agree(one("一半", "zh-Hans"), one("50%", "en"))
    assert agree(one("半年", "zh-Hans"), one("six months", "en"))
    assert agree(one("18个月", "zh-Hans"), one("one and a half years", "en"))


@given(st.integers(11, 10**13))
def test_any_number_in_digits_is_read_with_and_without_commas(number: int) -> None:
    assert one(f"{number:,} cars", "en").value == number
    assert one(f"{number}辆", "zh-Hans").value == number


@given(st.integers(11, 99_999_999))
def test_a_number_counted_in_wan_or_yi_is_the_number(number: int) -> None:
    for power, size in (("万", 10**4), ("亿", 10**8)):
        told = format(Decimal(number) / size, "f")
        assert one(f"约{told}{power}元", "zh-Hans").value == number


ALPHABET = "一二三十百千万亿零点两半第成分之0123456789.,%元家年-至 abLk$ millionthirdhalf"


@given(st.text(ALPHABET, max_size=30))
def test_any_text_is_read_and_spans_stand_apart_in_order(text: str) -> None:
    for lang in ("zh-Hans", "en"):
        spans = [quantity.span for quantity in quantities(text, lang)]
        assert spans == sorted(spans)
        assert all(a < b for a, b in spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
