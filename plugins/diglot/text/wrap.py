"""Joining of lines that were wrapped at a fixed width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from diglot.text.ledger import Edit, Traced
from diglot.text.lines import SENTENCE_END, Line, columns, is_chinese, lines
from diglot.text.parts import classify

_FIRST_WORD: Final = re.compile(
    r"[（“‘《【「『(]*(?:[^\s\u2e80-\uffff（“‘”’]+|.)[）”’》】」』)，。、；：！？,.]*"
)
"""What cannot be parted at a line's end: a word or a Han character with its punctuation."""
_SLACK: Final = 3
"""Columns a wrapped line may be short of the width, for punctuation that must not begin a line."""
_RAGGED: Final = 12
"""Columns lines of English words differ by."""
_EVEN: Final = 5
"""Columns lines of Han characters differ by."""
_HARD: Final = 40
"""A line of this width that ends in the middle of a sentence goes on in small letters below."""
_DATED: Final = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$|\d:\d\d$")
"""Lists of headlines have their dates at the end."""
_INNER: Final = re.compile(r"[。！？；]|[.;?!][”\"’]? [A-Z“\"]")
_RARE: Final = 7
"""One in so many lines of wrapped prose has a sentence that ends in it; headlines have none."""
_WIDEST: Final = 110
_NARROWEST: Final = 30


def unwrap(traced: Traced) -> Traced:
    """The text with its wrapped lines joined, and those broken in the middle of a sentence."""
    found = list(lines(traced.text))
    joins = _joins(traced.text, found, width_of(found))
    return traced.apply("unwrap", joins)


def width_of(found: list[Line]) -> int:
    """Width in columns the lines were wrapped at; 0 if they were not."""
    open_ends = [line for line, after in pairwise(found) if _may_go_on(line, after)]
    widths = Counter(columns(_printed(line)) for line in open_ends if line.columns >= _NARROWEST)
    stops = sum(bool(_INNER.search(line.text)) for line in open_ends)
    if widths.total() < 4 or stops * _RARE < widths.total():
        return 0
    width = max(
        w for w in widths if sum(widths[v] for v in range(w - 8, w + 1)) >= 3 or w == min(widths)
    )
    ragged = _RAGGED if any(not is_chinese(line.text) for line in open_ends) else _EVEN
    near = sum(widths[v] for v in range(width - ragged, width + 1))
    wider = sum(columns(_printed(line)) > width + _SLACK for line in found)
    fits = width <= _WIDEST and near * 2 >= widths.total() and wider <= near
    return width if fits else 0


def _may_go_on(line: Line, after: Line) -> bool:
    """An open sentence with a line right below it; in English mostly one in small letters."""
    small = not after.text[0].isupper() or line.text[-1] == ","
    closed = SENTENCE_END.search(line.text) or _DATED.search(line.text)
    return not after.gap and small and not closed


def _printed(line: Line) -> str:
    return ("\u3000\u3000" if line.indent and line.text[0] > "\u2e7f" else "") + line.text


def _joins(text: str, found: list[Line], width: int) -> Iterator[Edit]:
    indented = sum(line.indent for line in found) > 2
    for line, after in pairwise(found):
        if after.gap or (after.indent and indented):
            continue
        if (_broken(line, after) or _runs_on(line, after, width, indented)) and not (
            classify(line.text) or classify(after.text)
        ):
            latin = line.text[-1] < "\u2e80" and after.text[0] < "\u2e80"
            yield Edit(line.end, text[line.end : after.start], " " if latin else "")


def _broken(line: Line, after: Line) -> bool:
    """Whether a line ends in the middle of a sentence, by the words on both sides."""
    text, below = line.text, after.text
    if line.columns < _HARD or SENTENCE_END.search(text):
        return False
    small = text[-1].isascii() and (text[-1].isalnum() or text[-1] in ",-") and below[0].islower()
    return (small and after.columns > 20) or (text[-1] in "，、" and is_chinese(below[:2]))


def _runs_on(line: Line, after: Line, width: int, indented: bool) -> bool:
    """Whether a line goes on in the next one.

    An open sentence does if the line is nearly full; an ended one only if the next word would
    not have fitted, and if paragraphs do not show by an indent anyway.
    """
    full = columns(_printed(line))
    if not width or full > width + _SLACK:
        return False
    if not SENTENCE_END.search(line.text):
        return full >= width * (0.65 if after.text[0].islower() else 0.8)
    word = _FIRST_WORD.match(after.text)
    need = full + 1 + columns(word.group() if word else "")
    return need > width + (0 if indented else 1)
