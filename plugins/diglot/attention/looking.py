"""What a record alone gives to look at: doubtful dates, a machine's translation, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from diglot import edtf
from diglot.attention.item import Item, figure
from diglot.markdown import Node
from diglot.model import Basis
from diglot.problems import tell
from diglot.records.store import Record
from diglot.translation.bitext import Bitext
from diglot.translation.units import Pair
from diglot.yamlfile import Path

Paired = Callable[[Record], tuple[Sequence[Pair], Sequence[Node]]]
"""Gives the blocks of a record with their states, and the nodes of its translation."""


def pair(record: Record) -> tuple[Sequence[Pair], Sequence[Node]]:
    """The blocks of a record, parsed and paired now: `Paired` where nobody has done it yet."""
    work = Bitext.of(record)
    return work.pairs, work.twin


def at(record: Record, paired: Paired = pair) -> Iterator[Item]:
    """Everything a record gives to look at."""
    yield from _dates(record)
    yield from _machine(record, paired)
    yield from _note(record)


def _dates(record: Record) -> Iterator[Item]:
    """Dates marked uncertain or approximate, and those that are only likely."""
    for path, date, basis in _dated(record):
        if date is None or not ((doubt := edtf.parse(date).uncertain) or basis == "inferred"):
            continue
        what = tell("the date %(date)s is inferred, not stated", date=date)
        if doubt:
            what = tell("the date %(date)s is marked uncertain", date=date)
        mend = tell("see what the source says; correct it, or leave it as the best that is known")
        yield Item.of("date", record.sheet.path, record.sheet.lines.of(path), what, mend)


def _dated(record: Record) -> Iterator[tuple[Path, str | None, Basis]]:
    article = record.article
    yield ("published", "date"), article.published.date, article.published.basis
    for place, event in enumerate(article.events):
        yield ("events", place, "date"), event.date, event.basis
    for place, deal in enumerate(article.deals):
        # Of a deal the basis is that of the deal as a whole: without a date it says nothing of one.
        yield ("deals", place, "date"), deal.date, deal.basis


def _machine(record: Record, paired: Paired) -> Iterator[Item]:
    """Blocks as a machine translated them, which nobody has read."""
    sheet = record.translation_sheet
    if sheet is None:
        return
    pairs, twin = paired(record)
    blocks = [pair.target for pair in pairs if pair.state == "machine"]
    if not blocks:
        return
    first = twin[blocks[0] or 0]
    line = sheet.parts.body_line + (first.tokens[0].map or [0])[0]
    what = tell("%(count)s blocks as a machine translated them, read by nobody", count=len(blocks))
    mend = tell(
        "read them against the original, then “diglot review %(slug)s --by <your name>”",
        slug=record.slug,
    )
    more = len(blocks) * figure("each", "block")
    yield Item.of("machine", sheet.path, line, what, mend, more=more)


def _note(record: Record) -> Iterator[Item]:
    """A caveat shown to readers."""
    if record.article.notes is not None:
        line = record.sheet.lines.of(("notes",))
        what = tell("readers are told of a doubt or dispute (“notes”)")
        mend = tell("see whether it still holds")
        yield Item.of("note", record.sheet.path, line, what, mend)
