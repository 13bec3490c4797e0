"""The patterns of ``data/dates.yml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from diglot.i18n import month_names, weekday_names
from diglot.model import Side
from diglot.yamlfile import data

Words = Mapping[str, Mapping[str, Any]]

_MACRO: Final = re.compile(r"\{([A-Z_]+)\}")
_HAN_DIGITS: Final = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a date."""

    name: str
    pattern: re.Pattern[str]


@cache
def rules(side: Side) -> tuple[Rule, ...]:
    """The patterns of a language, the first winning among equals."""
    table = data("dates")[side]
    macros = table["macros"]

    def fill(pattern: str) -> str:
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda match: macros[match[1]], pattern)
        return pattern

    return tuple(Rule(row["rule"], re.compile(fill(row["pattern"]))) for row in table["patterns"])


@cache
def trigger(side: Side) -> tuple[re.Pattern[str], int]:
    """What stands in every date, and how far from it a date reaches, in characters."""
    table = data("dates")[side]
    return re.compile(table["trigger"]), int(table["reach"])


@cache
def words(side: Side) -> Words:
    """The meanings of words in lower case, by kind; months by their first three letters."""
    table: dict[str, Any] = data("dates")[side]["words"]
    months = {name[:3].casefold(): n for name, n in month_names(side)}
    days = {name.casefold(): str(n) for name, n in weekday_names(side)}
    return {"weekday": days} | table | {"monthname": months}


def number(text: str, side: Side) -> int:
    """The value of a number in digits or words: 12, 十二, 二〇二〇, twelve."""
    text = text.casefold().strip()
    if text.isdecimal():
        return int(text)
    if side == "en":
        return int(words("en")["count"][text])
    text = text.replace("○", "〇").replace("零", "〇").replace("两", "二")
    if "十" not in text:
        return int("".join(str(_HAN_DIGITS.index(char)) for char in text))
    tens, _, ones = text.partition("十")
    return 10 * (_HAN_DIGITS.index(tens) if tens else 1) + (_HAN_DIGITS.index(ones) if ones else 0)
