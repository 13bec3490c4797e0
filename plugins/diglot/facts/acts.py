"""Where a text reports an act of alliance, and of what kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Final

from diglot.facts import reality
from diglot.facts.reading import Sentence
from diglot.facts.scene import Clause, Place, Scene, pattern, words
from diglot.model import DealKind, Side, Status
from diglot.yamlfile import data


@dataclass(frozen=True, slots=True)
class Act:
    """A cue at its place, with the clause and sentence around it."""

    start: int
    end: int
    kind: DealKind
    clause: Clause
    sentence: int
    """Index of the sentence."""
    status: Status
    rule: str
    """Example of the cue."""
    alone: bool
    """Whether one named party makes a deal: building a plant, a partner without a name."""
    joint: bool
    """Whether the cue counts only with two parties in the clause."""
    future: bool
    """Whether the clause speaks of what is still to come."""
    generic: bool
    """Whether the kind is only supposed: “signed an agreement”."""
    weak: bool
    """Whether the cue counts only where the text says no more of its parties: “will use”."""
    slight: bool
    """Whether it counts only in the lead, with a date or for the companies of the title."""
    hearsay: bool
    """Whether the text has it from the media or from people without a name."""
    paper: bool
    """Whether it is a signed paper, which has its kind from its name."""
    supposed: bool
    """Whether no word of the text tells the kind, so that it stands by default."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Words that report an act."""

    rank: int
    """Of cues that overlap the one of the lowest rank counts."""
    on: tuple[str, ...]
    """Letters of which some stand in each match, for a quick look."""
    pattern: re.Pattern[str]
    never: re.Pattern[str] | None
    kind: DealKind | None
    example: str
    alone: bool
    joint: bool
    generic: bool
    weak: bool
    slight: bool


_RANK: Final = attrgetter("rank")
_STOP: Final = re.compile("[；;]")


@cache
def cues(side: Side) -> tuple[Cue, ...]:
    """The cues of a language, in their order in data/deals.yml."""
    return tuple(
        Cue(
            rank,
            tuple(cue["on"]),
            re.compile(cue["pattern"]),
            re.compile(cue["not"]) if "not" in cue else None,
            cue.get("kind"),
            cue["example"],
            alone=bool(cue.get("alone")),
            joint=bool(cue.get("joint")),
            generic=bool(cue.get("generic")),
            weak=bool(cue.get("weak") or cue.get("slight")),
            slight=bool(cue.get("slight")),
        )
        for rank, cue in enumerate(data("deals")[f"cues_{side}"])
    )


def find(scene: Scene) -> Iterator[Act]:
    """Acts in order, at most one of a kind in a clause."""
    spoken = _spoken(scene)
    for index in sorted(spoken):
        found = list(_matches(scene, index, spoken[index]))
        for clause in scene.clauses(index) if found else ():
            inside = [hit for hit in found if clause[0] <= hit[0] and hit[1] <= clause[1]]
            if inside and not reality.unreal(scene, index, clause):
                yield from _in_clause(scene, index, clause, inside)


@cache
def _index(side: Side) -> dict[str, tuple[Cue, ...]]:
    """Cues by the letters on which to look for them."""
    out: dict[str, list[Cue]] = {}
    for cue in cues(side):
        for letters in cue.on:
            out.setdefault(letters, []).append(cue)
    return {letters: tuple(found) for letters, found in out.items()}


def _spoken(scene: Scene) -> dict[int, list[Cue]]:
    """The cues that may stand in each sentence that speaks of companies, by its index."""
    sentences, plain = scene.reading.sentences, scene.plain
    starts = [one.start for one in sentences]
    telling = [_tells(scene, one) for one in sentences]
    out: dict[int, set[Cue]] = {}
    for letters, found in _index(scene.side).items():
        at = plain.find(letters)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            if telling[index]:
                out.setdefault(index, set()).update(found)
            at = plain.find(letters, max(at + 1, sentences[index].end - len(letters) + 1))
    return {index: sorted(found, key=_RANK) for index, found in out.items()}


def _tells(scene: Scene, one: Sentence) -> bool:
    """Whether a sentence names a company or stands for one."""
    if one.heading:
        return False
    return bool(scene.mentions((one.start, one.end))) or bool(
        words("stands", scene.side).search(scene.plain, one.start, one.end)
    )


Hit = tuple[int, int, Cue]


def _matches(scene: Scene, index: int, spoken: list[Cue]) -> Iterator[Hit]:
    """Matches in a sentence, of those that overlap the first cue's."""
    sentence = scene.reading.sentences[index]
    ends = [clause[1] for clause in scene.clauses(index)]
    for cue in spoken:
        at = sentence.start
        while match := cue.pattern.search(scene.plain, at, sentence.end):
            at = max(match.end(), match.start() + 1)
            if len(ends) > 1 and any(match.start() < end < match.end() for end in ends):
                at = match.start() + 1
            elif not (cue.never and cue.never.search(match[0])) and not _in_name(scene, match):
                yield *match.span(), cue


def _in_name(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the words begin or end inside the name of a company."""
    near = scene.mentions((match.start() - 40, match.end() + 40))
    return any(
        one.start < match.end() < one.end or one.start < match.start() < one.end for one in near
    )


def _in_clause(scene: Scene, index: int, clause: Clause, inside: list[Hit]) -> Iterator[Act]:
    taken: list[Place] = []
    found: dict[str, Act] = {}
    listed = pattern(f"listed_{scene.side}").search(scene.plain, *clause)
    for start, end, cue in inside:
        if (listed and cue.weak) or any(a < end and start < b for a, b in taken):
            continue
        act = _act(scene, index, clause, (start, end), cue)
        taken.append((start, end))
        found.setdefault(act.kind, act)
    yield from sorted(_weightiest(list(found.values())), key=lambda act: act.start)


def _weightiest(found: list[Act]) -> list[Act]:
    """The acts of a clause that say most; weak words beside a signing tell its kind."""
    found = [act for act in found if not act.slight] or found
    weak = [act for act in found if act.weak]
    if full := [act for act in found if not (act.weak or act.generic)]:
        return full
    generic = [act for act in found if act.generic and not act.weak]
    if weak and generic:
        return [replace(act, kind=weak[0].kind, generic=False) for act in generic]
    return weak or generic


def _act(scene: Scene, index: int, clause: Clause, at: Place, cue: Cue) -> Act:
    kind = cue.kind or _kind(scene, at, index)
    return Act(
        *at,
        kind=kind or "strategic_cooperation",
        clause=clause,
        sentence=index,
        status=reality.status(scene, index, clause, at),
        rule=cue.example,
        alone=cue.alone or bool(pattern("unnamed").search(scene.plain, *clause)),
        joint=cue.joint or cue.weak,
        future=bool(words("future", scene.side).search(scene.plain, *clause)),
        generic=cue.generic or kind is None,
        weak=cue.weak,
        slight=cue.slight,
        hearsay=reality.hearsay(scene, index),
        paper=cue.kind is None,
        supposed=_supposed(scene, kind or "strategic_cooperation", at, cue),
    )


def _supposed(scene: Scene, kind: DealKind, at: Place, cue: Cue) -> bool:
    """Whether the words say too little to call it a deal of cooperation: “expand cooperation”."""
    cooperating = pattern(f"cooperating_{scene.side}").search(scene.plain, *at)
    return kind == "strategic_cooperation" and (cue.weak or not cooperating)


def _kind(scene: Scene, at: Place, index: int) -> DealKind | None:
    """The kind a signed paper has by its own name, else by what stands around it."""
    end = scene.reading.sentences[index].end
    start = next(clause[0] for clause in scene.clauses(index) if at[0] < clause[1])
    stop = _STOP.search(scene.plain, at[1], end)
    for key, span in (("kinds", at), ("around", (start, stop.start() if stop else end))):
        text = scene.plain[slice(*span)]
        for entry in data("deals")[key]:
            if any(word in text for word in entry["words"]):
                kind: DealKind = entry["kind"]
                return kind
    return None
