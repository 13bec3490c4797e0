"""Pairing of original and translated blocks, and what is known of each pair.

The state file keeps translation units: the full text of a source block and of its target when
the translation was written. Comparing them with the blocks as they stand now tells what a person
changed since, and on which side. A text counts as a machine's only while it is, word for word,
what a machine wrote.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from diglot.languages import Side
from diglot.model import Article, TranslationInfo
from diglot.records.state import UNTRANSLATED, Unit
from diglot.translation.pairing import pair_up

State = Literal["original", "machine", "translated", "reviewed", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of the original (by position) and its twin."""

    source: int
    target: int | None
    """Position in the translation; None when it has no block for this one."""
    state: State
    unit: Unit | None
    """The unit the pair was written as; its source shows what changed since."""
    machine: bool = False
    """Whether the twin stands as a machine wrote it, reviewed or stale though it may be."""
    joined: bool = False
    """Whether the twin is that of a neighbour, which says what both blocks say."""
    extra: tuple[int, ...] = ()
    """Blocks of the translation that follow the twin and belong to no block of the original."""


class Paired(Protocol):
    """A record whose blocks are paired."""

    @property
    def side(self) -> Side:
        """Side of the original."""

    @property
    def article(self) -> Article:
        """Its front matter."""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Its blocks."""


def pairs(
    sources: Sequence[str],
    targets: Sequence[str],
    units: Sequence[Unit],
    info: TranslationInfo,
) -> tuple[Pair, ...]:
    """One pair for each block of the original, in its order (texts are plain, collapsed).

    Every block of the translation is the target of a pair or among its extra blocks, but for
    those nobody has translated yet.
    """
    if any(unit.reviewed for unit in units):
        # The review was written down text by text; what came later is not covered by it.
        info = dataclasses.replace(info, reviewed_by=None)
    matches = pair_up(sources, targets, units)
    made = _machine_made(units)
    found = []
    for index, (source, match) in enumerate(zip(sources, matches, strict=True)):
        unit = None if match.unit is None else units[match.unit]
        text = UNTRANSLATED if match.target is None else targets[match.target]
        if unit is not None and unit.target != text and text in made and not match.joined:
            # A machine's text, but for another original; nobody has edited it.
            unit = next(one for one in units if one.target == text)
        state = _state(source, text, unit, info, joined=match.joined)
        found.append(Pair(index, match.target, state, unit, text in made, match.joined))
    return _with_extra(found, targets)


def _with_extra(found: list[Pair], targets: Sequence[str]) -> tuple[Pair, ...]:
    """The pairs with the blocks that belong to none of them, each after the block it follows."""
    owner = {p.target: n for n, p in reversed(list(enumerate(found))) if p.target is not None}
    extra: dict[int, list[int]] = {}
    last = 0
    for place, text in enumerate(targets):
        if place in owner:
            last = owner[place]
        elif found and text != UNTRANSLATED:
            extra.setdefault(last, []).append(place)
    return tuple(
        dataclasses.replace(pair, extra=tuple(extra[n])) if n in extra else pair
        for n, pair in enumerate(found)
    )


def is_text(target: str) -> bool:
    """Whether somebody has translated this block."""
    return bool(target) and target != UNTRANSLATED


def _machine_made(units: Sequence[Unit]) -> frozenset[str]:
    """Texts a machine wrote and no person has."""
    by: dict[str, set[str]] = {"machine": set(), "human": set()}
    for unit in units:
        by[unit.method].add(unit.target)
    return frozenset(by["machine"] - by["human"])


def head_state(source: str, target: str, unit: Unit | None, info: TranslationInfo) -> State:
    """State of a translated title or summary."""
    return _state(source, target, unit, info)


def _state(
    source: str, target: str, unit: Unit | None, info: TranslationInfo, *, joined: bool = False
) -> State:
    if not is_text(target) and (source or target):  # a rule has no text on either side
        return "missing"
    if unit is None:
        # Nobody knows how old it is; front matter may still say that a person has read it.
        return "reviewed" if info.reviewed_by else "translated"
    if unit.source != source:
        return "stale"
    if joined or unit.target != target:
        return "translated"
    if unit.reviewed or info.reviewed_by:
        return "reviewed"
    return "machine" if unit.method == "machine" else "translated"


def settle(
    sources: Sequence[str],
    targets: Sequence[str],
    units: Sequence[Unit],
    info: TranslationInfo,
) -> tuple[Unit, ...]:
    """The units as they should be remembered, now that people have edited both texts.

    What a person wrote becomes a unit of theirs; a stale pair keeps the source it was made from.
    Units that fit nothing at present are kept: an edit that is taken back finds them again.
    """
    now = []
    for pair in pairs(sources, targets, units, info):
        if pair.target is not None and not pair.joined and pair.state != "missing":
            now.append(_settled(sources[pair.source], targets[pair.target], pair.unit))
    kept = {(unit.source, unit.target) for unit in now}
    return (*now, *(unit for unit in units if (unit.source, unit.target) not in kept))


def _settled(source: str, target: str, unit: Unit | None) -> Unit:
    if unit is not None and unit.target == target:
        return unit
    return Unit(source=source if unit is None else unit.source, target=target, method="human")
