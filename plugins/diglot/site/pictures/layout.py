"""Places of the nodes of a graph; the door to igraph.

Each component is laid out by itself (Kamada and Kawai's springs, from a circle, so that nothing is
left to chance), turned so that it lies wide, and the components are set side by side, the biggest
first. Pairs of companies are set as lines of a list (`pairs`), beside the others or below them.

`benchmarks/pictures.py` measures it beside networkx, whose springs leave more nodes on top of each
other at 200 and need numpy.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import igraph

from diglot.site.pictures import labels, pairs, settling
from diglot.site.pictures.graph import Graph
from diglot.site.pictures.labels import Box, Label, Name, Size

WIDEST: Final = 1080.0
NARROW: Final = 350.0
"""Widths of a drawing for a desk and for a phone."""
RADIUS: Final = 7.0
_ROOM: Final = 9000.0
_ROOM_CROWDED: Final = 5600.0
"""Square pixels for a node, in small and in big components."""
_CROWD: Final = 40
_LABELS: Final = 0.08
"""How much of a crowded drawing, on each side, is left to labels alone."""
_LONG: Final = 190.0
_LONG_IN_CROWD: Final = 150.0
_SHARE: Final = 0.36
"""How long a line of a label should be at most: in pixels, and as a share of the drawing."""
_MARGIN: Final = 12.0
_LINE: Final = 30.0

Point = tuple[float, float]
Names = Sequence[str]


@dataclass(frozen=True, slots=True)
class Placed:
    """A graph with a place for each node and for the labels there is room for."""

    graph: Graph
    width: int
    height: int
    at: Mapping[str, Point]
    labels: Mapping[str, Label]
    paired: Mapping[str, float]
    """Companies of the pairs, and how long their labels may be."""
    cut: float
    """How long the other labels may be."""

    def name(self, key: str, text: str) -> Name:
        """How the name of a node is set."""
        if key in self.paired:
            return Name((labels.clip(text, self.paired[key]),))
        return labels.broken(text, self.cut)


@dataclass(frozen=True, slots=True)
class _Block:
    """A component, laid out from (0, 0)."""

    width: float
    height: float
    at: dict[str, Point]
    labels: dict[str, Label]


def place(graph: Graph, names: Mapping[str, Names], widest: float = WIDEST) -> Placed:
    """Lay a graph out.

    Args:
        graph: What to lay out.
        names: Of the nodes, in each language: a label has room for all of them.
        widest: How wide the drawing may be.
    """
    crowded = len(graph.nodes) > _CROWD
    longest = min(widest * _SHARE, _LONG_IN_CROWD if crowded else _LONG)
    sizes = {key: _room(names[key], longest) for key in graph.nodes}
    parts = _components(graph)
    blocks = [_block(graph, members, sizes, widest) for members in parts if len(members) > 2]
    at: dict[str, Point] = {}
    found: dict[str, Label] = {}
    right = bottom = 0.0
    for block, (x, y) in zip(blocks, _packed(blocks, widest), strict=True):
        at |= {key: _rounded(px + x, py + y) for key, (px, py) in block.at.items()}
        found |= {key: label.moved(x, y) for key, label in block.labels.items()}
        right, bottom = max(right, x + block.width), max(bottom, y + block.height)
    widths = {key: max(map(labels.width, names[key])) for key in graph.nodes}
    two = pairs.place([(a, b) for a, b, *more in parts if not more], widths, right, bottom, widest)
    size = math.ceil(max(right, two.right)), math.ceil(max(bottom, two.bottom))
    paired = dict.fromkeys(two.at, two.longest)
    return Placed(graph, *size, at | two.at, found | two.labels, paired, longest)


def _room(names: Names, longest: float) -> Size:
    """The room a label needs, whichever the language."""
    sizes = [labels.broken(name, longest).size for name in names]
    return Size(max(one.wide for one in sizes), max(one.high for one in sizes))


def thickness(deals: int, *, crowded: bool) -> float:
    """Width of a line; where there are many lines they grow by doublings only."""
    if crowded:
        return round(min(1.0 + math.log2(deals) * 0.6, 3.0), 1)
    return min(1.5 + (deals - 1) * 1.25, 6.5)


def _rounded(x: float, y: float) -> Point:
    return round(x), round(y)


def _components(graph: Graph) -> list[list[str]]:
    """Nodes of each component in the order of the graph, the biggest component first."""
    order = {key: n for n, key in enumerate(graph.nodes)}
    whole = igraph.Graph(len(order), [(order[e.a], order[e.b]) for e in graph.edges])
    found = [[graph.nodes[n] for n in sorted(part)] for part in whole.connected_components()]
    return sorted(found, key=lambda part: (-len(part), order[part[0]]))


def _block(graph: Graph, members: list[str], sizes: Mapping[str, Size], widest: float) -> _Block:
    narrow, crowded = widest < WIDEST, len(members) > _CROWD
    points = _springs(graph, members)
    if narrow:  # it stands upright
        points = [(y, x) for x, y in points]
    area = len(members) * (_ROOM_CROWDED if crowded else _ROOM)
    own = {key: sizes[key] for key in members}
    side = widest * _LABELS if crowded or narrow else max(one.wide for one in own.values())
    room = widest - 2 * _MARGIN
    wide = min(room - 2 * side, math.sqrt(area * 1.9))
    at = _scaled(points, wide, area / wide)
    joined = [(edge.a, edge.b) for edge in graph.edges if edge.a in own]
    left = (wide - room) / 2
    scene = settling.Scene(own, joined, RADIUS, left, left + room)
    return _framed(*settling.settle(scene, dict(zip(members, at, strict=True))))


def _springs(graph: Graph, members: list[str]) -> list[Point]:
    order = {key: n for n, key in enumerate(members)}
    edges = [(order[e.a], order[e.b]) for e in graph.edges if e.a in order]
    part = igraph.Graph(len(members), edges)
    layout = part.layout_kamada_kawai(seed=part.layout_circle(), weights=_lengths(part))
    return _turned([(x, y) for x, y in layout.coords])


def _lengths(part: igraph.Graph) -> list[float]:
    """How long each edge would like to be: the longer, the more neighbours its ends have.

    Edges of one length draw all companies of many deals into one knot; so they stand apart, each
    with its own partners around it.
    """
    return [1 + math.log2(math.prod(part.degree(edge.tuple))) / 2 for edge in part.es]


def _turned(points: list[Point]) -> list[Point]:
    """Turned so that the direction of the widest spread is level."""
    mx, my = (sum(values) / len(points) for values in zip(*points, strict=True))
    moved = [(x - mx, y - my) for x, y in points]
    xx, yy = sum(x * x for x, _ in moved), sum(y * y for _, y in moved)
    angle = math.atan2(2 * sum(x * y for x, y in moved), xx - yy) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x * cos + y * sin, y * cos - x * sin) for x, y in moved]


def _scaled(points: list[Point], wide: float, high: float) -> list[Point]:
    """Into a box from (0, 0); a direction in which all lie together stays together."""
    spans = []
    for values, size in zip(zip(*points, strict=True), (wide, high), strict=True):
        low, extent = min(values), max(values) - min(values)
        spans.append((low, size / extent if extent > 0.05 else 0.0))
    (left, sx), (top, sy) = spans
    return [((x - left) * sx, (y - top) * sy) for x, y in points]


def _framed(at: dict[str, Point], found: dict[str, Label]) -> _Block:
    """Moved so that everything lies inside the box from (0, 0), with a margin."""
    dots = [Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in at.values()]
    boxes = [*dots, *(label.box for label in found.values())]
    left, top = min(b.left for b in boxes) - _MARGIN, min(b.top for b in boxes) - _MARGIN
    right, bottom = max(b.right for b in boxes), max(b.bottom for b in boxes)
    placed = {key: (x - left, y - top) for key, (x, y) in at.items()}
    moved = {key: label.moved(-left, -top) for key, label in found.items()}
    return _Block(right - left + _MARGIN, bottom - top + _MARGIN, placed, moved)


def _packed(blocks: list[_Block], widest: float) -> list[Point]:
    """Where the blocks go: in columns from the left, as high as the first."""
    high = max((block.height for block in blocks), default=0.0)
    high = max(high, 5 * _LINE)
    x = y = column = floor = 0.0
    places = []
    for block in blocks:
        if y and y + block.height > high:
            x, y, column = x + column, 0.0, 0.0
        if x and x + block.width > widest:
            floor, x, y, column = floor + high, 0.0, 0.0, 0.0
            high = max(block.height, 5 * _LINE)
        places.append((x, floor + y))
        y, column = y + block.height, max(column, block.width)
    return places
