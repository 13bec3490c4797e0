"""Quotations that stand as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from diglot.beginnings import quickened

_COMMA: Final = r"(?<!\bCo\.),(?! (?:Ltd|Inc|LLC|Corp)\b)"
_STOP: Final = r"(?<!\bCo)(?<!\b[A-Z])(?:(?<!\bLtd)(?<!\bInc)(?<!\bCorp)\.|\.(?=\s+[A-Z“\"]|$))"
"""A comma and a full stop, but for those inside “Foo Co., Ltd.” and “U.S.”."""
_EDGES: Final = tuple(
    re.compile(quickened(source))
    for source in (
        rf"[、，；：。！？（）“”—…]|(?:[;:!?()–]|{_COMMA}|{_STOP})(?=\s|$)|\s[–(]",
        rf"[，；：。！？]|(?:[;:!?]|{_COMMA}|{_STOP})(?=\s|$)",
        rf"[。！？]|(?:[!?]|{_STOP})(?=\s|$)",
    )
)
"""Where to stop: at the edges of an item, a clause, a sentence."""
_NEAR: Final = 200
"""Characters before a quotation in which an edge is looked for first."""


def quote(text: str, start: int, end: int) -> str:
    """The words at a place of the plain text, lengthened inside their block until they are unique.

    They grow to the item, clause and sentence they stand in, so that a reader never sees half a
    word. Words that cannot be made unique (their block stands twice) come with their whole block.
    """
    low, high = _block(text, start)
    for a, b in _wider(text, start, end, low, high):
        if _unique(text, text[a:b]):
            return text[a:b]
    return text[low:high]


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of the clause, or the item of a list, around words of the plain text."""
    _, item, *_ = _wider(text, start, end, *_block(text, start))
    return item


def _wider(text: str, start: int, end: int, low: int, high: int) -> Iterator[tuple[int, int]]:
    yield start, end
    for edges in _EDGES:
        before = _before(edges, text, low, start)
        after = edges.search(text, end, high)
        a, b = before, after.start() if after else high
        found = text[a:b]
        yield a + len(found) - len(found.lstrip()), b - (len(found) - len(found.rstrip()))


def _before(edges: re.Pattern[str], text: str, low: int, start: int) -> int:
    """End of the last edge before a place; a long block is searched only as far back as need be."""
    reach = _NEAR
    while True:
        near = max(low, start - reach)
        ends = [match.end() for match in edges.finditer(text, near, start)]
        if ends or near == low:
            return ends[-1] if ends else low
        reach *= 8


def _unique(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) < 0


def _block(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end
