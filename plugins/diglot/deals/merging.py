"""Which tellings are one deal: the rule that `deals.alliances` states.

Sets of tellings are integers, bit n for the nth: a thousand tellings of one pair of companies then
cost a thousand unions and intersections, not half a million comparisons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

from diglot.deals.fitting import Ground, Profile, fitting, profile
from diglot.deals.told import ToldDeal

_Key = TypeVar("_Key", bound=Hashable)
_Bundle = tuple[ToldDeal, ...]
"""Tellings an editor has called the same; most hold one."""
_Bits = int
"""A set of bundles."""


class Ordered(Protocol):
    """What editors say of a deal; ids of deals."""

    @property
    def same_as(self) -> Sequence[str]:
        """Those that are the same."""

    @property
    def not_same_as(self) -> Sequence[str]:
        """Those that are others."""


def groups(deals: Sequence[ToldDeal]) -> list[_Bundle]:
    """The tellings of each deal, in no particular order."""
    bundles = _bundles({told.id: told for told in deals})
    found: list[_Bundle] = []
    for near in _neighbours(bundles):
        found += _joined(near) if len(near) > 1 else near
    return found


def contradictions(deals: Mapping[str, Ordered]) -> list[frozenset[str]]:
    """Ids of deals that editors call the same and, maybe by way of others, not the same."""
    parted = _parted(deals)
    return [one for one in _components(deals, _ordered(deals)) if _clash(one, parted)]


def _ordered(deals: Mapping[str, Ordered]) -> list[tuple[str, str]]:
    """Pairs an editor calls the same, of deals there are."""
    wanted = ((key, other) for key, deal in deals.items() for other in deal.same_as)
    return [pair for pair in wanted if pair[1] in deals]


def _parted(deals: Mapping[str, Ordered]) -> set[frozenset[str]]:
    return {frozenset((key, other)) for key, deal in deals.items() for other in deal.not_same_as}


def _clash(same: Iterable[str], parted: Collection[frozenset[str]]) -> bool:
    return bool(parted) and any(frozenset(two) in parted for two in combinations(same, 2))


def _bundles(known: Mapping[str, ToldDeal]) -> list[_Bundle]:
    """Tellings by what editors call the same; where they contradict themselves, each alone."""
    deals = {key: told.deal for key, told in known.items()}
    parted = _parted(deals)
    found: list[_Bundle] = []
    for one in _components(deals, _ordered(deals)):
        told = tuple(known[key] for key in sorted(one))
        found += [(each,) for each in told] if _clash(one, parted) else [told]
    return found


def _components(nodes: Iterable[_Key], pairs: Iterable[tuple[_Key, _Key]]) -> list[frozenset[_Key]]:
    """Nodes that pairs connect, directly or by way of others."""
    near: dict[_Key, list[_Key]] = {node: [] for node in nodes}
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    found, seen = [], set[_Key]()
    for node in near:
        if node not in seen:
            here, waiting = {node}, [node]
            while waiting:
                new = set(near[waiting.pop()]) - here
                here |= new
                waiting += new
            seen |= here
            found.append(frozenset(here))
    return found


def _neighbours(bundles: Sequence[_Bundle]) -> list[list[_Bundle]]:
    """Bundles that share a set of parties, directly or by way of others: only they can fit."""
    first: dict[frozenset[str], int] = {}
    pairs = []
    for at, bundle in enumerate(bundles):
        for told in bundle:
            pairs.append((at, first.setdefault(frozenset(told.deal.parties), at)))
    return [[bundles[at] for at in sorted(one)] for one in _components(range(len(bundles)), pairs)]


def _joined(bundles: Sequence[_Bundle]) -> list[_Bundle]:
    """Bundles joined on each ground in turn."""
    clusters: list[_Bits] = [1 << at for at in range(len(bundles))]
    apart, fits = _apart(bundles), [0] * len(bundles)
    for _, near in sorted(_near(bundles).items()):
        fits = [old | (new & ~no) for old, new, no in zip(fits, near, apart, strict=True)]
        clusters = _twins(clusters, fits)
    return [tuple(told for at in _places(one) for told in bundles[at]) for one in clusters]


def _near(bundles: Sequence[_Bundle]) -> dict[Ground, list[_Bits]]:
    """By ground, for each bundle those of which a telling fits one of its own, itself as well."""
    having: defaultdict[Profile, _Bits] = defaultdict(int)
    own = [{profile(told) for told in bundle} for bundle in bundles]
    for at, profiles in enumerate(own):
        for one in profiles:
            having[one] |= 1 << at
    reached: dict[Ground, defaultdict[Profile, _Bits]] = {}
    for a, b, ground in fitting(having):
        reach = reached.setdefault(ground, defaultdict(int))
        reach[a] |= having[b]
        reach[b] |= having[a]
    return {ground: [_union(reach[one] for one in its) for its in own]
            for ground, reach in reached.items()}  # fmt: skip


def _apart(bundles: Sequence[_Bundle]) -> list[_Bits]:
    """For each bundle those it is not for certain: of one record, or an editor says so."""
    of_record: defaultdict[str, _Bits] = defaultdict(int)
    place = {told.id: at for at, bundle in enumerate(bundles) for told in bundle}
    for at, bundle in enumerate(bundles):
        for told in bundle:
            of_record[told.record.slug] |= 1 << at
    found = [_union(of_record[told.record.slug] for told in bundle) for bundle in bundles]
    for at, bundle in enumerate(bundles):
        for other in (place[key] for t in bundle for key in t.deal.not_same_as if key in place):
            found[at] |= 1 << other
            found[other] |= 1 << at
    return found


def _twins(clusters: Sequence[_Bits], fits: Sequence[_Bits]) -> list[_Bits]:
    """Clusters joined where they fit exactly the same others.

    Once is enough: what twins fit, both fit, so that no two clusters become twins by it.
    """
    several = [one for one in clusters if one.bit_count() > 1]
    alike: defaultdict[_Bits, list[_Bits]] = defaultdict(list)
    for one in clusters:
        common = -1
        for at in _places(one):
            common &= fits[at]
        for other in several:  # fits as a whole or not at all
            if other & ~common:
                common &= ~other
        alike[common | one].append(one)
    return [_union(same) for same in alike.values()]


def _union(sets: Iterable[_Bits]) -> _Bits:
    found = 0
    for one in sets:
        found |= one
    return found


def _places(bits: _Bits) -> Iterable[int]:
    """The members of a set."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
