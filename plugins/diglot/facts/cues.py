"""The words that report an act, and the sentences of a text in which they may stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from diglot.facts.scene import Scene
from diglot.languages import Side
from diglot.model import DealKind
from diglot.patterns import searched
from diglot.text.automaton import AhoCorasick
from diglot.yamlfile import data


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Words that report an act."""

    on: tuple[str, ...]
    """Letters of which some stand in each match, for a quick look."""
    source: str
    """Of its pattern."""
    never: str | None
    """Of the pattern of what matches and is none of it."""
    kind: DealKind | None
    example: str
    alone: bool
    joint: bool
    generic: bool
    weak: bool
    slight: bool
    talks: bool
    """Whether its kind is that of the words around it."""
    founds: bool
    """Whether it counts only for a joint company the registry knows: 成立某某科技."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What to search for: compiled for the first sentence that may have it."""
        return searched(self.source)

    def excepts(self, match: str) -> bool:
        """Whether words that match are none of it."""
        return self.never is not None and searched(self.never).search(match) is not None

    @property
    def prominent(self) -> bool:
        """Whether it counts only in a prominent place or with a date."""
        return self.slight and not self.talks and self.kind != "investment"


@cache
def cues(side: Side) -> tuple[Cue, ...]:
    """The cues of a language; of those that overlap the one that comes first counts."""
    return tuple(
        Cue(
            tuple(cue["on"]),
            cue["pattern"],
            cue.get("not"),
            cue.get("kind"),
            cue["example"],
            alone=bool(cue.get("alone")),
            joint=bool(cue.get("joint")),
            generic=bool(cue.get("generic")),
            weak=bool(cue.get("weak") or cue.get("slight")),
            slight=bool(cue.get("slight")),
            talks=bool(cue.get("talks")),
            founds=bool(cue.get("founds")),
        )
        for cue in data("deals")[f"cues_{side}"]
    )


@cache
def _index(side: Side) -> tuple[AhoCorasick, tuple[frozenset[int], ...]]:
    """What finds the letters on which to look for cues, and the places of those cues."""
    places: dict[str, set[int]] = {}
    for place, cue in enumerate(cues(side)):
        for letters in cue.on:
            places.setdefault(letters, set()).add(place)
    automaton = AhoCorasick(list(places), store_patterns=False)
    return automaton, tuple(map(frozenset, places.values()))


def spoken(scene: Scene, dated: Collection[int]) -> Iterator[tuple[int, list[Cue]]]:
    """The sentences that speak of companies, by their index, and the cues that may stand in each.

    ``dated`` are the sentences with a date.
    """
    known = cues(scene.side)
    titled = len(scene.title) > 1
    for index, places in sorted(_places(scene).items()):
        if not _tells(scene, index):
            continue
        found = [known[place] for place in sorted(places)]
        if not (titled or index in scene.lead or index in dated):
            found = [cue for cue in found if not cue.prominent]
        if found:
            yield index, found


def _places(scene: Scene) -> dict[int, set[int]]:
    """The places of the cues that may stand in a sentence."""
    automaton, places = _index(scene.side)
    starts = [one.start for one in scene.reading.sentences]
    out: dict[int, set[int]] = {}
    hits = automaton.find_matches_as_indexes(scene.plain, overlapping=True)
    for letters, at in dict.fromkeys(
        (letters, bisect_right(starts, start) - 1) for letters, start, _ in hits
    ):
        out.setdefault(at, set()).update(places[letters])
    return out


def _tells(scene: Scene, index: int) -> bool:
    """Whether a sentence names a company or stands for one."""
    one = scene.reading.sentences[index]
    if one.heading:
        return False
    named = scene.mentions((one.start, one.end))
    return bool(named) or scene.says("stands", index)
