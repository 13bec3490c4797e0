"""On which ground two tellings of a set of parties may be one deal: see `deals.alliances`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations_with_replacement, product
from typing import Final, Literal

from diglot.deals.told import ToldDeal
from diglot.edtf import Edtf
from diglot.model import DealKind

Ground = Literal[1, 2, 3, 4, 5]
"""Why two tellings may be one deal, the surest first."""
_YEAR: Final = 366
_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Profile:
    """All of a telling that decides what it fits; many tellings have one profile."""

    parties: frozenset[str]
    kind: DealKind
    date: Edtf | None
    proposed: bool = False
    """Of an undated telling: whether it tells of a plan."""
    published: Edtf | None = None
    """Of an undated telling: when its text was published."""

    @property
    def is_day(self) -> bool:
        """Whether its date is a single day."""
        return self.date is not None and _span(self.date) == 0


def profile(told: ToldDeal) -> Profile:
    """The profile of a telling."""
    deal, date = told.deal, told.date
    parties = frozenset(deal.parties)
    if date:
        return Profile(parties, deal.kind, date)
    return Profile(parties, deal.kind, None, deal.status == "proposed", told.published)


def fitting(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile, Ground]]:
    """Every two profiles of which tellings fit, each once, also a profile with itself."""
    by_parties: dict[frozenset[str], list[Profile]] = {}
    for one in profiles:
        by_parties.setdefault(one.parties, []).append(one)
    for own in by_parties.values():
        for a, b in _candidates(own):
            if ground := fit(a, b):
                yield a, b, ground


def _candidates(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs that can fit: of one day; of several parties, what is vaguer with all."""
    days: dict[object, list[Profile]] = {}
    for one in profiles:
        if one.is_day:
            days.setdefault(one.date and one.date.earliest, []).append(one)
    for same in days.values():
        yield from combinations_with_replacement(same, 2)
    if len(profiles[0].parties) > 1:
        vague = [one for one in profiles if not one.is_day]
        yield from combinations_with_replacement(vague, 2)
        yield from product(vague, chain.from_iterable(days.values()))


def fit(one: Profile, other: Profile) -> Ground | None:
    """The ground on which tellings of two records may be one deal; None: there is none."""
    if one.parties != other.parties:
        return None
    same_kind, several = one.kind == other.kind, len(one.parties) > 1
    if one.is_day and other.is_day and _bounds(one.date) == _bounds(other.date):
        return 1 if same_kind else 2 if several else None
    ground = _by_date(one, other) if several else None
    return ground if same_kind else 4 if ground == 1 else None


def _by_date(one: Profile, other: Profile) -> Ground | None:
    """The ground on which the dates of two tellings let them be one, were they of one kind."""
    a, b = one.date, other.date
    if a is None or b is None:
        return 5 if _in_time(one, b) and _in_time(other, a) and _near(one, other) else None
    if not a.overlaps(b):
        return None
    if a.yearless or b.yearless:
        near = all(date.yearless or _span(date) <= _MONTH for date in (a, b))
        named = all(date.month or date.part for date in (a, b) if date.yearless)
        return 3 if near and named else 5
    return 1 if max(_span(a), _span(b)) <= _YEAR else 5


def _in_time(one: Profile, date: Edtf | None) -> bool:
    """Whether a text can tell of a date: it is no older, tells of a plan, or has a date itself."""
    published = one.published
    if one.proposed or published is None or date is None:
        return True
    return not (published.latest and date.earliest) or published.latest >= date.earliest


def _near(one: Profile, other: Profile) -> bool:
    """Whether two undated tellings were published within a year, as far as is known."""
    a = one.published.earliest if one.published else None
    b = other.published.earliest if other.published else None
    return not (a and b) or abs((a - b).days) <= _YEAR


def _bounds(date: Edtf | None) -> object:
    return (date.earliest, date.latest) if date else None


def _span(date: Edtf) -> float:
    """Days between the first and the last it may mean; infinite when an end is not known."""
    if date.earliest is None or date.latest is None:
        return float("inf")
    return (date.latest - date.earliest).days
