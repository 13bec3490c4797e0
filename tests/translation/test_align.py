"""Sentence twins: beads cover both texts in order and follow length, numbers and names."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.authority import Company, KnownPlace, Registry
from diglot.model import Article, Both, Mention, Place
from diglot.translation import anchors
from diglot.translation.align import Bead, Name, Span, beads


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
    """Lengths cannot always tell a drop from a merger: the lone sentence may join a bead."""
    left = [*ZH, *ZH[:2]]
    right = [*EN, *EN[:2]]
    for gone in range(6):
        found = _twins(left, right[:gone] + right[gone + 1 :])
        far = [i for i in range(6) if abs(i - gone) > 1]
        assert {(left[i], right[i]) for i in far} <= found, gone


def test_a_sentence_split_in_two_is_twin_of_both_halves() -> None:
    left = [ZH[0], ZH[1] + ZH[2], ZH[3]]
    assert _shape(left, EN) == [(1, 1), (1, 2), (1, 1)]
    assert _shape(EN, left) == [(1, 1), (2, 1), (1, 1)]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("共有九家", "nine of them"),
        ("1.35亿元", "135 million yuan"),
        ("近四成", "almost 40%"),
        ("在11月", "in November"),
        ("采用ROBO-01", "uses the ROBO-01"),
    ],
)
def test_what_both_languages_say_in_their_own_way_decides_between_equal_lengths(
    zh: str, en: str
) -> None:
    """The same three sentences align otherwise when the telling one comes first."""
    filler = "子丑寅卯辰巳午未申酉"
    short, long = "y" * 54, f"{en} {'x' * (53 - len(en))}"
    assert _shape([filler, f"{zh}{filler}", filler], [f"{short}.", f"{long}."])[0] == (1, 1)
    assert _shape([filler, f"{zh}{filler}", filler], [f"{long}.", f"{short}."])[0] == (2, 1)


def test_names_decide_between_equal_lengths() -> None:
    left = ["甲乙丙丁戊己庚辛壬癸", "子丑寅岚图卯辰巳", "甲乙丙丁戊己庚辛壬癸"]
    right = ["x" * 54, f"The make is Voyah and {'y' * 32}"]
    names = (Name(("岚图汽车", "岚图"), ("Voyah",)), Name(("东风",), ("Dongfeng",)))

    def steps(far: list[str]) -> list[int]:
        found = beads(*_laid_out(left), *_laid_out(far), names)
        return [len(bead.source) for bead in found]

    assert steps(right) == [1, 2]
    assert steps(right[::-1]) == [2, 1]


def test_the_names_of_a_record_are_those_of_its_registry_in_all_their_forms() -> None:
    article = Article(
        lang="zh-Hant",
        title="",
        companies=(Mention(id="voyah", as_=("嵐圖", "岚图")), Mention(id="unknown")),
        places=(Place(id="wuhan", as_=("武漢",)), Place(as_=("某地",))),
    )
    registry = Registry(
        companies={"voyah": Company(name=Both(zh="岚图汽车", en="Voyah"))},
        places={"wuhan": KnownPlace(name=Both(zh="武汉", en="Wuhan"))},
    )
    assert anchors.names(article, registry) == (
        Name(("岚图", "岚图汽车"), ("Voyah",)),
        Name(("武汉",), ("Wuhan",)),
    )


@pytest.mark.parametrize("shared", ["2019", "1,500.5", "Tencent", "R16"])
def test_a_number_or_name_in_both_decides_between_equal_lengths(shared: str) -> None:
    left = ["甲乙丙丁戊己庚辛壬癸", f"子丑寅 {shared} 卯辰巳", "甲乙丙丁戊己庚辛壬癸"]
    plain, named = "x" * 54, f"{'y' * 30} {shared} {'y' * (22 - len(shared))}"
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
