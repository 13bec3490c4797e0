"""The pages the table of deals is spread over: one, until it would be too heavy to load.

Up to `ROWS` deals stand on ``deals/``. Beyond, ``deals/`` shows the latest and each year has its
pages (``deals/2021/``, ``deals/2021/2/`` …), as have the deals without a year
(``deals/year-unknown/``) and without a date (``deals/undated/``). Links within the site lead to
the page that has the row; ``deals/#<id>`` stays the address to cite, and the page's script leads
on from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from diglot.deals.alliances import Alliance

ROWS: Final = 100
"""Rows of a page at most: with 100 of them it weighs under 60 KB, compressed and all told."""
HOME: Final = "deals/"

Group = Literal["dated", "yearless", "undated"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the table of deals."""

    path: str
    """Below a language."""
    year: int | None
    """The year of its deals; None on ``deals/``, and where they have none."""
    group: Group | None
    """None on ``deals/``."""
    part: int
    """Counted from 1, where a year has several pages."""
    parts: int
    total: int
    """Deals on all these pages."""
    alliances: tuple[Alliance, ...]


def group(alliance: Alliance) -> Group:
    """Whether its date has a year, has none, or is missing."""
    date = alliance.date
    if date is None:
        return "undated"
    return "dated" if date.earliest or date.latest else "yearless"


def year(alliance: Alliance) -> int | None:
    """The year a deal is listed under: that of its first known day."""
    date = alliance.date
    known = (date.earliest or date.latest) if date else None
    return known.year if known else None


def sheets(alliances: Sequence[Alliance]) -> tuple[Sheet, ...]:
    """Every page of the table, ``deals/`` first.

    Args:
        alliances: In the order of the table: dated, without a year, undated.
    """
    first = Sheet(HOME, None, None, 1, 1, len(alliances), tuple(alliances[:ROWS]))
    return (first,) if len(alliances) <= ROWS else (first, *_parts(alliances))


def _parts(alliances: Iterable[Alliance]) -> Iterator[Sheet]:
    for (kind, own), found in groupby(alliances, lambda one: (group(one), year(one))):
        here = tuple(found)
        name = {"yearless": "year-unknown", "undated": "undated"}.get(kind, f"{own}")
        parts = -(-len(here) // ROWS)
        for part in range(1, parts + 1):
            path = f"{HOME}{name}/" + (f"{part}/" if part > 1 else "")
            rows = here[(part - 1) * ROWS : part * ROWS]
            yield Sheet(path, own, kind, part, parts, len(here), rows)


def paths(alliances: Sequence[Alliance]) -> dict[str, str]:
    """Path and fragment of each deal's row by the id of every telling of it."""
    pages = sheets(alliances)
    return {
        told.id: f"{sheet.path}#{told.id}"
        for sheet in (pages[1:] or pages)
        for alliance in sheet.alliances
        for told in alliance.told
    }
