"""Alliance acts a text reports: a cue, its parties and its date, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from diglot.facts import acts, evidence, parties
from diglot.facts.acts import Act
from diglot.facts.companies import Companies
from diglot.facts.reading import Reading
from diglot.model import DealKind, Status
from diglot.yamlfile import data

_ROOM = {"zh": 80, "en": 260}
"""Characters a clause may have to be quoted whole."""
_MOST = 8
"""Companies a deal may have; more are a list of partners."""


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """A date in the body: offsets and EDTF value."""

    start: int
    end: int
    date: str


@dataclass(frozen=True, slots=True)
class Found:
    """A deal at its place in the body."""

    start: int
    end: int
    kind: DealKind
    parties: tuple[str, ...]
    date: Dated | None
    status: Status
    rule: str
    words: tuple[int, int]
    """Offsets of the words that state it: the clause, or a part of it where that is long."""
    founded: tuple[str, ...] = ()
    """The joint company, where the act founds one."""
    sentence: int = 0
    """Index of its sentence."""
    generic: bool = False
    """Whether the kind is only supposed."""
    future: bool = False
    """Whether it is still to come."""


def find(reading: Reading, companies: Companies, dates: Iterable[Dated]) -> tuple[Found, ...]:
    """Deals in order of appearance, each once."""
    dated = sorted(dates)
    found: list[Found] = []
    for act in acts.find(reading):
        if deal := _deal(reading, companies, dated, act, found):
            _merge(found, deal)
    return tuple(found)


def _deal(
    reading: Reading, companies: Companies, dates: list[Dated], act: Act, earlier: list[Found]
) -> Found | None:
    before = [one.parties for one in earlier]
    ids, founded = parties.of(reading, companies, act, before)
    if not ids or len(ids) > _MOST or (len(ids) == 1 and not act.alone):
        return None
    date = _date(reading, act, dates)
    return Found(
        act.start,
        act.end,
        act.kind,
        ids,
        date,
        act.status,
        act.rule,
        _words(reading, act),
        founded,
        act.sentence,
        act.generic,
        act.future,
    )


def _words(reading: Reading, act: Act) -> tuple[int, int]:
    start, end = act.clause
    clause = reading.text[start:end]
    if len(clause) > _ROOM[reading.side]:
        return evidence.clause(reading.text, act.start, act.end)
    inner = clause.strip(" ，。；：,.;")
    start += clause.index(inner)
    return start, start + len(inner)


def _date(reading: Reading, act: Act, dates: list[Dated]) -> Dated | None:
    """The date in the clause of the act, else the nearest before it in its sentence, else after."""
    sentence = reading.sentences[act.sentence]
    near = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]
    inside = [d for d in near if act.clause[0] <= d.start and d.end <= act.clause[1]]
    before = [d for d in near if d.end <= act.start]
    if any(word in reading.plain[slice(*act.clause)] for word in data("deals")["vague"]):
        inside = [d for d in inside if d in before]
    elif not inside and not before:
        return near[0] if len(near) == 1 and not _later(reading, act, near[0]) else None
    if inside:
        return min(inside, key=lambda d: (d.start > act.start, abs(d.start - act.start)))
    return before[-1] if before else None


def _later(reading: Reading, act: Act, date: Dated) -> bool:
    """Whether a date behind the act is one of things to come of it."""
    between = reading.plain[act.end : date.start].lower()
    return (
        ";" in between or "；" in between or any(word in between for word in data("deals")["later"])
    )


def _merge(found: list[Found], deal: Found) -> None:
    """Add a deal, or what it tells of one that is there already."""
    for index, other in enumerate(found):
        if _same(other, deal):
            wider = set(other.parties) < set(deal.parties) and other.date == deal.date
            sharper = other.generic and not deal.generic
            found[index] = replace(
                other,
                kind=deal.kind if sharper else other.kind,
                generic=other.generic and deal.generic,
                parties=_joined(other, deal) if wider or _near(other, deal) else other.parties,
                date=other.date or deal.date,
                founded=tuple(dict.fromkeys((*other.founded, *deal.founded))),
            )
            return
    found.append(deal)


def _joined(one: Found, other: Found) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys((*one.parties, *other.parties)))
    return ids if len(ids) <= _MOST else one.parties


def _near(one: Found, other: Found) -> bool:
    """Whether two reports of one kind stand in one sentence and share a party."""
    return one.kind == other.kind and one.sentence == other.sentence


def _same(one: Found, other: Found) -> bool:
    """Whether two reports are of one deal: parties within each other, dates that do not clash."""
    a, b = set(one.parties), set(other.parties)
    if a == b and other.future and other.date is None:
        return True
    if one.kind != other.kind and not one.generic and not other.generic:
        return False
    if not (a <= b or b <= a or (a & b and _near(one, other))):
        return False
    if other.date is None:
        return a == b or one.kind == other.kind
    if one.date is None:
        return a == b or (b < a and other.sentence - one.sentence < 2)
    x, y = one.date.date, other.date.date
    return x.startswith(y) or y.startswith(x)
