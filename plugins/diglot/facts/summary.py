"""The summary of an article in its own words, and a title where it has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from diglot.facts.companies import Companies
from diglot.facts.reading import TEASER, Reading, Sentence
from diglot.facts.told import Found
from diglot.languages import Side
from diglot.patterns import pattern
from diglot.text.script import to_traditional
from diglot.yamlfile import data

_ROOM = {"zh": 140, "en": 320}
"""Characters a summary may have."""
_GAP = {"zh": "", "en": " "}
"""What parts sentences."""
_HEAD = {"zh": 40, "en": 90}
"""Characters a title taken from a sentence may have."""
_LEAST = {"zh": 8, "en": 40}
"""Characters before its first comma a title taken from a sentence has at least."""
_CLAUSE = {"zh": re.compile("[，；]"), "en": re.compile("[,;:] ")}
_STOPS = "，；。！？,;:.!?"
_MOST = 4
"""Companies a title may name one by one."""


def summary(reading: Reading) -> str:
    """The first sentence, and the second if there is room.

    It is of the same paragraph, but for a first sentence that only teases; behind one there is
    twice the room.
    """
    body = [one for one in reading.sentences if not one.heading]
    body = [one for one in body if not _formula(reading, one)] or body
    if not body:
        return ""
    room = _ROOM[reading.side]
    first, *others = (reading.text[one.start : one.end].strip() for one in body[:2])
    together = len(body) > 1 and body[1].block == body[0].block
    gap = reading.text[body[0].end : body[1].start] if together else _GAP[reading.side]
    teases = len(first) <= TEASER[reading.side]
    for second in others if together or teases else ():
        if len(first) + len(gap) + len(second) <= room * (1 + teases):
            first += gap + second
    return _trimmed(first, room, reading.side)


def _formula(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence only vouches for the notice it opens, as stock exchanges want it."""
    return (
        pattern("titles", "formula").search(reading.plain, sentence.start, sentence.end) is not None
    )


def _trimmed(text: str, room: int, side: Side) -> str:
    """The text, cut at a clause where it is too long."""
    if len(text) <= 2 * room:
        return text
    cut = max(text.rfind(mark, 0, 2 * room) for mark in ("，", "；", ", ", "; ", " "))
    return text[: cut if cut > room // 2 else 2 * room].rstrip("，；,; ") + "…"


def title(reading: Reading, main: Found | None, companies: Companies) -> str:
    """A title in the text's language: of the main deal come about, else of its first words."""
    side = reading.side
    table = data("titles")[side]
    if main is not None and main.status != "proposed":
        kind = table["denied"] if main.status == "denied" else table["kinds"][main.kind]
        names = [companies.known[id_].name[side] for id_ in main.parties]
        form = kind["many"] if len(names) > 1 else kind["one"]
        said = str(form).format(names=_joined(names, side), first=names[0])
        return to_traditional(said) if reading.lang == "zh-Hant" else said
    body = [one for one in reading.sentences if not one.heading]
    if not body:
        return str(table["untitled"])
    lead = next((one for one in body if one.end - one.start > _LEAST[side]), body[0])
    head = reading.text[slice(*_telling(reading, lead, companies))].strip().rstrip(_STOPS)
    return head if len(head) <= _HEAD[side] else head[: _HEAD[side]].rsplit(" ", 1)[0] + "…"


def _telling(reading: Reading, sentence: Sentence, companies: Companies) -> tuple[int, int]:
    """The clause of a sentence that tells something, with those it is too short without.

    In Chinese not one that says when or who said so, where a later one names a company.
    """
    start, end = sentence.start, sentence.end
    marks = _CLAUSE[reading.side].finditer(reading.plain, start, end)
    cuts = [start, *(match.end() for match in marks), end]
    if reading.side == "zh":
        clauses = sorted(pairwise(cuts), key=lambda one: _says(reading.plain[slice(*one)]))
        named = (a for a, b in clauses if any(a <= one.start < b for one in companies.body))
        start = next(named, start)
    calls = {one.end for one in companies.body}
    enough = (cut for cut in cuts if cut - start > _LEAST[reading.side] and cut - 1 not in calls)
    return start, next(enough, end)


def _says(clause: str) -> bool:
    """Whether a clause only says who said so."""
    return clause.rstrip("，；").endswith(tuple(data("titles")["zh"]["says"]))


def _joined(names: Sequence[str], side: Side) -> str:
    joints = data("titles")[side]
    if len(names) > _MOST:
        return str(joints["others"]).format(first=names[0], second=names[1])
    last = (joints["and"] if len(names) > 1 else "") + names[-1]
    return str(joints["comma"].join(names[:-1]) + last)
