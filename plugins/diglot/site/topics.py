"""Which deals a theme has: those told where the text speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diglot.authority import Registry
from diglot.deals.told import ToldDeal
from diglot.site.entries import Entry
from diglot.text.script import to_simplified


def told_on(
    registry: Registry,
    themes: Mapping[str, Sequence[Entry]],
    told_in: Mapping[str, Sequence[ToldDeal]],
) -> dict[str, frozenset[str]]:
    """Ids of the deals on each theme.

    They are those told in a paragraph that speaks of the theme; of a record without such, its
    first.

    Args:
        registry: For the cue words of the themes.
        themes: Records by theme.
        told_in: The deals of each record by its slug, the most important first.
    """
    return {
        key: frozenset(
            told.id for e in entries for told in _on(registry, key, e, told_in.get(e.slug, ()))
        )
        for key, entries in themes.items()
    }


def _on(
    registry: Registry, theme: str, entry: Entry, told: Sequence[ToldDeal]
) -> Sequence[ToldDeal]:
    cues = registry.themes[theme].cues
    words = [cue.casefold() for cue in (cues.zh if entry.side == "zh" else cues.en)]
    plain = [node.plain for node in entry.nodes[entry.side]]
    near = [one for one in told if _speaks(one, plain, words)]
    return near or told[:1]


def _speaks(told: ToldDeal, plain: Sequence[str], cues: Iterable[str]) -> bool:
    """Whether the paragraphs that state a deal have a cue word."""
    stated = (next((p for p in plain if quote in p), "") for quote in told.deal.evidence)
    text = to_simplified(" ".join(stated)).casefold()
    return any(cue in text for cue in cues)
