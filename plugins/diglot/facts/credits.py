"""The publisher: the outlet or body credited with an article, else the site as it names itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from diglot.facts import sites
from diglot.facts.around import Note, stamped
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.outlets import (
    CELLS,
    HAN,
    Credit,
    Scored,
    agency,
    like_outlet,
    like_person,
    matches,
    outletish,
    parts,
    scored,
    trimmed,
)
from diglot.text.document import Document

_LEAST: Final = 2.0
_KINDS: Final[dict[str | None, float]] = {"publisher": 1.5, "place": -20}
"""Points for a name the registries know, by whose it is."""
_UNLABELLED: Final = ("source", "chrome", "byline")
_PERSON_AND: Final = re.compile(
    r"(?:[A-Z][a-z]+(?: [A-Z][\w.]*){1,2}, (?:[Ss]pecial to |[Ff]or )?"
    r"|[\u3400-\u9fff]{2,4}\s?[/／]\s?(?=[\u3400-\u9fff]))"
    r"([^,，]{3,40})$"
)
"""“Jane Roe, EV Wire”, 王小明／江海时报: on a line of its own."""
_GAP: Final = r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])"
_CELL: Final = rf"{CELLS.pattern}|{_GAP}"
_BESIDE: Final = rf"(\s*[|｜,，/／]\s*(?:[Ss]pecial to )?|{_GAP}|\s(?:[Ff]or\s|\()(?=[A-Z]))"
"""What parts the names of a line, and those beside an author's."""
_SECTION: Final = {"source": 11, "site": 3}
"""Points a name loses, by how it was found, if it is a section's."""
_SHORT: Final = re.compile("[A-Z]{2,6}")
"""An outlet's name in capitals beside an author's."""
_CRUMBS: Final = 3
"""So many cells of a line are a menu or a way to the page."""


def publisher(
    document: Document, around: tuple[Note, ...], gazetteer: Gazetteer | None = None
) -> Credit | None:
    """The name most signs speak for: a credit, the agency of a dateline, the site's own name."""
    found = [*_credited(around), *sites.notices(document), *sites.names(document, around)]
    low = [(one.line, one.text.casefold()) for one in document.removed]
    sections = _sections(around)
    kind = gazetteer.kind if gazetteer else lambda _: None
    graded = [
        (score + _signs(document, low, sections, one) + _KINDS.get(kind(one.name), 0), one)
        for score, one in found
    ]
    fit = [one for one in graded if one[0] >= _LEAST and not _told_of(document, one[1], kind)]
    return max(fit, key=lambda one: one[0])[1] if fit else None


def _told_of(document: Document, credit: Credit, kind: Callable[[str], str | None]) -> bool:
    """Whether it is a company named for its news (某公司5月3日消息) or a picture (© over a title).

    What a page repeats may also be the first half of its headline.
    """
    title = document.title
    half = title and credit.rule == "site" and credit.name in title.text.split()
    if half and kind(credit.name) != "publisher" and not outletish(credit.name):
        return True
    above = title is not None and credit.line < title.line
    named = credit.rule == "dateline" or (above and credit.rule == "copyright")
    return named and kind(credit.name) == "company"


def _signs(
    document: Document, low: list[tuple[int, str]], sections: set[str], credit: Credit
) -> float:
    """What the name itself says: words of outlets, other lines that repeat it, its script."""
    name = credit.name.casefold()
    others = {line for line, text in low if line != credit.line and name in text}
    foreign = document.lang != "en" and not HAN.search(name)
    known = outletish(credit.name)
    score = 0.5 * min(len(others), 3) + known - foreign
    if like_person(credit.name) and not known and (HAN.search(name) or not others):
        score -= 12 if credit.rule in ("source", "byline") else 1
    elif like_person(credit.name) and not known and credit.rule == "copyright":
        score -= 2.5  # one’s own words on one’s own site
    return score - _SECTION.get(credit.rule, 0) * (name in sections)


def _sections(around: tuple[Note, ...]) -> set[str]:
    """Names of a site's sections: all but the first of a line that offers several."""
    found: set[str] = set()
    for note in around:
        own = note.role == "chrome" and note.zone != "body" and not note.label
        cells = parts(note.text) if own else ()
        if len(cells) >= _CRUMBS:
            found.update(cell.strip().casefold() for cell in cells[1:])
    return found


def _credited(around: tuple[Note, ...]) -> Iterator[Scored]:
    """Names after “来源：”, in a dateline, beside a stamp or an author."""
    stamps = stamped(around)
    beside = Counter(note.line for note in around if _beside_stamp(note))
    for note in around:
        if note.label == "source":
            score = 20 - 2 * (note.zone != "head") + (note.reason != "end")
            yield from scored(score, parts(note.text)[:1], note.line, "source")
        elif note.role in _UNLABELLED and not note.label and _on(note, stamps):
            yield from _unlabelled(note, alone=beside[note.line] < 2)
        yield from _patterns(note)
        if note.role == "byline" or note.label == "author":
            yield from _beside_author(note)
        elif note.zone == "head":
            yield from _after_person(note)
            yield from scored(
                9 * (not note.label and agency(note.text)), [note.text], note.line, "source"
            )
    last = next((note for note in around if note.zone == "tail"), None)
    if last and not last.label and (like_outlet(last.text) or agency(last.text)):  # signs it
        yield from scored(6, [last.text], last.line, "closing")
    for before, note in pairwise(around):
        if note.label == "author" and not before.label and before.line == note.line:
            score = 12 if like_outlet(trimmed(before.text)) else 5 * (note.zone == "tail")
            yield from scored(score, [before.text], note.line, "byline")


def _beside_stamp(note: Note) -> bool:
    return note.role == "source" and not note.label and not like_person(note.text)


def _patterns(note: Note) -> Iterator[Scored]:
    """Names the patterns of datelines, desks and closing credits find."""
    if note.role == "dateline" and note.zone == "head":
        yield from ((16, one) for one in matches(note.text, note.line, "dateline"))
    if note.zone == "tail" and not note.label:
        closing = matches(note.text, note.line, "closing")
        yield from ((9, one) for one in closing if like_outlet(one.name))
    if note.role == "byline" or note.label == "author" or note.zone == "head":
        yield from ((12, one) for one in matches(note.text, note.line, "desks"))


def _on(note: Note, stamps: set[int]) -> bool:
    return (note.role == "source" and note.zone == "head") or note.line in stamps


def _unlabelled(note: Note, *, alone: bool) -> Iterator[Scored]:
    """Names on the line of a stamp or byline; several of them are rather the page's sections."""
    for cell in re.split(_CELL, note.text):
        sure = outletish(cell) or (note.role == "source" and note.reason != "beside" and alone)
        unsure = 2 if HAN.search(cell) else 1.5
        yield from scored(12 if sure or agency(cell) else unsure, [cell], note.line, "source")


def _after_person(note: Note) -> Iterator[Scored]:
    """The outlet behind a name, or behind each of several."""
    for part in note.text.split("; "):
        if match := _PERSON_AND.match(part):
            name = trimmed(match[1])
            yield from scored(11 * outletish(name), [name], note.line, "byline")


def _beside_author(note: Note) -> Iterator[Scored]:
    """“By Jane Roe, EV Wire Asia”: the outlet an author writes for."""
    cells = re.split(_BESIDE, note.text)
    for sign, cell in zip(cells[1::2], cells[2::2], strict=True):
        writes_for = sign.strip().lower() == "for"
        sure = writes_for or sign.strip() in ("|", "｜") or bool(_SHORT.fullmatch(cell))
        sure = sure or outletish(cell) or agency(cell)
        # Whom one writes for may have the shape of a person's name.
        rule = "desks" if writes_for else "byline"
        yield from scored(12 if sure else 1.5, [cell], note.line, rule)
    if len(cells) > 1 and like_outlet(cells[0]):
        yield from scored(12, cells[:1], note.line, "byline")
    if len(cells) == 1 and agency(note.text):
        yield from scored(12, cells, note.line, "byline")
    elif len(cells) == 1 and like_outlet(note.text):
        yield from scored(8 if note.zone == "head" else 2, cells, note.line, "byline")
