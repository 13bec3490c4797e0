"""Lines of a text with what their shape says: width, sentence end, prose or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from diglot.text.script import HAN

SENTENCE_END: Final = re.compile(r"[。！？!?….][”’」』》\"')）】\]]*$")
HALF_STOP: Final = rf"(?<=[{HAN}）)”％%])\.(?![\w.])|(?<=[{HAN}）)”％%])\.(?=[{HAN}])"
"""A full stop of the other width, which ends a Chinese sentence too."""
_STOP: Final = re.compile(rf"[。！？]|{HALF_STOP}|[.!?][”\"’)]?\s+(?=[A-Z“\"])")
_HAN: Final = re.compile(f"[{HAN}]")
_SHARED: Final = re.compile("[“”‘’…—·]")
_WIDE: Final = re.compile("[\u2e80-\U0010ffff]")
PROSE_COLUMNS: Final = 40
"""A line of prose is at least this wide."""
RECENT: Final = 512
"""So many lines are remembered with what was found out about them, for rules that ask again."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    start: int
    text: str
    gap: bool = False
    """Whether a blank line, or the beginning of the text, is before it."""
    indent: bool = False
    """Whether white space stands before it."""

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)

    @property
    def columns(self) -> int:
        """Its width."""
        return columns(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with a full stop, question or exclamation mark."""
        return bool(SENTENCE_END.search(self.text))

    @property
    def is_prose(self) -> bool:
        """Wide enough for a paragraph, and with a sentence that ends."""
        return _is_prose(self.text)


@lru_cache(maxsize=RECENT)
def _is_prose(text: str) -> bool:
    if columns(text) < PROSE_COLUMNS or not (SENTENCE_END.search(text) or _STOP.search(text)):
        return False
    return is_chinese(text) or len(text.split()) >= 8


def lines(text: str) -> Iterator[Line]:
    """The lines that are not blank."""
    start, gap = 0, True
    for raw in text.split("\n"):
        if content := raw.strip():
            indent = len(raw) - len(raw.lstrip())
            yield Line(start + indent, content, gap, indent > 0)
        gap = not content
        start += len(raw) + 1


@lru_cache(maxsize=RECENT)
def columns(text: str) -> int:
    """Width in a fixed-pitch font: a Han or full-width character takes two columns.

    Quotes, dashes and dots both scripts share are as wide as their text's script.
    """
    if text.isascii():
        return len(text)
    wide = len(_WIDE.findall(text))
    return len(text) + wide + (len(_SHARED.findall(text)) if is_chinese(text) else 0)


def is_chinese(text: str) -> bool:
    """Whether there is a Han character in it."""
    return bool(_HAN.search(text))
