"""Blocks of the clean text, and the line breaks that make them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from diglot.text.document import Block
from diglot.text.ledger import Edit, Traced
from diglot.text.lines import HALF_STOP, Line, columns, is_chinese, lines
from diglot.text.parts import classify, group_of, split
from diglot.text.patterns import groups, metadata
from diglot.text.script import to_simplified

_SPACES: Final = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
"""White space that is not a single space."""
_BREAK: Final = re.compile(r"\s*\n\s*")
_PIECE: Final = re.compile(
    rf"(?:{HALF_STOP})|(?<=[。！？])[”’」』]?\s*|(?<=[.!?])\s+|\s*\u3000\s*|\s+\|\s+|\s{{2,}}"
)
_INDENT: Final = re.compile(r"(?<=[。！？”])\u3000{2,}")
_INNER_STOP: Final = re.compile(r"[a-z]{2}[.!?][”\"’]?\s+[A-Z“\"]|[.!?,][”\"’] ")
_LONG: Final = 160
"""Columns from which on a line may hold more than a paragraph."""


_HEADLINE: Final = 8
"""Characters a headline has at least."""
_SPEAKER: Final = re.compile(r"[^\s：:，。]{1,12}[：:]")
"""Who asks or answers in an interview."""
_QUESTION: Final = 48
"""Wider questions in Chinese are paragraphs."""


def part(traced: Traced) -> Traced:
    """Put chrome at the head and tail of a long line onto lines of its own."""
    prose = [line for line in lines(traced.text) if line.is_prose]
    cuts = {at for line in prose for at in (*_tail(line), *_head(line), *_indents(line))}
    for line in lines(traced.text):
        cuts |= {*_labels(line), *_stated(line), *_glued(line)}
    return traced.apply("part", [Edit(at, "", "\n") for at in sorted(cuts)])


def _tail(line: Line) -> Iterator[int]:
    """Where the chrome after a line's last sentence begins."""
    begins = [match.end() for match in _PIECE.finditer(line.text)]
    end, cut = len(line.text), len(line.text)
    for begin in reversed(begins):
        piece = line.text[begin:end].strip()
        if piece and not _is_tail(piece):
            break
        end = cut = begin
    sure = line.columns > _LONG or _ends_article(line.text[cut:].strip())
    if 0 < cut < len(line.text) and sure:
        yield line.start + cut


def _indents(line: Line) -> Iterator[int]:
    """A paragraph's indent in the middle of a line shows where one begins."""
    return (line.start + match.end() for match in _INDENT.finditer(line.text))


def _labels(line: Line) -> Iterator[int]:
    """The label of the article behind the labelled title."""
    plain = to_simplified(line.text)
    if metadata("label", "title").match(plain):
        label = re.search(r"(?:内容|正文)\s*[:：]|(?<=\s)(?:Content|Body|Text)\s*:", plain)
        if label and label.start():
            yield line.start + label.start()


def _stated(line: Line) -> Iterator[int]:
    """Metadata behind a headline in the same line."""
    pieces = split(line.text)
    if len(pieces) < 2 or columns(pieces[0][1]) < 16 or classify(pieces[0][1]):
        return
    known = [classify(piece) for _, piece in pieces[1:]]
    if all(known) and {p.role for parts in known for p in parts} & {"stamp", "source", "byline"}:
        yield line.start + pieces[1][0]


def _glued(line: Line) -> Iterator[int]:
    """Headline, date, source and author run together at the head of an article in one line."""
    match = metadata("glued", "stamp").search(line.text[:_LONG])
    above = line.text[: match.start()].strip() if match else ""
    if not match or line.columns <= _LONG or not _may_head(above):
        return
    yield line.start + match.start()
    at = match.end()
    while value := metadata("glued", "value").match(to_simplified(line.text), at):
        yield line.start + at
        at = value.end()
    yield line.start + at


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


def tidy(traced: Traced) -> Traced:
    """One space between words, one blank line between blocks, none around the text."""
    text = traced.text
    edits = [Edit(m.start(), m.group(), " ") for m in _SPACES.finditer(text)]
    traced = traced.apply("spaces", edits)
    body = traced.text.strip()
    start = traced.text.find(body) if body else 0
    ends = [
        Edit(0, traced.text[:start], ""),
        Edit(start + len(body), traced.text[start + len(body) :], ""),
    ]
    if not body:
        return traced.apply("blank-lines", [Edit(0, traced.text, "")])
    inner = [
        Edit(m.start(), m.group(), "\n\n")
        for m in _BREAK.finditer(traced.text, start, start + len(body))
    ]
    return traced.apply("blank-lines", [*ends, *inner])


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a tidy text."""
    paragraphs = text.split("\n\n")
    speakers = Counter(match[0] for p in paragraphs if (match := _SPEAKER.match(p)))
    found, start = [], 0
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
        speaker = _SPEAKER.match(paragraph)
        spoken = speaker is not None and speakers[speaker[0]] > 1
        open_ = bool(following) and not is_heading(following)
        heading = is_heading(paragraph) and open_ and not spoken
        found.append(Block("heading" if heading else "paragraph", paragraph, start))
        start += len(paragraph) + 2
    return tuple(found)


def is_heading(text: str) -> bool:
    """Short, and not ended like a sentence or a list."""
    if re.search(r"[。；;，,、：:….](?:[”’」』\"')）])?$", text) or "。" in text:
        return False
    if is_chinese(text) and text[-1] in "？?" and columns(text) > _QUESTION:
        return False
    if _INNER_STOP.search(re.sub(r"^\d+\.\s", "", text)):
        return False
    if is_chinese(text):
        return columns(text) <= 72
    return columns(text) <= 100 and len(text.split()) <= 16
