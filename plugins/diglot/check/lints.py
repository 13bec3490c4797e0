"""Translations against their originals, block by block: what `translation.lint` finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from diglot import markdown
from diglot.check.problem import blocks, of_registry
from diglot.markdown import Node
from diglot.model import Translation
from diglot.problems import Finding, Message, Severity, tell
from diglot.records.content import Content
from diglot.records.sheets import Sheet
from diglot.records.store import Record
from diglot.translation.lint import CODES, Fault, Linter
from diglot.translation.units import Pair, pairs

SEVERITIES: Final[Mapping[str, Severity]] = MappingProxyType(
    dict.fromkeys((*CODES, "translation-kind", "translation-stale"), Severity.WARNING)
    | {"translation-waiver": Severity.NOTE}
)
"""How bad each finding is."""


_FREE: Final = frozenset({"translation-names", "translation-length"})
"""Headlines and summaries are put in other words: who is named in them is free."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A fault with the text it is in: a block (from 1), `title` or `summary`; and its line."""

    block: str
    line: int
    fault: Fault


linter: Final = of_registry(Linter)
"""The lint for a registry; costs a gazetteer."""


def findings(content: Content) -> Iterator[Finding]:
    """What the translations seem to have wrong, without what is waived, and idle waivers."""
    compare = linter(content.registry)
    for record in content.records:
        translation, sheet = record.translation, record.translation_sheet
        if translation is not None and sheet is not None:
            told = list(_told(record, translation, sheet, compare))
            waived = {(waiver.block, waiver.code) for waiver in translation.waive}
            for one in told:
                if (one.block, one.fault.code) not in waived:
                    yield _finding(sheet, one.line, one.fault, _where(one.block))
            yield from _idle(translation, sheet, told)


def _finding(sheet: Sheet, line: int, fault: Fault, where: Message | None = None) -> Finding:
    what = tell("%(where)s: %(what)s", where=where, what=fault.what) if where else fault.what
    return Finding(sheet.path, line, fault.code, what, fault.mend, SEVERITIES[fault.code])


_HEADS: Final = {"title": tell("title"), "summary": tell("summary")}


def _where(block: str) -> Message:
    return _HEADS.get(block) or tell("block %(number)s", number=block)


def _idle(translation: Translation, sheet: Sheet, told: Sequence[_Told]) -> Iterator[Finding]:
    """Waivers of what is not found (any more)."""
    found = {(one.block, one.fault.code) for one in told}
    for place, waiver in enumerate(translation.waive):
        if (waiver.block, waiver.code) not in found:
            what = tell(
                "there is no %(code)s in %(where)s to waive",
                code=waiver.code,
                where=_where(waiver.block),
            )
            fault = Fault("translation-waiver", what, tell("take the waiver out"))
            yield _finding(sheet, sheet.lines.of(("waive", place)), fault)


def _told(
    record: Record, translation: Translation, sheet: Sheet, linter: Linter
) -> Iterator[_Told]:
    """The faults of title, summary and all blocks that have a twin of their own."""
    yield from _heads(record, translation, sheet, linter)
    sources, targets = blocks(record.body), blocks(sheet.parts.body)
    if len(sources) != len(targets) and not (record.state and record.state.units):
        return  # nobody can tell which block is whose (`translation-blocks`)
    present = frozenset(mention.id for mention in record.article.companies)
    for pair, place in _alone(_pairs(record, translation, sources, targets)):
        one, other = sources[pair.source], targets[place]
        line = sheet.parts.body_line + (other.tokens[0].map or [0])[0]
        faults = list(_stale(pair) if pair.state == "stale" else _kind(one, other))
        if pair.state != "stale" and one.kind != "other":
            source, target = (one.plain, record.article.lang), (other.plain, translation.lang)
            faults += linter.faults(source, target, present)
        for fault in faults:
            yield _Told(f"{place + 1}", line, fault)


def _heads(
    record: Record, translation: Translation, sheet: Sheet, linter: Linter
) -> Iterator[_Told]:
    """The faults of title and summary."""
    for name in ("title", "summary"):
        own, far = getattr(record.article, name), getattr(translation, name)
        if own.strip() and far.strip():
            source, target = (own, record.article.lang), (far, translation.lang)
            for fault in linter.faults(source, target, frozenset()):
                if fault.code not in _FREE:
                    yield _Told(name, sheet.lines.of((name,)), fault)


def _alone(found: Sequence[Pair]) -> Iterator[tuple[Pair, int]]:
    """Pairs whose twin belongs to them alone and is all of it, with its position."""
    shared = {pair.target for pair in found if pair.joined}
    for pair in found:
        whole = pair.target not in shared and not pair.extra and pair.state != "missing"
        if pair.target is not None and whole:
            yield pair, pair.target


def _pairs(
    record: Record, translation: Translation, sources: Sequence[Node], targets: Sequence[Node]
) -> Sequence[Pair]:
    units = record.state.units if record.state else ()
    one, other = ([node.plain for node in nodes] for nodes in (sources, targets))
    return pairs(one, other, units, translation.translation)


def _stale(pair: Pair) -> Iterator[Fault]:
    what = tell("its original has changed since it was translated")
    mend = tell(
        "bring it up to date, then `diglot review <slug> --block <number> --by <your name>`"
    )
    if pair.machine:
        mend = tell("run `diglot translate`")
    yield Fault("translation-stale", what, mend)


def _kind(one: Node, other: Node) -> Iterator[Fault]:
    if one.kind != other.kind:
        what = tell(
            "it is a %(kind)s, its original a %(own)s",
            kind=markdown.KINDS[other.kind],
            own=markdown.KINDS[one.kind],
        )
        yield Fault("translation-kind", what, tell("write both as blocks of one kind"))
