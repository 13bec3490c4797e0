"""The facts box of a record."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.languages import Lang
from diglot.site.views.parts import BasisView, DateView, DealView, EvidenceView, NameView


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
    evidence: tuple[EvidenceView, ...]
    """Surface forms, each linked to its first place."""
    basis: BasisView | None = None
    """None when the text states it in so many words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsView:
    """The facts box of a record."""

    published: DateView
    published_evidence: tuple[EvidenceView, ...]
    publisher: NameView | None
    author: str | None
    source_href: str | None
    events: tuple[EventView, ...]
    deals: tuple[DealView, ...]
    central: tuple[CompanyFact, ...]
    """Companies that title, lead or main deal are about."""
    companies: tuple[CompanyFact, ...]
    """The other companies."""
    companies_quoted: tuple[CompanyFact, ...]
    """Of both kinds those that have evidence, in order of appearance."""
    people: tuple[PersonView, ...]
    people_quoted: tuple[PersonView, ...]
    """Those that have evidence."""
    places: tuple[PlaceFact, ...]
    places_quoted: tuple[PlaceFact, ...]
    """Those that have evidence."""
    themes: tuple[ThemeFact, ...]
    themes_quoted: tuple[ThemeFact, ...]
    """Those that have evidence."""
    key: tuple[BasisView, ...]
    """Legend of the signs."""
