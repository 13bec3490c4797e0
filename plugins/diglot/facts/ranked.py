"""Which of two companies named together “the former” or “the latter” means."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from diglot.facts.acts import Act
from diglot.facts.scene import Ids, Scene, pattern, words

_BACK: Final = 3
"""Sentences back in which the two are looked for."""


def of_two(scene: Scene, act: Act, said: re.Match[str]) -> Ids:
    """That of the last two companies named together which “the former” or “latter” means."""
    keys = ("former", "latter")
    at = next((i for i, key in enumerate(keys) if _calls(scene, key, said[0])), None)
    if at is None:
        return ()
    sentences = scene.reading.sentences
    before = scene.mentions((sentences[max(0, act.sentence - _BACK)].start, said.start()))
    told = scene.reading.plain[sentences[act.sentence].start : said.start()]
    if at and not _calls(scene, "former", told):
        return tuple(one.id for one in before[-1:])
    for one, other in reversed([*pairwise(before)]):
        if pattern("joint").fullmatch(scene.plain[one.end : other.start]):
            return ((one, other)[at].id,)
    return ()


def _calls(scene: Scene, key: str, said: str) -> bool:
    return bool(words(key, scene.side).search(said))
