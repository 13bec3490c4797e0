"""The summary of an article in its own words, and a title where it has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diglot.authority import Company
from diglot.facts.reading import Reading
from diglot.facts.told import Found
from diglot.languages import Side
from diglot.yamlfile import data

_ROOM = {"zh": 140, "en": 320}
"""Characters a summary may have."""
_TEASER = {"zh": 30, "en": 70}
"""Characters a sentence has at most that only teases."""
_GAP = {"zh": "", "en": " "}
"""What parts sentences."""
_HEAD = {"zh": 40, "en": 90}
"""Characters a title taken from a sentence may have."""
_MOST = 4
"""Companies a title may name one by one."""


def summary(reading: Reading) -> str:
    """The first sentence, and the second if there is room.

    It is of the same paragraph, but for a first sentence that only teases; behind one there is
    twice the room.
    """
    body = [one for one in reading.sentences if not one.heading]
    if not body:
        return ""
    room = _ROOM[reading.side]
    first, *others = (reading.text[one.start : one.end].strip() for one in body[:2])
    together = len(body) > 1 and body[1].block == body[0].block
    gap = reading.text[body[0].end : body[1].start] if together else _GAP[reading.side]
    teases = len(first) <= _TEASER[reading.side]
    for second in others if together or teases else ():
        if len(first) + len(gap) + len(second) <= room * (1 + teases):
            first += gap + second
    return _trimmed(first, room, reading.side)


def _trimmed(text: str, room: int, side: Side) -> str:
    """The text, cut at a clause where it is too long."""
    if len(text) <= 2 * room:
        return text
    cut = max(text.rfind(mark, 0, 2 * room) for mark in ("，", "；", ", ", "; ", " "))
    return text[: cut if cut > room // 2 else 2 * room].rstrip("，；,; ") + "…"


def title(reading: Reading, main: Found | None, known: dict[str, Company]) -> str:
    """A title in the text's language: of the main deal come about, else of its first words."""
    side = reading.side
    table = data("titles")[side]
    if main is not None and main.status == "reported":
        kind = table["kinds"][main.kind]
        names = [known[id_].name[side] for id_ in main.parties]
        form = kind["many"] if len(names) > 1 else kind["one"]
        return str(form).format(names=_joined(names, side), first=names[0])
    body = [one for one in reading.sentences if not one.heading]
    if not body:
        return str(table["untitled"])
    words = reading.text[body[0].start : body[0].end].strip()
    head = re.split(r"(?<=.{40})[,;:] |[.!?]$|(?<=.{8})[，；]|[。！？]", words)[0]
    return head if len(head) <= _HEAD[side] else head[: _HEAD[side]].rsplit(" ", 1)[0] + "…"


def _joined(names: Sequence[str], side: Side) -> str:
    joints = data("titles")[side]
    if len(names) > _MOST:
        return str(joints["others"]).format(first=names[0], second=names[1])
    last = (joints["and"] if len(names) > 1 else "") + names[-1]
    return str(joints["comma"].join(names[:-1]) + last)
