"""The pattern data of chrome and metadata."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from diglot.text.needles import Index, compiled
from diglot.yamlfile import data

DEFAULT_MAX: Final = 60
"""Longest line, in columns, a chrome group speaks about unless it says otherwise."""


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
        return width <= self.max and any(compiled(one).fullmatch(text) for one in self.patterns)


def any_of(rows: list[dict[str, str]]) -> re.Pattern[str]:
    """One expression for the patterns of a list."""
    return compiled("|".join(f"(?:{row['pattern']})" for row in rows))


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
def _maxima() -> tuple[int, ...]:
    return tuple(sorted({group.max for group in groups()}))


@cache
def _up_to(width: int) -> tuple[tuple[tuple[Group, str], ...], Index]:
    """The patterns that speak about lines of this width, and their index."""
    rows = [(g, pattern) for g in groups() if g.max >= width for pattern in g.patterns]
    return tuple(rows), Index([pattern for _, pattern in rows])


def fitting(text: str, width: int) -> Group | None:
    """The first group a line, or part of one, of this width in columns belongs to as a whole."""
    widest = bisect_left(_maxima(), width)
    if widest == len(_maxima()):
        return None
    rows, found = _up_to(_maxima()[widest])
    for at in found.candidates(text):
        group, pattern = rows[at]
        if compiled(pattern).fullmatch(text):
            return group
    return None


@cache
def metadata(*path: str) -> re.Pattern[str]:
    """The patterns at a path of ``data/metadata.yml`` as one expression."""
    return any_of(_rows(path))


def may_match(text: str, *path: str) -> bool:
    """Whether the patterns at a path may match, by the words they cannot do without."""
    return _index(*path).may_match(text)


@cache
def _index(*path: str) -> Index:
    return Index([row["pattern"] for row in _rows(path)])


def _rows(path: tuple[str, ...]) -> Any:
    rows: Any = data("metadata")
    for key in path:
        rows = rows[key]
    return rows
