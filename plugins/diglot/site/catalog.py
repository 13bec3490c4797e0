"""All records of the site with their indexes, each built once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import permutations
from typing import TypeVar

from diglot import edtf
from diglot.authority import Registry, related
from diglot.deals import told
from diglot.deals.alliances import Alliance, alliances
from diglot.deals.told import ToldDeal
from diglot.edtf import Edtf
from diglot.facts.brief import brief
from diglot.model import Both
from diglot.site import dealpages, periods, topics
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
    def deals(self) -> tuple[ToldDeal, ...]:
        """Every deal a record tells: dated ones latest first, then without a year, then undated."""
        return told.tellings(entry.record for entry in self.entries)

    @cached_property
    def alliances(self) -> tuple[Alliance, ...]:
        """Every deal once, with all records that tell it, in the order of `deals`."""
        return alliances(self.deals)

    @cached_property
    def _by_record(self) -> dict[str, tuple[ToldDeal, ...]]:
        found: defaultdict[str, list[ToldDeal]] = defaultdict(list)
        for one in self.deals:
            found[one.record.slug].append(one)
        return {
            slug: tuple(sorted(deals, key=lambda one: one.place)) for slug, deals in found.items()
        }

    @cached_property
    def _by_slug(self) -> dict[str, Entry]:
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def _by_party(self) -> dict[str, tuple[Alliance, ...]]:
        told = [(party, deal) for deal in self.alliances for party in deal.parties]
        found = _grouped(told, lambda pair: pair[0])
        return {party: tuple(deal for _, deal in deals) for party, deals in found.items()}

    @cached_property
    def _by_telling(self) -> dict[str, Alliance]:
        return {one.id: alliance for alliance in self.alliances for one in alliance.told}

    @cached_property
    def places(self) -> dict[str, int]:
        """Place of each deal among `alliances`, by id."""
        return {alliance.id: place for place, alliance in enumerate(self.alliances)}

    @cached_property
    def deal_paths(self) -> dict[str, str]:
        """Path and fragment of each deal's row, below a language, by the id of every telling."""
        return dealpages.paths(self.alliances)

    @cached_property
    def _on_theme(self) -> dict[str, tuple[Alliance, ...]]:
        told_on = topics.told_on(self.registry, self.themes, self._by_record)
        return {
            key: tuple(a for a in self.alliances if any(one.id in ids for one in a.told))
            for key, ids in told_on.items()
        }

    @cached_property
    def _themes_of(self) -> dict[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for theme, deals in self._on_theme.items():
            for alliance in deals:
                found[alliance.id].append(theme)
        return {key: tuple(themes) for key, themes in found.items()}

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

    def deals_in(self, entry: Entry) -> tuple[ToldDeal, ...]:
        """Deals a record tells, in its own order."""
        return self._by_record.get(entry.slug, ())

    def entry(self, deal: ToldDeal) -> Entry:
        """The record that tells a deal."""
        return self._by_slug[deal.record.slug]

    def alliances_of(self, company: str) -> tuple[Alliance, ...]:
        """Deals a company is a party of, each once."""
        return self._by_party.get(company, ())

    def alliances_on(self, theme: str) -> tuple[Alliance, ...]:
        """Deals told where a text speaks of a theme, each once."""
        return self._on_theme.get(theme, ())

    def themes_of(self, alliance: Alliance) -> tuple[str, ...]:
        """Ids of the themes a deal is listed under."""
        return self._themes_of.get(alliance.id, ())

    def alliance(self, deal: ToldDeal) -> Alliance:
        """The deal a record tells, with what others tell of it."""
        return self._by_telling[deal.id]

    def children(self, company: str) -> tuple[str, ...]:
        """Subsidiaries, makes and joint ventures that have pages."""
        known = self.registry.companies
        return tuple(key for key in self.companies if company in known[key].parents)

    def partners(self, company: str) -> dict[str, int]:
        """Companies it has deals with, and in how many; most first, then the latest.

        A parent and its subsidiary on one side of a deal are no partners of each other.
        """
        counts: defaultdict[str, int] = defaultdict(int)
        for alliance in self.alliances_of(company):
            for party in alliance.parties:
                counts[party] += party != company and party not in self.groups.get(company, ())
        return dict(sorted(((k, n) for k, n in counts.items() if n), key=lambda kn: -kn[1]))

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Parents and subsidiaries of each party that a deal has beside it."""
        known = self.registry.companies
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in {p for a in self.alliances for p in permutations(a.parties, 2)}:
            if related(known, one, other):
                found[one].add(other)
        return {key: tuple(sorted(others)) for key, others in found.items()}

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
