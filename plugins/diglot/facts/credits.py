"""Publisher and author, as the lines around an article credit them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from diglot.facts.dates.expression import scan
from diglot.model import SIDES
from diglot.text.document import Document, Removed
from diglot.text.script import to_simplified
from diglot.yamlfile import data

_CELLS: Final = re.compile(r"\s*(?:[|｜»>＞]|&gt;|\s/\s|\s[-–—·•]\s|\s{2,}|\u3000+|\t)\s*")
"""What parts the cells of a menu, breadcrumb or line of credit."""
_AFTER: Final = re.compile(r"\s*[|,，/]\s*")
"""What parts an author from the outlet."""
_LONGEST: Final = 40
"""Letters a name of an outlet has at most."""
_LONGEST_HAN: Final = 14
"""The same for one in Han characters."""
_HEAD: Final = 4
"""Lines before the title in which a site names itself."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A name and the line (1-based, raw text) that gives it."""

    name: str
    line: int
    rule: str


def publisher(document: Document) -> Credit | None:
    """The credited source, the agency of a dateline, or the site as it names itself."""
    return next((credit for find in _PUBLISHERS for credit in find(document)), None)


def author(document: Document, outlet: Credit | None = None) -> Credit | None:
    """The authors of the byline or dateline, joined by “、”."""
    for role, read in _AUTHORS:
        for one in document.removed:
            names = read(one, outlet) if one.role == role else []
            if not names:
                continue
            return Credit("、".join(dict.fromkeys(names)), one.line, one.role)
    return _beside(document, outlet)


def _credited(document: Document) -> Iterator[Credit]:
    lines = [one for one in document.removed if one.role == "source"]
    for one in lines:
        yield from _matches(one, "source")
    for one in lines:
        if not any(rule.search(one.text) for rule in _patterns("source")):
            yield from _outlets(_CELLS.split(one.text), one.line, "source")


def _agency(document: Document) -> Iterator[Credit]:
    for one in document.removed:
        if one.role == "dateline":
            yield from _matches(one, "dateline")


def _in_byline(document: Document) -> Iterator[Credit]:
    """“By Jane Roe, EV Wire Asia”, “EV Wire editorial desk”: the outlet an author writes for."""
    for one in document.removed:
        if one.role != "byline":
            continue
        cells = [cell for cell in _AFTER.split(one.text)[1:] if not re.search(r"\d", cell)]
        if re.match(r"(?i)by\s", one.text):
            yield from _outlets(cells, one.line, "byline")
        yield from _matches(one, "desks")


def _copyright(document: Document) -> Iterator[Credit]:
    for one in reversed(document.removed):
        if one.role in ("chrome", "source"):
            yield from _matches(one, "copyright")


def _repeated(document: Document) -> Iterator[Credit]:
    """A name at the head of the page that stands in another line around the article too."""
    chrome = [one for one in document.removed if one.role == "chrome"]
    folded = Counter(cell for one in chrome for cell in {one.text.casefold()})
    for credit in _site(document):
        name = credit.name.casefold()
        if sum(name in text for text in folded) > 1:
            yield credit


def _site(document: Document) -> Iterator[Credit]:
    """The first cell of the page that can be a name."""
    top = document.title.line if document.title else None
    for one in [one for one in document.removed if one.role == "chrome"][:_HEAD]:
        if top is None or one.line < top:
            cells = [cell for cell in _CELLS.split(one.text.strip()) if cell]
            yield from _outlets(cells[:1], one.line, "site")


_PUBLISHERS: Final = (_credited, _agency, _in_byline, _copyright, _repeated, _site)
"""Where a publisher is named, the surest first."""


def _matches(one: Removed, kind: str) -> Iterator[Credit]:
    for rule in _patterns(kind):
        for match in rule.finditer(to_simplified(one.text)):
            name = one.text[slice(*match.span("name"))]
            yield from _outlets(_CELLS.split(name.strip())[:1], one.line, kind)


def _outlets(cells: list[str], line: int, rule: str) -> Iterator[Credit]:
    for cell in cells:
        name = _trimmed(cell)
        if _outlet(name):
            yield Credit(name, line, rule)


def _trimmed(name: str) -> str:
    """A name without what may follow it."""
    for rule in _patterns("tails"):
        match = rule.search(to_simplified(name))
        name = name[: match.start()] if match else name
    return name.strip(' \u3000.,，、:：|｜《》“”"()（）[]【】-–—_')


def _outlet(name: str) -> bool:
    words, table = to_simplified(name).casefold(), data("bylines")
    generic = words in table["not_outlets"] or re.search(table["not_names"], words)
    if any(one.day for side in SIDES for one in scan(words, side)):
        return False
    longest = _LONGEST_HAN if re.search("[\u3400-\u9fff]", name) else _LONGEST
    return 1 < len(name) <= longest and not generic and not re.search(r"\d{4}|^\d+$", name)


def _byliners(one: Removed, outlet: Credit | None) -> list[str]:
    return _names(one.text, outlet)


def _reporters(one: Removed, outlet: Credit | None) -> list[str]:
    match = _byline("dateline").search(to_simplified(one.text))
    return _names(one.text[slice(*match.span("name"))], outlet) if match else []


def _labelled(one: Removed, outlet: Credit | None) -> list[str]:
    """“作者：…” inside a line that states something else as well."""
    match = _byline("inside").search(to_simplified(one.text))
    return _names(one.text[slice(*match.span("name"))], outlet) if match else []


_AUTHORS: Final = (
    ("byline", _byliners),
    ("dateline", _reporters),
    ("source", _labelled),
    ("stamp", _labelled),
)
"""The lines that name an author, the likeliest first, and their readers."""


def _names(line: str, outlet: Credit | None) -> list[str]:
    """The persons of a byline; what stands beside them (outlet, date) is not taken."""
    cells, at = [], 0
    for label in _byline("label").finditer(to_simplified(line)):
        cells.append(line[at : label.start()])
        at = label.end()
    cells = [name for cell in [*cells, line[at:]] for name in _byline("separator").split(cell)]
    return [name for cell in cells if (name := _name(cell, outlet))]


def _name(cell: str, outlet: Credit | None) -> str | None:
    cell = _byline("where").sub("", cell).strip(" \u3000.。:：()（）[]【】")
    fits = _byline("person").fullmatch(cell)
    if not fits or _byline("desk").search(to_simplified(cell)) or (outlet and cell == outlet.name):
        return None
    return cell


def _beside(document: Document, outlet: Credit | None) -> Credit | None:
    """“Jane Roe  EV Wire Asia”: a person beside the outlet's name on a line of its own."""
    if outlet is None:
        return None
    for one in document.removed:
        cells = _CELLS.split(one.text.strip())
        if len(cells) == 2 and outlet.name in cells and one.role == "chrome":
            name = _name(next(cell for cell in cells if cell != outlet.name), outlet)
            if name and " " in name:
                return Credit(name, one.line, "beside")
    return None


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    rows: list[dict[str, Any]] = data("bylines")[kind]
    return tuple(re.compile(row["pattern"]) for row in rows)


@cache
def _byline(name: str) -> re.Pattern[str]:
    return re.compile(data("bylines")["byline"][name])
