"""The pattern data of chrome and metadata, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from diglot.yamlfile import data

DEFAULT_MAX: Final = 60
"""Longest line, in columns, a chrome group speaks about unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Group:
    """The patterns that take a line out for one reason."""

    reason: str
    pattern: re.Pattern[str]
    max: int
    section: bool
    tail: bool
    head: bool

    def fits(self, text: str, width: int) -> bool:
        """Whether a whole line, or part of one, of this width in columns is chrome of this kind."""
        return width <= self.max and bool(self.pattern.fullmatch(text))


def any_of(rows: list[dict[str, str]]) -> re.Pattern[str]:
    """One expression for the patterns of a list."""
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)


def _group(row: dict[str, Any]) -> Group:
    return Group(
        reason=row["reason"],
        pattern=any_of(row["patterns"]),
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
def metadata(*path: str) -> re.Pattern[str]:
    """The patterns at a path of ``data/metadata.yml`` as one expression."""
    rows: Any = data("metadata")
    for key in path:
        rows = rows[key]
    return any_of(rows)
