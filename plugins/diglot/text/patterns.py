"""The pattern data of chrome and metadata: the text layer's door to `diglot.patterns`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from diglot.patterns import compiled, either, listed, searched
from diglot.text.document import Role
from diglot.text.needles import Index
from diglot.yamlfile import data

DEFAULT_MAX: Final = 60
"""Longest line, in columns, a chrome group speaks about unless it says otherwise."""
STATEMENT: Final = 76
"""Longest line, in columns, that states who wrote a text or where it is from."""
BYLINE: Final = 110
"""Longest line, in columns, that names those who wrote a text: there may be several."""
STAMP: Final = 100
"""Longest line, in columns, that is a date and time with its labels."""
_ANY: Final = 1_000
"""Wider than any line a pattern speaks about."""
_STATEMENTS: Final[tuple[tuple[Role, int, tuple[str, ...]], ...]] = (
    ("stamp", STAMP, ("stamp", "date")),
    ("source", STATEMENT, ("source",)),
    ("byline", BYLINE, ("byline",)),
    ("label", _ANY, ("label", "body")),
    ("label", _ANY, ("label", "title")),
)
"""Role, widest line, and place in ``data/metadata.yml`` of what is asked before the chrome."""


@dataclass(frozen=True, slots=True)
class Group:
    """The patterns that take a line out for one reason."""

    reason: str
    patterns: tuple[str, ...]
    max: int
    section: bool
    tail: bool
    head: bool

    def fits(self, text: str, width: int) -> bool:
        """Whether a whole line, or part of one, of this width in columns is chrome of this kind."""
        return width <= self.max and any(_caseless(one).fullmatch(text) for one in self.patterns)


@dataclass(frozen=True, slots=True)
class Kind:
    """A pattern, and what a line it matches as a whole is."""

    role: Role
    pattern: str
    max: int
    """Widest line, in columns, it speaks about."""
    group: Group | None = None
    """The group it belongs to, if it is one of chrome."""

    def fits(self, text: str) -> bool:
        """Whether a whole line, or part of one, is of this kind."""
        return _caseless(self.pattern).fullmatch(text) is not None


@cache
def _caseless(pattern: str) -> re.Pattern[str]:
    """A pattern compiled without regard to case (a flag takes longer to hash than a pattern)."""
    return compiled(pattern, re.IGNORECASE)


def any_of(rows: list[dict[str, str]]) -> re.Pattern[str]:
    """One expression, read without regard to case, for the patterns of a list."""
    return searched(either(row["pattern"] for row in rows), re.IGNORECASE)


def _group(row: dict[str, Any]) -> Group:
    return Group(
        reason=row["reason"],
        patterns=tuple(one["pattern"] for one in row["patterns"]),
        max=int(row.get("max", DEFAULT_MAX)),
        section=bool(row.get("section")),
        tail=bool(row.get("tail")),
        head=bool(row.get("head")),
    )


@cache
def groups() -> tuple[Group, ...]:
    """The groups of ``data/chrome.yml``, in order."""
    return tuple(map(_group, data("chrome")))


@cache
def _kinds() -> tuple[Kind, ...]:
    """What a line may be, in the order of asking."""
    stated = (
        Kind(role, row["pattern"], widest)
        for role, widest, path in _STATEMENTS
        for row in listed("metadata", *path)
    )
    chrome = (Kind("chrome", one, group.max, group) for group in groups() for one in group.patterns)
    return (*stated, *chrome)


@cache
def _maxima() -> tuple[int, ...]:
    return tuple(sorted({kind.max for kind in _kinds()}))


@cache
def _up_to(width: int) -> tuple[tuple[Kind, ...], Index]:
    """The kinds of lines of this width, and the index of their patterns."""
    kinds = tuple(kind for kind in _kinds() if kind.max >= width)
    return kinds, Index([kind.pattern for kind in kinds])


def candidates(text: str, width: int) -> Sequence[Kind]:
    """The kinds a line, or part of one, of this width in columns may be of, in order."""
    widest = bisect_left(_maxima(), width)
    if widest == len(_maxima()):
        return ()
    kinds, found = _up_to(_maxima()[widest])
    return list(map(kinds.__getitem__, found.candidates(text)))


@cache
def metadata(*path: str) -> re.Pattern[str]:
    """The patterns at a path of ``data/metadata.yml`` as one expression."""
    return any_of(listed("metadata", *path))


def may_match(text: str, *path: str) -> bool:
    """Whether the patterns at a path may match, by the words they cannot do without."""
    return _index(*path).may_match(text)


def opening(text: str, at: int, *path: str) -> re.Match[str] | None:
    """What the first of the patterns at a path that fits finds from an offset on.

    As `metadata` would, but most texts have the words of few of the patterns.
    """
    found = (_sources(*path)[place] for place in _index(*path).candidates(text))
    return next((match for one in found if (match := _caseless(one).match(text, at))), None)


@cache
def _index(*path: str) -> Index:
    return Index(_sources(*path))


@cache
def _sources(*path: str) -> tuple[str, ...]:
    return tuple(row["pattern"] for row in listed("metadata", *path))
