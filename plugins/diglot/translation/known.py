"""Texts of a record with their translations, as the memory holds them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from diglot.languages import Lang
from diglot.records.state import UNTRANSLATED
from diglot.records.store import Record
from diglot.text.script import to_simplified
from diglot.translation import blocks
from diglot.translation.bitext import HEADS, Bitext
from diglot.translation.units import Pair, head_state

_WORTH: Final = {"reviewed": 3.0, "translated": 2.0, "machine": 1.0}
_TURNED: Final = 0.5
"""What a pair is worth less against the direction it was translated in."""


@dataclass(frozen=True, slots=True)
class Known:
    """A text with its translation."""

    source: str
    target: str
    source_lang: Lang
    target_lang: Lang
    worth: float
    """Of two translations of a text the one that is worth more is recalled."""
    is_prose: bool = True
    """Whether it has sentences that may be known one by one."""

    def turned(self) -> Known:
        """The other direction."""
        return Known(
            self.target,
            self.source,
            self.target_lang,
            self.source_lang,
            self.worth - _TURNED,
            self.is_prose,
        )

    def part(self, source: str, target: str) -> Known:
        """A part of it."""
        return dataclasses.replace(self, source=source, target=target)

    def into(self, lang: Lang) -> str:
        """The translation, in simplified characters where they are asked for."""
        return to_simplified(self.target) if lang == "zh-Hans" else self.target


def of(record: Record) -> Iterator[Known]:
    """What a record says in both languages, now and as its units remember it."""
    work = Bitext.of(record)
    langs = record.article.lang, work.translation.lang
    seen = dict[tuple[str, str], Known]()
    for source, target, worth, is_prose in (*_heads(work), *_blocks(work), *_units(work)):
        if source.strip() and target.strip() and target != UNTRANSLATED:
            one = Known(source, target, *langs, worth, is_prose)
            seen.setdefault((source, target), one)
    yield from seen.values()


_Row = tuple[str, str, float, bool]


def _heads(work: Bitext) -> Iterator[_Row]:
    for name in HEADS:
        own, twin, unit = work.head(name)
        worth = _WORTH.get(head_state(own, twin, unit, work.info))
        if worth:
            yield own, twin, worth, name == "summary"


def _blocks(work: Bitext) -> Iterator[_Row]:
    for pair in work.pairs:
        worth = _WORTH.get(pair.state)
        if worth and pair.target is not None and not pair.joined:
            for source, target, prose in _texts(work, pair):
                yield source, target, worth, prose


def _texts(work: Bitext, pair: Pair) -> Iterator[tuple[str, str, bool]]:
    """The segments of a block, as they are asked for, with their twins."""
    own, far = work.nodes[pair.source], work.twin[pair.target or 0]
    segments = blocks.parts(own).segments, blocks.parts(far).segments
    if own.kind == far.kind and len(segments[0]) == len(segments[1]):
        for source, target in zip(*segments, strict=True):
            yield source, target, own.kind == "paragraph"


def _units(work: Bitext) -> Iterator[_Row]:
    """Texts that stood in the record once: an edit that is made again finds them."""
    state = work.memory
    for unit in (state.title, state.summary, *state.units):
        if unit is not None:
            name = "reviewed" if unit.reviewed else _MADE[unit.method]
            yield unit.source, unit.target, _WORTH[name], True


_MADE: Final = {"machine": "machine", "human": "translated"}
