"""Pictures: what is drawn, where, and the same as rows of a table. Lengths are in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diglot.site.views.parts import NameView

Drawn = Literal["day", "month", "year", "anyyear"]
"""How a date is drawn: a stroke, a block, a frame, a dashed line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """A month, quarter or year with its deals."""

    x: float
    """Across, from the left edge."""
    y: float
    """Down, to the upper end of the bar."""
    width: float
    """Breadth of the bar."""
    height: float
    """Height of the bar."""
    count: int
    """Number of deals."""
    label: str
    """The period in words."""
    href: str
    """The latest deal of the period."""
    told: str
    """Period and number of deals, for title and screen readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickView:
    """A year under the axis."""

    x: float
    """Across, from the left edge."""
    label: str
    """The year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsView:
    """Deals by month, quarter or year."""

    title: str
    description: str
    width: int
    """Of the drawing."""
    height: int
    """Of the drawing."""
    base: int
    """Down, to the foot of the bars."""
    bars: tuple[BarView, ...]
    """Periods that have deals."""
    ticks: tuple[TickView, ...]
    """Years under the axis."""
    note: str
    """Deals no bar can show: undated, without a year, less precise than the unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDeal:
    """A deal as a mark in time."""

    at: float | None
    """Start in years; None when the year is not stated."""
    span: float
    """Length in years; 0 for a day."""
    precision: Drawn
    """How it is drawn."""
    date: str
    """In words."""
    kind: str
    """Kind of deal, in words."""
    href: str
    """The deal on the deals page."""
    told: str
    """Date, parties and kind, for title and screen readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerTrack:
    """A partner with the deals in time."""

    name: NameView
    """The partner."""
    marks: tuple[MarkedDeal, ...]
    """Deals a mark can show."""
    undated: tuple[MarkedDeal, ...]
    """Deals without a date, which no mark can show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersInTime:
    """Partners as rows, deals as marks on an axis of years."""

    title: str
    description: str
    first: float
    """Where the axis begins, in years."""
    years: float
    """How long it is."""
    ticks: tuple[str, ...]
    """Labels of its years or months; empty where there is no room for one."""
    tracks: tuple[PartnerTrack, ...]
    """The partners."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """How many deals of a company are on a theme; 0 is an empty cell."""

    count: int
    """Number of deals."""
    share: float
    """0–1 of the largest cell."""
    href: str
    """The deals page, filtered by both."""
    told: str
    """Company, theme and number, for screen readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A company with a cell for each theme."""

    name: NameView
    """The company."""
    cells: tuple[MatrixCell, ...]
    """In the order of the themes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """Companies by themes."""

    title: str
    description: str
    themes: tuple[NameView, ...]
    """Heads of the columns."""
    rows: tuple[MatrixRow, ...]
    """The companies."""
    note: str
    """What the matrix leaves out; empty if nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendBar:
    """Records of one year (or without a year), or dates of one month."""

    label: str
    href: str
    """The period's own page; empty if there is none."""
    count: int
    share: float
    """0–1 of the largest bar."""
