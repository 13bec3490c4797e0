"""Nodes and their labels, moved until nothing lies on anything else.

Each label takes the side where least is in its way; then nodes that lie, with their labels, on top
of each other push each other aside, so that a drawing grows only where it is crowded; at last
labels turn to the side that fewest lines run through.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from diglot.site.pictures.labels import Box, Label, Line, Size, beside

_APART: Final = 3.0
"""Least room between two nodes with their labels."""
_ROUNDS: Final = 3
_SHOVES: Final = 12
_PATIENCE: Final = 500
"""How often nodes push each other in a round, and at last."""
_LEVEL: Final = 30
"""How often they do so sideways, too; then downwards only, where there is always room."""
_FEW: Final = 3000
"""So many pairs of a node and a line are looked at."""
_IN_THE_WAY: Final = 20.0
"""As many crossing lines are as bad as lying on something."""
_SECOND_BEST: Final = 0.15
"""As many crossing lines are as bad as the next best side."""

Point = tuple[float, float]
Sides = dict[str, int]
"""Which of the places beside its node each label has."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be settled."""

    sizes: Mapping[str, Size]
    """Of the labels, by node, the most important first."""
    joined: Sequence[tuple[str, str]]
    """Nodes with an edge between them."""
    radius: float
    """Of nodes."""
    left: float
    right: float
    """What nothing may leave."""

    def label(self, key: str, at: Point, side: int) -> Label:
        """The label of a node on one of its sides."""
        return beside(*at, self.sizes[key], self.radius)[side]

    def dot(self, at: Point) -> Box:
        """The room of a node alone."""
        (x, y), r = at, self.radius + 1
        return Box(x - r, y - r, x + r, y + r)


def settle(scene: Scene, at: Mapping[str, Point]) -> tuple[dict[str, Point], dict[str, Label]]:
    """Places of the nodes, near those they have, and of their labels."""
    places = dict(at)
    sides: Sides = {}
    for _ in range(_ROUNDS):
        _set_aside(scene, places)
        sides = _turned(scene, places, {})
        if not _shoved(scene, places, sides, _SHOVES):
            break
    _shoved(scene, places, sides, _PATIENCE)
    sides = _turned(scene, places, sides)
    return places, {key: scene.label(key, places[key], side) for key, side in sides.items()}


def _set_aside(scene: Scene, at: dict[str, Point]) -> None:
    """Move nodes off the lines between others, unless there are too many lines to look at."""
    if len(at) * len(scene.joined) > _FEW:
        return
    for key, a, b in ((key, *ends) for key in at for ends in scene.joined if key not in ends):
        at[key] = _beside_line(at[key], at[a], at[b], 2.5 * scene.radius)


def _beside_line(point: Point, start: Point, end: Point, room: float) -> Point:
    """A point, moved where it is nearer to a line than it may be."""
    (x, y), dx, dy = point, end[0] - start[0], end[1] - start[1]
    long = math.hypot(dx, dy) or 1.0
    along = ((x - start[0]) * dx + (y - start[1]) * dy) / long
    off = ((x - start[0]) * dy - (y - start[1]) * dx) / long
    if not 0 < along < long or abs(off) >= room:
        return point
    way = (math.copysign(room, off) - off) / long
    return x + dy * way, y - dx * way


def _turned(scene: Scene, at: dict[str, Point], before: Sides) -> Sides:
    """The best side for each label, with the others as they are."""
    lines = [(at[a], at[b]) for a, b in scene.joined]
    taken = {key: [scene.dot(point)] for key, point in at.items()}
    for key, side in before.items():
        taken[key].append(scene.label(key, at[key], side).box)
    sides: Sides = {}
    for key, size in scene.sizes.items():
        del taken[key]
        places = [place.box for place in beside(*at[key], size, scene.radius)]
        reach = functools.reduce(Box.around, places)
        near = [box for boxes in taken.values() for box in boxes if box.meets(reach)]
        across = [line for line in lines if reach.crossed(line)]
        costs = [_cost(scene, box, near, across) for box in places]
        ranked = [cost + n * _SECOND_BEST for n, cost in enumerate(costs)]
        sides[key] = ranked.index(min(ranked))
        taken[key] = [scene.dot(at[key]), places[sides[key]]]
    return sides


def _cost(scene: Scene, box: Box, near: Sequence[Box], across: Sequence[Line]) -> float:
    """How much is in the way of a label."""
    outside = box.left < scene.left or box.right > scene.right
    met = sum(box.meets(other) for other in near) + 5 * outside
    return met * _IN_THE_WAY + sum(box.crossed(line) for line in across)


def _shoved(scene: Scene, at: dict[str, Point], sides: Sides, most: int) -> bool:
    """Push nodes apart, a little at a time; whether some still lie on others at last."""
    boxes = {
        key: scene.dot(at[key]).around(scene.label(key, at[key], side).box).wider(_APART / 2)
        for key, side in sides.items()
    }
    first = dict(boxes)
    met = True
    for turn in range(most):
        met = _pushed(boxes, upright=turn > _LEVEL)
        boxes.update({key: _kept_in(scene, box) for key, box in boxes.items()})
        if not met:
            break
    for key, box in boxes.items():
        (x, y), before = at[key], first[key]
        at[key] = x + box.left - before.left, y + box.top - before.top
    return met


def _pushed(boxes: dict[str, Box], *, upright: bool) -> bool:
    """Push apart each two that meet; whether there were any."""
    order = sorted(boxes, key=lambda key: boxes[key].top)
    met = False
    for n, one in enumerate(order):
        for other in order[n + 1 :]:
            a, b = boxes[one], boxes[other]
            if b.top >= a.bottom:
                break
            if a.meets(b):
                dx, dy = _way(a, b, upright=upright)
                boxes[one], boxes[other] = a.moved(-dx, -dy), b.moved(dx, dy)
                met = True
    return met


def _way(a: Box, b: Box, *, upright: bool) -> Point:
    """How far the second of two that meet has to go, as the first goes the other way."""
    across = (min(a.right, b.right) - max(a.left, b.left)) / 2 + 0.01
    down = (min(a.bottom, b.bottom) - max(a.top, b.top)) / 2 + 0.01
    if across < down and not upright:
        return (across if a.left + a.right <= b.left + b.right else -across), 0.0
    return 0.0, (down if a.top + a.bottom <= b.top + b.bottom else -down)


def _kept_in(scene: Scene, box: Box) -> Box:
    """The box, moved where it leaves the drawing on the left or on the right."""
    return box.moved(max(scene.left - box.left, 0.0) + min(scene.right - box.right, 0.0), 0.0)
