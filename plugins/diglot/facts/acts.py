"""Where a text reports an act of alliance, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from diglot.facts import cues, founded_by, kinds, reality
from diglot.facts.cues import Cue
from diglot.facts.scene import Clause, Place, Scene
from diglot.model import DealKind, Status


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
    founds: bool
    """Whether the cue counts only for a joint company of the parties the registry knows."""


def find(scene: Scene, dated: Collection[int] = ()) -> Iterator[Act]:
    """Acts in order, at most one of a kind in a clause; ``dated`` are sentences with a date."""
    return _apart(scene, _all(scene, dated))


def _all(scene: Scene, dated: Collection[int]) -> Iterator[Act]:
    for index, spoken in cues.spoken(scene, dated):
        found = list(_matches(scene, index, spoken))
        if not found or reality.unreached(scene, index):
            continue
        for clause in scene.clauses(index):
            inside = [hit for hit in found if clause[0] <= hit[0] and hit[1] <= clause[1]]
            if inside and not reality.unreal(scene, index, clause):
                yield from _in_clause(scene, index, clause, inside)


def _apart(scene: Scene, acts: Iterator[Act]) -> Iterator[Act]:
    """Acts without those that only name investors of the round before: “融资，甲领投”."""
    last: Act | None = None
    for act in acts:
        same = last and last.alone and act.kind == last.kind == "investment"
        if not (last and same and act.sentence == last.sentence and joins(scene, act.clause)):
            yield act
            last = act


def joins(scene: Scene, clause: Place) -> bool:
    """Whether a clause only names investors of a round told before: “甲领投”, not “甲领投乙”."""
    joining = scene.search("joining", *clause)
    return joining is not None and not scene.mentions((joining.end(), clause[1]))


Hit = tuple[int, int, Cue]


def _matches(scene: Scene, index: int, spoken: list[Cue]) -> Iterator[Hit]:
    """Matches in a sentence, of those that overlap the first cue's."""
    sentence = scene.reading.sentences[index]
    for cue in spoken:
        at, words_ = sentence.start, cue.pattern
        while match := words_.search(scene.plain, at, sentence.end):
            at = max(match.end(), match.start() + 1)
            if any(match.start() < end < match.end() for _, end in scene.clauses(index)):
                at = match.start() + 1
            elif not cue.excepts(match[0]) and not _in_name(scene, match):
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
    for start, end, cue in inside:
        overlaps = any(a < end and start < b for a, b in taken)
        if overlaps or (cue.weak and scene.search("listed", *clause)):
            continue
        behind = scene.mentions((end, clause[1])) if cue.founds else ()
        if cue.founds and not any(founded_by.is_venture(scene, index, one) for one in behind):
            continue
        act = _act(scene, index, clause, (start, end), cue)
        taken.append((start, end))
        if act.kind not in found or (found[act.kind].weak and not act.weak):
            found[act.kind] = act
    yield from sorted(_weightiest(list(found.values())), key=lambda act: act.start)


def _weightiest(found: list[Act]) -> list[Act]:
    """The acts of a clause that say most; weak words beside a signing tell its kind."""
    found = [act for act in found if not act.slight] or found
    weak = [act for act in found if act.weak]
    full = [act for act in found if not (act.weak or act.generic)]
    generic = [act for act in found if act.generic and not act.weak]
    if len(full) == len(generic) == 1 and generic[0].end <= full[0].start and not full[0].alone:
        return [replace(generic[0], kind=full[0].kind, generic=False)]
    if full:
        return full
    if weak and generic:
        return [replace(act, kind=weak[0].kind, generic=False) for act in generic]
    return weak or generic


def _act(scene: Scene, index: int, clause: Clause, at: Place, cue: Cue) -> Act:
    kind = _kind(scene, index, at, cue)
    status = reality.status(scene, index, clause, at)
    if cue.kind == "other" and status == "proposed":  # what is ended may be talks: 终止合并谈判
        status = reality.status(scene, index, (clause[0], at[0]), at)
    return Act(
        *at,
        kind=kind or "strategic_cooperation",
        clause=clause,
        sentence=index,
        status=status,
        rule=cue.example,
        alone=cue.alone or bool(scene.search("unnamed", *clause)),
        joint=cue.joint or cue.weak,
        future=_future(scene, clause, kind),
        generic=cue.generic or kind is None,
        weak=cue.weak,
        slight=cue.slight,
        hearsay=reality.hearsay(scene, index),
        paper=cue.kind is None and not cue.talks,
        founds=cue.founds,
        supposed=_supposed(scene, kind or "strategic_cooperation", (at[0], clause[1]), cue),
    )


def _future(scene: Scene, clause: Clause, kind: DealKind | None) -> bool:
    """Whether a clause speaks of what is still to come; a stated sum is invested as good as now."""
    if kind == "investment" and scene.search("amount", *clause):
        return False
    return bool(scene.search("future", *clause))


def _supposed(scene: Scene, kind: DealKind, at: Place, cue: Cue) -> bool:
    """Whether the words say too little to call it a deal of cooperation: “expand cooperation”."""
    return kind == "strategic_cooperation" and (cue.weak or not scene.search("cooperating", *at))


def _kind(scene: Scene, index: int, at: Place, cue: Cue) -> DealKind | None:
    if cue.talks:
        sentence = scene.reading.sentences[index]
        return kinds.of_words(scene.plain[at[0] : sentence.end])
    return cue.kind or kinds.of_paper(scene, at, index)
