"""Themes a text gives room to, by the density of their cue words and by its deals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from diglot.facts.deals import Found
from diglot.facts.evidence import quote
from diglot.facts.gazetteer import Cue, Gazetteer
from diglot.facts.reading import Reading, Sentence
from diglot.model import ThemeMention
from diglot.yamlfile import data

_STRONG, _AGAIN, _WEAK = 1.0, 0.5, 0.4
"""Weight of a cue the first time in a paragraph, of its repetition, and of a weak cue."""
_ROOM = 4.0
"""Most that one paragraph adds to a theme."""
_HEADING, _TITLE, _LEAD, _FIELD, _DEAL = 1.5, 2.0, 2.0, 3.0, 0.7
_FLOOR, _SHARE, _MOST = 2.0, 0.3, 8
"""Least weight, least share of the strongest theme's weight, most themes that are not fields."""


def find(
    body: Reading, title: Reading, gazetteer: Gazetteer, deals: Iterable[Found]
) -> tuple[tuple[ThemeMention, tuple[tuple[int, int], ...]], ...]:
    """Themes, the strongest first, each with the places of its cues."""
    cues = gazetteer.cues(body.text)
    known = gazetteer.registry.themes
    weights = _weights(body, cues)
    for theme in {cue.theme for cue in gazetteer.cues(title.text) if cue.strong}:
        weights[theme] += _TITLE
    for kind in {deal.kind for deal in deals}:
        for theme in data("theme_rules")["deals"].get(kind, ()):
            weights[theme] += _DEAL
    top = max(weights.values(), default=0.0)
    ranked = sorted(weights, key=lambda theme: (-weights[theme], theme))
    chosen = [t for t in ranked if weights[t] >= max(_FLOOR, _SHARE * top) and t in known]
    return tuple(_mention(body, theme, cues) for theme in chosen[:_MOST])


def _weights(body: Reading, cues: tuple[Cue, ...]) -> defaultdict[str, float]:
    total: defaultdict[str, float] = defaultdict(float)
    per_block: defaultdict[tuple[int, str], float] = defaultdict(float)
    seen: set[tuple[int, str, str]] = set()
    for cue in _longest(cues):
        sentence = body.sentences[body.sentence_at(cue.start)]
        word = (sentence.block, cue.theme, body.plain[cue.start : cue.end].lower())
        weight = _WEAK if not cue.strong else _AGAIN if word in seen else _STRONG
        seen.add(word)
        per_block[sentence.block, cue.theme] += weight * _stress(body, sentence, cue)
    for (_, theme), weight in per_block.items():
        total[theme] += min(weight, _ROOM)
    return total


def _stress(body: Reading, sentence: Sentence, cue: Cue) -> float:
    if sentence.heading:
        return _HEADING
    if _fields().search(body.plain, sentence.start, sentence.end) and cue.strong:
        return _FIELD
    return _LEAD if sentence.block == 0 else 1.0


@cache
def _fields() -> re.Pattern[str]:
    return re.compile("|".join(entry["pattern"] for entry in data("theme_rules")["fields"]))


def _longest(cues: tuple[Cue, ...]) -> list[Cue]:
    """Cues that do not lie inside a longer one."""
    return [
        one
        for one in cues
        if not any(
            o.start <= one.start and one.end <= o.end and o.end - o.start > one.end - one.start
            for o in cues
        )
    ]


def _mention(
    body: Reading, theme: str, cues: tuple[Cue, ...]
) -> tuple[ThemeMention, tuple[tuple[int, int], ...]]:
    """A theme with its first two different cues."""
    first: dict[str, Cue] = {}
    for cue in sorted(cues, key=lambda one: (not one.strong, one.start)):
        if cue.theme == theme:
            first.setdefault(body.plain[cue.start : cue.end].lower(), cue)
    spans = tuple((cue.start, cue.end) for cue in list(first.values())[:2])
    words = tuple(dict.fromkeys(quote(body.text, *span) for span in spans))
    return ThemeMention(id=theme, evidence=words, basis="inferred"), spans
