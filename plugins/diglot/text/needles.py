"""Which of many patterns can match a line at all, by the words each of them cannot do without.

A regular expression that begins with “anything” costs much on lines it does not fit, and costs to
be compiled. So each pattern is asked for its needles, literal words of which at least one stands in
whatever it matches, and is only compiled and tried where one of them is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from re import _parser as regex  # type: ignore[attr-defined]  # the only parser of patterns there is
from typing import Any, Final

from diglot.text.automaton import AhoCorasick

Needles = frozenset[str]
"""Words in lower case of which a match has one; none at all if nothing is known."""
_GROUPS: Final = {"SUBPATTERN": 3, "ATOMIC_GROUP": None}
_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_FEW: Final = 8
"""So many characters at most of a class that are looked for one by one."""
_USUAL: Final = 0.5
"""Worth of a needle that stands in nearly every line."""
_NO_WIDTH: Final = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


@cache
def needles(pattern: str) -> Needles:
    """The needles of a pattern, the longest there are."""
    return _sequence(regex.parse(pattern, re.IGNORECASE))


def _sequence(nodes: Iterable[Any]) -> Needles:
    """One of the needles of the nodes in a row, the shortest of which is longest."""
    found, run = [], ""
    for op, value in nodes:
        name = str(op)
        if name == "LITERAL":
            run += chr(value).lower()
        elif name not in _NO_WIDTH:
            found += [frozenset({run}), _node(name, value)]
            run = ""
    return max([*found, frozenset({run})], key=_worth)


def _worth(words: Needles) -> tuple[float, int]:
    return min(map(_rarity, words), default=0), -len(words)


def _rarity(word: str) -> float:
    """Its length; but one Latin letter or a space stands in nearly every line."""
    usual = len(word) == 1 and word.isascii() and (word.isalpha() or word == " ")
    return _USUAL if usual else len(word)


def _node(name: str, value: Any) -> Needles:
    if name == "IN" and len(value) <= _FEW and all(str(op) == "LITERAL" for op, _ in value):
        return frozenset(chr(code).lower() for _, code in value)
    if name == "BRANCH":
        branches = [_sequence(one) for one in value[1]]
        return frozenset().union(*branches) if all(map(_known, branches)) else frozenset()
    if name in _GROUPS:
        place = _GROUPS[name]
        return _sequence(value if place is None else value[place])
    if name in _REPEATS:
        return _sequence(value[2]) if value[0] else frozenset()
    return frozenset()


def _known(words: Needles) -> bool:
    return bool(words) and all(words)


class Index:
    """The patterns of a list, read without regard to case, found by their needles."""

    def __init__(self, patterns: Sequence[str]) -> None:
        places: dict[str, list[int]] = {}
        always: list[int] = []
        for place, pattern in enumerate(patterns):
            words = needles(pattern)
            for word in words:
                places.setdefault(word, []).append(place)
            always += [] if _known(words) else [place]
        places.pop("", None)
        self._always = always
        self._places = tuple(map(tuple, places.values()))
        self._automaton = AhoCorasick(list(places), store_patterns=False)

    def candidates(self, text: str) -> list[int]:
        """Places of the patterns that may match (any part of) a text, in order."""
        hits = self._automaton.find_matches_as_indexes(text.lower(), overlapping=True)
        if not hits:
            return self._always
        words = {hit[0] for hit in hits}
        return sorted({*self._always, *chain.from_iterable(map(self._places.__getitem__, words))})

    def may_match(self, text: str) -> bool:
        """Whether any of the patterns may match (any part of) a text."""
        hits = self._automaton.find_matches_as_indexes
        return bool(self._always) or bool(hits(text.lower()))
