"""The authors: persons of a byline or dateline, not editors, desks or outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from diglot.facts.around import Note, stamped
from diglot.facts.hints import may
from diglot.facts.labels import simplified
from diglot.facts.outlets import Credit, Scored, like_outlet, like_person, outletish, parts
from diglot.patterns import pattern
from diglot.text.document import Document

_LEAST: Final = 4.0
_NEAR: Final = 2
"""Lines, blank ones aside, from a stamp or headline to a bare name that is the author's."""
_LONGEST: Final = 4
"""Characters of a Chinese name at most."""
_PAIR: Final = 2
_SLASH: Final = re.compile("[/／]")
"""What stands between a writer and where he works."""
_EDGES: Final = " \u3000\t.。:：()（）[]【】〔〕*■◆●▲□★◎"


def author(document: Document, around: tuple[Note, ...], outlet: Credit | None) -> Credit | None:
    """The authors the likeliest line names, joined by “、”."""
    found = [*_merged(_stated(around, outlet)), *_bare(document, around, outlet)]
    title = document.title.text if document.title else ""
    fit = [one for one in found if one[0] >= _LEAST and not _headed(one[1].name, title)]
    return max(fit, key=lambda one: one[0])[1] if fit else None


def _headed(name: str, title: str) -> bool:
    """Whether a form's field for the author was filled with the headline's first words."""
    return len(name) > _LONGEST and title.startswith(name)


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
        if _rule("pictures").search(simplified(note.text)):
            continue
        if base and (names := _names(text, outlet, single=single)):
            names = names[:1] if note.text.startswith(names[0]) and _glued(note, outlet) else names
            credit = Credit("、".join(dict.fromkeys(names)), note.line, "byline")
            yield base + 2 * (note.zone == "head") - (note.zone == "body"), credit


def _base(note: Note) -> tuple[float, str, bool]:
    """How sure a note names authors, its words that do, and whether a first name will do."""
    if known := _formed(note):
        return known
    if note.label == "author":
        return 6, note.text, False
    signed = _found("signed", note.text) if note.zone == "tail" else None
    if match := signed or _found("dateline", note.text):
        group = "sole" if not signed and match["sole"] else "name"
        return 5, note.text[slice(*match.span(group))], False
    if note.role == "byline" and not note.label and note.zone != "body":
        return 4, note.text, note.reason == "name"
    own = note.reason == "end" and not note.label and like_person(note.text.strip(_EDGES)[:4])
    return 5 * own, note.text, False


def _formed(note: Note) -> tuple[float, str, bool] | None:
    """The same for “Ann From EV Wire”, a name with an office, and who is told of at the end."""
    if match := _opening("from", note.text):
        return 5, match["name"], True
    if note.zone == "head" and (match := _opening("office", note.text)):
        return 5 * (not _rule("words").search(match["name"])), match["name"], False
    if note.reason == "biography" and (match := _opening("told", note.text)):
        return _LEAST, match["name"], False
    return None


def _found(key: str, text: str) -> re.Match[str] | None:
    """What a pattern finds in the simplified characters of a text."""
    plain = simplified(text)
    return _rule(key).search(plain) if may(plain, "byline", key) else None


def _opening(key: str, text: str) -> re.Match[str] | None:
    """What a pattern finds at the beginning of a text."""
    return _rule(key).match(text) if may(simplified(text), "byline", key) else None


def _glued(note: Note, outlet: Credit | None) -> bool:
    """“原创 老周 某号”: the account's name follows that of its author."""
    return bool(outlet and outlet.name in note.text)


def _bare(document: Document, around: tuple[Note, ...], outlet: Credit | None) -> Iterator[Scored]:
    """A person's name beside the outlet's, the stamp or the headline."""
    stamps = stamped(around)
    order = {line: i for i, line in enumerate(sorted({n.line for n in around if n.zone == "head"}))}
    places = [order[line] for line in stamps if line in order]
    title = order.get(document.title.line, -9) if document.title else -9
    others = {(n.line, name) for n in around if n.label == "none" for name in n.text.split()[:1]}
    for note in around:
        if note.label or note.zone != "head" or note.role not in ("chrome", "source", "byline"):
            continue
        if (note.line, note.text) in others:  # an editor
            continue
        place = order[note.line]
        near = any(abs(place - other) <= _NEAR for other in places) or 0 < place - title <= _NEAR
        if (match := _opening("account", note.text)) and not outletish(match["name"]):
            yield _LEAST, Credit(match["name"], note.line, "account")
        if near or (outlet is not None and outlet.name in note.text):
            yield from _beside(document, note, outlet, 3 * (note.line in stamps), near)


def _beside(
    document: Document, note: Note, outlet: Credit | None, score: float, near: bool
) -> Iterator[Scored]:
    """The persons among the cells of a line, surer if nothing else stands on it."""
    cells = [_rule("where").sub("", cell).strip(_EDGES) for cell in _cells(note.text)]
    persons = [cell for cell in cells if _person(cell, outlet)]
    several = _several(note.text, outlet) or persons
    every = several is not persons or len(persons) == len(cells)
    pair = len(cells) == _PAIR and (outletish(cells[1]) or bool(_SLASH.search(note.text)))
    alone = len(cells) == 1 or every or pair
    score += 5 * (outlet is not None and outlet.name in cells) + 2 * (near and alone)
    if every and len(several) > 1:
        yield score + 2.5, Credit("、".join(several), note.line, "name")
    for cell in persons:
        yield score + 2 + _again(document, note.line, cell), Credit(cell, note.line, "name")


def _several(text: str, outlet: Credit | None) -> list[str]:
    """“Ann Example, Rome; Jane Roe, EV Wire”: names with what each belongs to."""
    names = [part.split(",")[0].strip() for part in text.split("; ")] if "; " in text else []
    return names if all(_person(name, outlet) for name in names) else []


def _cells(text: str) -> list[str]:
    cells = [part for cell in parts(text) for part in _rule("cells").split(cell)]
    return [cell for cell in cells if not cell.strip().isdigit()]


def _again(document: Document, line: int, name: str) -> int:
    """Whether the name comes back below the article, as in “Jane Roe is a reporter”."""
    return any(one.line > line and name in one.text for one in document.removed)


def _person(cell: str, outlet: Credit | None) -> bool:
    """Whether a cell is nothing but the name of a person, as far as its shape says."""
    if not _fits(cell, outlet) or _rule("words").search(cell):
        return False
    plain = simplified(cell)
    return bool(_rule("bare_zh").fullmatch(plain) or _rule("bare_en").fullmatch(cell))


def _names(text: str, outlet: Credit | None, *, single: bool) -> list[str]:
    """The persons of a byline; what stands beside them (outlet, place, date) is not taken."""
    if outlet and text.endswith(outlet.name) and len(text) > len(outlet.name):
        text = text[: -len(outlet.name)]
    text = _rule("spaced").sub("", text)
    cells, at = [], 0
    for label in _rule("label").finditer(simplified(text)):
        cells.append(text[at : label.start()])
        at = label.end()
    cells = [name for cell in [*cells, text[at:]] for name in _rule("separator").split(cell)]
    names = [_rule("where").sub("", cell).strip(_EDGES) for cell in cells]
    fit = [name for name in names if _fits(name, outlet, single=single and len(cells) == 1)]
    spaced = " " in text and not re.search("[、，,;；]", text)
    sure = [name for name in fit if like_person(name)] if spaced else []
    return sure or fit


def _fits(name: str, outlet: Credit | None, *, single: bool = False) -> bool:
    if _found("desk", name) or like_outlet(name) or (outlet and name == outlet.name):
        return False
    if _rule("person").fullmatch(name):
        return name.isupper() or not re.search(r"\b[A-Z]{2,}\b", name)
    return single and bool(re.fullmatch(r"[A-Z][a-z]{2,}", name))


_rule: Final = partial(pattern, "bylines", "byline")
