"""Where a text reports an act of alliance, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from diglot.facts.reading import Reading, Sentence
from diglot.model import DealKind, Status
from diglot.yamlfile import data

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Act:
    """A cue at its place, with the clause and sentence around it."""

    start: int
    end: int
    kind: DealKind
    clause: Place
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


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find(reading: Reading) -> Iterator[Act]:
    """Acts in order, at most one of a kind in a clause."""
    for index, sentence in enumerate(reading.sentences):
        cues = () if sentence.heading else _cues(reading, sentence)
        for clause in clauses(reading, sentence) if cues else ():
            if not _unreal(reading, sentence, clause):
                yield from _in_clause(reading, index, clause, cues)


def _unreal(reading: Reading, sentence: Sentence, clause: Place) -> bool:
    """Whether a clause speaks of lists and habits, or its sentence passes on a rumour."""
    side, words = reading.side, reading.plain[slice(*clause)]
    so_far = reading.plain[sentence.start : clause[1]]
    return _any_pattern(f"standing_{side}", words) or _any_pattern(f"rumoured_{side}", so_far)


def _cues(reading: Reading, sentence: Sentence) -> tuple[dict[str, Any], ...]:
    """The cues that stand in a sentence at all."""
    return tuple(
        cue
        for cue in data("deals")[f"cues_{reading.side}"]
        if _compiled(cue["pattern"]).search(reading.plain, sentence.start, sentence.end)
    )


def clauses(reading: Reading, sentence: Sentence) -> list[Place]:
    """Chinese: between commas; English: between semicolons and new main clauses."""
    if reading.side == "zh":
        pattern = r"[，；：](?![^（]{0,30}）)|、(?=与[^，。、]{1,20}(?:达成|合作|签))"
    else:
        verb = r"(?:and |have |has |had |is |will |[a-z]+(?:ed|s) )"
        pattern = rf"; (?![^()]*\))|, (?:while|whereas|and (?=(?:[A-Z][\w.&-]+ ){{1,3}}{verb}))"
    out, at = [], sentence.start
    for match in _compiled(pattern).finditer(reading.plain, sentence.start, sentence.end):
        if match[0] == ", and " and not _finite(reading.plain[at : match.start()]):
            continue
        out.append((at, match.start()))
        at = match.end()
    return [*out, (at, sentence.end)]


def _finite(words: str) -> bool:
    """Whether words hold a verb: then “, and” goes on with another clause, not with a list."""
    verb = r" (?:[a-z]+ed|said|says|is|was|are|were|will|would|has|have) "
    return bool(_compiled(verb).search(words))


def _any_pattern(key: str, words: str) -> bool:
    return any(_compiled(entry["pattern"]).search(words) for entry in data("deals")[key])


def _in_clause(
    reading: Reading, index: int, clause: Place, cues: tuple[dict[str, Any], ...]
) -> Iterator[Act]:
    taken: list[Place] = []
    kinds: set[str] = set()
    end = reading.sentences[index].end
    found: list[Act] = []
    listed = _any_pattern(f"listed_{reading.side}", reading.plain[slice(*clause)])
    for cue in cues:
        if listed and cue.get("weak"):
            continue
        for match in _compiled(cue["pattern"]).finditer(reading.plain, clause[0], end):
            if match.end() > clause[1] or any(
                a < match.end() and match.start() < b for a, b in taken
            ):
                continue
            if "not" in cue and re.search(cue["not"], match[0]):
                continue
            act = _act(reading, index, clause, match.span(), cue)
            taken.append(match.span())
            if act.kind not in kinds:
                kinds.add(act.kind)
                found.append(act)
    yield from sorted(_weightiest(found), key=lambda act: act.start)


def _weightiest(found: list[Act]) -> list[Act]:
    """The acts of a clause that say most; weak words beside a signing tell its kind."""
    weak = [act for act in found if act.weak]
    if full := [act for act in found if not (act.weak or act.generic)]:
        return full
    generic = [act for act in found if act.generic and not act.weak]
    if weak and generic:
        return [replace(act, kind=weak[0].kind, generic=False) for act in generic]
    return weak or generic


def _act(reading: Reading, index: int, clause: Place, at: Place, cue: dict[str, Any]) -> Act:
    words = reading.plain[slice(*clause)]
    kind = cue.get("kind") or _kind(reading, reading.plain[slice(*at)], index)
    return Act(
        *at,
        kind=kind or "strategic_cooperation",
        clause=clause,
        sentence=index,
        status=_status(reading, clause, at),
        rule=cue["example"],
        alone=bool(cue.get("alone")) or _any_pattern("unnamed", words),
        joint=bool(cue.get("joint") or cue.get("weak")),
        future=any(_has(words, word) for word in data("deals")["future"]),
        generic=bool(cue.get("generic")) or kind is None,
        weak=bool(cue.get("weak")),
    )


def _kind(reading: Reading, words: str, index: int) -> DealKind | None:
    """The kind a signed paper has by its own name, else by what stands around it."""
    sentence = reading.sentences[index]
    wide = reading.plain[sentence.start : sentence.end]
    for key, text in (("kinds", words), ("around", wide)):
        for entry in data("deals")[key]:
            if any(word in text for word in entry["words"]):
                kind: DealKind = entry["kind"]
                return kind
    return None


def _status(reading: Reading, clause: Place, at: Place) -> Status:
    """By the words of the clause; what is only proposed is so called before it."""
    words = reading.plain[slice(*clause)]
    before = words if reading.side == "zh" else words[: at[1] - clause[0]]
    if _any_pattern(f"negated_{reading.side}", reading.plain[clause[0] : at[0]]):
        return "denied"
    statuses: tuple[tuple[Status, str], ...] = (("denied", words), ("proposed", before))
    for status, where in statuses:
        if any(_has(where, word) for word in data("deals")[status]):
            return status
    return "reported"


def _has(words: str, cue: str) -> bool:
    return bool(_word(cue).search(words)) if cue.isascii() else cue in words


@cache
def _word(cue: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(cue)}\b")
