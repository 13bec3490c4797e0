"""Sentence twins inside a pair of blocks.

Method: dynamic programming over sentence lengths, after W. A. Gale and K. W. Church, "A Program
for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993, with three
things more: Chinese and English characters weigh what they come to in the other language; what
stands in both texts alike (`anchors`) should stand in twins; and a sentence that is twin to several
should fall into clauses as long as they are, each with its own anchors.

Costs are -100 ln p; the figures are estimated on ``tests/translation/pairs/tune``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import chain, pairwise
from math import inf
from typing import Final

from diglot.languages import Side
from diglot.translation.anchors import Name, Span, Stretches, shared

__all__ = ["Bead", "Name", "Span", "beads"]

# Costs of joining m source with n target sentences.
_BEADS: Final = {(1, 1): 12, (1, 2): 180, (2, 1): 180, (2, 2): 320, (1, 3): 340, (3, 1): 340}
_LONE: Final = {(1, 0): 450, (0, 1): 450}
_PRICES: Final = tuple((_BEADS | _LONE).items())
_MOST: Final = 3
"""Sentences of one side in a bead."""
_VARIANCE: Final = 4.0
"""Of the length of a translation, for each character."""
_FAR: Final = 16.0
"""Squared deviations beyond this say no more: a translation may be free."""
_RARE, _OFTEN, _WEAK = 60, 25, 12
"""Costs of an anchor whose like is in no sentence of the bead."""
_CLAUSES: Final = 0.6
"""Share of the clauses' fit, against that of the whole, in what several sentences cost."""
_UNCUT: Final = 120
"""Cost of a sentence for several where nothing shows its parts."""
_USUAL: Final = 2000
"""Characters of usual length that temper the ratio of a block: one that lacks a sentence is short
for that, and not because its translation is terse."""

_BAND: Final = 0.25
"""How far apart, in shares of their texts, twins may stand; three sentences always."""

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")
_CUT: Final = {
    "zh": re.compile(r"[，；：？！。][”」）]?"),
    "en": re.compile(r"[,;:.?!–—][”\"]? | (?=(?:and|but|while|which|who|so) )"),
}


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same: spans of characters, empty where one side has none."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]


def beads(
    source: str,
    source_spans: Sequence[Span],
    target: str,
    target_spans: Sequence[Span],
    names: Sequence[Name] = (),
) -> tuple[Bead, ...]:
    """The cheapest series of beads that covers all sentences of both texts in order.

    Args:
        source: A text, in Chinese or English.
        source_spans: Its sentences.
        target: Its translation.
        target_spans: The sentences of the translation.
        names: Names that may stand in them (`anchors.names`).
    """
    if len(source_spans) == len(target_spans) == 1:
        return (Bead((source_spans[0],), (target_spans[0],)),)
    own = Stretches(source, _side(source), source_spans)
    far = Stretches(target, _side(target), target_spans)
    steps = _cheapest(_pair(own, far, names))
    found, i, j = [], 0, 0
    for m, n in steps:
        found.append(Bead(tuple(source_spans[i : i + m]), tuple(target_spans[j : j + n])))
        i, j = i + m, j + n
    return tuple(found)


_Weight = tuple[float, int]
"""Length of a stretch of text, and its anchors as bits."""
_Sentence = tuple[_Weight, ...]
"""A sentence by its clauses."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Sentences of one side."""

    sentences: tuple[_Sentence, ...]
    runs: Mapping[tuple[int, int], _Weight]
    """Sums over neighbouring sentences, by the first and the one after the last."""

    @classmethod
    def of(cls, sentences: Sequence[_Sentence]) -> _Text:
        runs: dict[tuple[int, int], _Weight] = {}
        whole = [reduce(_plus, one) for one in sentences]
        for start in range(len(sentences) + 1):
            runs[start, start] = sums = (0.0, 0)
            for end, one in enumerate(whole[start : start + _MOST], start + 1):
                runs[start, end] = sums = _plus(sums, one)
        return cls(tuple(sentences), runs)

    @property
    def length(self) -> float:
        """Of all sentences."""
        return sum(self.runs[n, n + 1][0] for n in range(len(self.sentences)))


def _plus(one: _Weight, other: _Weight) -> _Weight:
    return one[0] + other[0], one[1] | other[1]


@dataclass(frozen=True, slots=True)
class _Pair:
    source: _Text
    target: _Text
    ratio: float
    rare: int
    often: int
    weak: int

    def cost(self, i: int, j: int, m: int, n: int, limit: float) -> float:
        """How unlikely it is that the m and n sentences before i and j say the same.

        Not worked out to the end where it exceeds the limit.
        """
        own, far = self.source.runs[i - m, i], self.target.runs[j - n, j]
        whole = self.fit(own, far)
        if m + n < 3 or m == n or whole > min(limit / (1 - _CLAUSES), 50 * _FAR):
            return whole
        if m == 1:
            parts = [self.target.runs[k, k + 1] for k in range(j - n, j)]
            cut = self.cut(self.source.sentences[i - 1], parts, turned=False)
        else:
            parts = [self.source.runs[k, k + 1] for k in range(i - m, i)]
            cut = self.cut(self.target.sentences[j - 1], parts, turned=True)
        return (1 - _CLAUSES) * whole + (whole + _UNCUT if cut is None else cut) * _CLAUSES

    def fit(self, own: _Weight, far: _Weight) -> float:
        """Cost of the lengths and of the anchors without their like."""
        expected, length = own[0] * self.ratio, far[0]
        missed = 0
        if odd := own[1] ^ far[1]:
            missed = _RARE * (odd & self.rare).bit_count() + _WEAK * (odd & self.weak).bit_count()
            missed += _OFTEN * (odd & self.often).bit_count()
        if not expected or not length:
            return float(missed)
        delta = 2 * (length - expected) ** 2 / (_VARIANCE * (expected + length))
        return 50 * min(delta, _FAR) + missed

    def cut(self, sentence: _Sentence, parts: Sequence[_Weight], *, turned: bool) -> float | None:
        """Cost of the best way to cut a sentence at its clauses; None if there are too few."""
        if len(parts) == 1:
            whole = reduce(_plus, sentence)
            return self.fit(parts[0], whole) if turned else self.fit(whole, parts[0])
        head, ways = (0.0, 0), []
        for place in range(1, len(sentence) - len(parts) + 2):
            head = _plus(head, sentence[place - 1])
            here = self.fit(parts[0], head) if turned else self.fit(head, parts[0])
            rest = self.cut(sentence[place:], parts[1:], turned=turned)
            if rest is not None:
                ways.append(here + rest)
        return min(ways, default=None)


def _pair(one: Stretches, other: Stretches, names: Sequence[Name]) -> _Pair:
    """The costs of two texts, given with their sentences."""
    own, far = (
        [_clauses(text.text, span, text.side) for span in text.spans] for text in (one, other)
    )
    found = shared(
        replace(one, spans=[*chain.from_iterable(own)]),
        replace(other, spans=[*chain.from_iterable(far)]),
        names,
    )
    left = _Text.of(_measured(one.text, own, found.source))
    right = _Text.of(_measured(other.text, far, found.target))
    ratio = (right.length + _USUAL) / (left.length + _USUAL)
    return _Pair(left, right, ratio, found.rare, found.often, found.weak)


def _side(text: str) -> Side:
    return "zh" if len(_HAN.findall(text)) * 5 > len(text) else "en"


def _clauses(text: str, span: Span, side: Side) -> list[Span]:
    """The spans of a sentence's clauses."""
    start, end = span
    points = [match.end() for match in _CUT[side].finditer(text, start, end)]
    return list(pairwise([start, *(point for point in points if start < point < end), end]))


def _measured(text: str, spans: Sequence[Sequence[Span]], bits: Sequence[int]) -> list[_Sentence]:
    flat = iter(bits)
    return [tuple((_length(text[a:b]), next(flat)) for a, b in one) for one in spans]


def _length(text: str) -> float:
    """Length as it would be in English: by least squares over `tune`."""
    if text.isascii():
        return float(len(text))
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if not han:
        return float(len(text))
    return 3.6 * han + 1.2 * latin + 1.8 * (len(text) - han - latin)


def _cheapest(pair: _Pair) -> list[tuple[int, int]]:
    """Numbers of sentences on both sides of each bead, in order."""
    rows, columns = len(pair.source.sentences), len(pair.target.sentences)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    band = max(_BAND * rows * columns, 3 * max(rows, columns))
    for i in range(rows + 1):
        for j in range(columns + 1):
            if abs(i * columns - j * rows) > band:
                continue
            least, step = best.get((i, j), (inf, (0, 0)))
            for (m, n), price in _PRICES:
                before = best.get((i - m, j - n))
                if before is not None and (so_far := before[0] + price) < least:
                    here = so_far + pair.cost(i, j, m, n, least - so_far)
                    least, step = min((least, step), (here, (m, n)))
            best[i, j] = least, step
    steps, at = [], (rows, columns)
    while at != (0, 0):
        m, n = best[at][1]
        steps.append((m, n))
        at = (at[0] - m, at[1] - n)
    return steps[::-1]
