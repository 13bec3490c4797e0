"""Blocks of the clean text, and the white space between them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from diglot.text.document import Block
from diglot.text.ledger import Edit, Traced
from diglot.text.lines import columns, is_chinese

_SPACES: Final = re.compile(r"[^\S\n](?:[^\S\n]+|(?<! ))")
"""White space that is not a single space."""
_BULLET: Final = re.compile(r"^ ?(?:[•▪‣] ?|[●◆■▶★]\s)(?=[\w“])", re.MULTILINE)
_BULLETS: Final = re.compile("[•▪‣●◆■▶★]")
_UNUSUAL: Final = re.compile(r"[^\S\n ]")
"""White space no text needs but to part its columns."""
_BREAK: Final = re.compile(r"\n\s*")
_INNER_STOP: Final = re.compile(r"[a-z]{2}[.!?][”\"’]?\s+[A-Z“\"]|[.!?,][”\"’] ")
_CLOSED: Final = re.compile(r"[。；;，,、：:….](?:[”’」』\"')）])?$")
_NUMBER: Final = re.compile(r"^\d+\.\s")
_SPEAKER: Final = re.compile(r"[^\s：:，。]{1,12}[：:]")
"""Who asks or answers in an interview."""
_QUESTION: Final = 48
"""Wider questions in Chinese are paragraphs."""


def tidy(traced: Traced) -> Traced:
    """One space between words, one blank line between blocks, none around the text."""
    text = traced.text
    if "  " in text or _UNUSUAL.search(text):
        edits = [Edit(m.start(), m.group(), " ") for m in _SPACES.finditer(text)]
        traced = traced.apply("spaces", edits)
    body = traced.text.strip()
    start = traced.text.find(body) if body else 0
    end = start + len(body)
    ends = [Edit(0, traced.text[:start], ""), Edit(end, traced.text[end:], "")]
    if not body:
        return traced.apply("blank-lines", [Edit(0, traced.text, "")])
    inner = (_break(traced.text, match) for match in _BREAK.finditer(traced.text, start, end))
    return _unlisted(traced.apply("blank-lines", [*ends, *inner]))


def _break(text: str, match: re.Match[str]) -> Edit:
    """The line break of a match, with the space before it if there is one, becomes a blank line."""
    start = match.start() - (text[match.start() - 1] == " ")
    return Edit(start, text[start : match.end()], "\n\n")


def _unlisted(traced: Traced) -> Traced:
    """The text without the bullets of its lists."""
    if not _BULLETS.search(traced.text):
        return traced
    bullets = (Edit(m.start(), m.group(), "") for m in _BULLET.finditer(traced.text))
    return traced.apply("bullet", bullets)


def items(traced: Traced) -> frozenset[int]:
    """Where the items of a tidy text's lists begin."""
    last = traced.steps[-1] if traced.steps else None
    return frozenset(last.starts) if last and last.rule == "bullet" else frozenset()


def blocks(text: str, listed: frozenset[int] = frozenset()) -> tuple[Block, ...]:
    """The blocks of a tidy text; what is listed (by its offset) is no heading."""
    paragraphs = text.split("\n\n")
    speakers = Counter(match[0] for p in paragraphs if (match := _SPEAKER.match(p)))
    found, start = [], 0
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
        speaker = _SPEAKER.match(paragraph)
        spoken = speaker is not None and speakers[speaker[0]] > 1
        open_ = bool(following) and not is_heading(following)
        heading = is_heading(paragraph) and open_ and not spoken and start not in listed
        found.append(Block("heading" if heading else "paragraph", paragraph, start))
        start += len(paragraph) + 2
    return tuple(found)


def is_heading(text: str) -> bool:
    """Short, and not ended like a sentence or a list."""
    if "。" in text or _CLOSED.search(text, max(0, len(text) - 3)):
        return False
    if is_chinese(text) and text[-1] in "？?" and columns(text) > _QUESTION:
        return False
    if _INNER_STOP.search(_NUMBER.sub("", text)):
        return False
    if is_chinese(text):
        return columns(text) <= 72
    return columns(text) <= 100 and len(text.split()) <= 16
