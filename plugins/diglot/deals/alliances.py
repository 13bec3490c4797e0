"""Deals as the site shows them: the same deal told by several records is one, with its sources.

**What is one deal.** An editor's `same_as` and `not_same_as` go before everything. Beyond them, two
tellings *fit* each other when they stand in different records, name the same set of companies (a
parent is not its subsidiary) and, from the surest to the weakest ground:

1. are of the same kind, and their dates overlap, neither being vaguer than a year;
2. are of different kinds, but of one and the same day;
3. are of the same kind, and one lacks the year of a day or month that the other states (or both
   lack it);
4. are of different kinds, and their dates overlap, neither being vaguer than a year: what one text
   calls a strategic and another a supply agreement is one deal. Its row shows both kinds, and the
   review queue asks whether they are two, such as a joint venture and a contract “in 2019”;
5. are of the same kind, and a date is missing or vaguer than a year. A text published before the
   other's date does not tell of it unless it tells of a plan, and two undated texts more than a
   year apart do not tell the same.

A deal with one named party (its partner has no name) fits on the first ground only, by the day.

**No guess between candidates.** On each ground in turn, tellings are joined when they fit exactly
the same others: a deal “in 2019” joins the one of 28 June 2019, but where there is another one of
5 October 2019 it joins neither, and stays a row of its own. So the result does not depend on the
order of the records, no two deals that do not fit each other are joined by a third, and leaving a
case apart (for an editor to settle) is preferred to joining two deals silently.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from diglot.deals import merging
from diglot.deals.told import ToldDeal
from diglot.edtf import Edtf
from diglot.model import Basis, DealKind, Status

_BASIS: Final[tuple[Basis, ...]] = ("editor", "stated", "derived", "inferred")
_STATUS: Final[tuple[Status, ...]] = ("reported", "proposed", "denied")


@dataclass(frozen=True)
class Alliance:
    """One deal with everything the records tell of it."""

    told: tuple[ToldDeal, ...]
    """What each record says, the one that leads first."""

    @property
    def lead(self) -> ToldDeal:
        """The telling whose date and kind stand in tables: the most precise, best based one."""
        return self.told[0]

    @property
    def id(self) -> str:
        """Anchor on the deals page: the lead's; those of the others lead to it as well."""
        return self.lead.id

    @cached_property
    def key(self) -> str:
        """Id that stays when a more precise record comes: of the telling that came first."""
        return min(self.told, key=lambda told: (told.imported or "9999", told.id)).id

    @property
    def kind(self) -> DealKind:
        """Kind of act, as the lead has it."""
        return self.lead.deal.kind

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Ids of all companies any record counts among the parties."""
        return tuple(dict.fromkeys(party for told in self.told for party in told.deal.parties))

    @property
    def date(self) -> Edtf | None:
        """The lead's date."""
        return self.lead.date

    @cached_property
    def kinds(self) -> tuple[DealKind, ...]:
        """Every kind a record calls it, the lead's first."""
        return tuple(dict.fromkeys(told.deal.kind for told in self.told))

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        """What the records say became of it, in the order they were published."""
        by_day = sorted(self.told, key=lambda told: (told.told_on or "9999", told.id))
        return tuple(dict.fromkeys(told.deal.status for told in by_day))


def alliances(deals: Sequence[ToldDeal]) -> tuple[Alliance, ...]:
    """The deals of all records, each once, in the order of their leads.

    Args:
        deals: What the records tell, in the order in which tables show it.
    """
    place = {told.id: at for at, told in enumerate(deals)}
    found = [Alliance(tuple(sorted(one, key=_rank))) for one in merging.groups(deals)]
    return tuple(sorted(found, key=lambda alliance: place[alliance.id]))


def _rank(told: ToldDeal) -> tuple[int, int, int, str, str]:
    """Sorts tellings: the most precise date, the best basis, what happened before what may."""
    deal = told.deal
    based, status = _BASIS.index(deal.basis), _STATUS.index(deal.status)
    return (_vagueness(told.date), based, status, told.told_on or "9999", told.id)


def _vagueness(date: Edtf | None) -> int:
    """Days a date may mean; without a year more than any with one, without a date most."""
    if date is None:
        return 10**9
    if date.earliest is None or date.latest is None:
        return 10**8 - (10**7 if date.precision == "day" else 0)
    return (date.latest - date.earliest).days * 2 + date.uncertain
