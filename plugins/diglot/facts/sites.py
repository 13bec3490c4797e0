"""How a site names itself: at the head of its pages, behind headlines, in its own notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from diglot.facts.around import Note
from diglot.facts.outlets import (
    HAN,
    Credit,
    Scored,
    is_outlet,
    like_person,
    matches,
    outletish,
    parts,
    scored,
    trimmed,
)
from diglot.patterns import listed
from diglot.text.document import Document

_HEAD: Final = 8
"""Lines at the head of a page in which a site names itself."""
_NO_NAME: Final = frozenset(
    {"aside", "page-marker", "share", "cookies", "newsletter", "related", "read-more"}
)
"""Reasons of lines no site names itself in."""
_OTHERS: Final = frozenset({"boilerplate", "offer", "teaser"})
"""Reasons of lines that name others, or wares."""
_COLONS: Final = (":", "：")
"""What closes a label, which is no name."""
_BRIEF: Final = 2
"""Han characters of the name of a section rather than a site."""
_MENU: Final = 3
"""So many bare short lines in a row are a menu."""


def notices(document: Document) -> Iterator[Scored]:
    """“© 2021 EV Wire”, “Sign up to EV Wire”; and the part of the name other lines repeat."""
    for one in document.removed:
        if one.role not in ("chrome", "source") or one.reason == "caption":
            continue
        if one.reason not in _OTHERS:
            yield from ((2.5, credit) for credit in matches(one.text, one.line, "selves"))
        for credit in matches(one.text, one.line, "copyright"):
            yield 3, credit
            words = credit.name.split()
            for end in range(1, len(words)):
                part = " ".join(words[:end])
                if _repeated(document, one.line, part) and is_outlet(part):
                    yield 3 - 0.25 * end, Credit(part, one.line, "copyright")


def _repeated(document: Document, line: int, name: str) -> bool:
    others = [one.text for one in document.removed if one.line != line]
    return len(name) > 3 and sum(name in text for text in others) > 1


def names(document: Document, around: tuple[Note, ...]) -> Iterator[Scored]:
    """The first names on the page, and the one after the headline."""
    top = document.title.line if document.title else 1 << 30
    head = [note for note in around if note.zone == "head" and note.role != "dateline"]
    menus = _menus(head)
    other = {note.line for note in head if note.reason in _NO_NAME}
    other |= {one.line for one in document.removed if one.text[-1:] in _COLONS}
    first = next((n.line for n in head if n.line not in other and _may_name(n)), 0)
    rights = _rights(document)
    for index, note in enumerate(head[: 2 * _HEAD]):
        cells = [cell for cell in parts(note.text) if cell]
        if note.role == "title":
            yield from _behind(document, note, cells)
        elif note.line in other or note.label:
            continue
        elif note.line < top and len(head[:index]) < _HEAD:
            score = (4.25 if note.line == first else 1) + (note.reason == "site-name")
            score += 1.5 * _branded(cells) - 2 * (note.line in menus)
            score -= 2.5 * (note.text.isupper() and len(cells) == 1) + 2 * _quote(head[index + 1 :])
            score -= _BRIEF * (HAN.search(note.text) is not None and len(note.text) <= _BRIEF)
            for name in _variants(cells[:1], document):
                yield from scored(score + _claimed(rights, name), [name], note.line, "site")
        elif (
            note.line > top
            and note.line not in menus
            and (_branded(cells) or (len(cells) == 1 and not like_person(cells[0])))
        ):
            yield from scored(1 + 1.5 * _branded(cells), cells[:1], note.line, "site")


def _behind(document: Document, note: Note, cells: list[str]) -> Iterator[Scored]:
    """The name behind the headline, sure if the headline goes without it."""
    title = document.title
    if title and note.line == title.line:
        cut = len(title.text) < len(note.text) - 2
        behind = cells[1:][-1:] or [note.text.removeprefix(title.text)] * cut
        yield from scored(5 if cut else 2, behind, note.line, "title")


def _quote(below: list[Note]) -> bool:
    """Whether a price stands below, so that this is a ticker."""
    return bool(below) and bool(re.fullmatch(r"[^\w]*\d[^A-Za-z\u3400-\u9fff]*", below[0].text))


def _may_name(note: Note) -> bool:
    return not note.label and is_outlet(trimmed(parts(note.text)[0]))


def _branded(cells: list[str]) -> bool:
    return bool(cells) and (outletish(cells[0]))


def _variants(cells: list[str], document: Document) -> Iterator[str]:
    """A name in both scripts is also given in that of the text."""
    for cell in cells:
        yield cell
        if document.lang != "en" and (both := re.match(r"[A-Za-z.]+\s+(?=[\u3400-\u9fff])", cell)):
            yield cell[both.end() :]


def _rights(document: Document) -> list[str]:
    """The lines on copyright and those in which the site tells of itself: “About …”."""
    about = tuple(listed("bylines", "about"))
    return [
        one.text.casefold()
        for one in document.removed
        if one.reason == "copyright" or one.text.startswith(about)
    ]


def _claimed(rights: list[str], name: str) -> float:
    """Whether the name stands in one of these lines."""
    name = trimmed(name).casefold()
    return 2.5 * (len(name) > 1 and any(name in line for line in rights))


def _menus(head: list[Note]) -> set[int]:
    """Lines that are items of a menu: three and more single words in a row."""
    found: set[int] = set()
    run: list[int] = []
    for line, notes in groupby(head, key=lambda note: note.line):
        run = [*run, line] if _item(list(notes)) else []
        if len(run) >= _MENU:
            found.update(run)
    return found


def _item(notes: list[Note]) -> bool:
    text, *more = (note.text for note in notes)
    if more or notes[0].role != "chrome" or notes[0].label:
        return False
    return len(text) <= 4 if HAN.search(text) else len(text.split()) == 1
