"""Labels beside nodes: how wide they are, and where they stand without touching anything."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

SIZE: Final = 14.0
"""Font size in pixels; pictures are never shown smaller than they are drawn."""
LONGEST: Final = 24 * 7.5
_NARROW: Final = frozenset("iljtfrI.,:;'’|!() -·")
_WIDE: Final = frozenset("mwMWQGOD@%&")
_GAP: Final = 4.0

Line = tuple[tuple[float, float], tuple[float, float]]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def crossed(self, line: Line) -> bool:
        """Whether a line runs through it (Liang and Barsky)."""
        (x, y), (x2, y2) = line
        if max(x, x2) < self.left or min(x, x2) > self.right:
            return False
        if max(y, y2) < self.top or min(y, y2) > self.bottom:
            return False
        dx, dy = x2 - x, y2 - y
        enter, leave = 0.0, 1.0
        for step, room in (
            (-dx, x - self.left),
            (dx, self.right - x),
            (-dy, y - self.top),
            (dy, self.bottom - y),
        ):
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                enter = max(enter, room / step)
            else:
                leave = min(leave, room / step)
        return enter < leave

    def meets(self, other: Box) -> bool:
        """Whether they have an area in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands: its anchor on the base line."""

    x: float
    y: float
    anchor: Anchor
    box: Box


def width(text: str) -> float:
    """How wide a text is set at most, in pixels: system fonts differ, so this errs upwards."""
    return sum(map(_advance, text)) * SIZE


def clip(text: str, longest: float = LONGEST) -> str:
    """A name short enough to stand beside a node."""
    if width(text) <= longest:
        return text
    kept = text
    while kept and width(kept + "…") > longest:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _advance(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.02
    if char in _NARROW:
        return 0.38
    if char in _WIDE:
        return 0.9
    return 0.7 if char.isupper() else 0.6


def beside(x: float, y: float, wide: float, radius: float) -> tuple[Label, ...]:
    """Where a label may stand, best first: right, left, below, above, then the corners."""
    away, half, low = radius + _GAP, wide / 2, y + SIZE * 0.36
    under, over, near = y + radius + SIZE, y - radius - SIZE * 0.35, radius * 0.7
    places: tuple[tuple[float, float, Anchor], ...] = (
        (x + away, low, "start"),
        (x - away, low, "end"),
        (x, under, "middle"),
        (x, over, "middle"),
        (x + near, under, "start"),
        (x - near, under, "end"),
        (x + near, over, "start"),
        (x - near, over, "end"),
    )
    shift = {"start": 0.0, "middle": -half, "end": -wide}
    return tuple(
        Label(at, base, anchor, _box(at + shift[anchor], base, wide)) for at, base, anchor in places
    )


def _box(left: float, base: float, wide: float) -> Box:
    return Box(left - 1, base - SIZE * 0.95, left + wide + 1, base + SIZE * 0.3)


def place(
    wanted: Iterable[tuple[str, float]],
    at: Mapping[str, tuple[float, float]],
    lines: Iterable[Line],
    radius: float,
    within: Box | None = None,
) -> dict[str, Label]:
    """Labels that touch neither each other nor a node; those without room are left out.

    Args:
        wanted: Nodes with the widths of their labels, the most important first.
        at: Centres of all nodes.
        lines: Edges, which labels keep off where they can.
        radius: Of nodes.
        within: What labels may not leave.
    """
    full = [Box(x - radius, y - radius, x + radius, y + radius) for x, y in at.values()]
    drawn = list(lines)
    found: dict[str, Label] = {}
    for key, wide in wanted:
        free = [
            label
            for label in beside(*at[key], wide, radius)
            if not (within and not _inside(label.box, within))
            and not any(label.box.meets(box) for box in full)
        ]
        if free:
            clear = (label for label in free if not any(map(label.box.crossed, drawn)))
            found[key] = next(clear, free[0])
            full.append(found[key].box)
    return found


def _inside(box: Box, outer: Box) -> bool:
    across = outer.left <= box.left and box.right <= outer.right
    return across and outer.top <= box.top and box.bottom <= outer.bottom
