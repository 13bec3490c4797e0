"""The authors: persons of a byline or dateline, not editors, desks or outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from diglot.facts.around import Note, stamped
from diglot.facts.credits import Credit
from diglot.facts.outlets import CELLS, like_outlet, outletish
from diglot.text.document import Document
from diglot.text.script import to_simplified
from diglot.yamlfile import data

_LEAST: Final = 4.0
_NEAR: Final = 2
"""Lines from a stamp or headline within which a bare name may be the author's."""
_EDGES: Final = " \u3000\t.。:：()（）[]【】〔〕*■◆●▲□★◎"

Scored = tuple[float, Credit]


def author(document: Document, around: tuple[Note, ...], outlet: Credit | None) -> Credit | None:
    """The authors the likeliest line names, joined by “、”."""
    found = [*_merged(_stated(around, outlet)), *_bare(document, around, outlet)]
    fit = [one for one in found if one[0] >= _LEAST]
    return max(fit, key=lambda one: one[0])[1] if fit else None


def _merged(found: Iterator[Scored]) -> Iterator[Scored]:
    """The names several labels of one line give, as one credit."""
    lines: dict[tuple[float, int], list[str]] = {}
    for score, credit in found:
        lines.setdefault((score, credit.line), []).extend(credit.name.split("、"))
    for (score, line), names in lines.items():
        yield score, Credit("、".join(dict.fromkeys(names)), line, "byline")


def _stated(around: tuple[Note, ...], outlet: Credit | None) -> Iterator[Scored]:
    """Names after a label, in a dateline or on a line the text layer took for a byline."""
    for note in around:
        base, text, single = _base(note)
        if base and (names := _names(text, outlet, single=single)):
            names = names[:1] if note.text.startswith(names[0]) and _glued(note, outlet) else names
            credit = Credit("、".join(dict.fromkeys(names)), note.line, "byline")
            yield base + 2 * (note.zone == "head") - (note.zone == "body"), credit


def _base(note: Note) -> tuple[float, str, bool]:
    """How sure a note names authors, its words that do, and whether a first name will do."""
    plain = to_simplified(note.text)
    if match := _rule("from").match(note.text):
        return 5, match["name"], True
    if note.zone == "head" and (match := _rule("office").match(note.text)):
        return 5, match["name"], False
    if note.label == "author":
        return 6, note.text, False
    if match := _rule("dateline").search(plain):
        return 5, note.text[slice(*match.span("name"))], False
    if note.role == "byline" and not note.label and note.zone != "body":
        return 4, note.text, note.reason == "name"
    return 0, "", False


def _glued(note: Note, outlet: Credit | None) -> bool:
    """“原创 老周 某号”: the account's name follows that of its author."""
    return bool(outlet and outlet.name in note.text)


def _bare(document: Document, around: tuple[Note, ...], outlet: Credit | None) -> Iterator[Scored]:
    """A person's name beside the outlet's, the stamp or the headline."""
    stamps = stamped(around)
    title = document.title.line if document.title else -9
    for note in around:
        if note.label or note.zone != "head" or note.role not in ("chrome", "source", "byline"):
            continue
        cells = [_rule("where").sub("", cell).strip(_EDGES) for cell in _cells(note.text)]
        beside = outlet is not None and outlet.name in cells
        distance = min((abs(note.line - line) for line in stamps), default=9)
        near = distance <= _NEAR or 0 < note.line - title <= _NEAR
        alone = len(cells) == 1 or (len(cells) == 2 and outletish(cells[1]))
        score = 5 * beside + 3 * (note.line in stamps) + 2 * (near and alone)
        for cell in cells:
            if _person(cell, outlet):
                again = _again(document, note.line, cell)
                yield score + 2 + again, Credit(cell, note.line, "name")


def _cells(text: str) -> list[str]:
    return [part for cell in CELLS.split(text) for part in _rule("cells").split(cell)]


def _again(document: Document, line: int, name: str) -> int:
    """Whether the name comes back below the article, as in “Jane Roe is a reporter”."""
    return any(one.line > line and name in one.text for one in document.removed)


def _person(cell: str, outlet: Credit | None) -> bool:
    """Whether a cell is nothing but the name of a person, as far as its shape says."""
    if not _fits(cell, outlet) or _rule("words").search(cell):
        return False
    plain = to_simplified(cell)
    return bool(_rule("bare_zh").fullmatch(plain) or _rule("bare_en").fullmatch(cell))


def _names(text: str, outlet: Credit | None, *, single: bool) -> list[str]:
    """The persons of a byline; what stands beside them (outlet, place, date) is not taken."""
    if outlet and text.endswith(outlet.name) and len(text) > len(outlet.name):
        text = text[: -len(outlet.name)]
    text = _rule("spaced").sub("", text)
    cells, at = [], 0
    for label in _rule("label").finditer(to_simplified(text)):
        cells.append(text[at : label.start()])
        at = label.end()
    cells = [name for cell in [*cells, text[at:]] for name in _rule("separator").split(cell)]
    names = [_rule("where").sub("", cell).strip(_EDGES) for cell in cells]
    return [name for name in names if _fits(name, outlet, single=single and len(cells) == 1)]


def _fits(name: str, outlet: Credit | None, *, single: bool = False) -> bool:
    plain = to_simplified(name)
    if _rule("desk").search(plain) or like_outlet(name) or (outlet and name == outlet.name):
        return False
    if _rule("person").fullmatch(name):
        return name.isupper() or not re.search(r"\b[A-Z]{2,}\b", name)
    return single and bool(re.fullmatch(r"[A-Z][a-z]{2,}", name))


@cache
def _rule(name: str) -> re.Pattern[str]:
    return re.compile(data("bylines")["byline"][name])
