"""The publisher: the outlet or body credited with an article, else the site as it names itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from diglot.facts.around import Note, rules, stamped
from diglot.facts.outlets import CELLS, HAN, is_outlet, like_outlet, like_person, outletish, trimmed
from diglot.text.document import Document, Removed
from diglot.text.script import to_simplified

_HEAD: Final = 8
"""Lines at the head of a page in which a site names itself."""
_LEAST: Final = 2.0
_NO_NAME: Final = frozenset({"page-marker", "share", "cookies", "newsletter"})
"""Reasons of lines no site names itself in."""
_UNLABELLED: Final = ("source", "chrome", "byline")
_MENU: Final = 3
"""So many bare short lines in a row are a menu."""
_PERSON_AND: Final = r"[A-Z][a-z]+(?: [A-Z][\w.]*){1,2}, (.{3,40})$"
"""“Jane Roe, EV Wire” on a line of its own."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A name and the line (1-based, raw text) that gives it."""

    name: str
    line: int
    rule: str


Scored = tuple[float, Credit]


def publisher(document: Document, around: tuple[Note, ...]) -> Credit | None:
    """The name most signs speak for: a credit, the agency of a dateline, the site's own name."""
    found = [*_credited(around), *_copyright(document), *_site(document, around)]
    scored = [(score + _signs(document, credit), credit) for score, credit in found]
    fit = [one for one in scored if one[0] >= _LEAST]
    return max(fit, key=lambda one: one[0])[1] if fit else None


def _signs(document: Document, credit: Credit) -> float:
    """What the name itself says: words of outlets, other lines that repeat it, its script."""
    name, others = credit.name.casefold(), set()
    for one in document.removed:
        if one.line != credit.line and name in one.text.casefold():
            others.add(one.line)
    chinese = document.lang != "en"
    foreign = chinese and not HAN.search(name)
    score = 0.5 * min(len(others), 3) + outletish(credit.name) - foreign
    if like_person(credit.name) and not outletish(credit.name) and not others:
        score -= 12 if credit.rule in ("source", "byline") else 1
    return score


def _credited(around: tuple[Note, ...]) -> Iterator[Scored]:
    """Names after “来源：”, in a dateline, beside a stamp or an author."""
    stamps = stamped(around)
    for note in around:
        if note.label == "source":
            score = 20 - 2 * (note.zone != "head") + (note.reason != "end")
            yield from _scored(score, CELLS.split(note.text)[:1], note, "source")
        elif note.role in _UNLABELLED and not note.label and _on(note, stamps):
            yield from _unlabelled(note)
        if note.role == "dateline" and note.zone == "head":
            yield from _matched(16, note, "dateline")
        if note.role == "byline" or note.label == "author" or note.zone == "head":
            yield from _matched(12, note, "desks")
        if note.role == "byline" or note.label == "author":
            yield from _beside_author(note)
        elif note.zone == "head" and (match := re.match(_PERSON_AND, note.text)):
            yield from _scored(11 * outletish(match[1]), [match[1]], note, "byline")


def _on(note: Note, stamps: set[int]) -> bool:
    return note.role == "source" or note.line in stamps


def _unlabelled(note: Note) -> Iterator[Scored]:
    """Names on the line of a stamp or byline."""
    for cell in re.split(rf"{CELLS.pattern}|(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", note.text):
        sure = outletish(cell) or (note.role == "source" and note.reason != "beside")
        yield from _scored(12 if sure else 2, [cell], note, "source")


def _beside_author(note: Note) -> Iterator[Scored]:
    """“By Jane Roe, EV Wire Asia”: the outlet an author writes for."""
    cells = re.split(r"(\s*[|｜,，/／]\s*|(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff]))", note.text)
    for sign, cell in zip(cells[1::2], cells[2::2], strict=True):
        sure = sign.strip() in ("|", "｜") or outletish(cell)
        yield from _scored(12 if sure else 1, [cell], note, "byline")
    if like_outlet(note.text) and len(cells) == 1:
        yield from _scored(8, cells, note, "byline")


def _copyright(document: Document) -> Iterator[Scored]:
    """“© 2021 EV Wire”, and the part of the name that other lines of the page repeat."""
    for one in document.removed:
        if one.role not in ("chrome", "source"):
            continue
        for credit in _matches(one, "copyright"):
            yield 3, credit
            words = credit.name.split()
            for end in range(1, len(words)):
                part = " ".join(words[:end])
                if _repeated(document, one.line, part) and is_outlet(part):
                    yield 3 - 0.25 * end, Credit(part, one.line, "copyright")


def _repeated(document: Document, line: int, name: str) -> bool:
    others = [one.text for one in document.removed if one.line != line]
    return len(name) > 3 and sum(name in text for text in others) > 1


def _site(document: Document, around: tuple[Note, ...]) -> Iterator[Scored]:
    """The first names on the page, and the one after the headline."""
    top = document.title.line if document.title else 1 << 30
    head = [note for note in around if note.zone == "head" and note.role != "dateline"]
    menus = _menus(head)
    first = next((note.line for note in head if _may_name(note)), 0)
    for index, note in enumerate(head[: 2 * _HEAD]):
        cells = [cell for cell in CELLS.split(note.text) if cell]
        if note.role == "title":
            tail = cells[1:][-1:] if note.line == top else []
            yield from _scored(2, tail, note, "title")
        elif note.line < top and not note.label and len(head[:index]) < _HEAD:
            score = (4.25 if note.line == first else 1) + (note.reason == "site-name")
            score += 1.5 * _branded(cells) - 2 * (note.line in menus)
            score -= (note.text.isupper() and len(cells) == 1) + 2 * _quote(head[index + 1 :])
            for name in _variants(cells[:1], document):
                yield from _scored(score + _rights(document, name), [name], note, "site")
        elif note.line > top and not note.label and len(cells) == 1 and note.line not in menus:
            yield from _scored(1, cells, note, "site")


def _quote(below: list[Note]) -> bool:
    """Whether a price stands below, so that this is a ticker."""
    return bool(below) and bool(re.fullmatch(r"[^\w]*\d[^A-Za-z\u3400-\u9fff]*", below[0].text))


def _may_name(note: Note) -> bool:
    return (
        not note.label
        and note.reason not in _NO_NAME
        and is_outlet(trimmed(CELLS.split(note.text)[0]))
    )


def _branded(cells: list[str]) -> bool:
    return bool(cells) and (outletish(cells[0]))


def _variants(cells: list[str], document: Document) -> Iterator[str]:
    """A name in both scripts is also given in that of the text."""
    for cell in cells:
        yield cell
        if document.lang != "en" and (both := re.match(r"[A-Za-z.]+\s+(?=[\u3400-\u9fff])", cell)):
            yield cell[both.end() :]


def _rights(document: Document, name: str) -> float:
    """Whether the name stands in a line on copyright or in the words “About …”."""
    name = trimmed(name).casefold()
    lines = [one.text.casefold() for one in document.removed if one.reason == "copyright"]
    lines += [one.text.casefold() for one in document.removed if one.text.startswith("About ")]
    return 2.5 * (len(name) > 1 and any(name in line for line in lines))


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


def _scored(score: float, cells: list[str], note: Note, rule: str) -> Iterator[Scored]:
    for cell in cells:
        name = trimmed(cell)
        if is_outlet(name):
            yield score, Credit(name, note.line, rule)


def _matched(score: float, note: Note, kind: str) -> Iterator[Scored]:
    one = Removed(note.line, note.text, note.role, note.reason)
    yield from ((score, credit) for credit in _matches(one, kind))


def _matches(one: Removed, kind: str) -> Iterator[Credit]:
    plain = to_simplified(one.text)
    for rule in rules(kind):
        for match in rule.finditer(plain):
            name = trimmed(CELLS.split(one.text[slice(*match.span("name"))].strip())[0])
            if is_outlet(name):
                yield Credit(name, one.line, kind)
