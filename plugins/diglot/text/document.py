"""What the text layer hands on: clean blocks, and what was taken out around them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

from diglot.languages import Lang
from diglot.text.ledger import Traced

Role = Literal["chrome", "title", "stamp", "byline", "source", "dateline", "label"]
"""Why a line (or the head of one) is not in the body; all but `chrome` state something."""


class Block(NamedTuple):
    """A heading or paragraph of the clean text."""

    kind: Literal["heading", "paragraph"]
    text: str
    start: int
    """Offset of its first character in `Document.text`."""

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)


class Removed(NamedTuple):
    """A line, or the head of one, that was taken out of the body."""

    line: int
    """1-based line of the raw text."""
    text: str
    """Its words, repaired."""
    role: Role
    reason: str
    """Name of the pattern that took it out."""


@dataclass(frozen=True, slots=True)
class Title:
    """A headline found in the text."""

    text: str
    line: int
    """1-based line of the raw text."""


@dataclass(frozen=True, slots=True)
class Document:
    """A clean text: ``text`` is the blocks joined by blank lines, and ``traced.text``."""

    traced: Traced
    lang: Lang
    title: Title | None
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    starts: tuple[int, ...] = (0,)
    """Where the lines of the raw text begin."""

    def line(self, offset: int) -> int:
        """1-based line of the raw text a character of the clean text stands on."""
        return bisect_right(self.starts, self.traced.origin(offset))

    @property
    def text(self) -> str:
        """The clean text."""
        return self.traced.text
