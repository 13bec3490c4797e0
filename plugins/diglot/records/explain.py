"""``diglot explain``: where each value of a record came from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from diglot.facts.extract import Why
from diglot.records import frontmatter, store
from diglot.records.identity import KEYS, pair
from diglot.records.reading import Reading
from diglot.text.document import Document

Owner = Literal["machine", "editor"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the clean text a value rests on."""

    text: str
    block: int
    """1-based block of the body; 0 for words that are not in the body."""
    line: int
    """1-based line of the raw text."""
    column: int
    """1-based column of the raw text; 0 where only the line is known."""

    def __str__(self) -> str:
        column = f":{self.column}" if self.column else ""
        block = f"block {self.block}, " if self.block else ""
        words = f"“{self.text}” " if self.text else ""
        return f"{words}({block}seed {self.line}{column})"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A value of the front matter and its origin."""

    path: str
    """``title``, ``deals.0``, ``companies.dongfeng``."""
    value: str
    owner: Owner
    rule: str
    """Rule that found it; empty for an editor's value, or where the seed is gone."""
    words: tuple[Words, ...]
    extracted: str | None = None
    """What the machine last wrote in place of an editor's value."""

    def __str__(self) -> str:
        by = f"{self.owner}, rule {self.rule}" if self.rule else self.owner
        was = f" (the machine wrote {self.extracted})" if self.extracted else ""
        lines = [f"{self.path}: {self.value}", f"  by: {by}{was}"]
        return "\n".join([*lines, *(f"  {words}" for words in self.words)])


def explain(
    record: store.Record, reading: Reading | None, field: str | None = None
) -> list[Explanation]:
    """An explanation for each value of a record, or of one field or item.

    Args:
        record: The record as it stands.
        reading: The seed extracted anew; nothing where it is gone.
        field: ``title``, ``deals`` or ``deals.0``; everything if left out.
    """
    whys = {why.path: why for why in reading.extraction.why} if reading else {}
    machine = frontmatter.plain(reading.article) if reading else {}
    base = record.state.extracted.front_matter if record.state else {}
    rows = _rows(frontmatter.plain(record.article), machine, base)
    wanted = [row for row in rows if field is None or f"{row.path}.".startswith(f"{field}.")]
    return [_explanation(row, whys, reading) for row in wanted]


@dataclass(frozen=True, slots=True)
class _Row:
    path: str
    value: Any
    extracted: Any
    """What was last extracted."""
    names: tuple[str, ...]
    """Paths under which the extraction may speak of it."""

    @property
    def owner(self) -> Owner:
        return "machine" if self.value == self.extracted else "editor"


def _rows(
    file: Mapping[str, Any], machine: Mapping[str, Any], base: Mapping[str, Any]
) -> Iterator[_Row]:
    for key, value in file.items():
        if key in KEYS:
            yield from _items(key, value, machine.get(key, []), base.get(key, []))
        elif key == "source":
            for part, text in value.items():
                old = base.get(key, {}).get(part)
                yield _Row(f"{key}.{part}", text, old, (f"{key}.{part}", part))
        else:
            yield _Row(key, value, base.get(key), (key, f"{key}.date"))


def _items(
    key: str, file: Sequence[Any], machine: Sequence[Any], base: Sequence[Any]
) -> Iterator[_Row]:
    found, before = pair(key, machine, file), pair(key, base, file)
    for index, item in enumerate(file):
        name = f"{key}.{item.get('id') or index}"
        old = before[index]
        was = None if old is None else base[old]
        own = found[index]
        yield _Row(name, item, was, () if own is None else (name, f"{key}.{own}"))


def _explanation(row: _Row, whys: Mapping[str, Why], reading: Reading | None) -> Explanation:
    why = next((whys[name] for name in row.names if name in whys), None)
    words = tuple(_places(row, why, reading.document)) if reading else ()
    rule = why.rule if why and row.owner == "machine" else ""
    was = None if row.owner == "machine" or row.extracted is None else _shown(row.extracted)
    return Explanation(row.path, _shown(row.value), row.owner, rule, words, was)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _places(row: _Row, why: Why | None, document: Document) -> Iterator[Words]:
    """Where the words stand: the machine's by its rule, an editor's by the words quoted."""
    if row.owner == "editor" and isinstance(row.value, Mapping):
        quoted = row.value.get("evidence") or row.value.get("as") or ()
        found = ((document.text.find(words), words) for words in quoted)
        spans = [(start, start + len(words)) for start, words in found if start >= 0]
        yield from _words(spans, document)
    elif why is not None:
        if why.line is not None:
            yield Words("", 0, why.line, 0)
        yield from _words(why.spans, document)


def _words(spans: Iterable[tuple[int, int]], document: Document) -> Iterator[Words]:
    for start, end in spans:
        line = document.line(start)
        column = document.traced.origin(start) - document.starts[line - 1] + 1
        yield Words(document.text[start:end], _block(document, start), line, column)


def _block(document: Document, offset: int) -> int:
    return next((i for i, b in enumerate(document.blocks, 1) if b.start <= offset < b.end), 0)
