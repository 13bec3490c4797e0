"""Which patterns of ``data/bylines.yml`` may match a line, seen for all of them in one pass.

A line around an article fits few of them, and to try one costs more than to look for the words it
cannot do without (`diglot.text.needles`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from string import ascii_lowercase, digits
from typing import Final

from diglot.patterns import compiled, listed, pattern
from diglot.text.lines import RECENT
from diglot.text.needles import Index, Needles, needles
from diglot.yamlfile import data

_USUAL: Final = f"{ascii_lowercase}{digits} ,.-"
"""Characters that stand in nearly every line."""
_GROUPS: Final = ("triggers", "byline", "stamp")
"""Groups of patterns that have names."""
_LISTS: Final = (
    *("times", "stamp_words", "ends"),
    *("dateline", "copyright", "selves", "closing", "desks"),
)
"""Lists of patterns."""


def may(text: str, *path: str | int) -> bool:
    """Whether a pattern may match in a text: by its names, or its list and place there."""
    place = _places().get(path)
    return place is None or place in _fitting(text)


def fitting(name: str, text: str) -> Iterator[re.Pattern[str]]:
    """The patterns of a list that may match in a text, each compiled when its turn comes."""
    found = _fitting(text)
    for place, source in _listed(name):
        if place is None or place in found:
            yield compiled(source)


@cache
def _listed(name: str) -> tuple[tuple[int | None, str], ...]:
    """The patterns of a list, with their places where they are looked for."""
    rows = enumerate(listed("bylines", name))
    return tuple((_places().get((name, at)), row["pattern"]) for at, row in rows)


def trigger(kind: str) -> re.Pattern[str]:
    """What a line must have for the patterns of a list to be tried."""
    return pattern("bylines", "triggers", kind)


def triggered(kind: str, text: str) -> bool:
    """Whether a text has that."""
    return may(text, "triggers", kind) and trigger(kind).search(text) is not None


@lru_cache(maxsize=RECENT)
def _fitting(text: str) -> Collection[int]:
    """The places, among all that are looked for, of the patterns that may match in a text."""
    return _index().candidates(text)


@cache
def _sources() -> Mapping[tuple[str | int, ...], str]:
    """The patterns that are looked for: those with needles few lines have."""
    table = data("bylines")
    named = {(group, key): table[group][key] for group in _GROUPS for key in table[group]}
    rows = {(name, at): row["pattern"] for name in _LISTS for at, row in enumerate(table[name])}
    return {path: source for path, source in (named | rows).items() if _rare(needles(source))}


def _rare(words: Needles) -> bool:
    return bool(words) and all(len(word) > 1 or word not in _USUAL for word in words)


@cache
def _places() -> Mapping[tuple[str | int, ...], int]:
    return {path: place for place, path in enumerate(_sources())}


@cache
def _index() -> Index:
    return Index(list(_sources().values()))
