"""Deals that two records tell differently.

Which tellings are of one deal, `deals.alliances` decides, here as for the site: what editors are
asked about is what readers see in one row. Besides, two rows that differ in nothing but a few days
may be one deal. More exact is no contradiction: “June 2019” and 28 June 2019 go together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from diglot.attention.item import Item, figure
from diglot.deals import merging
from diglot.deals.told import ToldDeal, tellings
from diglot.edtf import Edtf
from diglot.problems import Message, tell
from diglot.records.store import Record

_Pair = tuple[ToldDeal, ToldDeal]


def conflicts(records: Iterable[Record]) -> Iterator[Item]:
    """An item at each of two tellings that contradict each other."""
    for one, other in pairs(tellings(records)):
        if differ := differences(one, other):
            for here, there in ((one, other), (other, one)):
                yield _item(here, there.record.slug, differ)


def _item(here: ToldDeal, slug: str, differ: Message) -> Item:
    sheet = here.record.sheet
    what = tell("“%(slug)s” tells of this deal otherwise: %(how)s", slug=slug, how=differ)
    mend = tell("compare the two; correct the one that is wrong, or say so in “notes”")
    return Item.of("conflict", sheet.path, sheet.lines.of(("deals", here.place)), what, mend)


def pairs(deals: Sequence[ToldDeal]) -> Iterator[_Pair]:
    """Two tellings of one deal, or of what may be one; of different records."""
    for group in merging.groups(deals):
        yield from (two for two in combinations(group, 2) if _open(*two))
    yield from _days_apart(deals)


def _open(one: ToldDeal, other: ToldDeal) -> bool:
    """Whether two records tell them, and no editor has said of the two what they are."""
    said = [(*told.deal.same_as, *told.deal.not_same_as) for told in (one, other)]
    return one.record.slug != other.record.slug and not (other.id in said[0] or one.id in said[1])


def _days_apart(deals: Iterable[ToldDeal]) -> Iterator[_Pair]:
    """Tellings that differ only in the day, and by a few: one of them may be a misprint."""
    alike: defaultdict[object, list[ToldDeal]] = defaultdict(list)
    for told in deals:
        if len(set(told.deal.parties)) > 1 and told.date and told.date.precision == "day":
            alike[frozenset(told.deal.parties), told.deal.kind].append(told)
    for near in alike.values():
        yield from (two for two in combinations(near, 2) if _near(*two) and _open(*two))


def _near(one: ToldDeal, other: ToldDeal) -> bool:
    days = [told.date.earliest for told in (one, other) if told.date and told.date.earliest]
    return len(days) == 2 and 0 < abs((days[0] - days[1]).days) <= figure("days_apart")


def differences(one: ToldDeal, other: ToldDeal) -> Message | None:
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


def _went_on(one: ToldDeal, other: ToldDeal) -> bool:
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
