"""Parts that several kinds of page are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diglot.languages import Lang, Side


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
    """Cut to a clause, with “…”, where the rights keep the text from being shown."""
    lang: Lang
    side: Side
    """Side of the original, whose colour the words take."""
    href: str | None
    """The block that states it, here or on the facing page; None for words outside the body."""
    where: str
    """Short name of that place, “¶4” or “第4段”; “page head” for words outside the body."""
    source_href: str | None = None
    """The same words on the publisher's page, as a text fragment; None where it is not known."""


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
    """A company, theme, person, place or publisher, named in both scripts."""

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
    brief: str
    """The brief, where the title has no translation; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealView:
    """A deal in a table."""

    id: str
    """Stable anchor on ``deals/``."""
    kind: str
    """Key of the kind, for CSS and filters: ``joint_venture``."""
    kind_label: str
    parties: tuple[NameView, ...]
    date: DateView
    """Not stated where the record gives none."""
    basis: BasisView
    """How the deal is known; of one told in so many words, how its date is."""
    status: str
    """“proposed” or “denied” in the page's language; empty when simply reported."""
    evidence: tuple[EvidenceView, ...]
    record: TitleView
    publisher: NameView
    """Who says so: the publisher, else “publisher not stated”."""
    href: str = ""
    """Its row in the table of deals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealSource:
    """What one record tells of a deal that has a row; values stand where records differ."""

    deal: DealView
    said: bool
    """Whether it says something that another record says otherwise."""
    date: DateView | None
    """Its date, where the records differ on it."""
    kind: str
    """The kind it calls it, where the records differ on it; else empty."""
    parties: tuple[NameView, ...]
    """Whom it names, where the records differ on it; else none."""
    status: str
    """“reported”, “proposed” or “denied”, where the records differ on it; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealRow:
    """A deal in a table, with everything the records tell of it."""

    id: str
    """Stable anchor on ``deals/``."""
    href: str
    """Where its row stands in the table of all deals."""
    anchors: tuple[str, ...]
    """Anchors of its other tellings, which lead to this row too."""
    kinds: tuple[str, ...]
    """Keys of the kinds records call it, for CSS and filters: ``joint_venture``."""
    kind_label: str
    parties: tuple[NameView, ...]
    date: DateView
    """Not stated where no record gives one."""
    basis: BasisView
    """How the deal is known; of one told in so many words, how its date is."""
    claims: tuple[str, ...]
    """“proposed”, “denied”, or all that records say, the earliest first; none if just reported."""
    statuses: tuple[str, ...]
    """Keys of what the records say became of it: ``reported``, ``denied``."""
    from_year: str
    """First year its date may mean, in four digits; empty when there is none."""
    to_year: str
    """Last year its date may mean."""
    themes: tuple[str, ...]
    """Ids of the themes it is listed under."""
    sources: tuple[DealSource, ...]
    """The records that tell it, the one that leads first."""
    differs: str
    """“Records differ on: date, kind”; empty where they agree."""
    vaguer: str
    """“Date told less precisely by some records”; empty where it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealGroup:
    """Deals under one heading: dated, year not stated, no date stated."""

    key: str
    """``dated``, ``yearless`` or ``undated``."""
    label: str
    deals: tuple[DealRow, ...]
