"""Words that translate each other: evidence that two stretches of text say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from diglot.languages import Side
from diglot.yamlfile import data

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z&'’.-]*[A-Za-z]|[A-Za-z]")
_SHORT: Final = 5
"""Letters up to which an English word may well mean several things."""
_WHOLE: Final = 3
"""Letters up to which an English entry is a whole word; longer ones are beginnings."""
_PHRASE: Final = (2, 3)
"""Words in a phrase."""
_NONE: Final = frozenset[int]()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text that the lexicon has."""

    start: int
    telling: bool
    """Whether it is long enough to mean one thing."""
    senses: frozenset[int]
    """Senses it may have, by their place in ``data/lexicon.yml``."""


def words(plain: str, side: Side) -> Iterator[Word]:
    """The words of a text in simplified characters that the lexicon has, in order."""
    return _chinese(plain) if side == "zh" else _english(plain)


def chinese() -> frozenset[str]:
    """The Chinese words the lexicon has."""
    return frozenset(_entries("zh"))


def _chinese(plain: str) -> Iterator[Word]:
    """The longest entry at each place, from left to right."""
    entries, sizes, at = _entries("zh"), _sizes(), 0
    while at < len(plain):
        parts = (plain[at : at + size] for size in sizes.get(plain[at], ()))
        word = next((part for part in parts if part in entries), "")
        if word:
            yield Word(at, len(word) > 1, entries[word])
        at += len(word) or 1


@cache
def _sizes() -> Mapping[str, Sequence[int]]:
    """Lengths of the Chinese entries by their first character, the longest first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word in _entries("zh"):
        found[word[0]].add(len(word))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


def _english(text: str) -> Iterator[Word]:
    """Each word, with the senses of the phrases it begins."""
    found = [(match.start(), match.group().casefold()) for match in _WORD.finditer(text)]
    for place, (start, word) in enumerate(found):
        senses = _senses(word)
        for size in _PHRASE if word in _heads() else ():
            senses |= _whole(" ".join(word for _, word in found[place : place + size]))
        if senses:
            yield Word(start, len(word) > _SHORT, senses)


@cache
def _heads() -> frozenset[str]:
    """Words that phrases begin with."""
    return frozenset(entry.partition(" ")[0] for entry in _entries("en") if " " in entry)


@lru_cache(maxsize=50_000)
def _senses(word: str) -> frozenset[int]:
    """Senses of a word, also by the beginnings it has."""
    entries = _entries("en")
    heads = (word[:n] for n in range(_WHOLE + 1, len(word) + 1))
    return _whole(word).union(*(entries.get(head, _NONE) for head in heads))


def _whole(words: str) -> frozenset[int]:
    """Senses of just these words, in the plural too."""
    entries = _entries("en")
    return entries.get(words, _NONE) | entries.get(words.removesuffix("s"), _NONE)


@cache
def _entries(side: Side) -> Mapping[str, frozenset[int]]:
    """Numbers of senses by the words for them."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(data("lexicon")):
        ((zh, en),) = row.items()
        for word in (zh if side == "zh" else en).split():
            found[word.replace("_", " ").casefold()].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
