"""A deal as a text tells of it, and when two reports are of the same one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from diglot.model import DealKind, Status

_FAR = 3
"""Sentences after which words of another kind tell of another deal."""
_BESIDE: Final = ({"investment", "strategic_cooperation"}, {"investment", "supply"})
"""Kinds of which a text tells two deals of the same companies."""
MOST = 8
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
    slight: bool = False
    """Whether its words count only in a prominent place."""
    hearsay: bool = False
    """Whether others are said to have said so."""
    apart: bool = False
    """Whether it is one of several that one act makes."""
    paper: bool = False
    """Whether it is a signed paper, which has its kind from its name."""
    supposed: bool = False
    """Whether no words tell its kind."""


def add(found: list[Found], deal: Found) -> None:
    """Add a deal, or what it tells of one that is there already."""
    for index, other in sorted(enumerate(found), key=lambda one: _less_alike(one[1], deal)):
        if _apart(other, deal):
            continue
        if _venture(other, deal):
            joint = other if other.kind == "joint_venture" else deal
            date = other.date or _own_date(deal)
            found[index] = replace(joint, start=other.start, sentence=other.sentence, date=date)
            return
        passing = other.slight and not (other.kind != deal.kind and _clash(other, deal))
        if passing and not deal.weak and set(other.parties) <= set(deal.parties):
            date = deal.date or other.date
            found[index] = replace(deal, start=other.start, sentence=other.sentence, date=date)
            return
        if _same(other, deal):
            sole = other.date is None and len(other.parties) == 1
            wider = set(other.parties) < set(deal.parties) and (sole or other.date == deal.date)
            sharper = _sharper(other, deal)
            wider = wider and not (deal.weak and len(other.parties) > 1)
            found[index] = replace(
                other,
                kind=deal.kind if sharper else other.kind,
                generic=other.generic and not sharper,
                supposed=deal.supposed
                if sharper
                else other.supposed and (deal.supposed or deal.kind != other.kind),
                weak=other.weak and deal.weak,
                parties=_joined(other, deal) if wider or _near(other, deal) else other.parties,
                date=other.date or _own_date(deal),
                status="reported" if _come_about(other, deal) else other.status,
                founded=tuple(dict.fromkeys((*other.founded, *deal.founded))),
            )
            return
    found.append(deal)


def once(found: Iterable[Found]) -> Iterator[Found]:
    """Deals without those that say no more than one before: two told apart may both be denied."""
    told = set()
    for one in found:
        key = one.kind, frozenset(one.parties), one.date and one.date.date, one.status
        if key not in told:
            yield one
        told.add(key)


def _come_about(one: Found, other: Found) -> bool:
    """Whether what was only planned is told as signed on a day."""
    signed = other.paper and other.date is not None and not other.future
    return one.status == "proposed" and other.status == "reported" and signed


def _own_date(deal: Found) -> Dated | None:
    """The date of a deal, not that of what is still to come of it."""
    return None if deal.future else deal.date


def _less_alike(one: Found, deal: Found) -> tuple[bool, bool]:
    """Order in which reports are compared: first those of the same companies and kind."""
    return set(one.parties) != set(deal.parties), one.kind != deal.kind


def _apart(one: Found, other: Found) -> bool:
    """Whether one undoes what the other makes, or denies what it reports."""
    ends = (one.kind == "other") != (other.kind == "other")
    ends = ends and not (other.weak and other.kind != "other")
    return ends or (one.status == "denied") != (other.status == "denied")


def _venture(one: Found, other: Found) -> bool:
    """Whether one is the memorandum on the joint venture the other tells of."""
    beside = one.sentence == other.sentence
    pair = [each for each in (one, other) if each.kind == "strategic_cooperation"]
    papers = [each for each in pair if each.paper or beside]
    ventures = [each for each in (one, other) if each.kind == "joint_venture"]
    near = other.sentence - one.sentence < _FAR and None in (one.date, other.date)
    same_day = one.date is not None and other.date is not None and one.date.date == other.date.date
    together = set(one.parties) == set(other.parties) and (near or same_day)
    return together and len(papers) == len(ventures) == 1


def _sharper(one: Found, other: Found) -> bool:
    """Whether the later of two reports is surer of its kind."""
    if other.kind == "product_launch":
        return False
    if one.generic and not (other.generic or other.slight):
        return not (other.weak and other.kind == "supply" and not one.supposed)
    return one.weak and not (other.generic or other.weak)


def _kin(one: Found, other: Found) -> bool:
    """Whether two reports are of one kind, or one only supposes its kind and stands near."""
    if one.kind == other.kind:
        return True
    if {one.kind, other.kind} in _BESIDE and one.date != other.date and other.date:
        return False
    if {one.kind, other.kind} == _BESIDE[0] and not (one.supposed or other.supposed):
        return False
    return (one.generic or other.generic) and other.sentence - one.sentence <= _FAR


def _clash(one: Found, other: Found) -> bool:
    """Whether two acts have dates of their own: not that of what is still to come of the first."""
    if one.date is None or other.date is None or (other.weak and other.future):
        return False
    x, y = one.date.date, other.date.date
    return not (x.startswith(y) or y.startswith(x))


def _retold(one: Found, other: Found) -> bool:
    """Whether words that count little only tell more of a deal: “will use” after “signed”."""
    if not (one.weak or other.weak) or _clash(one, other):
        return False
    invested = {one.kind, other.kind} in _BESIDE
    if invested and not (one.slight or other.slight):
        return False
    a, b = set(one.parties), set(other.parties)
    near = other.sentence - one.sentence < _FAR
    return b <= a if other.weak else a <= b and near


def _joined(one: Found, other: Found) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys((*one.parties, *other.parties)))
    return ids if len(ids) <= MOST else one.parties


def _near(one: Found, other: Found) -> bool:
    """Whether two reports of one kind stand in one sentence and share a party."""
    apart = one.apart or other.apart
    return one.kind == other.kind and one.sentence == other.sentence and not apart


def _beside(one: Found, other: Found) -> bool:
    """Whether one sentence plans both of two deals: to buy a stake and to work together."""
    plain = not (one.weak or other.weak or one.slight or other.slight or other.generic)
    return plain and one.sentence == other.sentence and {one.kind, other.kind} == _BESIDE[0]


def _same(one: Found, other: Found) -> bool:
    """Whether two reports are of one deal: parties within each other, dates that do not clash."""
    a, b = set(one.parties), set(other.parties)
    details = other.date is None and (other.future or other.status == "proposed")
    details = details and not _beside(one, other)
    told = (other.slight and b <= a) or (a == b and details)
    if told or _retold(one, other):
        return True
    if not _kin(one, other):
        return False
    again = one.parties[0] in b  # who signs a paper there does what comes of it
    signed = again and (one.paper or other.paper) and _near(one, other)
    if not (a <= b or b <= a or signed):
        return False
    if other.date is None:
        return a == b or one.kind == other.kind
    if one.date is None:
        part = b < a or (len(a) == 1 and a < b)
        return a == b or (part and other.sentence - one.sentence < 2)
    x, y = one.date.date, other.date.date
    return x.startswith(y) or y.startswith(x)
