"""The deal of a title or lead that no cue tells: companies named together with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from diglot.facts import actors, evidence, kinds
from diglot.facts.reading import Reading
from diglot.facts.scene import Ids, Place, Scene, pattern, unique, words
from diglot.facts.told import Found
from diglot.model import DealKind

_EARLY: Final = 2
"""Sentences of it whose companies may make a deal."""
_MOST: Final = 3
"""Companies it may bring together."""


def find(scene: Scene, title: Reading | None, found: Sequence[Found]) -> Iterator[Found]:
    """At most one deal, where neither title nor lead tells of any."""
    body = scene.lead
    if not body or _told(scene, found) or _taken_back(scene, title):
        return
    for index in body[:_EARLY]:
        sentence = scene.reading.sentences[index]
        span = sentence.start, sentence.end
        kind, rule = _kind(scene.plain[slice(*span)], title.plain if title else "")
        names = actors.apart(scene, span)
        if kind == "joint_venture" and actors.founders(scene, span):
            return  # it is there already: “甲与乙的合资公司丙推出新车”
        ids = unique(one.id for one in names)
        if kind and _apart(scene, ids) and not _unreal(scene, span):
            first = next(one for one in names if one.id == ids[0])
            shown = evidence.clause(scene.reading.text, first.start, first.end)
            yield Found(
                *(first.start, first.end, kind, ids, None, "reported", rule, shown, (), index),
                generic=True,
                supposed=True,
            )
            return


def _told(scene: Scene, found: Sequence[Found]) -> bool:
    """Whether title or lead tell of a deal, be it denied."""
    title = {*scene.title}
    return any(one.sentence in scene.lead or len(title & {*one.parties}) > 1 for one in found)


def _taken_back(scene: Scene, title: Reading | None) -> bool:
    return bool(title and words("disclaimed", scene.side).search(title.plain))


def _apart(scene: Scene, ids: Ids) -> bool:
    """Whether these are two or three companies, none the other's parent."""
    pairs = [(one, other) for at, one in enumerate(ids) for other in ids[:at]]
    return 1 < len(ids) <= _MOST and not any(scene.kin(*pair) for pair in pairs)


def _unreal(scene: Scene, span: Place) -> bool:
    text, side = scene.plain[slice(*span)], scene.side
    keys = (f"standing_{side}", f"rumoured_{side}", f"listed_{side}", f"unsourced_{side}")
    return any(pattern(key).search(text) for key in keys)


def _kind(sentence: str, title: str) -> tuple[DealKind | None, str]:
    """The first kind whose words stand in the sentence, or beside such words in the title."""
    known = [entry for entry in kinds.spoken() if entry[0].search(sentence)]
    if not known:
        return None, ""
    best = next((entry for entry in kinds.spoken()[:-1] if entry[0].search(title)), known[0])
    return best[1], best[2]
