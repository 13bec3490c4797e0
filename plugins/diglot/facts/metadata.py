"""When, where and by whom an article was published, from what stood around it.

The rules are those of the evaluation set: of several dates that of publication counts; the credited
source goes before the site's own name; editors and desks are no authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from diglot.edtf import Edtf
from diglot.facts import credits
from diglot.facts.credits import Credit
from diglot.facts.dates.calendar import compose
from diglot.facts.dates.expression import Expression, scan
from diglot.model import SIDES, Basis, Published
from diglot.text.document import Document, Removed
from diglot.text.script import to_simplified
from diglot.yamlfile import data

_ROLES: Final = ("stamp", "source", "byline", "label", "dateline")
"""Where a date of publication stands, the likeliest first."""
_GLUED: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2,8}\.? \d)")
"""Where an icon's name runs into a month: ``iconAug 14``."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the lines around the article state; lines are 1-based in the raw text."""

    published: Published
    published_line: int | None
    publisher: Credit | None
    author: Credit | None


def read(document: Document) -> Metadata:
    """The metadata of a document."""
    published, line = _published(document.removed)
    outlet = credits.publisher(document)
    return Metadata(published, line, outlet, credits.author(document, outlet))


def _published(removed: tuple[Removed, ...]) -> tuple[Published, int | None]:
    """The date of the likeliest line; a whole day, and of the first version, goes first."""
    lines = [one for role in _ROLES for one in removed if one.role == role]
    for first in (True, False):
        stated = [found for one in lines for found in _dates(one, first)]
        for value, words, basis, line in sorted(stated, key=lambda found: found[0].day is None):
            return Published(date=str(value), basis=basis, evidence=(words,)), line
    return Published(), None


def _dates(one: Removed, first: bool) -> Iterator[tuple[Edtf, str, Basis, int]]:
    """The dates of a line up to the words for a later version or after them; with a year first."""
    text = _GLUED.sub(" ", one.text)
    update = _rule("updated").search(text)
    at = update.start() if update else len(text)
    text = text[:at] if first else text[at:]
    for match in _rule("numeric").finditer(text):
        value, basis = _numeric(match, text)
        if value:
            yield value, match[0], basis, one.line
    for expression, day in sorted(_said(text), key=lambda found: found[1].year is None):
        yield day, text[expression.start : expression.end], "stated", one.line


def _said(text: str) -> Iterable[tuple[Expression, Edtf]]:
    plain = to_simplified(text)
    for side in SIDES:
        for one in scan(plain, side):
            complete = one.part is not None and (one.day is not None or one.year is not None)
            if complete and not one.base and (value := compose(one.year, one.part, one.day)):
                yield one, value


def _numeric(match: re.Match[str], line: str) -> tuple[Edtf | None, Basis]:
    """A date in numbers alone; which is the month is clear above 12, else only likely."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    month_first = b > 12 or (a <= 12 and bool(_rule("month_first").search(line)))
    month, day = (a, b) if month_first else (b, a)
    return compose(year, month, day), "stated" if max(a, b) > 12 or a == b else "inferred"


@cache
def _rule(name: str) -> re.Pattern[str]:
    table: dict[str, Any] = data("bylines")["stamp"]
    return re.compile(table[name])
