"""TMX 1.4, the translation memory of CAT tools: all pairs that are up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from translate.storage.tmx import tmxfile

from diglot.languages import Lang
from diglot.translation.align import Name
from diglot.translation.bitext import Bitext
from diglot.translation.exchange.units import entries
from diglot.translation.twins import twins
from diglot.translation.units import State

_CURRENT: Final[tuple[State, ...]] = ("machine", "translated", "reviewed")
_LENGTHS: Final = {"sentence": "sentence", "block": "paragraph"}
"""Names TMX has for what a unit is."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation."""

    source: str
    target: str
    langs: tuple[Lang, Lang]
    kind: str
    """`block` or `sentence`."""
    state: State
    slug: str


def write(pairs: Iterable[Pair]) -> bytes:
    """A TMX file; of equal pairs the first is written."""
    file = tmxfile(sourcelanguage="*all*")
    header = file.document.getroot().find("header")
    for name, value in {"creationtool": "Diglot", "creationtoolversion": "1"}.items():
        header.set(name, value)
    seen = set()
    for pair in pairs:
        key = pair.source, pair.target, pair.langs
        if key not in seen:
            seen.add(key)
            _add(file, pair)
    return bytes(file)


def _add(file: tmxfile, pair: Pair) -> None:
    file.addtranslation(pair.source, pair.langs[0], pair.target, pair.langs[1], context=pair.slug)
    unit = file.units[-1].xmlelement
    unit.set("srclang", pair.langs[0])
    unit.set("segtype", _LENGTHS[pair.kind])
    prop = unit.makeelement("prop", {"type": "x-diglot-state"})
    prop.text = pair.state
    unit.insert(0, prop)


def pairs(work: Bitext, names: Iterable[Name] = ()) -> Iterator[Pair]:
    """The pairs of a record: blocks, and sentences that one sentence translates."""
    langs = work.record.article.lang, work.translation.lang
    known = list(names)
    for entry in entries(work):
        if entry.state in _CURRENT and entry.target and entry.part is not None:
            whole = Pair(entry.source, entry.target, langs, "block", entry.state, entry.slug)
            yield whole
            yield from _sentences(whole, known)


def _sentences(whole: Pair, names: list[Name]) -> Iterator[Pair]:
    found = list(twins((whole.source, whole.langs[0]), (whole.target, whole.langs[1]), names))
    for one in found:
        if one != (whole.source, whole.target):
            yield Pair(*one, whole.langs, "sentence", whole.state, whole.slug)
