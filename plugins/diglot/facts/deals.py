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
_FEW = 4
"""Companies that weak words may bring together."""
_FAR = 3
"""Sentences after which words of another kind tell of another deal."""
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
    weak: bool = False
    """Whether its words count only where the text says no more of its parties."""


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
    most = _FEW if act.weak else _MOST
    if not ids or len(ids) > most or (len(ids) == 1 and not act.alone):
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
        act.weak,
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
    near = [d for d in near if not _of_founding(reading, act, d)]
    inside = [d for d in near if act.clause[0] <= d.start and d.end <= act.clause[1]]
    inside = [d for d in inside if d.end <= act.start or not _later(reading, act, d)]
    before = [d for d in near if d.end <= act.start]
    if any(word in reading.plain[slice(*act.clause)] for word in data("deals")["vague"]):
        inside = [d for d in inside if d in before]
    elif not inside and not before:
        return near[0] if len(near) == 1 and not _later(reading, act, near[0]) else None
    after = [d for d in inside if d.start > act.start]
    if after and reading.plain[: act.start].endswith(" and "):
        return after[0]
    if inside:
        return min(inside, key=lambda d: (d.start > act.start, abs(d.start - act.start)))
    return before[-1] if before else None


def _of_founding(reading: Reading, act: Act, date: Dated) -> bool:
    """Whether a date in a clause before that of the act says when a company was founded."""
    between = reading.plain[date.end : act.clause[0]].strip("，；, ")
    return any(between.endswith(word) for word in data("deals")["founding"])


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
            sharper = (other.generic or other.weak) and not (deal.generic or deal.weak)
            wider = wider and not deal.weak
            found[index] = replace(
                other,
                kind=deal.kind if sharper else other.kind,
                generic=other.generic and deal.generic,
                weak=other.weak and deal.weak,
                parties=_joined(other, deal) if wider or _near(other, deal) else other.parties,
                date=other.date or deal.date,
                founded=tuple(dict.fromkeys((*other.founded, *deal.founded))),
            )
            return
    found.append(deal)


def _kin(one: Found, other: Found) -> bool:
    """Whether two reports are of one kind, or one only supposes its kind and stands near."""
    supposed = one.generic or other.generic
    return one.kind == other.kind or (supposed and other.sentence - one.sentence <= _FAR)


def _retold(one: Found, other: Found) -> bool:
    """Whether words that count little only tell more of a deal: “will use” after “signed”."""
    if not (one.weak or other.weak) or None not in (one.date, other.date):
        return False
    a, b = set(one.parties), set(other.parties)
    near = other.sentence - one.sentence < _FAR
    return b <= a if other.weak else a <= b and near


def _joined(one: Found, other: Found) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys((*one.parties, *other.parties)))
    return ids if len(ids) <= _MOST else one.parties


def _near(one: Found, other: Found) -> bool:
    """Whether two reports of one kind stand in one sentence and share a party."""
    return one.kind == other.kind and one.sentence == other.sentence


def _same(one: Found, other: Found) -> bool:
    """Whether two reports are of one deal: parties within each other, dates that do not clash."""
    a, b = set(one.parties), set(other.parties)
    if (a == b and other.future and other.date is None) or _retold(one, other):
        return True
    if not _kin(one, other):
        return False
    if not (a <= b or b <= a or (a & b and _near(one, other))):
        return False
    if other.date is None:
        return a == b or one.kind == other.kind
    if one.date is None:
        return a == b or (b < a and other.sentence - one.sentence < 2)
    x, y = one.date.date, other.date.date
    return x.startswith(y) or y.startswith(x)
