"""Durations between dates: 时隔9个月12天 from 2018年9月16日 is 28 June 2019."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from diglot.edtf import Edtf
from diglot.facts.dates.calendar import add, compose
from diglot.facts.dates.expression import Expression, Lapse

Span = tuple[int, int]
"""Offsets of a stretch of text."""
Given = dict[int, tuple[str, tuple[Span, ...]]]
"""Offset of an expression -> its EDTF date and the places that rests on."""


def lapsed(said: tuple[Expression, ...], clock: Edtf | None) -> Given:
    """Dates that durations give away.

    A duration leads from a day of the text to another. Where one of the days has no year, the one
    that agrees with the duration gets it; where there is none, the duration itself has the date.
    """
    days = [(one, day) for one in said if (day := _day(one))]
    bare = [one for one in said if one.bare and one.part and one.day]
    out: Given = {}
    for one in said:
        if one.rule != "lapse" or not one.lapse or not one.lapse[2]:
            continue
        ends = list(_ends(one, one.lapse, days))
        reached = {(day.month, day.day) for _, day in ends}
        met = [end for end in bare if (end.part, end.day) in reached]
        if clock and clock.year and (met or not days):
            continue
        out |= _given(one, ends, met)
    return out


def later(anchor: Edtf, lapse: Lapse) -> Edtf | None:
    """The date a lapse from another one, at the lapse's precision; None when that one is vaguer."""
    years, months, days = lapse
    if anchor.year is None:
        return None
    if days or months:
        known = anchor.day if days else anchor.month
        if known is None:
            return None
        moved = add(date(anchor.year, anchor.month or 1, anchor.day or 1), 0, months, days)
        return compose(moved.year, moved.month, moved.day if days else None)
    return compose(anchor.year + years)


def _day(one: Expression) -> date | None:
    if one.year is None or one.part is None or one.day is None or one.until:
        return None
    value = compose(one.year, one.part, one.day)
    return value.earliest if value else None


def _ends(
    one: Expression, lapse: Lapse, days: list[tuple[Expression, date]]
) -> Iterator[tuple[Expression, date]]:
    """Where the duration leads from each day of the text, the nearest before it first."""
    order = sorted(days, key=lambda day: (day[0].start > one.start, abs(day[0].start - one.start)))
    return ((start, add(day, *lapse)) for start, day in order)


def _agree(one: Expression, day: date) -> bool:
    return (one.part, one.day) == (day.month, day.day)


def _given(one: Expression, ends: list[tuple[Expression, date]], met: list[Expression]) -> Given:
    span = (one.start, one.end)
    if met:
        start, day = next(end for end in ends if _agree(met[0], end[1]))
        rests = ((start.start, start.end), span)
        return {end.start: (day.isoformat(), rests) for end in met}
    if ends:
        start, day = ends[0]
        return {one.start: (day.isoformat(), ((start.start, start.end),))}
    return {}
