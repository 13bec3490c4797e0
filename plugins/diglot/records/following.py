"""How a translation follows an original whose blocks changed."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from diglot import markdown
from diglot.records.state import UNTRANSLATED, Unit


def follow(
    old: Sequence[str],
    new: Sequence[str],
    twin: Sequence[str],
    units: Sequence[Unit],
    by: str | None,
) -> tuple[list[str], tuple[Unit, ...]]:
    """The translation's blocks and units after the original's blocks changed.

    A block that moved takes its translation along; a changed one keeps it, and it is stale now.
    A new block waits to be translated. The translation of a removed one leaves the body and stays
    among the units.

    Args:
        old: Blocks of the original before, in Markdown.
        new: Its blocks now.
        twin: Blocks of the translation, one for each of ``old``.
        units: Translation units so far.
        by: Who made the translation.
    """
    places = places_before(old, new)
    blocks = [UNTRANSLATED if place is None else twin[place] for place in places]
    orphans = [i for i in range(len(old)) if i not in places and twin[i] != UNTRANSLATED]
    return blocks, remember(old, twin, orphans, units, by) if orphans else tuple(units)


def places_before(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each new block its place among the old ones: the equal block, else what it replaces."""
    found: list[int | None] = [None] * len(new)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, a, b, c, _ in codes:
        if tag == "equal":
            found[c : c + b - a] = range(a, b)
    for place, block in enumerate(new):
        if found[place] is None:
            found[place] = next((i for i in _free(old, found) if old[i] == block), None)
    for tag, a, b, c, d in codes:
        if tag == "replace":
            left = [i for i in _free(old, found) if a <= i < b]
            for place, i in zip((p for p in range(c, d) if found[p] is None), left, strict=False):
                found[place] = i
    return found


def _free(old: Sequence[str], found: Sequence[int | None]) -> list[int]:
    return [i for i in range(len(old)) if i not in found]


def remember(
    old: Sequence[str],
    twin: Sequence[str],
    orphans: Sequence[int],
    units: Sequence[Unit],
    by: str | None,
) -> tuple[Unit, ...]:
    """The units, with those that hold translations about to leave the body."""
    if not units:  # a lone unit would be taken for the first block's
        orphans = [i for i, block in enumerate(twin) if block != UNTRANSLATED]
    kept = list(units)
    for index in orphans:
        unit = Unit(source=_plain(old[index]), target=_plain(twin[index]), by=by)
        if unit.target not in {known.target for known in kept}:
            before = set(map(_plain, old[: index + 1]))
            places = (place for place, known in enumerate(kept, 1) if known.source in before)
            kept.insert(max(places, default=0), unit)
    return tuple(kept)


def _plain(block: str) -> str:
    return "\n\n".join(node.plain for node in markdown.parse(block)) or block
