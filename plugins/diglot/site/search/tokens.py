"""From text to search terms: Han characters singly and in pairs, other words as they are.

``static/search/`` folds and splits a query in the same way, but for the step to simplified
characters and the stems, which it finds in the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import add
from typing import Any, Final

import snowballstemmer

from diglot.text.script import HAN, to_simplified

_HAN: Final = re.compile(f"[{HAN}]+")
_WORD: Final = re.compile(f"[^\\W_{HAN}]+")
_OTHER: Final = re.compile("[^\\x00-\x7f\u3400-\u9fff]+")
"""Neither ASCII nor the common Han characters."""
_STEMMED: Final = re.compile("[a-z]{3,}")
_WORDS_KEPT: Final = 1 << 16


class _Folded(dict[int, str]):
    """Table for `str.translate`: compatibility forms, marks and case taken away."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        self[code] = "".join(c for c in parts if not unicodedata.combining(c)).lower()
        return self[code]


_FOLDED: Final = _Folded()


def fold(text: str) -> str:
    """The text without differences of width, case, accent and script, character by character."""
    return to_simplified(_OTHER.sub(lambda found: found[0].translate(_FOLDED), text).lower())


def runs(folded: str) -> list[str]:
    """Han characters in a row, whole."""
    return _HAN.findall(folded)


def words(folded: str) -> list[str]:
    """Words of other scripts, and numbers."""
    return _WORD.findall(folded)


def terms(texts: Iterable[str]) -> tuple[set[str], set[str]]:
    """Every term of some texts, words by their stems; and the words that are not their stems."""
    folded = fold("\n".join(texts))
    found: set[str] = set()
    for run in runs(folded):
        found.update(run, map(add, run, run[1:]))
    forms = set(words(folded))
    stems = set(map(stem, forms))
    return found | stems, {word for word in forms if stem(word) != word}


@lru_cache(maxsize=_WORDS_KEPT)
def stem(word: str) -> str:
    """The English stem of a word; anything but Latin letters stays as it is."""
    return str(_stemmer().stemWord(word)) if _STEMMED.fullmatch(word) else word


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@cache
def folding() -> dict[str, str]:
    """Every character that is another one in simplified script."""
    every = "".join(chr(code) for code in range(0x3400, 0xA000))
    return {a: b for a, b in zip(every, to_simplified(every), strict=True) if a != b}
