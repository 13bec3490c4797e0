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


def one_slip(word: str, other: str) -> bool:
    """Whether a letter of a word was left out, put in or changed in the other, or two changed over.

    That is a distance of one in the sense of Damerau and Levenshtein (optimal string alignment).
    """
    pairs = enumerate(zip(word, other, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(word), len(other)))
    one, rest = word[at:], other[at:]
    if len(one) != len(rest):
        return one[1:] == rest or rest[1:] == one
    swapped = one[:2] == rest[1::-1] and one[2:] == rest[2:]
    return one != rest and (one[1:] == rest[1:] or swapped)
