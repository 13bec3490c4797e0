"""Lines of a text with what their shape says: width, sentence end, prose or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from diglot.text.script import HAN_RUN

_ENDS: Final = tuple("。！？!?….")
_CLOSERS: Final = "”’」』》\"')）】]"
_BRACKETS: Final = (")", "）")
_REMARK: Final = re.compile(r"[。！？!?.][”’」』\"]?\s?[(（][^()（）]{1,24}[)）]$")
"""An agency's name or a remark behind the last sentence."""
_REACH: Final = 32
HALF_STOP: Final = r"(?<=[^\x00-$&-(*-\x7f])\.(?![A-Za-z0-9_.])"
"""A full stop of the other width behind a Chinese sign, which ends a sentence too.

Not said with `HAN`, a class that takes long to compile.
"""
_STOP: Final = re.compile(
    r"[。！？.!?](?:(?<=[。！？])|(?<=[^\x00-$&-(*-\x7f]\.)(?![A-Za-z0-9_.])"
    r"|(?<=[.!?])[”\"’)]?\s+(?=[A-Z“\"(\[]))"
)
"""A sentence's end; only a class that comes first is searched for fast."""
_WORD: Final = re.compile(r"[^\W_]+")
_WIDE: Final = re.compile("[^\\x00-\u2e7f][^\\x00-\u2e7f]*")
_WIDE_HERE: Final = re.compile("[\u2e80-\U0010ffff“”‘’…—·][\u2e80-\U0010ffff“”‘’…—·]*")
"""The same among Han characters: with the signs that both scripts share."""
RECENT: Final = 512
"""So many lines are remembered with what was found out about them, for rules that ask again."""
PROSE_COLUMNS: Final = 40
"""A line of prose is at least this wide."""


class Line(NamedTuple):
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
        return ends_sentence(self.text)

    @property
    def is_prose(self) -> bool:
        """Wide enough for a paragraph, and with a sentence that ends."""
        return _is_prose(self.text)


@lru_cache(maxsize=RECENT)
def ends_sentence(text: str) -> bool:
    """Whether a text closes with a full stop, question or exclamation mark, perhaps in quotes."""
    if text.rstrip(_CLOSERS).endswith(_ENDS):
        return True
    return text[-1:] in _BRACKETS and _REMARK.search(text, max(0, len(text) - _REACH)) is not None


@lru_cache(maxsize=RECENT)
def _is_prose(text: str) -> bool:
    if columns(text) < PROSE_COLUMNS or not (ends_sentence(text) or _STOP.search(text)):
        return False
    return is_chinese(text) or len(text.split()) >= 8


@lru_cache(maxsize=4)
def lines(text: str) -> tuple[Line, ...]:
    """The lines that are not blank."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
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
    if not _is_wide(text):
        return len(text)
    wide = _WIDE_HERE if is_chinese(text) else _WIDE
    return len(text) + len("".join(wide.findall(text)))


def _is_wide(text: str) -> bool:
    return not text.isascii() and _WIDE.search(text) is not None


@lru_cache(maxsize=RECENT)
def letters(text: str) -> str:
    """The letters and digits of a text, by which it is told whether two are the same."""
    return "".join(_WORD.findall(text.casefold()))


@lru_cache(maxsize=RECENT)
def is_chinese(text: str) -> bool:
    """Whether there is a Han character in it."""
    return _is_wide(text) and HAN_RUN.search(text) is not None
