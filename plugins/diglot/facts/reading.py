"""A text as the rules of `facts` read it: its simplified twin and its sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from diglot.languages import Lang, Side, side_of
from diglot.text.document import Document
from diglot.text.script import to_simplified
from diglot.text.segment import sentences

TEASER: Final = {"zh": 30, "en": 70}
"""Characters a first sentence has at most that only teases."""
_WIDE: Final = str.maketrans(",;:.", "，；：。")
_NARROW: Final = re.compile(
    r"[,;:.](?:(?<=[\u3400-\u9fff”」』》）][,;:])(?=[\s\w“「『《])|(?<=[A-Za-z\d%)）][,;:])(?=[\u3400-\u9fff“「『《])|(?<=[\u3400-\u9fff”」』》)）]\.)(?=[\s\d\u3400-\u9fff“]|$))"
)
"""ASCII punctuation in Chinese text: it follows a Chinese character or a closing mark,
or stands between Latin letters or digits and Chinese characters.

What precedes it is looked at last, for only a class that comes first is searched for fast."""


class Sentence(NamedTuple):
    """A sentence, by offsets in the text."""

    start: int
    end: int
    block: int
    """Index of its block."""
    heading: bool


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text and its parts. ``plain`` has the length of ``text``, so offsets hold in both.

    A reading is itself only: it keys what was found in it, and hashing a whole text is slow.
    """

    text: str
    plain: str
    """The text in simplified characters."""
    lang: Lang
    sentences: tuple[Sentence, ...]
    side: Side = field(init=False)
    """The site language of the text."""
    starts: tuple[int, ...] = field(init=False)
    """Where the sentences begin."""

    def __post_init__(self) -> None:
        """Note what is asked for again and again."""
        object.__setattr__(self, "side", side_of(self.lang))
        object.__setattr__(self, "starts", tuple(one.start for one in self.sentences))

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence an offset lies in (the last one before it, where none)."""
        return max(0, bisect_right(self.starts, offset) - 1)


def lowered(text: str) -> str:
    """The text in small letters, character by character (same length)."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def widened(text: str) -> str:
    """The text with the full-width form of ASCII punctuation among Chinese characters."""
    return _NARROW.sub(lambda match: match[0].translate(_WIDE), text)


def read(document: Document) -> Reading:
    """The body of a document."""
    plain = widened(to_simplified(document.text))
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        heading = block.kind == "heading"
        for start, end in sentences(plain[block.start : block.end], document.lang):
            found.append(Sentence(block.start + start, block.start + end, index, heading))
    return Reading(document.text, plain, document.lang, tuple(found))


def read_line(text: str, lang: Lang) -> Reading:
    """A single line, such as a title, as one sentence."""
    whole = (Sentence(0, len(text), 0, True),) if text else ()
    return Reading(text, widened(to_simplified(text)), lang, whole)
