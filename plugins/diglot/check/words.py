"""Quotations that do not stand in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diglot.check.problem import Problems, at, plain_blocks
from diglot.check.verdict import Quoted
from diglot.markdown import collapse
from diglot.model import Deal, Event, Mention, Person, Place, ThemeMention
from diglot.problems import tell
from diglot.records.content import Content
from diglot.records.store import Record
from diglot.yamlfile import Path

_Quoting = Event | Person | Deal | ThemeMention


def evidence_missing(content: Content) -> Problems:
    """Evidence that is not, or no longer, in the original's title or text."""
    mend = tell("quote the words as they stand in the text now")
    for record in content.records:
        text = _text(record)
        for path, words in _evidence(record):
            if collapse(words) not in text:
                yield at(
                    record,
                    path,
                    tell("evidence “%(words)s” does not stand in the text", words=words),
                    mend,
                )


def quoted(record: Record) -> Iterator[Quoted]:
    """Evidence for the date of publication that only the raw text can bear out.

    It mostly quotes a stamp, which is no part of the body. What the importer itself quoted needs
    no second look: it holds for the raw text of the digest its state tells.
    """
    memory = record.state.extracted.front_matter if record.state else {}
    own = (memory.get("published") or {}).get("evidence") or ()
    text = _text(record)
    for i, words in enumerate(record.article.published.evidence):
        if words not in own and collapse(words) not in text:
            yield Quoted(words, *record.sheet.lines.mark(("published", "evidence", i)))


def form_missing(content: Content) -> Problems:
    """A surface form that is not in the original's title or text."""
    mend = tell("correct the form or take it out")
    for record in content.records:
        text = _text(record)
        for path, form in _forms(record):
            if collapse(form) not in text:
                yield at(
                    record,
                    path,
                    tell("the name “%(form)s” does not stand in the text", form=form),
                    mend,
                )


def _text(record: Record) -> str:
    return "\n".join([collapse(record.article.title), *plain_blocks(record.body)])


def _evidence(record: Record) -> Iterator[tuple[Path, str]]:
    """Evidence of statements; that of the publication date is a matter of its own (`quoted`)."""
    article = record.article
    lists: dict[str, Sequence[_Quoting]] = {
        "events": article.events,
        "people": article.people,
        "deals": article.deals,
        "themes": article.themes,
    }
    for key, items in lists.items():
        for i, item in enumerate(items):
            for j, words in enumerate(item.evidence):
                yield (key, i, "evidence", j), words


def _forms(record: Record) -> Iterator[tuple[Path, str]]:
    named: dict[str, Sequence[Mention | Place]] = {
        "companies": record.article.companies,
        "places": record.article.places,
    }
    for key, items in named.items():
        for i, item in enumerate(items):
            yield from (((key, i, "as", j), form) for j, form in enumerate(item.as_))
