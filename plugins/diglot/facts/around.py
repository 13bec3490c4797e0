"""What stands around an article, as notes: words, the label they follow, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from diglot.facts.hints import fitting, trigger
from diglot.facts.labels import Label, parted, simplified, tidy
from diglot.patterns import compiled, listed, pattern
from diglot.text.document import Document, Removed, Role
from diglot.text.patterns import may_match, metadata

Zone = Literal["head", "body", "tail"]
"""Above the article's first paragraph, among its paragraphs, or below the last."""

_WORD: Final = re.compile(r"\w")
_LETTER: Final = re.compile(r"[^\W\d]")
_DIGIT: Final = re.compile(r"\d")
_LONG: Final = 240
"""Letters of a line that is prose or a menu; nothing is looked for in it."""
_BELOW: Final = 30
"""Lines below the article in which something is still looked for."""
_OPENING: Final = 60
"""Letters at the head of a line within which a dateline shows."""
_MENUS: Final = frozenset({"menu", "breadcrumbs"})
"""Reasons of lines between whose bars a word is no label."""
_NO_MENU: Final = re.compile(r"[:：]|\b20\d\d\b")
"""What a menu has not: a label’s colon, a date."""
_REACH: Final = 2
"""Lines a value may stand below its label."""
_BESIDE: Final = 24
"""Letters a line says beside its date at most, if they name an outlet or a writer."""
_PIECE: Final = re.compile(r"(?:(?!\u3000|  ).)+")
"""What stands between wide gaps."""
_SHORT: Final = 60
"""Letters of a paragraph that may be a line of metadata left in the body."""
_STANDFIRST: Final = 200
"""Letters of a first paragraph below which a byline may stand."""
_LEADS: Final = 2
"""Paragraphs at the head of the body that may begin with a dateline."""
_LASTS: Final = 2
"""Paragraphs at its end that may close with a credit."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words around the article, without their label."""

    text: str
    line: int
    """1-based line of the raw text."""
    role: Role
    reason: str
    zone: Zone
    label: Label = ""


def notes(document: Document) -> tuple[Note, ...]:
    """The notes around and at the edges of a document's body, in order."""
    found: list[Note] = []
    pending: Note | None = None
    for piece in _pieces(document):
        if not piece.label and not _WORD.search(piece.text):
            continue
        below = pending and not piece.label and piece.line - pending.line <= _REACH
        if below and pending and pending.label == "none" and _DIGIT.search(piece.text):
            below = False  # what is below a picture's label and has a date is no credit
        note = replace(piece, label=pending.label) if pending and below else piece
        pending = note if note.label and not note.text else None
        if note.text:
            found.append(note)
    return tuple(found)


def stamped(around: tuple[Note, ...]) -> set[int]:
    """The lines above the article that have a date."""
    head = [note for note in around if note.zone == "head"]
    return {note.line for note in head if note.role == "stamp" or note.reason == "beside"}


def _pieces(document: Document) -> Iterator[Note]:
    """Every line taken out, parted at its labels; then what is left in the body."""
    first, last = _body(document)
    for one in document.removed:
        if len(one.text) > _LONG or one.line > last + _BELOW:
            continue
        if one.line >= last and len(one.text) > _BESIDE and not trigger("tail").search(one.text):
            continue
        above = one.line <= first or one.role == "dateline"
        zone: Zone = "head" if above else "tail" if one.line >= last else "body"
        if zone == "head" and one.role in ("title", "chrome") and one.reason != "caption":
            yield from _lead(one.text, one.line, zone)
        for label, text in _parts(one):
            note = Note(text, one.line, one.role, one.reason, zone, label)
            yield note
            yield from _beside(note)
    yield from _left(document, first, last)


def _parts(one: Removed) -> tuple[tuple[Label, str], ...]:
    """The line parted at its labels; a word between the bars of a menu is none."""
    menu = one.reason in _MENUS and not _NO_MENU.search(one.text)
    return (("", tidy(one.text)),) if menu else parted(one.text)


def _body(document: Document) -> tuple[int, int]:
    """Raw lines of the body's first and last paragraph; what opens it may be a standfirst."""
    if not document.blocks:
        return 1 << 30, 1 << 30
    opening = document.blocks[: 2 if len(document.blocks[0].text) <= _STANDFIRST else 1][-1]
    return document.line(opening.start), document.line(max(0, document.blocks[-1].end - 1))


def _left(document: Document, first: int, last: int) -> Iterator[Note]:
    """Datelines at the head of the first paragraphs and credits at the end of the last."""
    for block in document.blocks[:_LEADS]:
        yield from _lead(block.text, first, "head")
        if len(block.text) <= _SHORT:
            yield from _short(block.text, first)
    for block in document.blocks[-_LASTS:]:
        plain = simplified(block.text)
        for rule in fitting("ends", plain):
            if match := rule.search(plain):
                for label, text in parted(block.text[match.start() :]):
                    yield Note(text, last, "chrome", "end", "tail", label)


def _beside(note: Note) -> Iterator[Note]:
    """What else a line with a date says: names of the outlet or its writer."""
    if note.role == "dateline" or not _DIGIT.search(note.text):
        return
    dates, plain = metadata("stamp", "date"), simplified(note.text)
    if not may_match(plain, "stamp", "date") or not dates.search(plain):
        return
    text = note.text
    for rule in (dates, *fitting("times", plain), *fitting("stamp_words", plain)):
        text = _blanked(rule, text)
    label: Label = note.label if note.label in ("author", "source") else ""
    if len(_LETTER.findall(text)) > _BESIDE and not label:
        return
    role: Role = "source" if note.role == "stamp" else note.role
    stamp = dates.search(plain)
    for cell in _PIECE.finditer(text):
        if re.search(r"[^\W\d]{2}", cell[0]) and cell[0] != note.text:
            # What follows the date (“作者：某甲 5月3日 罗马”) is not what the label is about.
            own: Label = label if stamp and cell.start() < stamp.start() else ""
            yield replace(note, text=tidy(cell[0]), role=role, reason="beside", label=own)


def _blanked(rule: re.Pattern[str], text: str) -> str:
    """The text with white space for what the rule finds in its simplified twin."""
    for match in rule.finditer(simplified(text)):
        text = text[: match.start()] + "\u3000" * len(match[0]) + text[match.end() :]
    return text


def _lead(text: str, line: int, zone: Zone) -> Iterator[Note]:
    plain = simplified(text) if trigger("leads").search(text, 0, _OPENING) else ""
    for rule in rules("leads") if plain and pattern("bylines", "leads").match(plain) else ():
        if match := rule.match(plain):
            words = text[: match.end()]
            yield Note(words, line, "dateline", "lead", zone)
            named = [name for label, name in parted(words) if label == "author"]
            yield from (Note(name, line, "dateline", "lead", zone, "author") for name in named)


def _short(text: str, line: int) -> Iterator[Note]:
    pieces = parted(text)
    if pieces[0][0] in ("published", "source", "author"):
        yield from (Note(words, line, "chrome", "left", "head", label) for label, words in pieces)


@cache
def rules(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list of ``data/bylines.yml``."""
    return tuple(compiled(row["pattern"]) for row in listed("bylines", name))
