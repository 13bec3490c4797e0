"""Which dates the expressions of a text mean, by its publication date and by each other."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from diglot.edtf import Edtf
from diglot.facts.dates import cues
from diglot.facts.dates.calendar import compose, on_weekday, shift_days, shift_months
from diglot.facts.dates.context import Context, Known, Value, begin
from diglot.facts.dates.expression import Expression
from diglot.facts.dates.lapse import Span, lapsed, later
from diglot.facts.reading import Reading
from diglot.model import Basis

_SLACK: Final = {"day": 60, "month": 45, "quarter": 92, "half": 184, "season": 60}
"""Days a date without a year may lie after the publication when nothing says that it is ahead."""
_SOON: Final = 120
"""Days within which words of the future after a date make it one to come."""
_TALE: Final = 2
"""So many dates of past years make a paragraph a tale of them."""
_PAST: Final = 2
"""Years gone by since, at least."""
_TELLING: Final = 3
"""So many sentences after a day one without a month may be of the same month …"""
_DAYS: Final = 7
"""… if it is at most so many days later."""
_YEAR: Final = 330
"""Days after which a date that should lie ahead is taken for one gone by."""

_SAID: Final = re.compile(r",? (?:on|in) (?=[A-Z]|\d)|[，,]?(?:即|的|于|在)?\d{2,4}年")
"""After a lapse the date itself: three months later, on March 29."""


def resolve(
    reading: Reading, said: tuple[Expression, ...], clock: Edtf | None
) -> list[tuple[Expression, Value]]:
    """The values of the expressions that have one, in order."""
    given = lapsed(said, clock)
    context = begin(reading, said, clock, given)
    out: list[tuple[Expression, Value]] = []
    for one in said:
        value = given.get(one.start) and Value(given[one.start][0], "derived", given[one.start][1])
        value = value or _value(one, context)
        if value:
            out.append((one, value))
            context.add(one, value)
    return out


def _value(one: Expression, context: Context) -> Value | None:
    """The first rule that knows."""
    if one.lapse and one.rule == "ago":
        return _by_clock(context.clock and later(context.clock, one.lapse), one, context)
    if one.lapse:
        return _later(one, context) if one.rule == "later" else None
    if one.year is not None:
        return absolute(one)
    if one.base == "anchor":
        return _from_anchor(one, context)
    if one.base == "now" or one.weekday is not None or one.week is not None:
        return _from_clock(one, context)
    return _alone(one, context) if one.part is None else _bare(one, context)


def absolute(one: Expression) -> Value | None:
    """The value of an expression that names its year."""
    return _made(compose(one.year, one.part, one.day), one)


def _made(
    value: Edtf | None, one: Expression, basis: Basis = "stated", anchors: tuple[Span, ...] = ()
) -> Value | None:
    """The value, as an interval where the expression is a range."""
    if value is None:
        return None
    if one.until is None:
        return Value(str(value), basis, anchors)
    year, part, day = one.until
    end = compose(year or value.year, part or value.part if one.part else None, day)
    ordered = end and end.sort_key() > value.sort_key()
    return Value(f"{value}/{end}" if ordered else str(value), basis, anchors)


def _by_clock(value: Edtf | None, one: Expression, context: Context) -> Value | None:
    """The value counted from the clock: the publication, or a day at the head of the text."""
    made = _made(value, one, context.basis, context.anchors)
    return made and replace(made, dated=not context.anchors)


def _later(one: Expression, context: Context) -> Value | None:
    if _SAID.match(context.reading.plain, one.end):
        return None
    years = one.lapse and one.lapse[0]
    last = context.before(one, int(context.opens(one)) if years else 2)
    value = last and later(last.date, one.lapse or (0, 0, 0))
    if not last or not value:
        return None
    return Value(str(value), last.basis, (last.span,))


def _from_anchor(one: Expression, context: Context) -> Value | None:
    """同年11月, the next day: counted from the date named last."""
    last = context.known[-1] if context.known else None
    if one.days is not None or one.months is not None:
        last = context.before(one, 1) or context.told(one)
    if last is None:
        return _made(compose(None, one.part, one.day), one) if one.part else None
    if one.days is not None:
        value = shift_days(last.date, one.days)
    elif one.months is not None:
        value = shift_months(last.date, one.months, one.day)
    elif last.date.year is None:
        value = compose(None, one.part, one.day) if one.part else None
    else:
        value = compose(last.date.year + (one.years or 0), one.part, one.day)
    return _made(value, one, last.basis, (last.span,))


def _from_clock(one: Expression, context: Context) -> Value | None:
    """昨日, Monday, 上月, 去年5月, last October: counted from the publication."""
    clock = context.clock
    by_day = one.days is not None or one.weekday is not None
    if by_day and (clock is None or context.anchors):
        return None
    if clock is None:
        return _made(compose(None, one.part, one.day), one) if one.part else None
    return _by_clock(_counted(one, clock, context), one, context)


def _counted(one: Expression, clock: Edtf, context: Context) -> Edtf | None:
    if one.rule == "today" and not cues.reported(context.reading, one):
        return None
    if one.weekday is not None:
        ahead = cues.ahead(context.reading, one)
        return on_weekday(clock, one.weekday, one.week, ahead=ahead)
    if one.days is not None:
        return shift_days(clock, one.days)
    return _counted_months(one, clock)


def _counted_months(one: Expression, clock: Edtf) -> Edtf | None:
    if one.months is not None:
        return shift_months(clock, one.months, one.day)
    if one.week is not None:
        return _week_of(one, clock)
    if clock.year is None:
        return compose(None, one.part, one.day) if one.part else None
    return compose(clock.year + (one.years or 0), one.part, one.day)


def _week_of(one: Expression, clock: Edtf) -> Edtf | None:
    """The month of “last October”: the latest that is over, “next” the first to come."""
    if clock.year is None or clock.month is None or one.part is None:
        return compose(None, one.part)
    over = one.part < clock.month
    shift = {-1: 0 if over else -1, 0: 0, 1: 1 if one.part <= clock.month else 0}
    return compose(clock.year + shift[one.week or 0], one.part)


def _bare(one: Expression, context: Context) -> Value | None:
    """5月, 1月11日, June 19: the year is not said.

    A Chinese text that has named another year says 今年 where it comes back to its own, an English
    one does not; so only there the sentence before counts when the publication is known.
    """
    near = _near(one, context, 1 if context.reading.side == "zh" else 0) or _told(one, context)
    clock = context.clock
    if clock and clock.year:
        value = _nearest(one, clock, context.reading)
        own = _by_clock(value, one, context)
        return own if near is None or (own and own.date == near.date) else near
    own = near or (_near(one, context, 1) if clock is None else None)
    return own or (_made(compose(None, one.part, one.day), one) if _calendar(one) else None)


def _calendar(one: Expression) -> bool:
    """Whether it is worth stating without a year: a half or a season is not."""
    return one.part is not None and (one.part <= 12 or 33 <= one.part <= 36)


def _near(one: Expression, context: Context, sentences: int) -> Value | None:
    """In the year of a date with a year named just before, unless that leads past the clock."""
    last = context.before(one, sentences)
    if not last or not last.date.year or last.one.base == "now":
        return None
    if (context.clock and last.date.part is None) or cues.goal(context.reading, last.one, one):
        return None
    value = compose(last.date.year, one.part, one.day)
    clock = context.clock.latest if context.clock else None
    past = value and value.earliest and (clock is None or value.earliest <= clock)
    if sentences and value and value.sort_key() < last.date.sort_key():
        return None
    return _made(value, one, last.basis, (last.span,)) if past else None


def _told(one: Expression, context: Context) -> Value | None:
    """A month in a tale of years gone by, after two dates of them in its paragraph."""
    here = context.paragraph(one)
    years = [known.date.year or 0 for known in here]
    clock = context.clock.year if context.clock else None
    tale = len(here) >= _TALE and min(years) > 0 and years == sorted(years)
    tale = tale and not cues.ahead(context.reading, one)
    if not tale or clock is None or max(years) > clock - _PAST:
        return None
    value = compose(years[-1], one.part, one.day)
    later = value and value.sort_key() > here[-1].date.sort_key()
    return _made(value, one, here[-1].basis, (here[-1].span,)) if later else None


def _nearest(one: Expression, clock: Edtf, reading: Reading) -> Edtf | None:
    """The year that puts it not after the publication, or ahead of it where words say so."""
    year, now = clock.year or 0, clock.latest or date.max
    values = [value for y in (year + 1, year, year - 1) if (value := compose(y, one.part, one.day))]
    ahead = [value for value in values if value.latest and value.latest >= now]
    if ahead and ahead[-1].earliest:
        distance = (ahead[-1].earliest - now).days
        soon = distance <= _SOON and cues.planned(reading, one)
        if distance < _YEAR and (cues.ahead(reading, one) or soon):
            return ahead[-1]
    for value in values:
        if value.earliest and (value.earliest - now).days <= _SLACK[value.precision]:
            return value
    return None


def _eve(one: Expression, context: Context, *, dated: bool) -> Known | None:
    """The day named last, if this may follow it: in its paragraph, soon, where more is known."""
    last = context.known[-1] if context.known else None
    if dated:
        last = context.before(one, _TELLING)
    far = dated and last and (one.day or 0) - (last.date.day or 0) > _DAYS
    return None if far else last


def _alone(one: Expression, context: Context) -> Value | None:
    """18日: a day of the month named before, else of the publication's."""
    clock = None if context.anchors else context.clock
    last = context.before(one, 0) or _eve(one, context, dated=clock is not None)
    if last and last.date.month and last.date.day and last.date.day <= (one.day or 0):
        value = compose(last.date.year, last.date.month, one.day)
        return _made(value, one, last.basis, (last.span,))
    if clock is None or clock.day is None or one.day is None:
        return None
    ahead = cues.ahead(context.reading, one) or cues.coming(context.reading, one)
    late = one.day > clock.day + 1 and not ahead
    return _by_clock(shift_months(clock, -1 if late else 0, one.day), one, context)
