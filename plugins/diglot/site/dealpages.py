"""The pages the table of deals is spread over: one, until it would be too heavy to load.

Up to `ROWS` deals stand on ``deals/``. Beyond, ``deals/`` shows the latest and each year has its
pages (``deals/2021/``, ``deals/2021/page-2/`` …), as have the deals without a year
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
from diglot.site import spread
from diglot.site.spread import Part

ROWS: Final = 100
"""Rows of a page at most: with 100 of them it weighs under 60 KB, compressed and all told."""
HOME: Final = "deals/"

Group = Literal["dated", "yearless", "undated"]


@dataclass(frozen=True, slots=True)
class DealPage:
    """A page of the table of deals."""

    part: Part
    """Which of the pages of its deals it is."""
    year: int | None
    """The year of its deals; None on ``deals/``, and where they have none."""
    group: Group | None
    """None on ``deals/``."""
    total: int
    """Deals on all these pages."""
    alliances: Sequence[Alliance]

    @property
    def path(self) -> str:
        """Below a language."""
        return self.part.own


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


def spread_over(alliances: Sequence[Alliance]) -> tuple[DealPage, ...]:
    """Every page of the table, ``deals/`` first.

    Args:
        alliances: In the order of the table: dated, without a year, undated.
    """
    home = Part(HOME, size=ROWS)
    first = DealPage(home, None, None, len(alliances), home.cut(alliances))
    return (first,) if len(alliances) <= ROWS else (first, *_parts(alliances))


def _parts(alliances: Iterable[Alliance]) -> Iterator[DealPage]:
    for (kind, own), found in groupby(alliances, lambda one: (group(one), year(one))):
        here = tuple(found)
        name = {"yearless": "year-unknown", "undated": "undated"}.get(kind, f"{own}")
        for part in spread.parts(f"{HOME}{name}/", len(here), ROWS):
            yield DealPage(part, own, kind, len(here), part.cut(here))


def paths(alliances: Sequence[Alliance]) -> dict[str, str]:
    """Path and fragment of each deal's row by the id of every telling of it."""
    pages = spread_over(alliances)
    return {
        told.id: f"{page.path}#{told.id}"
        for page in (pages[1:] or pages)
        for alliance in page.alliances
        for told in alliance.told
    }
