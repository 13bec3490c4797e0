"""Companies joined by deals, as a graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from diglot.authority import Company, related
from diglot.deals.alliances import Alliance
from diglot.model import DealKind


@dataclass(frozen=True, slots=True)
class Edge:
    """Two companies with all deals between them, the latest first."""

    a: str
    b: str
    deals: tuple[Alliance, ...]

    @property
    def kinds(self) -> tuple[DealKind, ...]:
        """Kinds of the deals, the commonest first."""
        counts = Counter(deal.kind for deal in self.deals)
        return tuple(sorted(counts, key=lambda kind: (-counts[kind], kind)))


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by weight, the heaviest first; edges between them."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0
    """Companies with partners for which there was no room."""


def graph(
    deals: Iterable[Alliance],
    companies: Mapping[str, Company],
    most: int,
    ego: str = "",
    members: frozenset[str] | None = None,
) -> Graph:
    """The graph of some deals.

    Args:
        deals: The latest first.
        companies: The registry: a parent and its subsidiary in one deal are no partners.
        most: How many companies to keep: those with most deals.
        ego: A company to keep in any case.
        members: The only companies to look at; None: all.
    """
    found: defaultdict[tuple[str, str], list[Alliance]] = defaultdict(list)
    for deal in deals:
        parties = [key for key in sorted(deal.parties) if members is None or key in members]
        for a, b in combinations(parties, 2):
            if not related(companies, a, b):
                found[a, b].append(deal)
    weight: Counter[str] = Counter()
    for (a, b), joined in found.items():
        weight.update({a: len(joined), b: len(joined)})
    ranked = sorted(weight, key=lambda key: (key != ego, -weight[key], key))
    kept = set(ranked[:most])
    edges = tuple(
        Edge(a, b, tuple(joined))
        for (a, b), joined in sorted(found.items())
        if a in kept and b in kept
    )
    joined_up = {end for edge in edges for end in (edge.a, edge.b)}
    nodes = tuple(key for key in ranked if key in joined_up)
    return Graph(nodes, edges, len(ranked) - len(nodes))
