"""English words and pairs of words by their frequency: the dictionaries of symspellpy."""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import starmap
from operator import add


@cache
def ranks() -> dict[str, int]:
    """English words and their frequency ranks, the most frequent first."""
    words, counts = _columns("frequency_dictionary_en_82_765.txt", 2)
    numbers = list(map(int, counts))
    order = sorted(range(len(words)), key=numbers.__getitem__, reverse=True)
    return {words[index]: rank for rank, index in enumerate(order)}


@cache
def pairs() -> frozenset[str]:
    """Pairs of English words that often follow each other, joined."""
    left, right, _ = _columns("frequency_bigramdictionary_en_243_342.txt", 3)
    return frozenset(starmap(add, zip(left, right, strict=True)))


def _columns(name: str, width: int) -> list[list[str]]:
    """Columns of a file of symspellpy: one or two words and a count in each line."""
    cells = (resources.files("symspellpy") / name).read_text(encoding="utf-8-sig").split()
    return [cells[at::width] for at in range(width)]
