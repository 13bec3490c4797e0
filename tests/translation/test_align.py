"""Sentence twins: beads cover both texts in order and follow length, numbers and names."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.translation.align import Bead, Span, beads


def _laid_out(sentences: list[str]) -> tuple[str, list[Span]]:
    """Sentences as one text, and their spans."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return " ".join(sentences), spans


def _align(left: list[str], right: list[str]) -> tuple[Bead, ...]:
    return beads(*_laid_out(left), *_laid_out(right))


def _shape(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    return [(len(bead.source), len(bead.target)) for bead in _align(left, right)]


SENTENCES = st.lists(st.text("abcdef 0123456789东风汽车。", min_size=1, max_size=80), max_size=6)


@given(SENTENCES, SENTENCES)
def test_beads_cover_every_sentence_of_both_texts_once_and_in_order(
    left: list[str], right: list[str]
) -> None:
    found = _align(left, right)
    assert list(chain(*(bead.source for bead in found))) == _laid_out(left)[1]
    assert list(chain(*(bead.target for bead in found))) == _laid_out(right)[1]
    assert all(bead.source or bead.target for bead in found)


@given(st.lists(st.text("abcdef汽车", min_size=15, max_size=80), min_size=1, max_size=6))
def test_a_text_aligns_with_itself_one_to_one(sentences: list[str]) -> None:
    for bead in _align(sentences, sentences):
        assert bead.source == bead.target
        assert len(bead.source) == 1


ZH = [
    "6月28日，东风汽车集团与腾讯在深圳签署战略合作协议。",
    "双方将在车联网、智能座舱和云服务等领域展开全面合作。",
    "马化腾出席签约仪式并发表讲话，他说汽车是下一个重要的终端。",
    "2018年9月，双方已经开始接触。",
]
EN = [
    "On 28 June, Dongfeng Motor Corporation and Tencent signed a strategic cooperation agreement"
    " in Shenzhen.",
    "The two will work together across connected vehicles, smart cockpits and cloud services.",
    "Pony Ma attended the ceremony and said in a speech that the car is the next important device.",
    "The two sides had first made contact in September 2018.",
]


def test_a_faithful_translation_aligns_one_to_one() -> None:
    assert _shape(ZH, EN) == [(1, 1)] * 4
    assert _shape(EN, ZH) == [(1, 1)] * 4


def _twins(left: list[str], right: list[str]) -> set[tuple[str, str]]:
    """Pairs of sentences that stand in one bead."""
    (source, _), (target, _) = _laid_out(left), _laid_out(right)
    return {
        (source[a:b], target[c:d])
        for bead in _align(left, right)
        for a, b in bead.source
        for c, d in bead.target
    }


def test_a_dropped_sentence_disturbs_its_neighbours_only() -> None:
    """Lengths cannot tell a drop from a merger, so the lone sentence joins a bead near it."""
    left = [*ZH, *ZH[:2]]
    right = [*EN, *EN[:2]]
    for gone in range(6):
        found = _twins(left, right[:gone] + right[gone + 1 :])
        far = [i for i in range(6) if abs(i - gone) > 3]
        assert {(left[i], right[i]) for i in far} <= found, gone


def test_a_sentence_split_in_two_is_twin_of_both_halves() -> None:
    left = [ZH[0], ZH[1] + ZH[2], ZH[3]]
    assert _shape(left, EN) == [(1, 1), (1, 2), (1, 1)]
    assert _shape(EN, left) == [(1, 1), (2, 1), (1, 1)]


@pytest.mark.parametrize("shared", ["2019", "1,500.5", "Tencent", "R16"])
def test_a_number_or_name_in_both_decides_between_equal_lengths(shared: str) -> None:
    left = ["甲乙丙丁戊己庚辛壬癸", f"子丑寅 {shared} 卯辰巳", "甲乙丙丁戊己庚辛壬癸"]
    plain, named = "x" * 30, f"{'y' * 20} {shared} {'y' * (8 - len(shared))}"
    assert _shape(left, [plain, named]) == [(1, 1), (2, 1)]
    assert _shape(left, [named, plain]) == [(2, 1), (1, 1)]


def test_empty_texts_have_no_beads_and_a_lone_text_only_lone_ones() -> None:
    assert _shape([], []) == []
    assert _shape(ZH, []) == [(1, 0)] * 4
    assert _shape([], EN) == [(0, 1)] * 4


@given(SENTENCES, SENTENCES)
def test_spans_of_a_bead_are_neighbours(left: list[str], right: list[str]) -> None:
    order = {span: place for place, span in enumerate(_laid_out(left)[1])}
    for bead in _align(left, right):
        assert all(order[b] == order[a] + 1 for a, b in pairwise(bead.source))
