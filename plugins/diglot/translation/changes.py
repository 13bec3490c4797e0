"""What changed between two versions of a text, in words (Chinese: in characters)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

_TOKEN: Final = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|\s+|[^\w\s]")
_SLIGHT: Final = 3
"""Tokens between two changes below which they read better as one."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text."""

    kind: Literal["same", "removed", "added"]
    text: str


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The stretches of both versions, in order; what was removed stands before what was added."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Change] = []
    for same, i, j, k, m in _runs(a, b):
        if same:
            found.append(Change("same", "".join(a[i:j])))
        else:
            found += [Change("removed", "".join(a[i:j]))] if j > i else []
            found += [Change("added", "".join(b[k:m]))] if m > k else []
    return tuple(found)


def _runs(a: list[str], b: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Opcodes, with changes a few tokens apart made one."""
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    held: tuple[int, int, int, int] | None = None
    for place, (tag, i, j, k, m) in enumerate(codes):
        inner = 0 < place < len(codes) - 1 and j - i < _SLIGHT
        if tag == "equal" and not (inner and held):
            if held:
                yield False, *held
                held = None
            yield True, i, j, k, m
        else:
            held = (held[0], j, held[2], m) if held else (i, j, k, m)
    if held:
        yield False, *held
