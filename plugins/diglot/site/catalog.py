"""All records of the site with their indexes, each built once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from diglot import edtf
from diglot.authority import Registry
from diglot.deals import told
from diglot.deals.told import ToldDeal
from diglot.edtf import Edtf
from diglot.facts.brief import brief
from diglot.model import Both
from diglot.site import periods
from diglot.site.dealindex import DealIndex
from diglot.site.entries import Entry
from diglot.site.periods import Period
from diglot.site.pictures.layout import Placed
from diglot.translation.termbase import Term, term_base
from diglot.translation.terms import Kind

_K = TypeVar("_K")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date a record states: its publication, or an event."""

    entry: Entry
    date: Edtf
    event: int | None
    """Position in the record's events; None for the publication."""


def _ranked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By day, latest first; the undated last; then by slug."""
    by_slug = sorted(entries, key=lambda entry: entry.slug)
    return tuple(sorted(by_slug, key=lambda e: e.day() or date.min, reverse=True))


class Catalog:
    """The records of a site with their indexes; immutable once made."""

    def __init__(self, registry: Registry, entries: Iterable[Entry]) -> None:
        self.registry = registry
        self.entries = _ranked(entries)
        self._briefs: dict[str, Both] = {}
        self.drawn: dict[str, Placed] = {}
        """Layouts of networks, each made once for both languages."""

    def brief(self, entry: Entry) -> Both:
        """The brief of a record, made once."""
        if entry.slug not in self._briefs:
            blocks = [node.plain for node in entry.nodes[entry.side]]
            self._briefs[entry.slug] = brief(entry.article, self.registry, blocks)
        return self._briefs[entry.slug]

    @cached_property
    def companies(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by company, for companies of the registry (`check` reports others)."""
        known = self.registry.companies
        return self._index(lambda e: (m.id for m in e.article.companies if m.id in known))

    @cached_property
    def themes(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by theme, for themes of the registry (`check` reports others)."""
        known = self.registry.themes
        return self._index(lambda e: (t.id for t in e.article.themes if t.id in known))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The registry as a term base, with examples from the records."""
        shown = [entry for entry in self.entries if entry.rights == "full"]
        return term_base(self.registry, shown)

    @cached_property
    def used_terms(self) -> frozenset[tuple[Kind, str]]:
        """Kind and id of the names the records use."""
        found: set[tuple[Kind, str]] = set()
        found |= {("company", key) for key in self.companies}
        found |= {("theme", key) for key in self.themes}
        for entry in self.entries:
            found |= {("person", one.id) for one in entry.article.people if one.id}
            found |= {("place", one.id) for one in entry.article.places if one.id}
        return frozenset(found)

    @cached_property
    def deals(self) -> DealIndex:
        """The deals of the records."""
        return DealIndex(self.registry, self.entries, self.themes)

    @cached_property
    def _by_slug(self) -> dict[str, Entry]:
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def publishers(self) -> dict[str, Both]:
        """Names of publishers by every form of them, case folded."""
        found: dict[str, Both] = {}
        for known in self.registry.publishers.values():
            for form in (known.name.zh, known.name.en, *known.aliases):
                found.setdefault(form.casefold(), known.name)
        return found

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """Every date every record states, in order of time, latest first."""
        found = []
        for entry in self.entries:
            if entry.published:
                found.append(Dated(entry, entry.published, None))
            for place, event in enumerate(entry.article.events):
                found.append(Dated(entry, edtf.parse(event.date), place))
        return tuple(sorted(found, key=lambda dated: told.late(dated.date)))

    @cached_property
    def periods(self) -> dict[Period, tuple[Dated, ...]]:
        """Dates by the period they are listed under: a month, else a year, else none."""
        return _grouped(self.dates, lambda dated: periods.of(dated.date))

    @cached_property
    def years(self) -> dict[int | None, tuple[Dated, ...]]:
        """Dates by year, latest first."""
        return _grouped(self.dates, lambda dated: periods.of(dated.date).year)

    @cached_property
    def undated(self) -> tuple[Entry, ...]:
        """Entries that state no date of publication."""
        return tuple(entry for entry in self.entries if entry.published is None)

    def entry(self, deal: ToldDeal) -> Entry:
        """The record that tells a deal."""
        return self._by_slug[deal.record.slug]

    def children(self, company: str) -> tuple[str, ...]:
        """Subsidiaries, makes and joint ventures that have pages."""
        known = self.registry.companies
        return tuple(key for key in self.companies if company in known[key].parents)

    def _index(self, keys: Callable[[Entry], Iterable[str]]) -> dict[str, tuple[Entry, ...]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for key in dict.fromkeys(keys(entry)):
                found[key].append(entry)
        return {key: tuple(found[key]) for key in sorted(found)}


def _grouped(items: Iterable[_T], key: Callable[[_T], _K]) -> dict[_K, tuple[_T, ...]]:
    found: defaultdict[_K, list[_T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return {group: tuple(members) for group, members in found.items()}
