"""Pairs of companies as lines of a list, in columns on a common grid.

Each line is a node with its name, the edge, a node with its name. In a column the nodes stand
below each other, so that it reads as two columns of names.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from diglot.site.pictures import labels
from diglot.site.pictures.labels import Label, Size

RADIUS: Final = 7.0
LINE: Final = 30.0
_HIGH: Final = 18.0
_NAME: Final = RADIUS + 4
_EDGE: Final = 56.0
_GAP: Final = 40.0
_CUT: Final = 200.0
"""So long are names at most where whole ones leave no room for a second column."""
_MOST: Final = 4

Pair = tuple[str, str]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Listed:
    """Where the nodes and labels of pairs stand, and what room they take."""

    at: dict[str, Point] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    right: float = 0.0
    bottom: float = 0.0
    longest: float = math.inf
    """How long labels may be."""


def place(
    found: Sequence[Pair], widths: Mapping[str, float], right: float, bottom: float, widest: float
) -> Listed:
    """Lay pairs out, beside what is drawn already if they find room there, else below it.

    Args:
        found: The pairs, in reading order: down a column, then down the next.
        widths: Of the names.
        right: How far what is drawn already goes to the right.
        bottom: How far it goes down.
        widest: How wide the drawing may be.
    """
    if not found:
        return Listed()
    beside = max(1, math.ceil(len(found) * LINE / bottom)) if bottom else _MOST + 1
    if beside <= _MOST:
        left = right + _GAP
        listed = _columns(found, widths, beside, math.inf, (left, 0.0))
        if listed.right <= widest:
            return listed
    top = bottom + LINE / 2 if bottom else 0.0
    for longest in (math.inf, _CUT):
        for count in range(min(_MOST, len(found)), 1, -1):
            listed = _columns(found, widths, count, longest, (0.0, top))
            if listed.right <= widest:
                return listed
    return _columns(found, widths, 1, 2 * _CUT, (0.0, top))


def _columns(
    found: Sequence[Pair], widths: Mapping[str, float], count: int, longest: float, corner: Point
) -> Listed:
    """As many columns, each as wide as its longest names."""
    left, top = corner
    high = math.ceil(len(found) / count)
    at: dict[str, Point] = {}
    right = left
    for first in range(0, len(found), high):
        column = found[first : first + high]
        one, other = (max(min(widths[pair[n]], longest) for pair in column) for n in (0, 1))
        near = right + RADIUS if first == 0 else right + _GAP + RADIUS
        far = near + _NAME + one + _EDGE
        for line, (a, b) in enumerate(column):
            y = round(top + (line + 0.5) * LINE)
            at |= {a: (round(near), y), b: (round(far), y)}
        right = far + _NAME + other + 1
    wide = {key: min(widths[key], longest) for key in at}
    set_at = {key: labels.beside(*at[key], Size(wide[key], _HIGH), RADIUS)[0] for key in at}
    return Listed(at, set_at, right, top + high * LINE, longest)
