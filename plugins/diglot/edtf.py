"""Partial and uncertain dates: the subset of EDTF (ISO 8601-2) that records use.

Level 0 and 1 without times of day, negative and five-digit years, and of level 2 unspecified
years with a month or day (``XXXX-09-28``), seasons 21–24, quarters 33–36 and halves 40–41.
Own code: the `edtf` package fails on the bounds of open intervals and has none for dates without
a year, so a wrapper would hold as much as the subset does.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal

Precision = Literal[
    "day", "month", "season", "quarter", "half", "year", "decade", "century", "interval", "unknown"
]
Qualifier = Literal["", "?", "~", "%"]
"""Nothing, uncertain, approximate, or both."""
SortKey = tuple[int, date, date, int, int, str]

_DATE: Final = re.compile(
    r"(?P<year>XXXX|\d{2}XX|\d{3}X|\d{4})"
    r"(?:-(?P<part>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<qualifier>[?~%]?)"
)
_PARTS: Final = {
    21: ("season", 3, 3),
    22: ("season", 6, 3),
    23: ("season", 9, 3),
    24: ("season", 12, 3),
    33: ("quarter", 1, 3),
    34: ("quarter", 4, 3),
    35: ("quarter", 7, 3),
    36: ("quarter", 10, 3),
    40: ("half", 1, 6),
    41: ("half", 7, 6),
}
"""Precision, first month and number of months; a winter ends in the following year."""
_LEAP: Final = 2000
"""The year in which dates without a year are tried: it has every day."""


class EdtfError(ValueError):
    """Text that is not a date of the subset."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or interval, as `parse` gives it; ``str()`` gives its text back."""

    text: str
    precision: Precision
    year: int | None = None
    """The year, of an interval the one both ends lie in; None when unknown."""
    part: int | None = None
    """Month (1–12), season, quarter or half (EDTF code)."""
    day: int | None = None
    qualifier: Qualifier = ""
    earliest: date | None = None
    """First day it may mean; None when there is none or it is not known."""
    latest: date | None = None
    """Last day it may mean."""
    start: Edtf | None = None
    """First end of an interval; None when it is open or unknown."""
    end: Edtf | None = None
    """Last end of an interval."""

    def __str__(self) -> str:
        return self.text

    @property
    def month(self) -> int | None:
        """Month (1–12); None when unknown or when `part` is a season, quarter or half."""
        return self.part if self.part is not None and self.part <= 12 else None

    @property
    def uncertain(self) -> bool:
        """Whether it, or an end of it, is marked uncertain or approximate."""
        ends = (self.start, self.end)
        return bool(self.qualifier) or any(end.uncertain for end in ends if end)

    @property
    def yearless(self) -> bool:
        """Whether nothing is known of the year (``XXXX-09-28``)."""
        return self.text.startswith("XXXX")

    def sort_key(self) -> SortKey:
        """By earliest, then latest day; dates without a year come last, in calendar order."""
        known = self.earliest is not None or self.latest is not None
        low, high = self.earliest or date.min, self.latest or date.max
        return (0 if known else 1, low, high, self.part or 0, self.day or 0, self.text)

    def overlaps(self, other: Edtf) -> bool:
        """Whether both may mean the same day; without a year only month and day are compared."""
        if self.yearless and not other.yearless:
            return other.overlaps(self)
        if other.yearless:
            return any(_cross(self._in(year), other._in(year)) for year in self._years())
        return _cross((self.earliest, self.latest), (other.earliest, other.latest))

    def _in(self, year: int) -> tuple[date | None, date | None]:
        return _bounds(year, self.part, self.day) if self.yearless else (self.earliest, self.latest)

    def _years(self) -> range:
        """Years to try: nine hold every calendar day; a winter begins the year before."""
        if self.yearless:
            return range(_LEAP, _LEAP + 1)
        low, high = self.earliest or self.latest, self.latest or self.earliest
        if low is None or high is None:
            return range(0)
        first = max(1, low.year - 1 if self.earliest else low.year - 9)
        return range(first, min(high.year if self.latest else first + 9, first + 9) + 1)


def parse(text: str) -> Edtf:
    """The date a text of the subset means.

    Raises:
        EdtfError: it is not of the subset, names a day that does not exist, or ends before its
            start.
    """
    return _parsed(text)


@lru_cache(maxsize=1 << 14)
def _parsed(text: str) -> Edtf:
    """What `parse` gives, which is asked for the same few texts again and again."""
    head, slash, tail = text.partition("/")
    return _interval(text, head, tail) if slash else _single(text)


def valid(text: str) -> bool:
    """Whether `parse` takes it."""
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def _single(text: str) -> Edtf:
    match = _DATE.fullmatch(text)
    if not match or match["year"] == "0000":
        raise EdtfError(f"“{text}” is not an EDTF date")
    year, part, day = (_number(match[name]) for name in ("year", "part", "day"))
    if match["day"] and ((part or 0) > 12 or (day and part is None)):
        raise EdtfError(f"“{text}” has a day but no month")
    precision = _precision(text, match["year"], part, day)
    low, high = _year_bounds(match["year"]) if part is None else _bounds(year, part, day)
    qualifier: Qualifier = match["qualifier"]  # type: ignore[assignment]  # the pattern allows these only
    return Edtf(text, precision, year, part, day, qualifier, low, high)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdecimal() else None


def _precision(text: str, year: str, part: int | None, day: int | None) -> Precision:
    if part is None:
        return ("year", "decade", "century", "", "unknown")[year.count("X")]  # type: ignore[return-value]
    if "X" in year and year != "XXXX":
        raise EdtfError(f"“{text}” has a month in a decade or century")
    if part in _PARTS:
        return _PARTS[part][0]  # type: ignore[return-value]
    if not 1 <= part <= 12:
        raise EdtfError(f"“{text}”: there is no month, season, quarter or half {part:02}")
    if day is None:
        return "month"
    if not 1 <= day <= monthrange(int(year) if year != "XXXX" else _LEAP, part)[1]:
        raise EdtfError(f"“{text}”: there is no such day")
    return "day"


def _year_bounds(year: str) -> tuple[date | None, date | None]:
    if year == "XXXX":
        return None, None
    first, last = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    return date(first, 1, 1), date(last, 12, 31)


def _bounds(year: int | None, part: int | None, day: int | None) -> tuple[date | None, date | None]:
    """First and last day; nothing without a year, or for a 29 February its year does not have."""
    if not year or part is None:
        return None, None
    _, month, months = _PARTS.get(part, ("month", part, 1))
    if day is not None:
        exists = day <= monthrange(year, month)[1]
        return (date(year, month, day),) * 2 if exists else (date.max, date.min)
    return date(year, month, 1), _last_day(year, month + months - 1)


def _last_day(year: int, month: int) -> date:
    if month >= 12 and year == date.max.year:
        return date.max
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _cross(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    low = max(a[0] or date.min, b[0] or date.min)
    return low <= min(a[1] or date.max, b[1] or date.max)


def _interval(text: str, head: str, tail: str) -> Edtf:
    start, end = (None if part in ("", "..") else _single(part) for part in (head, tail))
    if start is None and end is None:
        raise EdtfError(f"“{text}” has neither start nor end")
    low, high = start.earliest if start else None, end.latest if end else None
    if start and end and start.sort_key() > end.sort_key():
        raise EdtfError(f"“{text}” ends before it starts")
    year = start.year if start and end and start.year == end.year else None
    return Edtf(text, "interval", year, earliest=low, latest=high, start=start, end=end)
