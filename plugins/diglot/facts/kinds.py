"""Of what kind a deal is, by the words of a paper's name or those that stand around it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from diglot.facts.scene import Place, Scene, pattern
from diglot.model import DealKind
from diglot.patterns import compiled
from diglot.yamlfile import data

_STOP: Final = re.compile("[；;]|，而(?=近日|日前|目前|此次|这次)")


def of_paper(scene: Scene, at: Place, index: int) -> DealKind | None:
    """The kind a signed paper has by its own name, else by what stands around it."""
    end = scene.reading.sentences[index].end
    start = next(clause[0] for clause in scene.clauses(index) if at[0] < clause[1])
    stop = _STOP.search(scene.plain, at[1], end)
    for key, span in (("kinds", at), ("around", (start, stop.start() if stop else end))):
        text = scene.plain[slice(*span)] if key == "kinds" else _undescribed(scene, span)
        for entry in data("deals")[key]:
            if compiled(entry["pattern"]).search(text):
                kind: DealKind = entry["kind"]
                return kind
    return None


def _undescribed(scene: Scene, span: Place) -> str:
    """The text of a span, without words of a joint company that describe a company named there."""
    parts, at = [], span[0]
    for one in scene.mentions(span) if scene.side == "zh" else ():
        parts.append(pattern("described").sub("", scene.plain[at : one.start]))
        at = one.start
    return "".join([*parts, pattern("described").sub("", scene.plain[at : span[1]])])


def of_words(text: str) -> DealKind | None:
    """The kind that the words of a sentence speak of, if any does."""
    return next((kind for words, kind, _ in spoken() if words.search(text)), None)


@cache
def spoken() -> tuple[tuple[re.Pattern[str], DealKind, str], ...]:
    """Words, the kind they speak of, and an example; cooperation comes last."""
    entries = data("deals")["presumed"]
    return tuple((compiled(one["pattern"]), one["kind"], one["example"]) for one in entries)
