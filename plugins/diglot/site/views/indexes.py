"""Home, lists, companies, themes, dates and deals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diglot.model import Lang
from diglot.site.views.frame import Link
from diglot.site.views.parts import (
    BasisView,
    DateView,
    DealGroup,
    EvidenceView,
    NameView,
    RecordItem,
    TitleView,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A dated event or deal drawn on a time axis."""

    date: DateView
    at: float | None
    """Start in years, such as 2019.49; None when the year is not stated."""
    span: float
    """Length in years: 0 for a day."""
    precision: Literal["day", "month", "year", "anyyear"]
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Events on an axis of years."""

    first: int
    years: int
    ticks: tuple[str, ...]
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """Home of one language."""

    heading: str
    counts: str
    """One sentence of counts."""
    records: tuple[RecordItem, ...]
    companies: tuple[NameView, ...]
    companies_more: Link
    themes: tuple[NameView, ...]
    themes_more: Link
    deals: tuple[DealGroup, ...]
    deals_more: Link
    timeline: TimelineView
    articles_more: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView:
    """``articles/``: all records."""

    counts: str
    records: tuple[RecordItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """Names under one heading."""

    label: str
    names: tuple[NameView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompaniesView:
    """``companies/``: companies with records, by kind."""

    counts: str
    groups: tuple[NameGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something a record says of a company, such as an officer."""

    name: NameView
    role: str
    role_lang: Lang | None
    record: TitleView


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label with its values."""

    label: str
    values: tuple[FactValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactValue:
    """A value, linked where it has a page."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyView:
    """``companies/<id>/``."""

    zh: str
    en: str
    seen_zh: str
    """Surface forms in Chinese texts, as a list in Chinese; empty if none."""
    seen_en: str
    description: str
    counts: str
    facts: tuple[Fact, ...]
    """Kind, country, parent, founded, ticker, site."""
    deals: tuple[DealGroup, ...]
    deals_count: int
    records: tuple[RecordItem, ...]
    partners: tuple[NameView, ...]
    people: tuple[Said, ...]
    themes: tuple[NameView, ...]
    proposed: bool
    """Whether the company was proposed by extraction and no editor has confirmed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """A theme in the index."""

    name: NameView
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesView:
    """``themes/``."""

    counts: str
    themes: tuple[ThemeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendBar:
    """Records of one year (or without a year)."""

    label: str
    count: int
    share: float
    """0–1 of the largest bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """``themes/<id>/``."""

    zh: str
    en: str
    description: str
    counts: str
    trend: tuple[TrendBar, ...]
    companies: tuple[NameView, ...]
    deals: tuple[DealGroup, ...]
    deals_count: int
    records: tuple[RecordItem, ...]


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
    entries: tuple[LedgerEntry, ...]


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
    groups: tuple[DateGroup, ...]
    key: tuple[BasisView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFilter:
    """A radio button of the deals table."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DealsView:
    """``deals/``: every alliance."""

    intro: str
    filters: tuple[KindFilter, ...]
    """First “all” (key ``all``)."""
    groups: tuple[DealGroup, ...]
    key: tuple[BasisView, ...]
