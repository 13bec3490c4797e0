"""When an act took place: the date in its sentence that is its own."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Final

from diglot.facts.acts import Act
from diglot.facts.reading import Reading
from diglot.facts.scene import Ids, Scene, pattern
from diglot.facts.told import Dated
from diglot.yamlfile import data

_NEAR: Final = 3
"""Sentences within which the date of a deal is told."""


def of(scene: Scene, act: Act, dates: list[Dated]) -> Dated | None:
    """The date in the clause of the act, else the nearest before it in its sentence, else after."""
    reading = scene.reading
    near = _near(scene, act, dates)
    before = [d for d in near if d.end <= act.start]
    inside = [d for d in near if act.clause[0] <= d.start and d.end <= act.clause[1]]
    inside = [d for d in inside if d.end <= act.start or not _later(reading, act, d)]
    inside = [d for d in inside if not _said_before(reading, inside, d)]
    if any(word in reading.plain[slice(*act.clause)] for word in data("deals")["vague"]):
        inside = [d for d in inside if d in before]
    elif not inside and not before:
        alone = len(near) == 1 and not scene.mentions((act.clause[1], near[0].start))
        return near[0] if alone and not _later(reading, act, near[0]) else None
    said = [d for d in near if _said(reading, act.start, d)]
    if said and (act.future or _to_come(reading, act, inside, said[0])):
        return said[0]
    if inside:
        return _closest(reading, act, inside)
    return before[-1] if before and not (act.future and reading.side == "en") else None


def to_come(date: Dated, published: str | None) -> bool:
    """Whether a date lies in a year after the publication."""
    year, now = date.date[:4], (published or "")[:4]
    return year.isdigit() and now.isdigit() and year > now


def _near(scene: Scene, act: Act, dates: list[Dated]) -> list[Dated]:
    """The dates of the act's sentence that may be its own."""
    reading, sentence = scene.reading, scene.reading.sentences[act.sentence]
    low = bisect_left(dates, sentence.start, key=attrgetter("start"))
    high = bisect_left(dates, sentence.end, low, key=attrgetter("start"))
    return [
        d
        for d in dates[low:high]
        if not (_of_founding(reading, act, d) or _bound(reading, d) or _of_plan(scene, act, d))
    ]


def _to_come(reading: Reading, act: Act, inside: list[Dated], said: Dated) -> bool:
    """Whether the dates of a clause are of its purpose, so that it has that on which it is said."""
    planned = bool(inside) and all(_planned(reading, act, d) for d in inside)
    return planned and not _goes_on(reading, inside[-1], said)


def _closest(reading: Reading, act: Act, inside: list[Dated]) -> Dated:
    """Of the dates of a clause that before the act which is nearest, else the next one."""
    after = [d for d in inside if d.start > act.start]
    if after and reading.plain[: act.start].endswith(" and "):
        return after[0]
    return min(inside, key=lambda d: (d.start > act.start, abs(d.start - act.start)))


def own(scene: Scene, act: Act, date: Dated, ids: Ids) -> bool:
    """Whether a date stands in the clause of the act, or before it with no other company."""
    if date.start >= act.clause[0]:
        return date.start < act.clause[1]
    clause = next(c for c in scene.clauses(act.sentence) if date.start < c[1])
    return {one.id for one in scene.mentions((clause[0], act.clause[0]))} <= {*ids}


def told_behind(reading: Reading, sentence: int, dates: list[Dated]) -> Dated | None:
    """The date a sentence close behind tells of a deal: “The alliance, announced on 3 May, …”."""
    for one in dates:
        if sentence < reading.sentence_at(one.start) <= sentence + _NEAR:
            before = reading.plain[max(0, one.start - 90) : one.start]
            ends = pattern("told_to_end").match(reading.plain, one.end)
            if pattern("told_on").search(before) and not ends:
                return one
    return None


def _of_founding(reading: Reading, act: Act, date: Dated) -> bool:
    """Whether a date in a clause before that of the act says when a company was founded."""
    between = reading.plain[date.end : act.clause[0]].strip("，；, ")
    return any(between.endswith(word) for word in data("deals")["founding"])


def _of_plan(scene: Scene, act: Act, date: Dated) -> bool:
    """Whether a date stands in a clause before that says what something else will do."""
    clause = next(c for c in scene.clauses(act.sentence) if date.start < c[1])
    if clause[0] >= act.clause[0] or not scene.mentions((clause[1], act.start)):
        return False
    return bool(scene.search("future", *clause))


def _bound(reading: Reading, date: Dated) -> bool:
    """Whether a date is one up to or since which something is, or that of something else."""
    before = reading.plain[max(0, date.start - 60) : date.start]
    other = pattern("until").search(before) or pattern("elsewhere").search(before)
    return bool(other or pattern("since").match(reading.plain, date.end))


def _said(reading: Reading, after: int, date: Dated) -> bool:
    """Whether a date behind a place is that on which something is said."""
    return bool(pattern("said").search(reading.plain[max(after, date.start - 40) : date.start]))


def _said_before(reading: Reading, inside: list[Dated], date: Dated) -> bool:
    """Whether a date is that of plans told on an earlier one: “said on Monday it will in 2025”."""
    told = [d for d in inside if d.end <= date.start and _said(reading, 0, d)]
    between = reading.plain[told[-1].end : date.start].lower() if told else ""
    return any(f" {word} " in between for word in data("deals")["future"])


def _later(reading: Reading, act: Act, date: Dated) -> bool:
    """Whether a date behind the act is one of things to come of it."""
    if _said(reading, act.end, date):
        return False
    if date.start >= act.clause[1] and pattern("comes").match(reading.plain, date.end):
        return True
    between = reading.plain[act.end : date.start].lower()
    return (
        ";" in between or "；" in between or any(word in between for word in data("deals")["later"])
    )


def _goes_on(reading: Reading, date: Dated, said: Dated) -> bool:
    """Whether what is said on one date is more than what came before: “…, and said on 5 June”."""
    return " and " in reading.plain[date.end : said.start]


def _planned(reading: Reading, act: Act, date: Dated) -> bool:
    """Whether a date behind the act is that of its purpose: “teams up with A to start in May”."""
    return " to " in reading.plain[act.end : max(act.end, date.start)]
