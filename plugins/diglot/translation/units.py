"""Pairing of original and translated blocks, and what is known of each pair.

The state file keeps translation units: the full text of a source block and of its target when
the translation was written. Comparing them with the blocks as they stand now tells what a person
changed since, and on which side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from diglot.model import TranslationInfo
from diglot.records.state import UNTRANSLATED, Unit

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


def pairs(
    sources: Sequence[str],
    targets: Sequence[str],
    units: Sequence[Unit],
    info: TranslationInfo,
) -> tuple[Pair, ...]:
    """One pair for each block of the original, in its order (texts are plain, collapsed)."""
    unit_of = _match([unit.source for unit in units], sources)
    target_of = _targets(sources, targets, units, unit_of)
    found = []
    for index, source in enumerate(sources):
        place = unit_of.get(index)
        unit = units[place] if place is not None else None
        target = target_of.get(index)
        text = UNTRANSLATED if target is None else targets[target]
        found.append(Pair(index, target, _state(source, text, unit, info), unit))
    return tuple(found)


def _match(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Position in ``old`` for each position in ``new``: equal texts first, then by position."""
    found: dict[int, int] = {}
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            found |= dict(zip(range(c, d), range(a, b), strict=False))
    return found


def _targets(
    sources: Sequence[str],
    targets: Sequence[str],
    units: Sequence[Unit],
    unit_of: dict[int, int],
) -> dict[int, int]:
    """Which target belongs to which source: by position, or by the units when counts differ."""
    if len(sources) == len(targets) or not units:
        return {i: i for i in range(min(len(sources), len(targets)))}
    place = {old: new for new, old in _match([unit.target for unit in units], targets).items()}
    return {new: place[old] for new, old in unit_of.items() if old in place}


def _state(source: str, target: str, unit: Unit | None, info: TranslationInfo) -> State:
    if not target or target == UNTRANSLATED:
        return "missing"
    if unit is None:
        # Without a unit the age of a translation is unknown; only its maker's word counts.
        return "reviewed" if info.reviewed_by else _made(info.method == "human")
    if unit.source != source:
        return "stale"
    if unit.target != target:
        return "translated"
    if unit.reviewed or info.reviewed_by:
        return "reviewed"
    return _made(info.method == "human" and unit.by == info.by)


def _made(human: bool) -> State:
    return "translated" if human else "machine"
