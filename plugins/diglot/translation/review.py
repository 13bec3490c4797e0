"""``diglot review``: a person says that a translation says what its original says."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from diglot.config import Project
from diglot.problems import ContentError, Finding, tell
from diglot.records import store
from diglot.records.refresh import unknown_slug
from diglot.records.state import Review, State, Unit
from diglot.translation.bitext import HEADS, Bitext
from diglot.translation.units import is_text, settle
from diglot.translation.work import readable


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review covered."""

    blocks: int
    """Blocks marked now."""
    missing: int
    """Blocks that could not be: nobody has translated them."""


def review(project: Project, slug: str, block: int | None, mark: Review) -> Reviewed:
    """Mark one block (1-based) or the whole translation of a record as reviewed.

    A stale block is up to date after it: the person has read it against the original as it is.

    Raises:
        ContentError: no such record or block, or one of its files cannot be read.
    """
    record = _record(project, slug)
    work = Bitext.of(record)
    wanted = range(len(work.nodes)) if block is None else (_own(work, block),)
    units = {n: unit for n in wanted if (unit := _read(work, n, mark)) is not None}
    state = _heads(work, mark) if block is None else work.memory
    state = dataclasses.replace(state, units=_merged(work, units))
    store.write_state(project.content, slug, state)
    missing = sum(work.pairs[n].state == "missing" for n in wanted)
    if block is None and not missing and record.translation is not None:
        _sign(project, record, mark)
    return Reviewed(len(units), missing)


def _record(project: Project, slug: str) -> store.Record:
    record, findings = store.load(project.content, slug)
    if record is None:
        raise ContentError(*(findings or [unknown_slug(slug)]))
    if not readable(project.content, record):
        raise ContentError(*findings)
    return record


def _own(work: Bitext, block: int) -> int:
    """Position of a block (1-based) with a translation of its own."""
    slug, count = work.record.slug, len(work.nodes)
    what, mend = (
        tell("“%(slug)s” has no block %(block)s", slug=slug, block=block),
        tell("its blocks are 1 to %(count)s, headings included", count=count),
    )
    if 1 <= block <= count:
        pair = work.pairs[block - 1]
        if not pair.joined:
            return block - 1
        whole = next(one for one in work.pairs if one.target == pair.target and not one.joined)
        what = tell(
            "block %(block)s of “%(slug)s” has no translation of its own", block=block, slug=slug
        )
        mend = tell(
            "review block %(source)s, whose translation says what both say", source=whole.source + 1
        )
    raise ContentError(Finding(work.record.sheet.path, 0, "block-unknown", what, mend))


def _read(work: Bitext, number: int, mark: Review) -> Unit | None:
    """The unit of a block as it stands, reviewed; None where there is nothing to review."""
    pair = work.pairs[number]
    if pair.target is None or pair.state == "missing" or pair.joined:
        return None
    source, target = work.nodes[number].plain, work.twin[pair.target].plain
    return Unit(
        source=source,
        target=target,
        by=pair.unit.by if pair.unit is not None and pair.unit.target == target else None,
        method="machine" if pair.machine else "human",
        reviewed=mark,
    )


def _merged(work: Bitext, read: dict[int, Unit]) -> tuple[Unit, ...]:
    """All units, the reviewed ones in the places of what they replace."""
    old = settle(work.sources, work.targets, work.memory.units, work.info)
    texts = {(unit.source, unit.target): unit for unit in read.values()}
    merged = [texts.pop((unit.source, unit.target), unit) for unit in old]
    # What is left was stale: its new unit goes where the old one stood.
    for unit in texts.values():
        place = next((n for n, known in enumerate(merged) if known.target == unit.target), 0)
        merged.insert(place, unit)
    return tuple(merged)


def _heads(work: Bitext, mark: Review) -> State:
    state = work.memory
    for name in HEADS:
        own, twin, unit = work.head(name)
        if is_text(twin):
            same = unit is not None and unit.target == twin
            method = unit.method if unit is not None and same else "human"
            by = unit.by if unit is not None and same else None
            read = Unit(source=own, target=twin, by=by, method=method, reviewed=mark)
            if name == "title":
                state = dataclasses.replace(state, title=read)
            else:
                state = dataclasses.replace(state, summary=read)
    return state


def _sign(project: Project, record: store.Record, mark: Review) -> None:
    """Say in the front matter of the translation who has read all of it."""
    if record.translation is None:
        return
    info = dataclasses.replace(
        record.translation.translation, reviewed_by=mark.by, reviewed_on=mark.on
    )
    front = dataclasses.replace(record.translation, translation=info)
    store.write_sheet(project.content, record.slug, front, record.translation_body or "")
