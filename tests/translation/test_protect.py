"""Names under a model that garbles, keeps or drops them: what comes out, and in how many tries."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.languages import Side
from diglot.translation.engines import local
from diglot.translation.engines.base import EngineError, Term
from diglot.translation.protect import translate

TERMS = (
    Term("东风汽车集团", "Dongfeng Motor Corporation"),
    Term("东风汽车", "Dongfeng Motor"),
    Term("东风", "Dongfeng Motor"),
    Term("腾讯", "Tencent"),
    Term("智能座舱", "smart cockpit"),
)
BACK = (
    Term("Dongfeng Motor", "东风汽车"),
    Term("Dongfeng", "东风汽车"),
    Term("Lear", "李尔"),
    Term("Tencent", "腾讯"),
)


class Model:
    """A model that does one thing to every sentence, and remembers what it was asked."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self.make, self.asked = make, list[str]()

    def __call__(self, texts: Sequence[str]) -> list[str]:
        self.asked += texts
        return [self.make(text) for text in texts]


def run(text: str, make: Callable[[str], str], target: Side = "en") -> tuple[str, list[str]]:
    model = Model(make)
    (found,) = translate([text], TERMS if target == "en" else BACK, target, model)
    return found, model.asked


def test_a_sentence_without_names_is_said_once() -> None:
    assert run("双方合作。", str.upper) == ("双方合作。", ["双方合作。"])


def test_a_plain_answer_that_has_the_names_is_taken() -> None:
    answer = "Dongfeng Motor and Tencent work together."
    assert run("东风与腾讯合作。", lambda _: answer) == (answer, ["东风与腾讯合作。"])


def test_into_english_the_names_are_put_into_the_source_next() -> None:
    words = {"与": " and ", "合作。": " work together.", "东风": "East Wind", "腾讯": "QQ"}

    def make(text: str) -> str:
        return re.sub("|".join(words), lambda match: words[match.group()], text)

    found, asked = run("东风与腾讯合作。", make)
    assert found == "Dongfeng Motor and Tencent work together."
    assert asked == ["东风与腾讯合作。", "Dongfeng Motor与Tencent合作。"]


@pytest.mark.parametrize("code", ["QX{}", "Qx{}", "qx {}", "Q X {}", "ＱＸ{}"])
def test_codes_are_read_however_the_model_writes_them(code: str) -> None:
    def make(text: str) -> str:
        numbers = re.findall(r"QX(\d)", text)
        return f"{code.format(numbers[1])}将与{code.format(numbers[0])}合作。" if numbers else "无"

    found, asked = run("Dongfeng will work with Tencent.", make, "zh")
    assert found == "腾讯将与东风汽车合作。"
    assert asked == ["Dongfeng will work with Tencent.", "QX1 will work with QX2."]


def test_into_chinese_the_names_are_put_into_the_source_last() -> None:
    found, asked = run("Tencent it is.", lambda text: "".join(re.findall("[一-鿿]+", text)), "zh")
    assert (found, asked[-1]) == ("腾讯", "腾讯 it is.")
    assert len(asked) == 3


def test_where_no_way_keeps_all_names_the_answer_with_most_of_them_is_taken() -> None:
    def make(text: str) -> str:
        said = re.sub("Dongfeng Motor|QX1", "the carmaker", text.replace("与", " and "))
        return said if said.isascii() else "They signed."

    found, asked = run("东风与腾讯", make)
    assert found == "the carmaker and Tencent"
    assert len(asked) == 3


def test_a_code_nobody_gave_is_never_left_in_an_answer() -> None:
    found, _ = run("东风与腾讯", lambda text: "QX7 and QX1" if "QX" in text else "They signed.")
    assert found == "They signed."


def test_a_text_that_has_such_codes_itself_is_not_marked() -> None:
    found, asked = run("东风的QX50与腾讯", lambda _: "The QX50")
    assert found == "The QX50"
    assert not any("QX1" in text for text in asked)


def test_longer_names_go_before_those_inside_them_and_words_are_left_whole() -> None:
    assert run("东风汽车集团", lambda text: text)[0] == "Dongfeng Motor Corporation"
    assert run("Learn from Lear.", lambda text: text, "zh")[0] == "Learn from 李尔."


def test_what_is_no_proper_name_may_begin_a_sentence_or_be_many() -> None:
    for answer in ("Smart cockpits matter.", "A smart cockpit matters."):
        assert run("智能座舱很重要。", lambda _, said=answer: said) == (
            answer,
            ["智能座舱很重要。"],
        )
    assert len(run("智能座舱很重要。", lambda _: "Smart cabins matter.")[1]) == 3


NAMES = st.lists(st.sampled_from(["东风", "腾讯", "合作", "与", "智能座舱"]), max_size=8).map(
    "".join
)


@given(st.lists(NAMES, max_size=4), st.sampled_from(["en", "zh"]))
def test_a_model_that_copies_what_is_latin_brings_back_every_name(
    texts: list[str], target: Side
) -> None:
    model = Model(lambda text: " ".join(re.findall(r"[A-Za-z0-9]+", text)) or "nothing")
    found = translate(texts, TERMS, target, model)
    assert len(found) == len(texts)
    for text, answer in zip(texts, found, strict=True):
        for term in TERMS[2:]:
            assert term.source not in text or term.target in answer
        assert "QX" not in answer


def said(make: Callable[[str], str], *segments: str, into: str = "en") -> list[str]:
    langs = ("zh-Hant", "en") if into == "en" else ("en", "zh-Hans")
    return local.translate(segments, langs, (), Model(make))


def test_segments_go_through_the_model_sentence_by_sentence_in_simplified_characters() -> None:
    assert said(lambda text: f"<{text}>", "東風。騰訊！", "雙方") == ["<东风。> <腾讯！>", "<双方>"]


def test_chinese_is_put_together_without_spaces_and_with_full_stops() -> None:
    found = said(lambda text: f" 双方 合作, 用 {text[0]} 车 . ", "A car.", "Big. Old.", into="zh")
    assert found == ["双方合作，用 A 车。", "双方合作，用 B 车。双方合作，用 O 车。"]


def test_a_segment_the_model_says_nothing_of_fails_alone() -> None:
    with pytest.raises(EngineError, match="nothing to say") as caught:
        said(lambda text: text if "好" in text else " ", "好。", "坏。", "好好。")
    assert not caught.value.fatal
    assert caught.value.done == {0: "好。", 2: "好好。"}
