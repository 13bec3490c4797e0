"""RIS: one tag a line, UTF-8, lines ended as the format's makers end them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from diglot.languages import side_of
from diglot.site.citation import dates
from diglot.site.citation.work import Work

_TYPES: Final = {"newspaper": "NEWS", "web": "ELEC", "text": "GEN", "record": "ELEC"}


def entry(work: Work) -> str:
    """An entry."""
    lines = (f"{tag}  - {' '.join(value.split())}" for tag, value in _tags(work))
    return "".join(f"{line}\r\n" for line in lines)


def _tags(work: Work) -> Iterable[tuple[str, str]]:
    side = side_of(work.lang)
    yield "TY", _TYPES[work.kind]
    for author in work.authors:
        yield "AU", author.inverted
    yield "TI", work.title
    if work.meaning:
        yield "TT", work.meaning
    if work.publisher:
        yield "T2" if work.kind == "newspaper" else "PB", work.publisher
    if (date := work.date) and date.year and dates.placed(date):
        yield "PY", f"{date.year}"
    if text := dates.ris(work.date, side):
        yield "DA", text
    if note := dates.remark(work.date, side):
        yield "N1", note
    yield "LA", work.lang
    if work.url:
        yield "UR", work.url
    yield "ID", work.key
    yield "ER", ""
