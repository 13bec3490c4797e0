"""Deals that two records tell differently.

A `Telling` is what one record says of a deal. `alike` decides which tellings are of one deal, and
may be replaced by any other grouping; `differences` says in what two of them contradict each other.
More exact is no contradiction: “June 2019” and 28 June 2019 go together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from diglot import edtf
from diglot.attention.item import Item, figure
from diglot.edtf import Edtf
from diglot.model import Deal
from diglot.problems import Message, tell
from diglot.records.store import Record

_MONTH = 31
"""Days below which two acts of different kinds are taken for one."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a record says of a deal."""

    slug: str
    path: str
    line: int
    deal: Deal
    published: Edtf | None

    @property
    def date(self) -> Edtf | None:
        """The deal's date."""
        return edtf.parse(self.deal.date) if self.deal.date else None


Pairs = Callable[[Iterable[Telling]], Iterable[tuple[Telling, Telling]]]
"""Of all tellings, the pairs that are of one deal."""


def told(records: Iterable[Record]) -> Iterator[Telling]:
    """Every deal of every record."""
    for record in records:
        day = record.article.published.date
        for place, deal in enumerate(record.article.deals):
            line = record.sheet.lines.of(("deals", place))
            published = edtf.parse(day) if day else None
            yield Telling(record.slug, record.sheet.path, line, deal, published)


def conflicts(found: Iterable[Telling], pairs: Pairs) -> Iterator[Item]:
    """An item at each of two tellings that contradict each other."""
    for one, other in pairs(found):
        if differ := differences(one, other):
            for here, there in ((one, other), (other, one)):
                what = tell(
                    "“%(slug)s” tells of this deal otherwise: %(how)s", slug=there.slug, how=differ
                )
                mend = tell("compare the two; correct the one that is wrong, or say so in “notes”")
                yield Item.of("conflict", here.path, here.line, what, mend)


def alike(found: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of tellings, of different records, that seem to be of one deal."""
    by_parties: defaultdict[frozenset[str], list[Telling]] = defaultdict(list)
    for telling in found:
        if len(set(telling.deal.parties)) > 1 and telling.date is not None:
            by_parties[frozenset(telling.deal.parties)].append(telling)
    for group in by_parties.values():
        yield from _pairs(group)


def _pairs(group: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    for one, other in combinations(group, 2):
        if one.slug != other.slug and _near(one, other):
            yield one, other


def _near(one: Telling, other: Telling) -> bool:
    """Whether the dates may be of one act: of one kind, or within a month."""
    a, b = one.date, other.date
    if a is None or b is None:
        return False
    if one.deal.kind == other.deal.kind:
        return a.overlaps(b) or _days_apart(a, b) is not None
    # “Supply” and “joint venture” in the same year are likelier to be two deals.
    return a.overlaps(b) and max(_span(a), _span(b)) <= _MONTH


def differences(one: Telling, other: Telling) -> Message | None:
    """In what two tellings of one deal contradict each other; None where they do not."""
    if one.deal.kind != other.deal.kind:
        return _versus(one.deal.kind, other.deal.kind)
    if one.deal.status != other.deal.status and not _went_on(one, other):
        return _versus(one.deal.status, other.deal.status)
    a, b = one.date, other.date
    if a is not None and b is not None and not (_within(a, b) or _within(b, a)):
        return _versus(str(a), str(b))
    return None


def _versus(one: str, other: str) -> Message:
    return tell("%(one)s or %(other)s", one=one, other=other)


def _went_on(one: Telling, other: Telling) -> bool:
    """Whether a plan was reported first and its fulfilment later, as far as is known."""
    plan, fact = sorted((one, other), key=lambda telling: telling.deal.status != "proposed")
    if "denied" in (plan.deal.status, fact.deal.status):
        return False
    if plan.published is None or fact.published is None:
        return True
    return plan.published.sort_key() < fact.published.sort_key()


def _within(one: Edtf, other: Edtf) -> bool:
    """Whether a date is a more exact form of another."""
    if one.yearless or other.yearless:
        return one.overlaps(other)
    low, high = other.earliest, other.latest
    above = low is None or (one.earliest is not None and one.earliest >= low)
    return above and (high is None or (one.latest is not None and one.latest <= high))


def _span(date: Edtf) -> float:
    if date.earliest is None or date.latest is None:
        return 0 if date.yearless and date.precision == "day" else float("inf")
    return (date.latest - date.earliest).days


def _days_apart(one: Edtf, other: Edtf) -> int | None:
    """Days between two days that may be reports of one; None: too many, or no days."""
    if _span(one) or _span(other) or one.earliest is None or other.earliest is None:
        return None
    days = abs((one.earliest - other.earliest).days)
    return days if days <= figure("days_apart") else None
