"""Which characters of a text some spans cover: whether one overlaps any of many, seen at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from diglot.facts.companies import Named


_START: Final = attrgetter("start")


def cover(spans: Iterable[tuple[int, int]]) -> bytearray:
    """A byte for each character up to the last that is covered: 1 for those that are."""
    placed = list(spans)
    mask = bytearray(max((end for _, end in placed), default=0))
    for start, end in placed:
        mask[start:end] = b"\1" * (end - start)
    return mask


def covers(mask: bytearray, start: int, end: int) -> bool:
    """Whether a span overlaps any of those the mask was made of."""
    return mask.find(1, start, end) >= 0


def beginning(names: tuple[Named, ...], low: int, high: int) -> tuple[Named, ...]:
    """Those of the mentions, in order, that begin at one place or behind it, before another."""
    first = bisect_left(names, low, key=_START)
    return names[first : bisect_left(names, high, first, key=_START)]
