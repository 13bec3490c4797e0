"""BibTeX, with what biblatex reads besides; UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from diglot.languages import side_of
from diglot.site.citation import dates
from diglot.site.citation.names import Name
from diglot.site.citation.work import Work

_ESCAPES: Final = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
} | {char: f"\\{char}" for char in "#$%&_"}  # fmt: skip
"""BibTeX counts braces even behind a backslash, so that they must not stand for themselves."""
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_LANGID: Final = {"zh-Hans": "chinese", "zh-Hant": "chinese", "en": "english"}


def escape(text: str) -> str:
    """Text as LaTeX reads it."""
    return "".join(_ESCAPES.get(char, char) for char in " ".join(text.split()))


def entry(work: Work) -> str:
    """An entry: ``@article`` in a newspaper, else ``@misc``."""
    kind = "article" if work.kind == "newspaper" else "misc"
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(work))
    return f"@{kind}{{{work.key},\n{lines}}}\n"


def _fields(work: Work) -> Iterable[tuple[str, str]]:
    if work.authors:
        yield "author", f"{{{' and '.join(map(_name, work.authors))}}}"
    yield "title", f"{{{{{escape(work.title)}}}}}"
    if work.kind == "newspaper":
        yield "journal", f"{{{escape(work.publisher)}}}"
        yield "entrysubtype", "{newspaper}"
    elif work.kind != "record" and work.publisher:
        yield "howpublished", f"{{{escape(work.publisher)}}}"
    yield from _dates(work)
    if work.url:
        yield "url", f"{{{address(work.url)}}}"
    yield "langid", f"{{{_LANGID[work.lang]}}}"
    said = [work.form()] if work.kind == "record" else []
    said += [dates.remark(work.date, side_of(work.lang))]
    if note := "; ".join(part for part in said if part):
        yield "note", f"{{{escape(note)}}}"


def _dates(work: Work) -> Iterable[tuple[str, str]]:
    """Year and month for BibTeX, the date as EDTF for biblatex."""
    date = work.date
    if date is None or not dates.placed(date):
        return
    if date.year and not date.qualifier:
        yield "year", f"{{{date.year}}}"
        if date.month:
            yield "month", _MONTHS[date.month - 1]
    if text := dates.biblatex(date):
        yield "date", f"{{{text}}}"


def _name(name: Name) -> str:
    """“Smith, John”; a name that is not parted in braces, so that nothing parts it."""
    whole = f"{{{escape(name.family)}}}"
    return f"{escape(name.family)}, {escape(name.given)}" if name.given else whole


def address(url: str) -> str:
    """A URL, which stands verbatim; what would end the field or the line is encoded."""
    return re.sub(r"[\s{}\\]", lambda m: f"%{ord(m[0]):02X}", url)
