"""Where a text reports an act of alliance, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find(reading: Reading) -> Iterator[Act]:
    """Acts in order, at most one of a kind in a clause."""
    for index, sentence in enumerate(reading.sentences):
        if sentence.heading:
            continue
        for clause in clauses(reading, sentence):
            if not _any_pattern(f"standing_{reading.side}", reading.plain[slice(*clause)]):
                yield from _in_clause(reading, index, clause)


def clauses(reading: Reading, sentence: Sentence) -> list[Place]:
    """Chinese: between commas; English: between semicolons and new main clauses."""
    if reading.side == "zh":
        pattern = r"[，；：](?![^（]{0,30}）)|、(?=与[^，。、]{1,20}(?:达成|合作|签))"
    else:
        verb = r"(?:and |have |has |had |signed|announced)"
        pattern = rf"; |, (?:while|whereas|and (?=(?:[A-Z][\w.&-]+ ){{1,3}}{verb}))"
    out, at = [], sentence.start
    for match in _compiled(pattern).finditer(reading.plain, sentence.start, sentence.end):
        out.append((at, match.start()))
        at = match.end()
    return [*out, (at, sentence.end)]


def _any_pattern(key: str, words: str) -> bool:
    return any(_compiled(entry["pattern"]).search(words) for entry in data("deals")[key])


def _in_clause(reading: Reading, index: int, clause: Place) -> Iterator[Act]:
    taken: list[Place] = []
    kinds: set[str] = set()
    end = reading.sentences[index].end
    found: list[Act] = []
    for cue in data("deals")[f"cues_{reading.side}"]:
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
    if any(not act.generic for act in found):
        found = [act for act in found if not act.generic]
    yield from sorted(found, key=lambda act: act.start)


def _act(reading: Reading, index: int, clause: Place, at: Place, cue: dict[str, Any]) -> Act:
    words = reading.plain[slice(*clause)]
    kind = cue.get("kind") or _kind(reading, reading.plain[slice(*at)], index)
    return Act(
        *at,
        kind=kind or "strategic_cooperation",
        clause=clause,
        sentence=index,
        status=_status(words),
        rule=cue["example"],
        alone=bool(cue.get("alone")) or _any_pattern("unnamed", words),
        joint=bool(cue.get("joint")),
        future=any(_has(words, word) for word in data("deals")["future"]),
        generic=bool(cue.get("generic")) or kind is None,
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


def _status(words: str) -> Status:
    statuses: tuple[Status, ...] = ("denied", "proposed")
    for status in statuses:
        if any(_has(words, word) for word in data("deals")[status]):
            return status
    return "reported"


def _has(words: str, cue: str) -> bool:
    return bool(re.search(rf"\b{re.escape(cue)}\b", words)) if cue.isascii() else cue in words
