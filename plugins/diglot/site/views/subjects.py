"""What records are about: companies and themes."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.languages import Lang
from diglot.site.views.frame import Link, Pager
from diglot.site.views.networks import NetworkView
from diglot.site.views.parts import (
    DateView,
    DealGroup,
    NameView,
    RecordItem,
    TitleView,
)
from diglot.site.views.pictures import BarsView, MatrixView, PartnersInTime, TrendBar


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
    network: NetworkView | None


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
    lang: Lang | None = None
    """Tag of the text where it is not the page's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """A company another one has deals with."""

    name: NameView
    """With the number of their deals."""
    kinds: str
    """What kinds of deals, in one line."""
    latest: DateView | None
    """Date of the latest of them; None where none states one."""
    href: str
    """Row of the latest of them in the table of deals."""
    href_label: str
    """What the link leads to, for screen readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """Who says so: a publisher with the number of its records."""

    name: NameView
    count: int
    latest: TitleView
    """The latest of its records."""


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
    """Kind, country, parent, subsidiaries with pages, founded, ticker, site."""
    first: bool
    """Whether this is the company's own page, not a further one with earlier deals and records."""
    part: str
    """“2 of 5” on a further page; empty on the first."""
    home: Link
    """The company's own page."""
    deals: tuple[DealGroup, ...]
    deals_count: int
    """All of them, on whichever page."""
    deals_more: Link | None
    """The table of deals, filtered; None where all stand on this page."""
    records: tuple[RecordItem, ...]
    records_count: int
    """All of them, on whichever page."""
    partners: tuple[PartnerRow, ...]
    """Most deals first, then the latest."""
    partners_rest: tuple[NameView, ...]
    """Further ones, with counts only."""
    partners_count: int
    """All of them, also those without a row."""
    in_time: PartnersInTime | None
    """Partners and their deals in time; None where fewer than two deals have a year."""
    network: NetworkView | None
    """The company with its partners; None with fewer than two."""
    sources: tuple[SourceRow, ...]
    people: tuple[Said, ...]
    """Each person once, with the latest record that names him or her."""
    themes: tuple[NameView, ...]
    proposed: bool
    """Whether the company was proposed by extraction and no editor has confirmed it."""
    pager: Pager | None


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
    matrix: MatrixView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """``themes/<id>/``."""

    zh: str
    en: str
    description: str
    counts: str
    first: bool
    """Whether this is the theme's own page, not a further one with earlier deals and records."""
    part: str
    """“2 of 5” on a further page; empty on the first."""
    home: Link
    trend: tuple[TrendBar, ...]
    bars: BarsView | None
    """Its deals by period; None where none is dated."""
    companies: tuple[NameView, ...]
    """Central companies of its records, most records first."""
    companies_count: int
    """All of them, also those not named."""
    deals: tuple[DealGroup, ...]
    deals_count: int
    deals_more: Link | None
    records: tuple[RecordItem, ...]
    records_count: int
    """All of them, on whichever page."""
    sources: tuple[SourceRow, ...]
    pager: Pager | None
