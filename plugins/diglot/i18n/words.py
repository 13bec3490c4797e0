"""Numbers, lists, quotations, names and the order of names."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from diglot.languages import Side

LOCALE: Final[dict[Side, str]] = {"zh": "zh_Hans", "en": "en_GB"}
"""CLDR locale of each side; British, as the house style puts the day before the month."""

_LETTERS: Final = "abcdefghjklmnopqrstwxyz"
_FIRST: Final = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
"""First character of each letter among the 3,755 that GB 2312 orders by pinyin."""
_STARTS: Final = tuple(char.encode("gb18030") for char in _FIRST)
_BY_PINYIN_END: Final = "座".encode("gb18030")


@cache
def locale(side: Side) -> Locale:
    """The CLDR data of a side."""
    return Locale.parse(LOCALE[side])


def number(n: float, side: Side) -> str:
    """A number with the digits grouped: 9,000."""
    return format_decimal(n, locale=locale(side))


def list_words(items: Sequence[str], side: Side) -> str:
    """A list in words: “a, b and c”, “a、b和c”."""
    return format_list(list(items), locale=locale(side)) if items else ""


def country_name(code: str, side: Side) -> str:
    """What this side calls the country of an ISO 3166-1 alpha-2 code; an unknown code itself."""
    return str(locale(side).territories.get(code.upper(), code))


def sort_key(text: str, side: Side, pinyin: str | None = None) -> tuple[str, str, str]:
    """Orders names: en by letters without case or accents, zh by pinyin.

    A Chinese name without given pinyin goes by its place in GB 18030, where common characters
    stand in pinyin order (polyphones excepted), after those of the same letter that have it.
    """
    if side == "en":
        return (_letter(text), _plain(text), text)
    if pinyin or not _is_han(text):
        return (_letter(pinyin or text), _plain(pinyin or text).replace(" ", ""), text)
    return (_letter(text), "~" + text.encode("gb18030").decode("latin-1"), text)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _is_han(text: str) -> bool:
    return "\u3400" <= text[:1] <= "\u9fff"


def _letter(text: str) -> str:
    """First letter of a name; ``~`` for characters whose pinyin is not known."""
    if not _is_han(text):
        return _plain(text)[:1]
    code = text[0].encode("gb18030")
    if not _STARTS[0] <= code <= _BY_PINYIN_END or len(code) != 2:
        return "~"
    return _LETTERS[bisect_right(_STARTS, code) - 1]
