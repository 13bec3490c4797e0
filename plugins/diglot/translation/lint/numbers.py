"""Numbers and dates stand on both sides of a pair."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from diglot.facts.dates import Expression
from diglot.problems import tell
from diglot.translation.lint.base import SIDES, Fault, Faults, Text
from diglot.translation.quantities import Quantity, agree
from diglot.yamlfile import data


def numbers(source: Text, target: Text) -> Faults:
    """A number of one side that the other does not have."""
    for one, other, where in ((source, target, "translation"), (target, source, "original")):
        told: set[Fraction] = set()
        for number in counted(one):
            if number.value not in told and not answered(number, other):
                told.add(number.value)
                words = one.text[slice(*number.span)].strip()
                what = tell(
                    "the number “%(words)s” is not in the %(where)s",
                    words=words,
                    where=SIDES[where],
                )
                yield Fault("translation-numbers", what, tell("correct it, or waive the finding"))


def counted(text: Text) -> Iterator[Quantity]:
    """Numbers another language has to say, without those of dates."""
    for number in _undated(text):
        named = any(s.start <= number.span[0] < s.end for s in text.possible)
        if number.firm and not named:
            yield number


def _undated(text: Text) -> Iterator[Quantity]:
    days = [one for one in text.dates if one.lapse is None]
    for number in text.numbers:
        if not any(one.start <= number.span[0] < one.end for one in days):
            yield number


def answered(number: Quantity, other: Text) -> bool:
    """Whether the other text has a number, be it in a date."""
    if any(agree(number, one) for one in other.numbers):
        return True
    if number.value.denominator == 1 and _in_date(int(number.value), other):
        return True
    return other.side == "zh" and _bare(number, other.plain)


def _in_date(number: int, other: Text) -> bool:
    return any(
        number in (date.year, date.part, date.day, *(date.until or ())) for date in other.dates
    )


def _bare(number: Quantity, plain: str) -> bool:
    """Whether Chinese has a small number inside a word: 四驱, 其三."""
    chars = data("lint")["small"]
    return (
        number.value < len(chars)
        and number.value.denominator == 1
        and (chars[int(number.value)] in plain)
    )


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What the dates of a text give, each kind apart."""

    years: frozenset[int]
    shifts: frozenset[int]
    """“last year” is -1."""
    parts: frozenset[int]
    days: frozenset[tuple[int | None, int]]
    weekdays: frozenset[int]
    relative: frozenset[int]
    """“yesterday” is -1."""


def dates(source: Text, target: Text) -> Faults:
    """A date of one side that the other does not have."""
    for one, other, where in ((source, target, "translation"), (target, source, "original")):
        for date, stands in dated(one, other):
            if not stands:
                what = tell(
                    "the date “%(text)s” is not in the %(where)s",
                    text=one.text[date.start : date.end],
                    where=SIDES[where],
                )
                yield Fault("translation-dates", what, tell("correct it, or waive the finding"))


def dated(one: Text, other: Text) -> Iterator[tuple[Expression, bool]]:
    """The dates of a text, and whether the other has them."""
    known, said = _calendar(other.dates), {number.value for number in _undated(other)}
    return ((date, _stands(date, known, said, other)) for date in one.dates)


def _calendar(found: tuple[Expression, ...]) -> _Calendar:
    until = [(one, *one.until) for one in found if one.until]
    return _Calendar(
        frozenset(
            [one.year for one in found if one.year] + [year for _, year, _, _ in until if year]
        ),
        frozenset(
            [one.years for one in found if one.years is not None]
            # “last March” may be 去年3月
            + [one.week for one in found if one.week is not None and one.part]
        ),
        frozenset(
            [one.part for one in found if one.part] + [part for _, _, part, _ in until if part]
        ),
        frozenset(
            [(one.part, one.day) for one in found if one.day]
            + [(part or one.part, day) for one, _, part, day in until if day]
        ),
        frozenset(one.weekday for one in found if one.weekday is not None),
        frozenset(one.days for one in found if one.days is not None),
    )


def _stands(date: Expression, known: _Calendar, said: Collection[Fraction], other: Text) -> bool:
    """Whether another text has year, part and day of a date, or words or numbers for them."""

    def worded(kind: str, key: int) -> bool:
        words = data("lint")[kind].get(f"{key}", {}).get(other.side, ())
        return any(word in other.plain for word in words)

    return all(
        (
            date.year is None or date.year in known.years or date.year in said,
            date.base != "now"
            or date.years not in (-1, 1)
            or bool(known.years)
            or date.years in known.shifts
            or worded("year_shifts", date.years),
            # 1—9月 may be “the first nine months”
            date.part is None
            or date.until is not None
            or date.part in known.parts
            or (date.part <= 12 and date.part in said)
            or worded("parts", date.part),
            date.day is None or _has_day(date, known) or date.day in said,
            date.weekday is None
            or bool(known.days)
            or date.weekday in known.weekdays
            or worded("weekdays", date.weekday),
            date.base != "now"
            or date.days not in (-1, 1)
            or bool(known.days or known.weekdays)
            or date.days in known.relative
            or worded("day_shifts", date.days),
        )
    )


def _has_day(date: Expression, known: _Calendar) -> bool:
    return any(
        date.day == day and (None in (part, date.part) or part == date.part)
        for part, day in known.days
    )
