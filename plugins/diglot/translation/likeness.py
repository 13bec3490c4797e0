"""How alike two texts are, by rapidfuzz."""

from __future__ import annotations

from rapidfuzz import fuzz


def ratio(one: str, other: str, least: float = 0.0) -> float:
    """How alike two texts are, from 0 to 100; 0 where they are less alike than ``least``."""
    return fuzz.ratio(one, other, score_cutoff=least)
