"""Home, the list of articles, deals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diglot.languages import Lang
from diglot.site.views.frame import Link, Pager
from diglot.site.views.networks import NetworkView
from diglot.site.views.parts import (
    BasisView,
    DateView,
    DealGroup,
    NameView,
    RecordItem,
)
from diglot.site.views.pictures import BarsView


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
    """Who did what."""
    title: str
    """Of the record, where the label names no deal."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Events on an axis of years, or of the months of one at most."""

    first: float
    """Where the axis begins, in years."""
    years: float
    """How long it is."""
    ticks: tuple[str, ...]
    """Labels of its years or months."""
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
    network: NetworkView | None
    """The companies with most deals; None without deals."""
    articles_more: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView:
    """``articles/``: all records."""

    heading: str
    counts: str
    records: tuple[RecordItem, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFilter:
    """A radio button of the deals table."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DealChoice:
    """A value the table of deals can be filtered by."""

    key: str
    name: str
    label: str
    """The name with the number of its deals."""
    lang: Lang | None
    """Tag of the name where it is not the page's language."""
    own: tuple[str, ...] = ()
    """Of a company: the others of its group, which are no partners of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealFinder:
    """What the script of ``deals/`` can filter by, and what it says; hidden without it."""

    companies: tuple[DealChoice, ...]
    """Companies of all deals."""
    themes: tuple[DealChoice, ...]
    years: tuple[str, ...]
    """Years that deals may be of, latest first."""
    statuses: tuple[DealChoice, ...]
    """What became of deals; empty where all are simply reported."""
    found_one: str
    """“{n} deal”."""
    found_many: str
    """“{n} deals”."""
    since: str
    """“{deals} since {since}”: those found, the year chosen."""
    until: str
    """“{deals} until {until}”."""
    between: str
    """“{deals} from {since} to {until}”."""
    unclear: str
    """“{found}; {n} more without a usable date”: those that may belong."""
    partners: str
    """“{company} with: {names}”."""
    partner: str
    """“{name} ({n})”: one of these names, with the number of deals."""
    loading: str
    """While other pages of the table are fetched."""
    failed: str
    """When a page of the table could not be fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealPageLink:
    """A link to a page of the table of deals."""

    label: str
    """“2021”, “2021 (2 of 3)”."""
    short: str
    """“2” for a further page of a year, which stands after its first; else the name."""
    href: str
    count: int
    """Deals of the whole year on its first page; 0 on the further ones."""
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DealsView:
    """``deals/``, and its pages by year where there are many deals."""

    heading: str
    intro: str
    filters: tuple[KindFilter, ...]
    """First “all” (key ``all``)."""
    finder: DealFinder | None
    """None on the pages of one year."""
    groups: tuple[DealGroup, ...]
    pages: tuple[DealPageLink, ...]
    """The other pages of the table; empty where one page has it all."""
    home: Link
    """``deals/``, `current` on it."""
    csv: str
    """Address of the deals as CSV."""
    sources_csv: str
    """Address of what each record tells of them, with its words, as CSV."""
    json: str
    """Address of the deals as JSON."""
    data: str
    """Address of the page on the data."""
    bars: BarsView | None
    """Deals by period; None on the pages of one year."""
    network: NetworkView | None
    """None on the pages of one year."""
    key: tuple[BasisView, ...]
