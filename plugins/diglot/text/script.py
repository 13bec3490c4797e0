"""Door to OpenCC: simplified and traditional characters, one for one."""

from __future__ import annotations

from functools import cache
from typing import Final

from opencc import OpenCC

HAN: Final = "㐀-䶿一-鿿豈-﫿"
"""Ranges of Han characters, for use inside the brackets of a regular expression."""


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)


@cache
def _char(char: str, way: str) -> str:
    converted: str = _converter(way).convert(char)
    return converted if len(converted) == 1 else char


class _Simplified(dict[int, str]):
    """Table for `str.translate`, which fills itself as characters come up."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = char if char < "\u3400" else _char(char, "t2s")
        return self[code]


_SIMPLIFIED: Final = _Simplified()


def to_simplified(text: str) -> str:
    """The text in simplified characters; same length, character by character."""
    return text if text.isascii() else text.translate(_SIMPLIFIED)


def traditional_share(text: str) -> float:
    """Share of traditional-only characters among those that differ between the scripts (0 to 1)."""
    han = [char for char in text if "\u3400" <= char <= "\u9fff"]
    old = sum(_char(char, "t2s") != char for char in han)
    new = sum(_char(char, "t2s") == char != _char(char, "s2t") for char in han)
    return old / (old + new) if old + new else 0.0
