"""Dates in words: 2019年6月28日, 28 June 2019."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Final

from babel.dates import format_date, format_interval, format_skeleton

from diglot.edtf import Edtf, parse
from diglot.i18n.words import locale
from diglot.languages import Side
from diglot.yamlfile import data

_SKELETONS: Final = {"day": "yMMMMd", "month": "yMMMM", "year": "y"}
_LEAP: Final = 2000
"""Stands for the year of dates that have none."""


def date_words(edtf_text: str, side: Side, *, say_yearless: bool = False) -> str:
    """The words for an EDTF date; with ``say_yearless`` they add that the year is not stated.

    Raises:
        EdtfError: the text is not a date.
    """
    value = parse(edtf_text)
    words = _interval(value, side) if value.precision == "interval" else _qualified(value, side)
    if say_yearless and value.yearless and value.part:
        return _say(side, "year_not_stated", words)
    return words


@cache
def month_names(side: Side) -> tuple[tuple[str, int], ...]:
    """Names and abbreviations of the months by CLDR, and their numbers."""
    months = locale(side).months["format"]
    names = {names[n]: n for names in (months["wide"], months["abbreviated"]) for n in names}
    return tuple(names.items())


@cache
def weekday_names(side: Side) -> tuple[tuple[str, int], ...]:
    """Names of the days of the week by CLDR, Monday being 0."""
    return tuple((name, n) for n, name in locale(side).days["format"]["wide"].items())


def _say(side: Side, key: str, *words: str, **named: object) -> str:
    return str(data("date_words")[side][key]).format(*words, **named)


def _qualified(value: Edtf, side: Side) -> str:
    words = _single(value, side)
    if not value.qualifier:
        return words
    return str(data("date_words")[side]["qualifier"][value.qualifier]).format(words)


def _single(value: Edtf, side: Side) -> str:
    if value.part is not None and value.part > 12:
        table: dict[str, Any] = data("date_words")[side]
        parts = table["parts_yearless" if value.year is None else "parts"]
        return str(parts[f"{value.part}"]).format(year=value.year)
    if value.precision in ("decade", "century") and value.earliest and value.latest:
        years = {"year": value.earliest.year, "last": value.latest.year}
        return _say(side, value.precision, **years)
    if value.yearless:
        return _yearless(value, side)
    return _format(date(value.year or 1, value.month or 1, value.day or 1), value.precision, side)


def _yearless(value: Edtf, side: Side) -> str:
    if value.month is None:
        return _say(side, "unknown")
    if value.day is None:
        width = "wide" if side == "en" else "abbreviated"
        return str(locale(side).months["format"][width][value.month])
    day = date(_LEAP, value.month, value.day)
    return format_skeleton("MMMMd", day, locale=locale(side))


def _format(day: date, precision: str, side: Side) -> str:
    if precision == "day":
        return format_date(day, "long", locale=locale(side))
    return format_skeleton(_SKELETONS[precision], day, locale=locale(side))


def _interval(value: Edtf, side: Side) -> str:
    start, end = value.start, value.end
    if start is None or end is None:
        return _open(value, start or end or value, side)
    if _same_kind(start, end):
        return _between(start, end, side)
    return _say(side, "between", _qualified(start, side), _qualified(end, side))


def _same_kind(start: Edtf, end: Edtf) -> bool:
    plain = not (start.uncertain or end.uncertain or start.yearless or end.yearless)
    return plain and start.precision == end.precision and start.precision in _SKELETONS


def _between(start: Edtf, end: Edtf, side: Side) -> str:
    """An interval by CLDR, whose patterns for days have only short names of months."""
    low, high = (date(each.year or 1, each.month or 1, each.day or 1) for each in (start, end))
    if start.precision != "day":
        return format_interval(low, high, _SKELETONS[start.precision], locale=locale(side))
    if low == high:
        return _format(low, "day", side)
    field = "y" if low.year != high.year else "M" if low.month != high.month else "d"
    patterns = locale(side).interval_formats["yMMMd"][field]
    return "".join(
        format_date(day, pattern.replace("MMM", "MMMM"), locale=locale(side))
        for day, pattern in zip((low, high), patterns, strict=True)
    )


def _open(value: Edtf, known: Edtf, side: Side) -> str:
    far = value.text.partition("/")[2 if value.end is None else 0]
    key = ("open_" if far == ".." else "unknown_") + ("end" if value.end is None else "start")
    return _say(side, key, _qualified(known, side))
