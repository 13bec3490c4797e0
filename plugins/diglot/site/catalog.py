"""All records of the site with their indexes, each built once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from diglot import edtf
from diglot.authority import Registry
from diglot.edtf import Edtf
from diglot.facts.brief import brief
from diglot.model import Both, Deal
from diglot.site.entries import Entry
from diglot.translation.termbase import Kind, Term, term_base


@dataclass(frozen=True, slots=True)
class ToldDeal:
    """A deal with the record that tells it."""

    id: str
    entry: Entry
    deal: Deal

    @property
    def date(self) -> Edtf | None:
        """The date of the deal, parsed."""
        return edtf.parse(self.deal.date) if self.deal.date else None


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
        seen: defaultdict[str, int] = defaultdict(int)
        found = []
        for entry in sorted(self.entries, key=lambda e: e.slug):
            for deal in entry.article.deals:
                name = "-".join([entry.slug, deal.kind.replace("_", "-"), *sorted(deal.parties)])
                seen[name] += 1
                tail = f"-{seen[name]}" if seen[name] > 1 else ""
                found.append(ToldDeal(name + tail, entry, deal))
        return tuple(sorted(found, key=_deal_rank))

    @cached_property
    def _by_record(self) -> dict[str, tuple[ToldDeal, ...]]:
        found: defaultdict[str, list[ToldDeal]] = defaultdict(list)
        for told in self.deals:
            found[told.entry.slug].append(told)
        order = {id(deal): n for e in self.entries for n, deal in enumerate(e.article.deals)}
        return {
            slug: tuple(sorted(deals, key=lambda told: order[id(told.deal)]))
            for slug, deals in found.items()
        }

    @cached_property
    def _by_party(self) -> dict[str, tuple[ToldDeal, ...]]:
        found: defaultdict[str, list[ToldDeal]] = defaultdict(list)
        for told in self.deals:
            for party in dict.fromkeys(told.deal.parties):
                found[party].append(told)
        return {party: tuple(deals) for party, deals in found.items()}

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
        return tuple(sorted(found, key=lambda dated: _late(dated.date)))

    @cached_property
    def undated(self) -> tuple[Entry, ...]:
        """Entries that state no date of publication."""
        return tuple(entry for entry in self.entries if entry.published is None)

    def deals_in(self, entry: Entry) -> tuple[ToldDeal, ...]:
        """Deals a record tells, in its own order."""
        return self._by_record.get(entry.slug, ())

    def deals_of(self, company: str) -> tuple[ToldDeal, ...]:
        """Deals a company is a party of."""
        return self._by_party.get(company, ())

    def partners(self, company: str) -> dict[str, int]:
        """Companies it has deals with, and in how many; most first.

        A parent and its subsidiary on one side of a deal are no partners of each other.
        """
        counts: defaultdict[str, int] = defaultdict(int)
        for told in self.deals_of(company):
            for party in told.deal.parties:
                counts[party] += party != company and not self._related(party, company)
        return dict(
            sorted(((k, n) for k, n in counts.items() if n), key=lambda kn: (-kn[1], kn[0]))
        )

    def _related(self, one: str, other: str) -> bool:
        known = self.registry.companies
        parents = {key: known[key].parents for key in (one, other) if key in known}
        return other in parents.get(one, ()) or one in parents.get(other, ())

    def _index(self, keys: Callable[[Entry], Iterable[str]]) -> dict[str, tuple[Entry, ...]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for key in dict.fromkeys(keys(entry)):
                found[key].append(entry)
        return {key: tuple(found[key]) for key in sorted(found)}


def _late(value: Edtf) -> tuple[int, int, int, str]:
    """Sorts known days latest first, dates without a year after them in calendar order."""
    if value.earliest or value.latest:
        day = value.earliest or value.latest or date.min
        end = value.latest or day
        return (0, -day.toordinal(), end.toordinal(), value.text)
    return (1, value.part or 0, value.day or 0, value.text)


def _deal_rank(told: ToldDeal) -> tuple[tuple[int, int, int, str], str]:
    return (_late(told.date) if told.date else (2, 0, 0, "")), told.id
