"""What editors say of deals: their ids, and that they are the same or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from diglot.check.problem import Problem, Problems
from diglot.check.verdict import Gist
from diglot.deals import merging
from diglot.problems import tell
from diglot.records import deal_ids
from diglot.records.content import Content


def deal_unanchored(content: Content) -> Problems:
    """A deal whose id, and so its address, would change with its kind or parties."""
    mend = tell("write it down as “id” of the deal (check --fix does), so that links to it hold")
    for record in content.records:
        for place in deal_ids.unsettled(record):
            line, column = record.sheet.lines.mark(("deals", place))
            what = tell("the id of this deal changes when its kind or parties are corrected")
            yield Problem(record.sheet.path, line, what, mend, column)


def deal_unknown(_content: Content, gists: Sequence[Gist]) -> Problems:
    """An id under `same_as` or `not_same_as` that no deal has, or only the deal itself."""
    known = {name for gist in gists for name in gist.deals}
    mend = tell("take the id from the address of its row, deals/#<id>, or take the line out")
    for gist in gists:
        for order in gist.orders:
            if order.other not in known or order.other == order.deal:
                what = tell("“%(deal)s” is no deal, or this deal itself", deal=order.other)
                yield Problem(gist.path, order.line, what, mend, order.column)


def deal_twice(_content: Content, gists: Sequence[Gist]) -> Problems:
    """An id that stands in the front matter of two deals."""
    bearers = Counter(anchor.id for gist in gists for anchor in gist.anchors)
    mend = tell("take the line out; a deal without it has an id of its own")
    for gist in gists:
        for anchor in gist.anchors:
            if bearers[anchor.id] > 1:
                what = tell("another deal has the id “%(id)s” too", id=anchor.id)
                yield Problem(gist.path, anchor.line, what, mend, anchor.column)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of a deal."""

    same_as: tuple[str, ...]
    not_same_as: tuple[str, ...]


def deal_contradiction(_content: Content, gists: Sequence[Gist]) -> Problems:
    """Deals that are said to be the same and not the same, maybe by way of others."""
    torn = merging.contradictions(
        {name: _said(gist, name) for gist in gists for name in gist.deals}
    )
    mend = tell("take one of the two out; until then neither is followed")
    for gist in gists:
        for order in gist.orders:
            if not order.same and any({order.deal, order.other} <= group for group in torn):
                what = tell(
                    "“%(deal)s” is called the same deal as well, maybe by way of others",
                    deal=order.other,
                )
                yield Problem(gist.path, order.line, what, mend, order.column)


def _said(gist: Gist, name: str) -> _Said:
    own = [order for order in gist.orders if order.deal == name]
    return _Said(
        tuple(order.other for order in own if order.same),
        tuple(order.other for order in own if not order.same),
    )
