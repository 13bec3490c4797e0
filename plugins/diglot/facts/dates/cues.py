"""Words around a date: whether it lies ahead, whether “today” is a day, what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from diglot.facts.dates.expression import Expression
from diglot.facts.likely import may
from diglot.facts.reading import Reading
from diglot.languages import Side
from diglot.model import What
from diglot.patterns import any_word, listed, searched, words
from diglot.yamlfile import data

_KINDS: Final = ("announcement", "launch", "signing")
_BACK: Final = 20
"""No words that point back are as long as this."""
_CLAUSE: Final = re.compile(r"[，；。：！？,;:!?]|[—–]|\n")
_DONE: Final = re.compile(
    r"(?<!\bbe )(?<!ly )\b(?:[a-z]+ed|left|made|seen|held) (?:in|on|during)(?: the)? $"
)
"""How words before a date end that tell of what was done then: “the gap left in February”."""


def _cue(reading: Reading, kind: str, start: int, end: int) -> re.Match[str] | None:
    """The first cue of a kind between two places."""
    path = ("dates", "cues", kind, reading.side)
    if not may(reading, start, end, path):
        return None
    flags = re.IGNORECASE if reading.side == "en" else 0
    return any_word(*path, flags=flags).search(reading.plain, start, end)


def sentence(reading: Reading, at: int) -> tuple[int, int]:
    """The sentence around an offset."""
    one = reading.sentences[reading.sentence_at(at)]
    return one.start, one.end


def what(reading: Reading, one: Expression) -> What:
    """The kind of happening: of the nearest cue after the date in its sentence, else before it."""
    start, end = sentence(reading, one.start)
    hit = next(_happenings(reading, one.end, end), None)
    if hit is None:
        *_, hit = (None, *_happenings(reading, start, one.start))
        if (
            hit
            and one.part is None
            and _purpose(reading.side).search(reading.plain, hit.end(), one.start)
        ):
            return "other"  # signed it, with a goal for that year
    return hit.lastgroup if hit else "other"  # type: ignore[return-value]  # a name of _KINDS


@cache
def _purpose(side: Side) -> re.Pattern[str]:
    """Words between what happened and a year that is but its aim: “signed a deal to sell … in”."""
    return re.compile(words(listed("dates", "cues", "purpose", side)))


def _happenings(reading: Reading, start: int, end: int) -> Iterator[re.Match[str]]:
    """Cues between two places; “under the agreement” tells of no signing."""
    paths = (("dates", "cues", kind, reading.side) for kind in _KINDS)
    if not any(may(reading, start, end, path) for path in paths):
        return
    for hit in _happening(reading.side).finditer(reading.plain, start, end):
        before = reading.plain[max(start, hit.start() - _BACK) : hit.start()]
        if not _touching("back", reading.side, before):
            yield hit


@cache
def _happening(side: Side) -> re.Pattern[str]:
    """Any cue; the group that matched says of which kind."""
    kinds = (f"(?P<{kind}>{words(listed('dates', 'cues', kind, side))})" for kind in _KINDS)
    flags = re.IGNORECASE if side == "en" else 0
    return searched("|".join(kinds), flags)


def ahead(reading: Reading, one: Expression) -> bool:
    """Whether words before the date, in its clause, say that it is still to come."""
    plain, side = reading.plain, reading.side
    start, end = sentence(reading, one.start)
    clause = [mark.end() for mark in _CLAUSE.finditer(plain, start, one.start)]
    low = clause[-1] if clause else start
    if _cue(reading, "future", low, one.start):
        return _DONE.search(plain, low, one.start) is None
    head, tail = plain[low : one.start], plain[one.end : end]
    touched = _touching("before", side, head) or _touching("after", side, tail)
    return touched and _cue(reading, "future", start, end) is not None


def goal(reading: Reading, one: Expression, other: Expression) -> bool:
    """Whether a date is that of a goal, “in India by 2020”, and another is not ahead of it."""
    head = reading.plain[sentence(reading, one.start)[0] : one.start]
    aim = _touching("goal", reading.side, head) or ahead(reading, one)
    return aim and not ahead(reading, other)


def _touching(kind: str, side: Side, words: str) -> bool:
    """Whether words before a date end, or words after it begin, with a cue."""
    cues = data("dates")["cues"][kind][side]
    if kind == "after":
        return words.lstrip().startswith(tuple(cues))
    gap = " " if side == "en" else ""
    return f" {words.rstrip().casefold()}".endswith(tuple(gap + cue for cue in cues))


def planned(reading: Reading, one: Expression) -> bool:
    """Whether its sentence speaks of the future after it, and its clause of nothing past."""
    plain = reading.plain
    start, end = sentence(reading, one.start)
    low = max((m.end() for m in _CLAUSE.finditer(plain, start, one.start)), default=start)
    mark = _CLAUSE.search(plain, one.end, end)
    if _cue(reading, "past", low, mark.start() if mark else end):
        return False
    return _ahead_of(reading, one, end)


def coming(reading: Reading, one: Expression) -> bool:
    """Whether what is told right after it, in its clause, is still to come: 30日公司将开会."""
    _, end = sentence(reading, one.start)
    mark = _CLAUSE.search(reading.plain, one.end, end)
    return _ahead_of(reading, one, mark.start() if mark else end)


def _ahead_of(reading: Reading, one: Expression, end: int) -> bool:
    """Whether the words behind a date speak of the future before they tell what happened on it."""
    future = _cue(reading, "future", one.end, end)
    told = _happening(reading.side).search
    return future is not None and not told(reading.plain, one.end, future.start())


def reported(reading: Reading, one: Expression) -> bool:
    """Whether its sentence reports something, so that its “today” is a day and not “nowadays”."""
    start, end = sentence(reading, one.start)
    return _cue(reading, "today", start, end) is not None
