"""What the words of a date mean by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from diglot.facts.dates import grammar
from diglot.languages import Side
from diglot.patterns import around

Base = Literal["", "now", "anchor"]
"""What relative words count from: nothing, the publication, or the date named before."""
_REPUBLIC: Final = 1911
"""What the years of the Republic of China are counted from: 民国112年 is 2023."""
Lapse = tuple[int, int, int]
"""Years, months and days between two dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date as the text says it; the fields hold what its words give."""

    start: int
    """Offset of its first character."""
    end: int
    rule: str
    base: Base = ""
    year: int | None = None
    years: int | None = None
    """“去年” is -1."""
    part: int | None = None
    """Month, season, quarter or half (EDTF code)."""
    months: int | None = None
    """“last month” is -1."""
    day: int | None = None
    days: int | None = None
    """“yesterday” is -1."""
    weekday: int | None = None
    """Monday is 0."""
    week: int | None = None
    """“last” is -1, before a weekday or a month."""
    until: tuple[int | None, int | None, int | None] | None = None
    """Year, month and day at which a range ends."""
    lapse: Lapse | None = None
    """Distance from another date, negative for “earlier”."""

    @property
    def bare(self) -> bool:
        """Whether it names a month, part or day of no particular year."""
        return not self.base and self.year is None and self.week is None and self.weekday is None


def scan(plain: str, side: Side) -> tuple[Expression, ...]:
    """The expressions of a text in simplified characters, in order; the longer of two wins."""
    found = [
        (*match.span(rule.group), rule.rank, rule.name, match)
        for kind, windows in _windows(plain, side).items()
        for low, high in windows
        for rule in _fitting(grammar.rules(side, kind), plain[low:high])
        for match in rule.pattern.finditer(plain, low, high)
    ]
    kept, at = [], 0
    for start, end, _, name, match in sorted(found, key=lambda f: (f[0], -f[1], f[2])):
        if start >= at:
            kept.append(_read(name, match, start, end, side))
            at = end
    return tuple(kept)


def _fitting(rules: tuple[grammar.Rule, ...], window: str) -> list[grammar.Rule]:
    return [rule for rule in rules if rule.fits(window)]


def _windows(plain: str, side: Side) -> dict[str, list[tuple[int, int]]]:
    """The stretches in which dates with a mark of each kind can stand."""
    marks = grammar.marks(side)
    return {kind: around(spans, marks.reach) for kind, spans in marks.places(plain).items()}


def _read(rule: str, match: re.Match[str], start: int, end: int, side: Side) -> Expression:
    said = {key.rstrip("_"): text for key, text in match.groupdict().items() if text}
    values: dict[str, Any] = dict(_values(said, side))
    return Expression(start=start, end=end, rule=rule, **values)


def _values(said: dict[str, str], side: Side) -> Iterator[tuple[str, object]]:
    words = grammar.words(side)
    for word, shift in (("yearword", "years"), ("monthword", "months"), ("dayword", "days")):
        if word in said:
            base, n = words[word[:-4]][said[word].casefold()]
            yield from (("base", base), (shift, int(n)))
    for word in ("week", "weekday"):
        if word in said:
            yield word, int(words[word][said[word].casefold().split()[0]])
    if "part" in said:
        name = said["part"].casefold().replace("-", " ")
        yield "part", int(words["part"]["".join(name.split()) if side == "zh" else name])
    for key, read, groups in _READERS:
        if said.keys() & groups:
            yield key, read(said, side)


def _year(said: dict[str, str], side: Side) -> int:
    if "roc" in said:
        return _REPUBLIC + int(said["roc"])
    return grammar.number(said["year"], side) if "year" in said else 2000 + int(said["year2"])


def _day(said: dict[str, str], side: Side) -> int:
    return grammar.number(said["day"], side)


def _month_said(said: dict[str, str], side: Side) -> int:
    return _month(said["month"], side)


def _month(name: str, side: Side) -> int:
    if name.strip().isdecimal() or side == "zh":
        return grammar.number(name, side)
    return int(grammar.words(side)["monthname"][name[:3].casefold()])


def _until(said: dict[str, str], side: Side) -> tuple[int | None, int | None, int | None]:
    year, month, day = (said.get(f"to_{key}") for key in ("year", "month", "day"))
    return (
        int(year) if year else None,
        _month(month, side) if month else None,
        int(day) if day else None,
    )


def _lapse(said: dict[str, str], side: Side) -> Lapse:
    if "unit" in said:
        return _counted(said, side)
    values = [grammar.number(said[key], side) if key in said else 0 for key in _UNITS]
    return values[0], values[1], values[2]


def _counted(said: dict[str, str], side: Side) -> Lapse:
    words = grammar.words(side)
    n = int(words["direction"][said["direction"]])
    if "count" in said:
        n *= grammar.number(said["count"], side)
    years, months, days = (n * int(size) for size in words["unit"][said["unit"]])
    return years, months, days


_UNITS: Final = ("years", "months", "days")
_READERS: Final[tuple[tuple[str, Callable[[dict[str, str], Side], object], set[str]], ...]] = (
    ("year", _year, {"year", "year2", "roc"}),
    ("part", _month_said, {"month"}),
    ("day", _day, {"day"}),
    ("until", _until, {"to_year", "to_month", "to_day"}),
    ("lapse", _lapse, {*_UNITS, "unit"}),
)
"""Field, its reader, and the groups that give it."""
