"""Sentences of a record: which are twins, and the fragments that lead to them on every page.

A sentence is named by its block and its number in the original: ``s4-2`` is the second sentence of
block 4 on the page of the original, on that of the translation and among the facing texts. A
sentence that translates several carries all their names; one that nobody translated is led to
where it would stand; what the translation adds is ``s4-2a``, after the sentence it follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from diglot.languages import Lang, Side, other
from diglot.markdown import Node
from diglot.site.entries import Entry
from diglot.text.segment import sentences
from diglot.translation.align import Bead, Span, beads

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Twin:
    """Sentences of one side that belong together."""

    number: int
    """The same on both sides of a pair; ``s1``, ``s2`` … as classes."""
    span: Span
    names: tuple[str, ...]
    """``4-2``; several where it stands for several sentences of the original."""


def target(entry: Entry, index: int) -> Node | None:
    """The block of the translation that belongs to a block; None where it is missing."""
    place = entry.pairs[index].target
    missing = place is None or entry.pairs[index].state == "missing"
    return None if missing else entry.nodes[other(entry.side)][place or 0]


def of_original(entry: Entry, index: int) -> tuple[Twin, ...]:
    """The sentences of a block of the original, each by itself."""
    node = entry.nodes[entry.side][entry.pairs[index].source]
    spans = sentences(node.plain, entry.article.lang) if node.kind == "paragraph" else ()
    whole = spans or ((0, len(node.plain)),)
    return tuple(Twin(n, span, (f"{index + 1}-{n}",)) for n, span in enumerate(whole, 1))


def twins(entry: Entry, index: int) -> dict[Side, tuple[Twin, ...]]:
    """Sentence twins of a pair; a heading or a pair that wants its twin is one sentence."""
    pair = entry.pairs[index]
    side, far = entry.side, other(entry.side)
    own, twin = entry.nodes[side][pair.source], target(entry, index)
    alone = of_original(entry, index)
    if twin is None or pair.joined or own.kind != "paragraph" or twin.kind != "paragraph":
        names = tuple(name for one in alone for name in one.names)
        whole = {side: own} | ({far: twin} if twin else {})
        return {key: (Twin(1, (0, len(node.plain)), names),) for key, node in whole.items()}
    found = _beads(own.plain, entry.lang(side), twin.plain, entry.lang(far))
    names_of = _names(index + 1, found)
    led = _led(found, names_of)
    return {
        side: tuple(_twins([bead.source for bead in found], names_of)),
        far: tuple(_twins([bead.target for bead in found], led)),
    }


def _beads(own: str, own_lang: Lang, far: str, far_lang: Lang) -> list[Bead]:
    """Beads of two texts."""
    left, right = iter(sentences(own, own_lang)), iter(sentences(far, far_lang))
    steps = _steps(own, own_lang, far, far_lang)
    pairs = zip(steps[::2], steps[1::2], strict=True)
    return [Bead(tuple(islice(left, m)), tuple(islice(right, n))) for m, n in pairs]


@lru_cache(maxsize=1 << 18)
def _steps(own: str, own_lang: Lang, far: str, far_lang: Lang) -> bytes:
    """How many sentences of each text are in each bead, one after the other.

    Kept, as three files of a record want it and it takes longer than all the rest of them: 8 ms.
    """
    found = beads(own, sentences(own, own_lang), far, sentences(far, far_lang))
    return bytes(len(spans) for bead in found for spans in (bead.source, bead.target))


def _twins(spans: Sequence[Sequence[Span]], names: Sequence[tuple[str, ...]]) -> Iterable[Twin]:
    for number, (span, named) in enumerate(zip(spans, names, strict=True), 1):
        if span:
            yield Twin(number, (span[0][0], span[-1][1]), named)


def _names(block: int, found: Sequence[Bead]) -> list[tuple[str, ...]]:
    """Names of each bead, by the sentences of the original in it."""
    names, count, added = [], 0, 0
    for bead in found:
        first, count = count + 1, count + len(bead.source)
        added = 0 if bead.source else added + 1
        here = tuple(f"{block}-{n}" for n in range(first, count + 1))
        names.append(here or (f"{block}-{count}{_LETTERS[(added - 1) % 26]}",))
    return names


def _led(found: Sequence[Bead], names: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The same for the translation, with the names of what it leaves out beside what precedes."""
    led = [named if bead.target else () for bead, named in zip(found, names, strict=True)]
    shown = [n for n, bead in enumerate(found) if bead.target]
    for n, bead in enumerate(found):
        if not bead.target:
            place = max((m for m in shown if m < n), default=min(shown, default=n))
            led[place] = (*led[place], *names[n])
    return led
