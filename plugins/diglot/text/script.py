"""Door to OpenCC: simplified and traditional characters, one for one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import ne
from typing import Final

from opencc import OpenCC

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Ranges of Han characters, for use inside the brackets of a regular expression."""
HAN_RUN: Final = re.compile(f"[{HAN}][{HAN}]*")
"""Han characters in a row. Classes as large take long to compile, so this one is shared."""
_RECENT: Final = 512
"""So many lines are remembered in simplified characters, for rules that ask again."""


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _char(char: str) -> str:
    converted: str = _converter().convert(char)
    # Some rare ones become characters beyond the ranges of HAN, which most fonts lack too.
    return converted if len(converted) == 1 and HAN_RUN.match(converted) else char


class _Simplified(dict[int, str]):
    """Table for `str.translate`, which fills itself as characters come up."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = char if char < "\u3400" else _char(char)
        return self[code]


_SIMPLIFIED: Final = _Simplified()


@cache
def _others() -> re.Pattern[str]:
    """Han characters with another form in simplified script, and rare ones that may have one.

    All are converted at once: to search a text for them is far quicker than to walk through it.
    """
    han = list(map(chr, range(0x3400, 0xA000)))
    simplified = _converter().convert("\n".join(han)).split("\n")
    others = (char for char, plain in zip(han, simplified, strict=True) if char != plain)
    return re.compile(f"[{''.join(others)}\uf900-\ufaff\U00010000-\U0010ffff]")


@lru_cache(maxsize=_RECENT)
def to_simplified(text: str) -> str:
    """The text in simplified characters; same length, character by character."""
    if text.isascii() or not _others().search(text):
        return text
    return text.translate(_SIMPLIFIED)


def to_traditional(text: str) -> str:
    """The text in traditional characters as news set them (台灣, not 臺灣)."""
    converted: str = _back().convert(text)
    return converted


@cache
def _back() -> OpenCC:
    return OpenCC("s2hk")


def traditional(text: str) -> int:
    """How many characters of a text are not in use in simplified script."""
    plain = to_simplified(text)
    return 0 if plain is text else sum(map(ne, text, plain))
