"""Which characters of a text some spans cover: whether one overlaps any of many, seen at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import Final, TypeVar

_Span = TypeVar("_Span", bound=tuple[object, ...])
"""A tuple of offsets and more: where something starts, where it ends, what it is."""
_START: Final = itemgetter(0)
_END: Final = itemgetter(1)


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


def beginning(spans: tuple[_Span, ...], low: int, high: int) -> tuple[_Span, ...]:
    """Those of the spans, in order, that begin at one place or behind it, before another."""
    first = bisect_left(spans, low, key=_START)
    return spans[first : bisect_left(spans, high, first, key=_START)]


def overlapping(spans: tuple[_Span, ...], start: int, end: int) -> tuple[_Span, ...]:
    """Those of the spans, in order and none in another, that have a character within two places."""
    first = bisect_right(spans, start, key=_END)
    return spans[first : bisect_left(spans, end, first, key=_START)]
