"""What the templates see: one frozen dataclass per page kind, every string ready to print.

A template receives ``page`` (`Page`: head, masthead, switch), ``view`` (one of the views below)
and ``site`` (`Site`). Strings are plain text to be escaped, but for fields typed `Markup`.
``href`` fields are ready to print (they carry the site's base path).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from diglot.model import Lang, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link with its label."""

    label: str
    href: str
    current: bool = False
    """Whether it leads to the page it stands on, or to the section the page belongs to."""
    lang: Lang | None = None
    """BCP 47 tag of the label where it is not the page's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """A ``<link rel="alternate" hreflang>``."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An Atom feed of the page."""

    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What all pages of a build share."""

    name: str
    root: str
    """Base path of links, with a final slash: ``/`` or ``/repo/``."""
    stylesheet: str
    script: str
    """Address of the small script that remembers the language (never needed to read)."""
    icon: str
    share_image: str
    """Absolute address of the site-wide share image; empty without SITEURL."""
    code_href: str | None
    """Address of the source repository, if set."""
    data_licence: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Head and frame of a page."""

    kind: str
    """Page kind, which is also the template's name: ``article``, ``both``, ``company`` …"""
    side: Side
    lang: Lang
    """``html lang``."""
    title: str
    """For ``<title>`` and Open Graph, without the site's name."""
    description: str
    path: str
    """Output path, such as ``en/deals/index.html``."""
    canonical: str | None
    """Absolute address; None without SITEURL."""
    alternates: tuple[Alternate, ...]
    feeds: tuple[Feed, ...]
    nav: tuple[Link, ...]
    """Masthead: articles, companies, themes, dates, deals, about."""
    zh: Link
    """Language switch: the same place in Chinese (`current` on Chinese pages)."""
    en: Link
    both: Link | None
    """The facing texts of an article (`current` on that page)."""
    crumbs: tuple[Link, ...]
    """From home to the page's parent; empty on home."""
    og_type: Literal["website", "article"]
    og_locale: str
    json_ld: tuple[Markup, ...]
    """JSON-LD objects, serialised and safe inside ``<script>``."""
    published: str | None = None
    """ISO date for ``article:published_time`` where it is a full day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisView:
    """How a value is known, as a sign with its word."""

    key: Literal["stated", "derived", "inferred", "editor", "unknown"]
    """CSS class."""
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date at its own precision."""

    edtf: str | None
    """None when no date is stated."""
    machine: str | None
    """Value for ``<time datetime>``, where HTML can express the date."""
    words: str
    """In the page's language: 2019年6月28日, 28 June 2019, or “not stated”."""
    slots: tuple[str | None, str | None, str | None] | None
    """Year, month and day in digits, None for an empty frame; None where slots cannot say it."""
    gap: str
    """For screen readers: which parts are not stated, in brackets; empty when whole."""
    basis: BasisView
    href: str | None
    """The date's own index page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """Words of the original that state a fact."""

    text: str
    lang: Lang
    href: str | None
    """The block (on this page or on the facing page) that states it; None for words outside the body."""
    where: str
    """Short name of that place, “¶4” or “第4段”; “page head” for words outside the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView:
    """State of a text or block, as a square with its word."""

    key: Literal["original", "machine", "translated", "reviewed", "stale", "missing"]
    """CSS class."""
    of: Side
    """Language whose colour it takes."""
    label: str
    """“English: original”, “中文：机器翻译”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A company, theme, person or place, named in both scripts."""

    id: str
    name: str
    """In the page's language, or as the text has it."""
    lang: Lang | None
    """Tag of `name` where it is not the page's language."""
    twin: str | None
    """The name in the other language, if it differs."""
    twin_lang: Lang
    href: str | None
    count: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleView:
    """A title in the page's language with its twin."""

    text: str
    lang: Lang | None
    """Tag of the title where it is not the page's language (not translated yet)."""
    supplied: bool
    """Made by Diglot or an editor, so shown in brackets."""
    twin: str | None
    twin_lang: Lang
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordItem:
    """A record in a list."""

    title: TitleView
    when: DateView
    when_label: str
    """What the date is: published, signed …, or “no date”."""
    companies: str
    states: tuple[StateView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DealView:
    """A deal in a table."""

    id: str
    """Stable anchor on ``deals/``."""
    kind: str
    """Key of the kind, for CSS and filters: ``joint_venture``."""
    kind_label: str
    parties: tuple[NameView, ...]
    date: DateView | None
    basis: BasisView
    status: str
    """“proposed” or “denied” in the page's language; empty when simply reported."""
    evidence: tuple[EvidenceView, ...]
    record: TitleView
    publisher: str
    """Who says so: the publisher, else “publisher not stated”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealGroup:
    """Deals under one heading: dated, year not stated, no date stated."""

    key: Literal["dated", "yearless", "undated"]
    label: str
    deals: tuple[DealView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRow:
    """A line of a derived date's column addition."""

    sign: str
    evidence: EvidenceView
    basis: BasisView


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A dated happening of a record."""

    label: str
    """Signed, launched, announced, mentioned."""
    date: DateView
    status: str
    evidence: tuple[EvidenceView, ...]
    sum: tuple[SumRow, ...]
    """What a derived date rests on, as a column addition; empty when nothing is calculated.

    Words that stand here are left out of `evidence`, so that nothing is quoted twice.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person with office and company."""

    name: NameView
    role: str
    role_lang: Lang | None
    org: NameView | None
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFact:
    """A theme of a record with its words."""

    name: NameView
    evidence: tuple[EvidenceView, ...]
    basis: BasisView | None = None
    """None when the text states it in so many words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFact:
    """A place of a record with its words."""

    name: NameView
    evidence: tuple[EvidenceView, ...]
    """Surface forms, each linked to its first place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyFact:
    """A company of a record with the forms it is named by."""

    name: NameView
    central: bool
    evidence: tuple[EvidenceView, ...]
    """Surface forms, each linked to its first place."""
    basis: BasisView | None = None
    """None when the text states it in so many words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsView:
    """The facts box of a record."""

    published: DateView
    published_evidence: tuple[EvidenceView, ...]
    publisher: str | None
    author: str | None
    source_href: str | None
    events: tuple[EventView, ...]
    deals: tuple[DealView, ...]
    companies: tuple[CompanyFact, ...]
    people: tuple[PersonView, ...]
    places: tuple[PlaceFact, ...]
    themes: tuple[ThemeFact, ...]
    key: tuple[BasisView, ...]
    """Legend of the signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block of a text."""

    number: int
    """1-based position in the text; headings count."""
    kind: Literal["heading", "paragraph", "other"]
    id: str
    """Fragment: ``p4`` on an article page, ``zh-4`` and ``en-4`` on a facing page."""
    html: Markup
    """Inner HTML of a heading or paragraph; whole HTML of other kinds."""
    lang: Lang
    foreign: bool
    """Whether `lang` differs from the page's."""
    number_label: str
    """“Paragraph 4”."""
    state: StateView | None
    """Set where it wants a word: machine-made, stale or missing while the rest is not."""
    twin_href: str | None = None
    """The same block among the facing texts, where a reader can compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """``articles/<slug>/``: a record in one language."""

    title: TitleView
    summary: str
    summary_lang: Lang | None
    states: tuple[StateView, ...]
    """State of this page's text, then of its twin."""
    state_sentence: str
    """Who made the translation, how much is reviewed, stale or missing."""
    facts: FactsView
    blocks: tuple[BlockView, ...]
    """By rights: all, the first one, or none."""
    rights_sentence: str
    """Why the text is shortened and where the whole is; empty when it is whole."""
    note: str
    """Editor's note in the page's language; empty if none."""
    facing_href: str
    source_line: str
    """Publisher, author, date and the raw file, in one line."""
    seed: str | None
    """Path of the raw text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """A block and its twin."""

    number: int
    heading: bool
    zh: BlockView
    en: BlockView


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingSide:
    """The head of one column of the facing texts."""

    lang: Lang
    title: str
    supplied: bool
    summary: str
    state: StateView
    state_sentence: str
    note: str
    rights_sentence: str
    href: str
    """The article page of this language."""
    title_lang: Lang | None = None
    """Tag of the title where it is not the column's language (not translated yet)."""
    summary_lang: Lang | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingView:
    """``/both/articles/<slug>/``: facing texts; labels stand in both languages."""

    original: Side
    zh: FacingSide
    en: FacingSide
    pairs: tuple[PairView, ...]


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
    """A label with its value."""

    label: str
    value: str
    href: str | None = None
    known: bool = True
    """False draws the empty frame."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How far one language's texts are."""

    side: Side
    label: str
    cells: tuple[str, ...]
    """Counts of blocks: original, machine, translated, reviewed, stale, missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """What editors had to correct of what was extracted."""

    label: str
    cells: tuple[str, ...]
    """Extracted, kept as extracted, corrected or added by an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """``about/``."""

    heading: str
    html: Markup
    coverage_head: tuple[str, ...]
    coverage: tuple[CoverageRow, ...]
    score_head: tuple[str, ...]
    score: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """``/``: the choice of language, in both languages."""

    tagline_zh: str
    tagline_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """``404.html``, in both languages."""

    ways_zh: tuple[Link, ...]
    ways_en: tuple[Link, ...]
