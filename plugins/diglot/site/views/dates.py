"""Dates the records state, by when they are."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.site.views.frame import Link, Pager
from diglot.site.views.parts import BasisView, DateView, EvidenceView, NameView, TitleView
from diglot.site.views.pictures import TrendBar


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A date a record states."""

    date: DateView
    what: str
    """Published, signed, launched, announced, mentioned."""
    title: TitleView
    evidence: tuple[EvidenceView, ...]
    companies: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateGroup:
    """Dates under one heading (a year, a month, year not stated, undated)."""

    id: str
    label: str
    href: str | None
    count: int
    """All its dates, also those not shown here."""
    entries: tuple[LedgerEntry, ...]
    more: Link | None = None
    """Where the rest of them are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A link to a period's page."""

    label: str
    href: str
    count: int
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesView:
    """``dates/``, a year, a month, year unknown, or undated."""

    heading: str
    intro: str
    periods: tuple[Period, ...]
    """Years, then year not stated, then undated."""
    months: tuple[Period, ...]
    """Months of the year shown."""
    trend: tuple[TrendBar, ...]
    """Dates by year, or of a year by month; empty where there is but one bar."""
    companies: tuple[NameView, ...]
    """Who: companies these dates are about, most dates first."""
    groups: tuple[DateGroup, ...]
    key: tuple[BasisView, ...]
    pager: Pager | None
