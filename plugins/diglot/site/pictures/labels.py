"""Labels beside nodes: how a name is set, how much room it takes, where it may stand.

No library does this for an SVG: those that place labels (adjustText, textalloc) measure and draw by
Matplotlib and move labels only, where here nodes make way as well (`settling`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

SIZE: Final = 14.0
"""Font size in pixels; pictures are never shown smaller than they are drawn."""
LEAD: Final = 16.0
"""From one line of a label to the next."""
_NARROW: Final = frozenset("iljtfrI.,:;'’|!() -·")
_WIDE: Final = frozenset("mwMWQGOD@%&")
_GAP: Final = 4.0
_ROOM: Final = 1.25
"""How much longer than wished for a line may be before it is cut."""
_RISE: Final = 0.36
"""From the middle of a line down to its base line, in font sizes."""

Line = tuple[tuple[float, float], tuple[float, float]]
Anchor = Literal["start", "middle", "end"]


class Size(NamedTuple):
    """Room of a label in pixels."""

    wide: float
    high: float


class Box(NamedTuple):
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

    def moved(self, x: float, y: float) -> Box:
        """The same box elsewhere."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def wider(self, by: float) -> Box:
        """The same box with room around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def around(self, other: Box) -> Box:
        """The smallest box with both inside."""
        near = map(min, self[:2], other[:2])
        return Box(*near, *map(max, self[2:], other[2:]))


class Label(NamedTuple):
    """Where a label stands: its anchor, halfway down."""

    x: float
    y: float
    anchor: Anchor
    box: Box

    def moved(self, x: float, y: float) -> Label:
        """The same label elsewhere."""
        return Label(self.x + x, self.y + y, self.anchor, self.box.moved(x, y))

    def bases(self, lines: int) -> Iterator[float]:
        """How far down the base line of each of its lines is."""
        first = self.y - (lines - 1) * LEAD / 2 + SIZE * _RISE
        return (round(first + n * LEAD) for n in range(lines))


@dataclass(frozen=True, slots=True)
class Name:
    """How a name is set: in one line or two."""

    lines: tuple[str, ...]

    @property
    def size(self) -> Size:
        """The room it takes."""
        return Size(max(map(width, self.lines)), (len(self.lines) - 1) * LEAD + SIZE * 1.2)


def width(text: str) -> float:
    """How wide a text is set at most, in pixels: system fonts differ, so this errs upwards."""
    return sum(map(_advance, text)) * SIZE


def clip(text: str, longest: float) -> str:
    """A text short enough for a line."""
    if width(text) <= longest:
        return text
    kept = text
    while kept and width(kept + "…") > longest:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def broken(text: str, longest: float) -> Name:
    """A name in a line of a length, else in two, as alike as can be and cut if far too long."""
    breaks = [n for n in range(1, len(text)) if _breaks(text[n - 1 : n + 1])]
    if width(text) <= longest or not breaks:
        return Name((clip(text, longest * _ROOM),))
    halves = ((text[:n].rstrip(), text[n:]) for n in breaks)
    return Name(tuple(clip(half, longest * _ROOM) for half in min(halves, key=_longer)))


def _longer(halves: tuple[str, str]) -> float:
    return max(map(width, halves))


def _breaks(pair: str) -> bool:
    """Whether a line may end between two characters: after a space, between Chinese ones."""
    return pair[0] in " -" or all(unicodedata.east_asian_width(char) in "WF" for char in pair)


def _advance(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.02
    if char in _NARROW:
        return 0.38
    if char in _WIDE:
        return 0.9
    return 0.7 if char.isupper() else 0.6


def beside(x: float, y: float, size: Size, radius: float) -> tuple[Label, ...]:
    """Where a label may stand, best first: right, left, below, above, then the corners."""
    wide, high = size
    away, near = radius + _GAP, radius * 0.7
    under, over = y + radius + high / 2 + 1, y - radius - high / 2 - 1
    places: tuple[tuple[float, float, Anchor], ...] = (
        (x + away, y, "start"),
        (x - away, y, "end"),
        (x, under, "middle"),
        (x, over, "middle"),
        (x + near, under, "start"),
        (x - near, under, "end"),
        (x + near, over, "start"),
        (x - near, over, "end"),
    )
    shift = {"start": 0.0, "middle": -wide / 2, "end": -wide}
    return tuple(
        Label(at, middle, anchor, _box(at + shift[anchor], middle, size))
        for at, middle, anchor in places
    )


def _box(left: float, middle: float, size: Size) -> Box:
    return Box(left - 1, middle - size.high / 2, left + size.wide + 1, middle + size.high / 2)
