"""Joining of lines that were wrapped at a fixed width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from diglot.text.ledger import Edit, Traced
from diglot.text.lines import Line, columns, is_chinese, lines
from diglot.text.parts import classify, split
from diglot.text.vocabulary import ranks

_FIRST_WORD: Final = (
    r"[（“‘《【「『(]*(?:[^\s\u2e80-\uffff（“‘”’]+|.)[）”’》】」』)，。、；：！？,.]*"
)
"""What cannot be parted at a line's end: a word or a Han character with its punctuation."""
_SLACK: Final = 3
"""Columns a wrapped line may be short of the width, for punctuation that must not begin a line."""
_RAGGED: Final = 12
"""Columns lines of English words differ by."""
_EVEN: Final = 5
"""Columns lines of Han characters differ by."""
_GOES_ON: Final = re.compile(r"[a-z]|[<(][A-Z][\w.: ]{1,16}[>)] [a-z(]", re.ASCII)
"""How a line begins in which a sentence goes on: in small letters, or with a share code."""
_OPEN: Final = re.compile(
    r"(?:[a-z][’']s| (?:the|an?|its|their|of|and|or|which|including)"
    r"|^.{60}.* (?:to|in|on|at|by|for|from|with))$"
)
"""How a line ends that no headline ends like, and how no long one does: “what it is for”."""
_COMMAS: Final = "，、"
_CLAUSE: Final = re.compile("[，。；]|[,;](?=[^\x00-\x7f])")
_OPEN_ZH: Final = re.compile(
    "(?:[把将被]|(?<!参)与|(?<![饱总缓平])和|(?<![存所现潜内外])在|(?<![方转走导朝倾动趋去])向"
    "|(?<![理自缘])由|(?<![反面应针相])对|(?<![服听盲])从)$"
)
"""The same in Chinese, …"""
_INNER_ZH: Final = re.compile(
    "[、，。；：）》”]|的(?![士确])|了(?![解不])|[与與](?!此|其)|和(?![以谐平])|及(?![时早其])"
)
"""… how no line begins, …"""
_SHORT: Final = 20
"""… if it has this width."""
_INSIDE: Final = re.compile(r"[\w,)）-]$")
"""How a line ends that ends no sentence."""
_LONG: Final = 100
"""Columns few headlines have; one of more, without an end, is torn where …"""
_PARAGRAPHS: Final = 2
"""… blank lines part the paragraphs: behind so many and …"""
_MOSTLY: Final = 0.8
"""… such a share of them one stands."""
_AGAIN: Final = 4
"""Characters that show whether a line begins as another one does."""
_ABSTRACT: Final = 12
"""The same of a text a line that breaks off sums up."""
_HARD: Final = 40
"""A line of this width that ends in the middle of a sentence goes on in small letters below."""
_DATED: Final = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$|\d:\d\d$")
"""Lists of headlines have their dates at the end."""
_STAMPED: Final = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d\d")
_PARTED: Final = re.compile(r"([A-Za-z]+)-$")
_SMALL: Final = re.compile(r"[a-z]+")
_INNER: Final = re.compile(r"[。！？；.;?!](?:(?<=[。！？；])|[”\"’]? [A-Z“\"])")
_RARE: Final = 7
"""One in so many lines of wrapped prose has a sentence that ends in it; headlines have none."""
_FULL: Final = 0.6
"""Share of the width below which a line is no wrapped one."""
_WIDE: Final = 0.65
"""Share of the width from which on a line of small letters is rather prose than a byline."""
_SELDOM: Final = 4
"""One full line in so many may end its sentence where blank lines part the paragraphs."""
_SURE: Final = 4
"""More lines than so many that end in the middle of a sentence are wrapped."""
_STATED: Final = frozenset({"stamp", "source", "byline"})
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
    sure = [line.columns for line, after in pairwise(found) if _broken(line, after)]
    if len(sure) > _SURE and 2 * len(sure) > sum(not line.gap for line in found):
        return max(sure)
    if widths.total() < 4 or stops * _RARE < widths.total():
        return 0
    ragged = _RAGGED if any(not is_chinese(line.text) for line in open_ends) else _EVEN
    close = {w: sum(widths[v] for v in range(w - ragged, w + 1)) for w in widths}
    width = max(close, key=lambda w: (close[w], w))
    near = close[width]
    wider = sum(columns(_printed(line)) > width + _SLACK for line in found)
    rivals = sum(count for w, count in widths.items() if w > width * _FULL)
    fits = width <= _WIDEST and near > 2 and near * 2 >= rivals and wider <= near
    return width if fits else 0


def _may_go_on(line: Line, after: Line) -> bool:
    """An open sentence with a line right below it; in English mostly one in small letters."""
    if after.gap or (after.text[0].isupper() and line.text[-1] != ",") or line.ends_sentence:
        return False
    listed = line.text[-1].isdecimal() or line.text[-1] == "日"
    return not (listed and _DATED.search(line.text))


def _printed(line: Line) -> str:
    return ("\u3000\u3000" if line.indent and line.text[0] > "\u2e7f" else "") + line.text


def _joins(text: str, found: list[Line], width: int) -> Iterator[Edit]:
    indented = sum(line.indent for line in found) > 2
    spaced = bool(width) and _spaced(found, width)
    apart = _apart(found)
    chained = False
    for line, after in pairwise(found):
        listed, chained = chained and line.text[-1] in _COMMAS, False
        headline = line is found[0] and is_chinese(line.text) and not _CLAUSE.search(line.text)
        torn = _broken(line, after) or _torn(line, after, apart=apart)
        torn = torn and not headline
        begins = after.indent and indented and not (torn and line.indent)
        if after.gap or begins:
            continue
        goes_on = _runs_on(line, after, width, indented) or listed
        same = spaced and line.columns > width * _FULL and after.columns > _NARROWEST
        if not (torn or goes_on or same):
            continue
        if not any(_known(one) and not _small(one, width) for one in (line, after)):
            chained = True
            start = line.end - _hyphen(line.text, after.text)
            latin = line.text[-1] < "\u2e80" and after.text[0] < "\u2e80"
            space = " " if latin and not _PARTED.search(line.text) else ""
            yield Edit(start, text[start : after.start], space)


def _known(line: Line) -> bool:
    """Whether a line, or the last of several things it says, is none of the article's."""
    if not line.is_prose and _STAMPED.search(line.text):
        return True
    cut = split(line.text)
    closing = classify(cut[-1][1]) if len(cut) > 1 else ()
    return bool(classify(line.text)) or any(part.role in _STATED for part in closing)


def _small(line: Line, width: int) -> bool:
    """Whether a line of wrapped prose begins in small letters: “by Foo’s chief executive, and”."""
    return line.text[0].islower() and 0 < width * _WIDE <= line.columns


def _spaced(found: list[Line], width: int) -> bool:
    """Whether blank lines part the paragraphs, so that lines without one belong together."""
    near = [(x, y) for x, y in pairwise(found) if not y.gap and x.columns > width * _FULL]
    ended = sum(line.ends_sentence for line, _ in near)
    return sum(line.gap for line in found) > 2 and ended * _SELDOM < len(near)


def _hyphen(line: str, after: str) -> bool:
    """Whether the hyphen at a line's end only parts a word."""
    left, right = _PARTED.search(line), _SMALL.match(after)
    return bool(left and right) and f"{left[1]}{right[0]}".lower() in ranks()  # type: ignore[index]


def _broken(line: Line, after: Line) -> bool:
    """Whether a line ends in the middle of a sentence, by the words on both sides."""
    last, below = line.text[-1], after.text
    if last in _COMMAS or (last == "," and is_chinese(line.text)):
        goes_on = is_chinese(below[:2])
    elif not line.ends_sentence and is_chinese(below[:2]) and _parted_zh(line.text, below):
        return line.columns >= _SHORT
    elif last.isascii() and is_chinese(line.text) and is_chinese(below[:2]):
        goes_on = last.isalnum() and len(_CLAUSE.findall(line.text)) > 1
    elif last.isascii() and (last.isalnum() or last in ",-)"):
        goes_on = _GOES_ON.match(below) is not None or _OPEN.search(line.text) is not None
        goes_on = goes_on and after.columns > 20
    elif last.isalnum():
        # No headline has so many clauses; an abstract that breaks off is begun again.
        goes_on = is_chinese(below[:2]) and below[:_AGAIN] not in line.text
        goes_on = goes_on and len(_CLAUSE.findall(line.text)) > 1
    else:
        return False
    return goes_on and line.columns >= _HARD


def _parted_zh(line: str, below: str) -> bool:
    """Whether a Chinese sentence is parted beside a word that neither ends nor begins one."""
    return bool(_OPEN_ZH.search(line) or _INNER_ZH.match(below))


def _apart(found: list[Line]) -> bool:
    """Whether a blank line stands behind each paragraph, but for a few."""
    ended = [after.gap for line, after in pairwise(found) if line.is_prose and line.ends_sentence]
    return len(ended) >= _PARAGRAPHS and sum(ended) >= _MOSTLY * len(ended)


def _torn(line: Line, after: Line, *, apart: bool) -> bool:
    """Whether a line too long for a headline goes on below.

    Where no blank lines keep paragraphs ``apart``, only one that has told a whole sentence does.
    """
    if not _INSIDE.search(line.text) or not (after.is_prose or after.ends_sentence):
        return False
    if line.columns < _HARD or after.text[:_ABSTRACT] in line.text:
        return False
    long, told = line.columns > _LONG, bool(_INNER.search(line.text))
    return long or told if apart else long and told


def _runs_on(line: Line, after: Line, width: int, indented: bool) -> bool:
    """Whether a line goes on in the next one.

    An open sentence does if the line is nearly full; an ended one only if the next word would
    not have fitted, and if paragraphs do not show by an indent anyway.
    """
    full = columns(_printed(line))
    if not width or full > width + _SLACK:
        return False
    if not line.ends_sentence:
        if is_chinese(line.text) and (2 * len(line.text) >= width or line.is_prose):
            return True  # as many characters as a full line has, though half of them are narrow
        return full >= width * (_WIDE if after.text[0].islower() else 0.8)
    word = re.match(_FIRST_WORD, after.text)
    need = full + 1 + columns(word.group() if word else "")
    return need > width + (0 if indented else 1)
