"""How alike two texts or names are, by rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

_NEAR: Final = 75.0
"""Likeness (of 100) from which another name may be meant: one slip in four letters."""


def ratio(one: str, other: str, least: float = 0.0) -> float:
    """How alike two texts are, from 0 to 100; 0 where they are less alike than ``least``."""
    return fuzz.ratio(one, other, score_cutoff=least)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that is likest to a word, if it is like it at all."""
    folded = {choice.casefold(): choice for choice in choices}
    found = process.extractOne(
        word.casefold(), folded.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR
    )
    return folded[found[0]] if found else None
