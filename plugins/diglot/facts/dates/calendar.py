"""Arithmetic with days, months and parts of years, in EDTF."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from diglot import edtf
from diglot.edtf import Edtf, EdtfError

RECENT = 4096
"""So many dates are remembered: those of an article come up again and again."""

LEAP = 2000
"""Stands for an unknown year where days are counted."""


@lru_cache(maxsize=RECENT)
def parse(text: str) -> Edtf:
    """As `edtf.parse`."""
    return edtf.parse(text)


@lru_cache(maxsize=RECENT)
def compose(year: int | None, part: int | None = None, day: int | None = None) -> Edtf | None:
    """The date of these parts; None when there is no such day."""
    pieces = ["XXXX" if year is None else f"{year:04}"]
    pieces += [f"{piece:02}" for piece in (part, day) if piece is not None]
    try:
        return parse("-".join(pieces))
    except EdtfError:
        return None


def shift_days(day: Edtf, days: int) -> Edtf | None:
    """The day so many days on; its year stays unknown when it is."""
    if day.month is None or day.day is None:
        return None
    moved = date(day.year or LEAP, day.month, day.day) + timedelta(days=days)
    return compose(moved.year if day.year else None, moved.month, moved.day)


def shift_months(value: Edtf, months: int, day: int | None = None) -> Edtf | None:
    """The month so many months on, or a day in it."""
    if value.month is None:
        return None
    index = (value.year or LEAP) * 12 + value.month - 1 + months
    return compose(index // 12 if value.year else None, index % 12 + 1, day)


def add(day: date, years: int, months: int, days: int) -> date:
    """The day after a lapse: years and months first (cut to the month's end), then days."""
    index = (day.year + years) * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=days)


def on_weekday(day: Edtf, weekday: int, week: int | None, *, ahead: bool) -> Edtf | None:
    """The weekday nearest to a day, before it (the day itself counts) or ahead.

    Args:
        day: the day it is said on.
        weekday: Monday is 0.
        week: -1, 0 or 1 for that of last, this or next week.
        ahead: whether it is still to come.
    """
    if day.earliest is None or day.day is None:
        return day if day.day else None
    today = day.earliest.weekday()
    if week is not None:
        return shift_days(day, weekday - today + 7 * week)
    return shift_days(day, (weekday - today) % 7 if ahead else -((today - weekday) % 7))
