"""Sentences of a clean text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters
from typing import Final

from diglot.languages import Lang
from diglot.text.lines import HALF_STOP
from diglot.yamlfile import data

Span = tuple[int, int]
"""First offset and the one after the last."""

_CLOSERS: Final = "”’」』）》】)\\]\"'"
_ZH_STOP: Final = rf"[。！？]|{HALF_STOP}|[!?](?![A-Za-z0-9.])"
_ZH_END: Final = re.compile(rf"[。！？.!?](?<=(?={_ZH_STOP}).)(?:{_ZH_STOP})*…*[{_CLOSERS}]*")
_EN_END: Final = re.compile(
    rf"[.!?…。](?:(?<!。)[.!?…]*)?[{_CLOSERS}]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Þ\u4e00-\u9fff]|$)"
)
"""Only a class that comes first is searched for fast."""
_PAIRS: Final = {"“": "”", "「": "」", "『": "』", "（": "）", "《": "》", "【": "】", "(": ")"}
_MARK: Final = re.compile(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}]")
_LETTERS: Final = f"{ascii_letters}."
"""What an abbreviation is made of."""
_NEXT_WORD: Final = re.compile(r"\s+\(?(\w+)")
_LINE: Final = re.compile(r"[^\n]+")
_REACH: Final = 64
"""No abbreviation is as long as this."""


def sentences(text: str, lang: Lang) -> tuple[Span, ...]:
    """Spans of the sentences in order; white space between them is in none.

    A line break always ends a sentence; quotes and brackets stay whole where they are closed
    in the same line.
    """
    ends = _english if lang == "en" else _chinese
    return tuple(
        span
        for line in _LINE.finditer(text)
        for span in _spans(line.group(), line.start(), ends(line.group()))
    )


def _spans(line: str, start: int, ends: Iterator[int]) -> Iterator[Span]:
    """The stretches of a line between the ends, without white space around them."""
    at = 0
    for end in [*ends, len(line)]:
        piece = line[at:end].lstrip()
        if piece:
            first = start + end - len(piece)
            yield first, first + len(piece.rstrip())
        at = end


def _chinese(line: str) -> Iterator[int]:
    inside = _enclosed(line)
    for match in _ZH_END.finditer(line):
        after = line[match.end() : match.end() + 1]
        cry = (
            match.group()[-1] in _CLOSERS
            and match.group()[0] in "！？!?"
            and "\u4e00" <= after <= "\u9fff"
        )
        if not cry and after not in ("，", "、", "；", "：", "—") and not inside[match.end() - 1]:
            yield match.end()


def _english(line: str) -> Iterator[int]:
    inside = _enclosed(line)
    for match in _EN_END.finditer(line):
        if not inside[match.end() - 1] and not _abbreviated(line, match):
            yield match.end()


def _enclosed(line: str) -> list[bool]:
    """For each character whether a pair that was opened before it closes only after it."""
    inside = [False] * len(line)
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(line):
        char, at = match[0], match.start()
        if char in _PAIRS:
            stack.append((_PAIRS[char], at))
        elif any(closer == char for closer, _ in stack):
            while stack[-1][0] != char:
                stack.pop()
            start = stack.pop()[1]
            inside[start:at] = [True] * (at - start)
    return inside


def _abbreviated(line: str, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation or initial."""
    head = line[max(0, match.start() - _REACH) : match.start()]
    word = head[len(head.rstrip(_LETTERS)) :].lstrip(".")
    if match.group() != "." or not word:
        return False
    inner, perhaps, starters = _stops()
    following = _NEXT_WORD.match(line, match.end())
    if len(word) == 1 and word.isupper() and word != "I":
        return following is not None and following[1] not in starters
    if word.lower() in perhaps:
        return following is not None and following[1] not in starters
    return following is not None and word.lower() in inner and word[0].isupper() | ("." in word)


@cache
def _stops() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Abbreviations inside sentences, those that may end one, and words that begin one."""
    table = data("segment")
    return frozenset(table["inside"]), frozenset(table["perhaps"]), frozenset(table["starters"])
