"""What stands around an article, as notes: words, the label they follow, and where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final, Literal

from diglot.text.document import Document, Role
from diglot.text.lines import RECENT
from diglot.text.patterns import metadata
from diglot.text.script import to_simplified
from diglot.yamlfile import data

Label = Literal["", "published", "updated", "other", "source", "author", "none"]
"""What the words before a note say it is; `other` dates and `none` names are not the article's."""
Zone = Literal["head", "body", "tail"]
"""Above the article's first paragraph, among its paragraphs, or below the last."""

_NEWLINE: Final = re.compile(r"\r\n?|\n")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z]{2}")
_DIGIT: Final = re.compile(r"\d")
_LONG: Final = 240
"""Letters of a line that is prose or a menu; nothing is looked for in it."""
_BELOW: Final = 30
"""Lines below the article in which something is still looked for."""
_REACH: Final = 2
"""Lines a value may stand below its label."""
_BESIDE: Final = 24
"""Letters a line says beside its date at most, if they name an outlet or a writer."""
_SHORT: Final = 60
"""Letters of a paragraph that may be a line of metadata left in the body."""
_LEADS: Final = 2
"""Paragraphs at the head of the body that may begin with a dateline."""
_LASTS: Final = 2
"""Paragraphs at its end that may close with a credit."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words around the article, without their label."""

    text: str
    line: int
    """1-based line of the raw text."""
    role: Role
    reason: str
    zone: Zone
    label: Label = ""


def notes(document: Document) -> tuple[Note, ...]:
    """The notes around and at the edges of a document's body, in order."""
    found: list[Note] = []
    pending: Note | None = None
    for piece in _pieces(document):
        if not re.search(r"\w", piece.text) and not piece.label:
            continue
        below = pending and not piece.label and piece.line - pending.line <= _REACH
        note = replace(piece, label=pending.label) if pending and below else piece
        pending = note if note.label and not note.text else None
        if note.text:
            found.append(note)
    return tuple(found)


def stamped(around: tuple[Note, ...]) -> set[int]:
    """The lines above the article that have a date."""
    head = [note for note in around if note.zone == "head"]
    return {note.line for note in head if note.role == "stamp" or note.reason == "beside"}


def _pieces(document: Document) -> Iterator[Note]:
    """Every line taken out, parted at its labels; then what is left in the body."""
    first, last = _body(document)
    for one in document.removed:
        if len(one.text) > _LONG or one.line > last + _BELOW:
            continue
        zone: Zone = "head" if one.line <= first else "tail" if one.line >= last else "body"
        if zone == "head" and one.role in ("title", "chrome"):
            yield from _lead(one.text, one.line, zone)
        for label, text in parted(one.text):
            note = Note(text, one.line, one.role, one.reason, zone, label)
            yield note
            yield from _beside(note)
    yield from _left(document, first, last)


def _body(document: Document) -> tuple[int, int]:
    """Raw lines of the body's first and last character."""
    if not document.blocks:
        return 1 << 30, 1 << 30
    starts = [match.end() for match in _NEWLINE.finditer(document.traced.raw())]
    ends = (document.blocks[0].start, max(0, document.blocks[-1].end - 1))
    first, last = (bisect_right(starts, document.traced.origin(at)) + 1 for at in ends)
    return first, last


def _left(document: Document, first: int, last: int) -> Iterator[Note]:
    """Datelines at the head of the first paragraphs and credits at the end of the last."""
    for block in document.blocks[:_LEADS]:
        yield from _lead(block.text, first, "head")
        if len(block.text) <= _SHORT:
            yield from _short(block.text, first)
    for block in document.blocks[-_LASTS:]:
        for rule in rules("ends"):
            if match := rule.search(to_simplified(block.text)):
                for label, text in parted(block.text[match.start() :]):
                    yield Note(text, last, "chrome", "end", "tail", label)


def _beside(note: Note) -> Iterator[Note]:
    """What else a line with a date says: names of the outlet or its writer."""
    if note.role == "dateline" or not _DIGIT.search(note.text):
        return
    dates = metadata("stamp", "date")
    if not dates.search(to_simplified(note.text)):
        return
    text = note.text
    for rule in (dates, *rules("times"), *rules("stamp_words")):
        text = _blanked(rule, text)
    label: Label = note.label if note.label == "author" else ""
    if len(re.findall(r"[^\W\d]", text)) > _BESIDE and not label:
        return
    role: Role = "source" if note.role == "stamp" else note.role
    for words in re.split(r"[ \u3000]{2,}", text):
        if re.search(r"[^\W\d]{2}", words) and words != note.text:
            yield replace(note, text=_tidy(words), role=role, reason="beside", label=label)


def _blanked(rule: re.Pattern[str], text: str) -> str:
    """The text with white space for what the rule finds in its simplified twin."""
    for match in rule.finditer(to_simplified(text)):
        text = text[: match.start()] + "\u3000" * len(match[0]) + text[match.end() :]
    return text


def _lead(text: str, line: int, zone: Zone) -> Iterator[Note]:
    for rule in rules("leads"):
        if match := rule.match(to_simplified(text)):
            words = text[: match.end()]
            yield Note(words, line, "dateline", "lead", zone)
            named = [name for label, name in parted(words) if label == "author"]
            yield from (Note(name, line, "dateline", "lead", zone, "author") for name in named)


def _short(text: str, line: int) -> Iterator[Note]:
    pieces = parted(text)
    if pieces[0][0] in ("published", "source", "author"):
        yield from (Note(words, line, "chrome", "left", "head", label) for label, words in pieces)


@lru_cache(maxsize=RECENT)
def parted(text: str) -> tuple[tuple[Label, str], ...]:
    """A line as values with their labels; what stands before the first label has none."""
    text = unglued(text)
    found: list[tuple[Label, str]] = []
    label: Label = ""
    at = 0
    plain = to_simplified(text)
    matches = [match for rule in _labels(plain) for match in rule.finditer(plain)]
    for match in sorted(matches, key=lambda match: match.start()):
        if match.start() < at:
            continue
        if match.start() > at or label:
            found.append((label, _tidy(text[at : match.start()])))
        label, at = match.lastgroup.rstrip("_0123456789"), match.end()  # type: ignore[union-attr,assignment]
    found.append((label, _tidy(text[at:])))
    return tuple((label, words) for label, words in found if label or words) or (("", ""),)


def _tidy(text: str) -> str:
    return text.strip(" \u3000\t|｜·•,，;；:：/／-–—")


def unglued(text: str) -> str:
    """The line with dates parted from the words that run into them: ``iconAug 14, 20257:30``."""
    for rule in rules("glued"):
        text = rule.sub(" ", text)
    return text


def _labels(plain: str) -> Iterator[re.Pattern[str]]:
    """The expressions for the labels of the scripts a line is written in."""
    if _HAN.search(plain):
        yield _any_label(chinese=True)
    if _LATIN.search(plain):
        yield _any_label(chinese=False)


@cache
def _any_label(*, chinese: bool) -> re.Pattern[str]:
    """One expression for all labels; the group that matched says which kind it was."""
    rows: list[dict[str, Any]] = data("bylines")["labels"]
    own = [(i, r) for i, r in enumerate(rows) if chinese == bool(_HAN.search(r["pattern"]))]
    return re.compile("|".join(f"(?P<{r['kind']}_{i}>{_framed(r)})" for i, r in own))


def _framed(row: dict[str, Any]) -> str:
    """The words of a label with what parts it from its value."""
    if "bare" in row:
        return str(row["pattern"])
    words = f"(?:{row['pattern']})"
    if _HAN.search(row["pattern"]):
        own = rf"(?<![\u3400-\u9fff]){words}(?:\s*[/／|｜丨]\s*|\s+|\s*$|(?=\d))"
        return rf"{words}\s*[:：]\s*|{own}"
    before = (
        r"(?:^|(?<=[|｜·•;,(\[/\d\u3000—–-])\s*"
        r"|(?<=\s\s)|(?<=[\d.]\s)|(?<=(?-i:[APS]M|[A-Z]T)\s))"
    )
    return rf"(?i:(?<!\w){words}\s*[:：]\s*|{before}{words}(?:\s*$|\s+(?=(?-i:[A-Z\d]))))"


@cache
def rules(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list of ``data/bylines.yml``."""
    return tuple(re.compile(row["pattern"]) for row in data("bylines")[name])
