"""The patterns of ``data/dates.yml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, Final

from diglot.languages import Side
from diglot.patterns import searched
from diglot.text.automaton import AhoCorasick
from diglot.yamlfile import data

Words = Mapping[str, Mapping[str, Any]]

_MACRO: Final = re.compile(r"\{([A-Z_]+)\}")
_HAN_DIGITS: Final = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a date."""

    name: str
    rank: int
    """Of two that match the same words the lower one wins."""
    pattern: re.Pattern[str]
    group: str | int
    """The group that is the date; what stands around it is only looked at."""
    needs: tuple[str, ...] = ()
    """Texts one of which every such date has, where that is worth a look."""

    def fits(self, window: str) -> bool:
        """Whether a stretch of text may have such a date."""
        return not self.needs or any(map(window.__contains__, self.needs))


@dataclass(frozen=True, slots=True)
class Marks:
    """Short texts one of which stands in every date of a kind."""

    automaton: AhoCorasick
    """Finds all of them."""
    kinds: Sequence[str]
    """The kind of each mark."""
    reach: int
    """How far from its mark a date extends, in characters."""

    def places(self, plain: str) -> dict[str, list[tuple[int, int]]]:
        """Where the marks of each kind stand in a text, in order; one may be part of another."""
        found: dict[str, list[tuple[int, int]]] = {}
        hits = self.automaton.find_matches_as_indexes(plain, overlapping=True)
        for index, start, end in sorted(hits, key=itemgetter(1)):
            found.setdefault(self.kinds[index], []).append((start, end))
        return found


@cache
def marks(side: Side) -> Marks:
    """What tells where in a text to look for dates, and for which."""
    table = data("dates")[side]
    kinds = {mark: kind for kind, some in table["marks"].items() for mark in some}
    automaton = AhoCorasick(list(kinds))
    return Marks(automaton, list(kinds.values()), int(table["reach"]))


@cache
def rules(side: Side, kind: str) -> tuple[Rule, ...]:
    """The patterns of the dates that have marks of this kind."""
    return tuple(_rules(data("dates")[side], kind))


def _rules(table: dict[str, Any], kind: str) -> Iterator[Rule]:
    def fill(pattern: str) -> str:
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda match: table["macros"][match[1]], pattern)
        return pattern

    for rank, row in enumerate(table["patterns"]):
        if row["mark"] == kind:
            pattern = searched(fill(row["pattern"]))
            group = "x" if "x" in pattern.groupindex else 0
            yield Rule(row["rule"], rank, pattern, group, tuple(row.get("needs", ())))


@cache
def words(side: Side) -> Words:
    """The meanings of words in lower case, by kind; months by their first three letters."""
    from diglot.i18n import month_names, weekday_names  # Babel loads slowly

    table: dict[str, Any] = data("dates")[side]["words"]
    months = {name[:3].casefold(): n for name, n in month_names(side)}
    days = {name.casefold(): str(n) for name, n in weekday_names(side)}
    return {"weekday": days} | table | {"monthname": months}


def number(text: str, side: Side) -> int:
    """The value of a number in digits or words: 12, 十二, 二〇二〇, 元, twelve."""
    text = text.casefold().strip()
    if text.isdecimal():
        return int(text)
    if side == "en":
        return int(words("en")["count"][text])
    text = text.replace("○", "〇").replace("零", "〇").replace("两", "二").replace("元", "一")
    if "十" not in text:
        return int("".join(str(_HAN_DIGITS.index(char)) for char in text))
    tens, _, ones = text.partition("十")
    return 10 * (_HAN_DIGITS.index(tens) if tens else 1) + (_HAN_DIGITS.index(ones) if ones else 0)
