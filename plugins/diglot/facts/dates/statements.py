"""Dates as statements of a text, and as events of a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from diglot.edtf import Edtf
from diglot.facts.dates import cues
from diglot.facts.dates.calendar import parse
from diglot.facts.dates.context import Value
from diglot.facts.dates.expression import Expression, scan
from diglot.facts.dates.resolve import absolute, resolve
from diglot.facts.evidence import quote
from diglot.facts.reading import Reading
from diglot.languages import SIDES
from diglot.model import Basis, Event, What
from diglot.text.script import to_simplified


@dataclass(frozen=True, slots=True, kw_only=True)
class DateStatement:
    """A date the text states."""

    date: str
    """EDTF; an interval where the text names a range."""
    what: What
    basis: Basis
    evidence: tuple[str, ...]
    """The expression, then what it counts from."""
    explicit: bool
    """Whether the year stands in the expression or follows from the stated publication date."""
    start: int
    """Offset of the expression in `Document.text`."""
    end: int
    rule: str
    """Name of the pattern."""
    anchors: tuple[tuple[int, int], ...] = ()
    """Places of what it counts from."""
    dated: bool = False
    """Whether it counts from the date of publication."""


def whole(text: str) -> str | None:
    """The date (EDTF) a text in either language is, if it is one with its year and nothing else."""
    plain = to_simplified(text.strip())
    for side in SIDES:
        said = scan(plain, side)
        if [(one.start, one.end) for one in said if one.year] == [(0, len(plain))]:
            value = absolute(said[0])
            return value.date if value else None
    return None


def find(reading: Reading, published: str | None = None) -> tuple[DateStatement, ...]:
    """Every dated expression of the body, in order.

    Args:
        reading: the text.
        published: EDTF date of publication, as far as it is stated.
    """
    clock = parse(published) if published else None
    values = resolve(reading, scan(reading.plain, reading.side), clock)
    return tuple(_statement(reading, one, value) for one, value in values)


def distinct(statements: Iterable[DateStatement]) -> tuple[DateStatement, ...]:
    """The first statement of each date, or the first that says what happened."""
    kept: dict[str, DateStatement] = {}
    for one in statements:
        if one.date not in kept or (kept[one.date].what == "other" != one.what):
            kept[one.date] = one
    return tuple(kept.values())


def singles(statements: Iterable[DateStatement]) -> tuple[DateStatement, ...]:
    """The statements with each range parted into its two ends, one for each date."""
    ends = [replace(one, date=date) for one in statements for date in one.date.split("/")]
    return distinct(ends)


def events(statements: Iterable[DateStatement]) -> tuple[Event, ...]:
    """The dated happenings of a record, one for each date."""
    return tuple(
        Event(date=one.date, what=one.what, basis=one.basis, evidence=one.evidence)
        for one in distinct(statements)
    )


def _statement(reading: Reading, one: Expression, value: Value) -> DateStatement:
    spans = ((one.start, one.end), *value.anchors)
    return DateStatement(
        date=value.date,
        what=cues.what(reading, one),
        basis="derived" if value.dated and value.basis == "stated" else value.basis,
        evidence=tuple(dict.fromkeys(quote(reading.text, *span) for span in spans)),
        explicit=_explicit(parse(value.date), value),
        start=one.start,
        end=one.end,
        rule=one.rule,
        anchors=value.anchors,
        dated=value.dated,
    )


def _explicit(date: Edtf, value: Value) -> bool:
    return value.basis == "stated" and not date.yearless
