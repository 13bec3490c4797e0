"""Parts that several kinds of page are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diglot.model import Lang, Side


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
    publisher: str
    """Who says so: the publisher, else “publisher not stated”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealGroup:
    """Deals under one heading: dated, year not stated, no date stated."""

    label: str
    deals: tuple[DealView, ...]
