"""Whether a stretch of a block has no counterpart, by its words and by the lengths.

Each word of a stretch that the lexicon has, each name, number and date, speaks for or against the
stretch being said on the other side too, and so do the lengths: what is missing makes the other
text shorter. The weights are logarithms of odds, estimated on ``tests/translation/pairs/tune``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations
from typing import Final

from diglot.problems import tell
from diglot.translation.lint.base import SIDES, Fault, Faults, Text
from diglot.translation.lint.numbers import answered, counted, dated

_CUT: Final = {
    "zh": re.compile(r"[，。；：！？]+[”’」』）]*"),
    "en": re.compile(
        r"[,;:.!?]+[”’\")]*(?= )| — "
        r"| (?=(?:and|but|which|while|whose|where|because|so|that) )"
    ),
}
"""Where a stretch may begin and end."""
_TELLING: Final = (1.6, -0.2, -1.4)
"""Weight of a word that is there as often, less often, or not at all."""
_SLIGHT: Final = (1.0, 0.4, -0.45)
"""The same for a short word, which may mean several things or be part of another."""
_NAMED: Final = (1.0, -0.3, -3.0)
"""A name said again may be a pronoun on the other side."""
_FIGURE: Final = (1.5, 0.0, -3.0)
_REACH: Final = {"zh": 80, "en": 275}
"""How far from its place, in characters, a word's counterpart may stand."""
_HAN: Final = 4.43
"""English letters a Chinese character comes to."""
_NAME: Final = 9.0
"""Letters any name counts for: its length is not the translator's."""
_SPREAD: Final = 0.12
"""Standard deviation of the logarithm of the lengths' ratio."""
_TWICE: Final = 2 * _SPREAD**2
_OMITTED: Final = 3.6
"""Odds from which a stretch counts as left out: above those of all pairs tuned on."""
_ADDED: Final = 8.0
"""Odds from which one counts as added: translators make plain what is only implied."""
_FAR: Final = 0.42
"""Logarithm of a ratio that no good translation of a paragraph has."""
_SHORT: Final = 60
"""Letters below which lengths say nothing."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Offsets of a part of a text, and how likely it is to be missing from the other."""

    start: int
    end: int
    odds: float


def length(source: Text, target: Text) -> Faults:
    """A stretch of one side that the other lacks; else lengths that do not agree."""
    mend = tell("translate what is missing or take out what is added, or waive the finding")
    for one, other, where, enough in (
        (source, target, "translation", _OMITTED),
        (target, source, "original", _ADDED),
    ):
        part = absent(one, other) if sum(_weights(one)) >= _SHORT else None
        if part and part.odds > enough:
            words = one.text[part.start : part.end].strip()
            what = tell(
                "the %(where)s seems not to say “%(words)s”", where=SIDES[where], words=_head(words)
            )
            yield Fault("translation-length", what, mend)
            return
    off = ratio(source, target)
    if abs(off) > _FAR and min(sum(_weights(source)), sum(_weights(target))) >= _SHORT:
        what = (
            tell("the translation is too long for its original")
            if off < 0
            else tell("the translation is too short for its original")
        )
        yield Fault("translation-length", what, mend)


def _head(words: str) -> str:
    return words if len(words) <= 60 else words[:58].rstrip() + "…"


def ratio(one: Text, other: Text) -> float:
    """Logarithm of one length over the other's, both in English letters."""
    return math.log(max(1.0, sum(_weights(one))) / max(1.0, sum(_weights(other))))


def absent(one: Text, other: Text) -> Stretch | None:
    """The stretch of a text that is likeliest to be missing from the other."""
    cuts = sorted({0, *(m.end() for m in _CUT[one.side].finditer(one.plain)), len(one.plain)})
    against = [0.0] * (len(cuts) - 1)
    for at, weight in _evidence(one, other):
        against[min(bisect_right(cuts, at), len(cuts) - 1) - 1] -= weight
    sums, sizes = [0.0, *accumulate(against)], [0.0, *accumulate(_weights(one))]
    off, whole = ratio(one, other), sizes[-1] or 1.0
    found, most = None, -math.inf
    for i, j in combinations(range(len(cuts)), 2):
        odds = sums[j] - sums[i]
        if odds + off**2 / _TWICE > most:  # else no share of the length can make it more
            odds += _shorter(off, (sizes[cuts[j]] - sizes[cuts[i]]) / whole)
            if odds > most:
                found, most = Stretch(cuts[i], cuts[j], odds), odds
    return found


def _shorter(off: float, share: float) -> float:
    """By how much a missing share explains the lengths better."""
    rest = off + math.log(1 - min(0.97, share))
    return (off**2 - rest**2) / _TWICE


@lru_cache(maxsize=2)
def _weights(text: Text) -> list[float]:
    """What each character comes to in English letters."""
    if text.side == "en":
        found = [1.0] * len(text.plain)
    else:
        found = [_HAN if "\u3400" <= c <= "\u9fff" else float(c.isalnum()) for c in text.plain]
    for span in text.names:
        size = span.end - span.start
        found[span.start : span.end] = [_NAME / size] * size
    return found


def _evidence(one: Text, other: Text) -> Iterator[tuple[int, float]]:
    """Offsets of words, names and numbers, and how much each speaks for being there too."""
    shares = _Shares(one, other)
    for word in one.words:
        yield word.start, _weigh(shares.best(word.start, word.senses), word.telling)
    for span in one.names:
        yield span.start, _NAMED[_rank(shares.best(span.start, span.ids))]
    for number in counted(one):
        yield number.span[0], _FIGURE[0 if answered(number, other) else 2]
    for date, stands in dated(one, other):
        yield date.start, _FIGURE[0 if stands else 2]


def _weigh(share: float, telling: bool) -> float:
    return (_TELLING if telling else _SLIGHT)[_rank(share)]


def _rank(share: float) -> int:
    return 0 if share >= 1 else 1 if share else 2


class _Shares:
    """How many of a text's senses and names around a place stand near it in the other text."""

    def __init__(self, one: Text, other: Text) -> None:
        self._scale = len(one.plain) / max(1, len(other.plain))
        self._reach = _REACH[one.side]
        self._own, self._there = _places(one), _places(other)

    def best(self, at: int, keys: frozenset[int] | tuple[str, ...]) -> float:
        """The greatest share among several keys; 1 and more when none is missing."""
        return max([self._share(at, key) for key in keys if key in self._there], default=0.0)

    def _share(self, at: int, key: int | str) -> float:
        near = sum([abs(at - p * self._scale) <= self._reach for p in self._there[key]])
        if not near:
            return 0.0
        own = sum([abs(at - p) <= self._reach for p in self._own.get(key, ())])
        return near / max(1, own)


@lru_cache(maxsize=2)
def _places(text: Text) -> Mapping[int | str, Sequence[int]]:
    """Offsets of each sense, and of each bearer of a name."""
    found: defaultdict[int | str, list[int]] = defaultdict(list)
    for word in text.words:
        for sense in word.senses:
            found[sense].append(word.start)
    for span in text.possible:
        for id_ in span.ids:
            found[id_].append(span.start)
    return found
