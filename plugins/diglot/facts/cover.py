"""Which characters of a text some spans cover: whether one overlaps any of many, seen at once."""

from __future__ import annotations

from collections.abc import Iterable


def cover(spans: Iterable[tuple[int, int]]) -> bytearray:
    """A byte for each character up to the last that is covered: 1 for those that are."""
    mask = bytearray()
    for start, end in spans:
        mask.extend(bytes(max(0, end - len(mask))))
        mask[start:end] = b"\1" * (end - start)
    return mask


def covers(mask: bytearray, start: int, end: int) -> bool:
    """Whether a span overlaps any of those the mask was made of."""
    return mask.find(1, start, end) >= 0
