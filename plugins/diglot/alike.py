"""Which known word is meant by one nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def near(word: str, known: Iterable[str], alike: float = 0.6, most: int = 1) -> list[str]:
    """The known words that are like it, the likest first; capitals or not is all the same.

    Args:
        word: What somebody wrote.
        known: What may be meant.
        alike: How like they must be, from 0 to 1.
        most: How many at most.
    """
    folded = {one.casefold(): one for one in known}
    return [folded[one] for one in get_close_matches(word.casefold(), folded, most, alike)]
