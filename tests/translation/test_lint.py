"""The lint names what a translated block likely has wrong, and lets good ones pass."""

from __future__ import annotations

import re

import pytest

from diglot import yamlfile
from diglot.languages import Lang
from diglot.translation.lint import CODES, Fault
from tests.translation.lint_faults import linter

ZH = "6月28日，腾讯与东风汽车集团在深圳签署协议，双方将在七大领域合作，首批投放9000辆车。"
EN = (
    "On 28 June, Tencent and Dongfeng Motor Corporation signed an agreement in Shenzhen."
    " The two sides will work together in seven areas, and put 9,000 vehicles on the road at first."
)


def faults(zh: str, en: str, *, from_english: bool = False) -> tuple[Fault, ...]:
    sides: list[tuple[str, Lang]] = [(zh, "zh-Hans"), (en, "en")]
    source, target = sides[::-1] if from_english else sides
    return linter().faults(source, target)


def test_a_good_pair_passes_in_both_directions() -> None:
    assert faults(ZH, EN) == ()
    assert faults(ZH, EN, from_english=True) == ()


CASES = [
    ("9,000", "8,000", "translation-numbers", "9000"),
    ("seven", "eight", "translation-numbers", "七大"),
    ("28 June", "26 June", "translation-dates", "6月28日"),
    ("28 June", "28 July", "translation-dates", "6月28日"),
    ("Tencent", "Alibaba", "translation-names", "腾讯"),
    ("Shenzhen", "Shanghai", "translation-names", "深圳"),
    (EN.partition(" The two")[2], "", "translation-length", "双方将在七大领域合作"),
    ("agreement", "协议", "translation-residue", "协议"),
    (" in Shenzhen.", " in Shenzhen。", "translation-punctuation", "full-width"),
    ("On 28 June,", "On 28 June ,", "translation-punctuation", "space"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "code", "word"), CASES)
def test_each_fault_is_told_under_its_code_with_the_words(
    good: str, bad: str, code: str, word: str
) -> None:
    assert good in EN
    told = [fault for fault in faults(ZH, EN.replace(good, bad)) if fault.code == code]
    assert any(word in fault.what for fault in told)
    assert all(fault.mend for fault in told)


def test_every_code_has_a_case() -> None:
    assert {case[2] for case in CASES} == set(CODES)


def test_an_english_sentence_left_in_chinese_is_residue_and_a_name_is_not() -> None:
    left = "华为智能汽车解决方案Intelligent Automotive Solution BU与东风合作。"
    right = "Huawei's Intelligent Automotive Solution BU works with Dongfeng."
    assert faults(left, right, from_english=True) == ()
    copied = left.replace("与东风合作", "will work with Dongfeng on smart cars")
    assert [one.code for one in faults(copied, right, from_english=True)] == ["translation-residue"]


def test_an_original_in_brackets_or_quotation_marks_is_no_residue() -> None:
    assert faults("“新四化”是趋势。", "The “four new trends” (新四化) are the trend.") == ()


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("中国车企宣布了新的计划。", "The Chinese carmaker announced a new plan."),
        ("德方表示满意。", "The German side said that it was satisfied."),
        ("去年3月，双方签署协议。", "The two sides signed the agreement last March."),
        ("上半年增长一半。", "It grew by 50% in the first half of the year."),
        ("5日，公司发布公告。", "On the 5th, the company made an announcement."),
        ("四驱版算力达254TOPS。", "The four-wheel drive version has 254 TOPS of computing power."),
        ("马化腾出席仪式。马化腾表示祝贺。", "Pony Ma attended the ceremony and congratulated."),
    ],
)
def test_what_languages_say_in_their_own_ways_is_no_fault(zh: str, en: str) -> None:
    assert faults(zh, en) == ()
    assert faults(zh, en, from_english=True) == ()


HABITS = yamlfile.data("lint")["punctuation"]


@pytest.mark.parametrize("row", HABITS, ids=[row["what"] for row in HABITS])
def test_each_habit_finds_its_example(row: dict[str, str]) -> None:
    assert re.search(row["pattern"], row["example"])


def test_the_lexicon_has_words_of_both_languages_in_every_row() -> None:
    for row in yamlfile.data("lexicon"):
        ((zh, en),) = row.items()
        assert re.fullmatch(r"[\u3400-\u9fff ]+", zh)
        assert re.fullmatch(r"[A-Za-z0-9_$&'. -]+", en)
