"""Layouts of networks: igraph against networkx, by time, crowding and whether runs agree.

python benchmarks/pictures.py     # networkx is compared where it is installed, with numpy
"""

from __future__ import annotations

import importlib
import random
import time
from collections.abc import Callable
from importlib.util import find_spec
from itertools import combinations
from math import hypot
from typing import Any

import igraph

from diglot.site.pictures import layout
from diglot.site.pictures.graph import Edge, Graph

SIZES = ((10, 12), (50, 80), (200, 380))
Points = list[tuple[float, float]]


def edges_of(nodes: int, edges: int) -> list[tuple[int, int]]:
    """A few nodes with many neighbours, as deals make them."""
    pick = random.Random(nodes)  # noqa: S311
    found = {(pick.randrange(max(1, n // 3)), n) for n in range(1, nodes)}
    while len(found) < edges:
        a, b = sorted(pick.sample(range(nodes), 2))
        found.add((a, b))
    return sorted(found)


def ours(nodes: int, edges: list[tuple[int, int]]) -> Points:
    """Kamada and Kawai by igraph, from a circle."""
    part = igraph.Graph(nodes, edges)
    return [(x, y) for x, y in part.layout_kamada_kawai(seed=part.layout_circle()).coords]


def theirs(nodes: int, edges: list[tuple[int, int]]) -> Points:
    """Springs by networkx, with a fixed seed."""
    networkx: Any = importlib.import_module("networkx")
    part = networkx.Graph(edges)
    found = networkx.spring_layout(part, seed=1)
    return [(float(found[n][0]), float(found[n][1])) for n in range(nodes)]


def crowded(points: Points) -> int:
    """Pairs of nodes nearer than 20 pixels where the picture is 1,000 wide."""
    extent = max(x for x, _ in points) - min(x for x, _ in points)
    near = 20 * extent / 1000
    return sum(hypot(a[0] - b[0], a[1] - b[1]) < near for a, b in combinations(points, 2))


def main() -> None:
    """Print a line for each library and size."""
    for nodes, count in SIZES:
        edges = edges_of(nodes, count)
        both: dict[str, Callable[..., Points]] = {"igraph": ours, "networkx": theirs}
        if find_spec("networkx") is None:
            del both["networkx"]
        for name, run in both.items():
            start = time.perf_counter()
            points = run(nodes, edges)
            spent = time.perf_counter() - start
            same = points == run(nodes, edges)
            print(f"{nodes:4} {name:9} {spent:6.3f} s, crowded {crowded(points):3}, same: {same}")
        names = [f"n{n:03}" for n in range(nodes)]
        whole = Graph(tuple(names), tuple(Edge(names[a], names[b], ()) for a, b in edges))
        start = time.perf_counter()
        placed = layout.place(whole, {name: (f"Company {name}",) for name in names})
        spent = time.perf_counter() - start
        print(f"{nodes:4} picture   {spent:6.3f} s, {placed.width} × {placed.height} pixels")


if __name__ == "__main__":
    main()
