"""All deals of the site with their indexes, each built once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import permutations

from diglot.authority import Registry, related
from diglot.deals.alliances import Alliance, alliances
from diglot.deals.told import ToldDeal, tellings
from diglot.site import dealpages, topics
from diglot.site.entries import Entry


class DealIndex:
    """The deals that records tell; immutable once made."""

    def __init__(
        self,
        registry: Registry,
        entries: tuple[Entry, ...],
        themes: Mapping[str, tuple[Entry, ...]],
    ) -> None:
        """``themes`` are the entries by theme."""
        self._registry, self._entries, self._themes = registry, entries, themes

    @cached_property
    def told(self) -> tuple[ToldDeal, ...]:
        """Every deal a record tells: dated ones latest first, then without a year, then undated."""
        return tellings(entry.record for entry in self._entries)

    @cached_property
    def alliances(self) -> tuple[Alliance, ...]:
        """Every deal once, with all records that tell it, in the order of `told`."""
        return alliances(self.told)

    @cached_property
    def places(self) -> dict[str, int]:
        """Place of each deal among `alliances`, by id."""
        return {alliance.id: place for place, alliance in enumerate(self.alliances)}

    @cached_property
    def paths(self) -> dict[str, str]:
        """Path and fragment of each deal's row, below a language, by the id of every telling."""
        return dealpages.paths(self.alliances)

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Parents and subsidiaries of each party that a deal has beside it."""
        known = self._registry.companies
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in {p for a in self.alliances for p in permutations(a.parties, 2)}:
            if related(known, one, other):
                found[one].add(other)
        return {key: tuple(sorted(others)) for key, others in found.items()}

    def told_in(self, entry: Entry) -> tuple[ToldDeal, ...]:
        """Deals a record tells, in its own order."""
        return self._by_record.get(entry.slug, ())

    def alliance(self, deal: ToldDeal) -> Alliance:
        """The deal a record tells, with what others tell of it."""
        return self._by_telling[deal.id]

    def of(self, company: str) -> tuple[Alliance, ...]:
        """Deals a company is a party of, each once."""
        return self._by_party.get(company, ())

    def on(self, theme: str) -> tuple[Alliance, ...]:
        """Deals told where a text speaks of a theme, each once."""
        return self._on_theme.get(theme, ())

    def themes_of(self, alliance: Alliance) -> tuple[str, ...]:
        """Ids of the themes a deal is listed under."""
        return self._themes_of.get(alliance.id, ())

    def partners(self, company: str) -> dict[str, int]:
        """Companies it has deals with, and in how many; most first, then the latest.

        A parent and its subsidiary on one side of a deal are no partners of each other.
        """
        counts: defaultdict[str, int] = defaultdict(int)
        for alliance in self.of(company):
            for party in alliance.parties:
                counts[party] += party != company and party not in self.groups.get(company, ())
        return dict(sorted(((k, n) for k, n in counts.items() if n), key=lambda kn: -kn[1]))

    @cached_property
    def _by_record(self) -> dict[str, tuple[ToldDeal, ...]]:
        found: defaultdict[str, list[ToldDeal]] = defaultdict(list)
        for one in self.told:
            found[one.record.slug].append(one)
        return {
            slug: tuple(sorted(deals, key=lambda one: one.place)) for slug, deals in found.items()
        }

    @cached_property
    def _by_party(self) -> dict[str, tuple[Alliance, ...]]:
        found: defaultdict[str, list[Alliance]] = defaultdict(list)
        for alliance in self.alliances:
            for party in alliance.parties:
                found[party].append(alliance)
        return {party: tuple(deals) for party, deals in found.items()}

    @cached_property
    def _by_telling(self) -> dict[str, Alliance]:
        return {one.id: alliance for alliance in self.alliances for one in alliance.told}

    @cached_property
    def _on_theme(self) -> dict[str, tuple[Alliance, ...]]:
        told_on = topics.told_on(self._registry, self._themes, self._by_record)
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
