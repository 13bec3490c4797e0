"""Line breaks the raw text lacks: around the head and tail of long lines, and glued metadata."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Final

from diglot.text.headline import is_headline, label
from diglot.text.ledger import Edit, Traced
from diglot.text.lines import Line, columns, lines
from diglot.text.parts import classify, group_of, split
from diglot.text.patterns import groups, may_match, metadata
from diglot.text.script import to_simplified

_PIECE: Final = re.compile(
    r"[。！？.\s](?:(?<=[。！？])(?:\.(?![A-Za-z0-9_.])|[”’」』]?\s*)"
    r"|(?<=[^\x00-$&-(*-\x7f]\.)(?![A-Za-z0-9_.])"
    r"|(?<=[.!?]\s)\s*|(?<=\u3000)\s*|(?<=\s)(?:\s*\u3000\s*|\s*\|\s+|\s+))"
)
"""What parts the pieces of a line: a stop (as in `HALF_STOP`), a wide space or a bar.

What precedes a space is looked at second, for only a class that comes first is searched for fast.
"""
_INDENT: Final = re.compile(r"\u3000(?<=[。！？”].)\u3000+")
_REMARK: Final = 40
"""Characters a remark behind the last sentence has at most."""
_ENDED: Final = re.compile(r"[。！？.!?](?:[”’」』\"')）]|（[^（）]{1,24}）)*\s*\Z")
_SENTENCE: Final = re.compile(r"。|[a-z0-9)]\.(?:[”\"]?\s|$)")
"""What none of a list of headlines has."""
_STOP: Final = re.compile(r"[.](?<=[a-z0-9].) (?=[A-Z0-9b])")
_BULLET: Final = re.compile(r"^[^\S\n]*[•▪‣●]\s+(?=\w)", re.MULTILINE)
_STATED: Final = frozenset({"stamp", "byline", "source"})
_LONG: Final = 160
"""Columns from which on a line may hold more than a paragraph."""


_REACHES: Final = (120, sys.maxsize)
"""Characters at a line's end its tail is looked for in, the whole line if they are none but it."""
_FIRST: Final = 3
"""So many lines at the beginning may open with the date a scraper noted."""
_HEADLINE: Final = 8
"""Characters a headline has at least."""


def part(traced: Traced) -> Traced:
    """Put chrome at the head and tail of a long line onto lines of its own."""
    traced = _unbulleted(traced)
    long = [line for line in lines(traced.text) if line.is_prose]
    traced = _parted(traced, {at for line in long for at in _section(line)})
    prose = [line for line in lines(traced.text) if line.is_prose]
    cuts = {at for line in prose for at in (*_tail(line), *_head(line), *_indents(line))}
    for index, line in enumerate(lines(traced.text)):
        cuts |= {*_dated(line), *_ended(line)} if index < _FIRST else set()
        cuts |= {*_labels(line), *_stated(line), *_glued(line), *_signed(line)}
    return _parted(traced, cuts)


def _unbulleted(traced: Traced) -> Traced:
    """No bullets before what states when and by whom, and before the headline right above it."""
    if not _BULLET.search(traced.text):
        return traced
    edits: list[Edit] = []
    above: Edit | None = None
    for line in lines(traced.text):
        bullet = _BULLET.match(line.text)
        rest = line.text[bullet.end() :] if bullet else ""
        if rest and any(part.role in _STATED for part in classify(rest)):
            edits += [above] if above else []
            edits.append(Edit(line.start, line.text[: -len(rest)], ""))
        headed = bullet and is_headline(rest)
        above = Edit(line.start, line.text[: -len(rest)], "") if headed else None
    return traced.apply("bullet", edits)


def _parted(traced: Traced, cuts: set[int]) -> Traced:
    return traced.apply("part", [Edit(at, "", "\n") for at in sorted(cuts)])


def _tail(line: Line) -> Iterator[int]:
    """Where the chrome after a line's last sentence begins, if it is not chrome as a whole."""
    if line.columns > _LONG and any(part.reason == "caption" for part in classify(line.text)):
        return
    cut = next((at for reach in _REACHES if (at := _tail_start(line.text, reach)) is not None), 0)
    sure = line.columns > _LONG or _ends_article(line.text[cut:].strip())
    if 0 < cut < len(line.text) and sure:
        yield line.start + cut


def _tail_start(text: str, reach: int) -> int | None:
    """Where the chrome at a text's end begins, if that is found in its last characters."""
    begins = [match.end() for match in _PIECE.finditer(text, max(0, len(text) - reach - 1))]
    end = len(text)
    for begin in reversed(begins):
        piece = text[begin:end].strip()
        if piece and not _is_tail(piece):
            return end
        end = begin
    return end if reach >= len(text) else None


def _section(line: Line) -> Iterator[int]:
    """Before and behind the words that open a list of other articles behind the last sentence."""
    if line.columns <= _LONG or not may_match(line.text, "glued", "section"):
        return
    last = max((match.end() for match in _SENTENCE.finditer(line.text)), default=0)
    for match in metadata("glued", "section").finditer(to_simplified(line.text), last):
        start, end = match.span()
        if _ENDED.search(line.text, max(0, start - _REMARK), start) and end < len(line.text):
            yield from (line.start + start, line.start + end)
            return


def _indents(line: Line) -> Iterator[int]:
    """A paragraph's indent in the middle of a line shows where one begins."""
    found = _INDENT.finditer(line.text) if "\u3000" in line.text else ()
    return (line.start + match.end() for match in found)


def _labels(line: Line) -> Iterator[int]:
    """The label of the article behind the labelled title."""
    if label(line.text):
        inner = metadata("label", "inner").search(to_simplified(line.text), 1)
        if inner:
            yield line.start + inner.start()


def _stated(line: Line) -> Iterator[int]:
    """Metadata behind a headline in the same line."""
    pieces = split(line.text)
    if len(pieces) < 2 or columns(pieces[0][1]) < 16 or classify(pieces[0][1]):
        return
    known = [classify(piece) for _, piece in pieces[1:]]
    if all(known) and {p.role for parts in known for p in parts} & {"stamp", "source", "byline"}:
        yield line.start + pieces[1][0]


def _dated(line: Line) -> Iterator[int]:
    """The text after a labelled date a scraper set before it."""
    match = metadata("glued", "scraped").match(line.text)
    if match and match.end() < len(line.text):
        yield line.start + match.end()


def _ended(line: Line) -> Iterator[int]:
    """Date and byline, each behind the full stop of a headline in the same line."""
    for stop in _STOP.finditer(line.text) if line.columns <= _LONG else ():
        if metadata("stamp", "date").match(line.text, stop.end()):
            rest = line.text[stop.end() :]
            cut = next((m.end() for m in _STOP.finditer(rest) if rest[m.end() :][:3] == "by "), 0)
            parts = [rest[:cut], rest[cut:]] if cut else [rest]
            if all(classify(part.strip(" .")) for part in parts):
                yield from {line.start + stop.start(), line.start + stop.end() + cut}
            return


def _glued(line: Line) -> Iterator[int]:
    """Headline, date, source and author run together at the head of an article in one line."""
    if line.columns <= _LONG or not may_match(line.text[:_LONG], "glued", "stamp"):
        return
    match = metadata("glued", "stamp").search(line.text[:_LONG])
    above = line.text[: match.start()].strip() if match else ""
    if not match or not _may_head(above):
        return
    yield line.start + match.start()
    at = match.end()
    while value := metadata("glued", "value").match(to_simplified(line.text), at):
        yield line.start + at
        at = value.end()
    yield line.start + at


def _signed(line: Line) -> Iterator[int]:
    """The byline that ran into a headline: “… deal with FooBy Ann Example”."""
    if line.columns > _LONG or "By " not in line.text:
        return
    match = metadata("glued", "byline").search(line.text)
    if match and is_headline(line.text[: match.start("byline")]):
        yield line.start + match.start("byline")


def _may_head(text: str) -> bool:
    """Whether words before a date may be the headline."""
    return len(text) >= _HEADLINE and text[-1] not in "，,（(" and not _PIECE.search(text)


def _ends_article(piece: str) -> bool:
    """Whether words below the width of a page's chrome are sure to be none of the article's."""
    known = classify(piece)
    group = group_of(to_simplified(piece))
    return bool(known and known[0].role in ("source", "byline")) or bool(group and group.tail)


def _is_tail(piece: str) -> bool:
    plain = to_simplified(piece.strip(" |　"))
    known = classify(plain)
    if not known:
        return False
    return all(part.role != "chrome" or part.reason != "menu" or len(plain) > 3 for part in known)


def _head(line: Line) -> Iterator[int]:
    """Where the article begins in a line that starts with stamps and buttons."""
    pieces = split(line.text)
    known = 0
    while known < len(pieces) and classify(pieces[known][1]):
        known += 1
    if not 0 < known < len(pieces):
        return
    at = pieces[known][0]
    yield line.start + at + _button(line.text[at:])


def _button(text: str) -> int:
    """Length of a button's word, and the space after it, at the head of a sentence."""
    for space in re.finditer(r"\s(?=[A-Z“\"])", text[:40]):
        word = text[: space.start()]
        if any(group.head and group.fits(word, len(word)) for group in groups()):
            return space.end()
    return 0
