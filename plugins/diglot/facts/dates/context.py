"""What is known of the dates of a text while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from diglot.edtf import Edtf
from diglot.facts.dates import cues
from diglot.facts.dates.calendar import compose, parse
from diglot.facts.dates.expression import Expression
from diglot.facts.dates.lapse import Given, Span
from diglot.facts.reading import Reading
from diglot.model import Basis

_LEAD: Final = 2
"""Sentences at the head of a text whose first date stands for a publication date not stated."""


@dataclass(frozen=True, slots=True)
class Value:
    """A date, how it is known, and where the dates stand it was counted from."""

    date: str
    basis: Basis = "stated"
    anchors: tuple[Span, ...] = ()
    dated: bool = False
    """Whether it was counted from the date of publication, which stands outside the text."""


@dataclass(frozen=True, slots=True)
class Known:
    """A date of the text that others can be counted from."""

    one: Expression
    date: Edtf
    sentence: int
    block: int
    basis: Basis
    """How a date counted from it is known: stated where its own year is the publication's."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.one.start, self.one.end


@dataclass(slots=True)
class Context:
    """What is known while a text is read from its head to its end."""

    reading: Reading
    clock: Edtf | None
    """The day it was written, as far as known."""
    basis: Basis = "stated"
    """How the clock is known."""
    anchors: tuple[Span, ...] = ()
    """Where the clock stands in the text; empty for a publication date."""
    known: list[Known] = field(default_factory=list)

    def before(self, one: Expression, sentences: int) -> Known | None:
        """The date named last, at most so many sentences earlier in the same block."""
        at = self.reading.sentence_at(one.start)
        last = self.known[-1] if self.known else None
        if last and at - last.sentence <= sentences:
            near = last.block == self.reading.sentences[at].block
            return last if near else None
        return None

    def told(self, one: Expression) -> Known | None:
        """The day named last, in the paragraph before one that opens with “The next day”."""
        at = self.reading.sentence_at(one.start)
        here, last = self.reading.sentences[at], self.known[-1] if self.known else None
        above = last and last.block == here.block - 1 and last.date.day
        opens = at and self.reading.sentences[at - 1].block < here.block and self.opens(one)
        return last if above and opens else None

    def opens(self, one: Expression) -> bool:
        """Whether an expression stands at the head of its sentence: “A year earlier, Foo …”."""
        return one.start == self.reading.sentences[self.reading.sentence_at(one.start)].start

    def paragraph(self, one: Expression) -> list[Known]:
        """The dates named so far in the same block."""
        block = self.reading.sentences[self.reading.sentence_at(one.start)].block
        return [known for known in self.known if known.block == block]

    def add(self, one: Expression, value: Value) -> None:
        """Remember a date for those after it."""
        at = self.reading.sentence_at(one.start)
        basis: Basis = "stated" if value.basis == "stated" and one.year is None else "derived"
        day = parse(value.date.partition("/")[0])
        self.known.append(Known(one, day, at, self.reading.sentences[at].block, basis))


def begin(
    reading: Reading,
    said: tuple[Expression, ...],
    clock: Edtf | None,
    given: Given,
) -> Context:
    """The clock: the publication date, else the day at the head of the text."""
    if clock or not reading.sentences:
        return Context(reading, clock)
    for one in said:
        if one.start in given:
            text, anchors = given[one.start]
            return Context(reading, parse(text), "derived", ((one.start, one.end), *anchors))
        if one.days is not None and one.base == "now":
            break  # the day of writing is another one than those the text names
        at = reading.sentence_at(one.start)
        if at < _LEAD and one.year and one.day and one.part and not cues.ahead(reading, one):
            day = compose(one.year, one.part, one.day)
            return Context(reading, day, "inferred", ((one.start, one.end),))
    return Context(reading, None)
