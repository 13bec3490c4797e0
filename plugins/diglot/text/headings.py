"""Headings that ran into the paragraph below them, in texts that lost their line breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

from diglot.patterns import compiled
from diglot.text.ledger import Edit, Traced
from diglot.text.lines import HALF_STOP, Line, is_chinese, lines
from diglot.text.patterns import any_of
from diglot.text.script import to_simplified
from diglot.yamlfile import data

SURE: Final = 4
"""Points a Chinese heading needs beside another one."""
ALONE: Final = 6
"""Points it needs alone."""
_LENGTHS: Final = range(6, 33)
_SENTENCE: Final = re.compile(
    rf"(?:[^。！？\n.]+|(?!{HALF_STOP})[.])+(?P<stop>(?:[。！？]|{HALF_STOP})+[”’」』]?)?"
)
_REACH: Final = 60
"""Characters of a sentence that show how the paragraph begins."""
_CLOSING: Final = ("”", "？", "》")
_PUNCTUATION: Final = "，、：；（“‘《—…,;:(- "
_JOIN: Final = re.compile(
    r"(?P<glued>(?<=[a-z0-9)%][.!?])|(?<=[.!?][”\"])|^)(?P<head>[A-Z“][^.!?\n]{2,80}?[a-z0-9”?])(?=[A-Z“])"
)
_GLUED: Final = re.compile(r"[.!?][”\"]?[A-Z“]")
"""Without this no sentence has a heading glued to it."""
_WIDEST: Final = 90
"""Longest English heading, in characters."""
_STOP: Final = re.compile(r"[.!?]\s|$")
_CAPITAL: Final = re.compile(r"[a-z0-9”?](?=[A-Z“])")
_LEFT: Final = re.compile(r"[A-Za-z0-9]*[”?]?$")
_RIGHT: Final = re.compile(r"“?[A-Za-z]*")


@dataclass(frozen=True, slots=True)
class Glued:
    """A heading found inside a line (offsets in the text)."""

    start: int
    end: int
    points: int


def split_headings(traced: Traced, names: frozenset[str]) -> Traced:
    """The text with line breaks around its glued headings."""
    text = traced.text
    found = [*_chinese(text), *_english(text, names)]
    cuts = {at for heading in found for at in (heading.start, heading.end)}
    edits = [Edit(at, "", "\n") for at in sorted(cuts) if at and text[at - 1] != "\n"]
    return traced.apply("glued-heading", edits)


def _english(text: str, names: frozenset[str]) -> Iterator[Glued]:
    """Glued to the sentence before, and a capital right after its last small letter."""
    for line in lines(text):
        if is_chinese(line.text[:40]) or not line.is_prose or not _GLUED.search(line.text):
            continue
        at = 0
        while match := _JOIN.search(line.text, at):
            at = match.end()
            if (end := _heading_end(line.text, match, text, names)) and match.start("head"):
                yield Glued(line.start + match.start("head"), line.start + end, ALONE)


@lru_cache(maxsize=2)
def _own(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(re.findall(r"[A-Za-z]+", text))


def _heading_end(line: str, match: re.Match[str], text: str, names: frozenset[str]) -> int:
    """End of the heading: the first capital in the middle of what is no word or name; 0 if none."""
    start = match.start("head")
    limit = start + _WIDEST + 1
    stop = _STOP.search(line, start, limit)
    for join in _CAPITAL.finditer(line, start, stop.start() if stop else limit):
        end = join.end()
        left = _LEFT.search(line[start:end])
        right = _RIGHT.match(line, end)
        token = (left[0] if left else "") + (right[0] if right else "")
        rare = len(line[start:end].split()) > 1 and _own(text)[token] < 2
        if rare and token not in _joined(names):
            return end
    return 0


@lru_cache(maxsize=2)
def _joined(names: frozenset[str]) -> str:
    """All names as one text, in which a part of any of them can be looked for at once."""
    return "\n".join(names)


def _chinese(text: str) -> list[Glued]:
    """Headings whose points suffice, in a text that has hardly any on lines of their own."""
    found = list(lines(to_simplified(text)))
    if sum(not line.ends_sentence and is_chinese(line.text) for line in found) > 1:
        return []
    outdented = sum(line.indent for line in found) * 2 >= len(found)
    best = [g for line in found if is_chinese(line.text) for g in candidates(line, outdented)]
    sure = [glued for glued in best if glued.points >= SURE]
    return sure if len(sure) > 1 else [glued for glued in sure if glued.points >= ALONE]


def candidates(line: Line, outdented: bool = False) -> Iterator[Glued]:
    """The best cut of each sentence of a line, whatever its points."""
    for match in _SENTENCE.finditer(line.text):
        if not match["stop"]:
            continue
        sentence = match.group()
        bonus = 2 * (outdented and not line.indent and match.start() == 0)
        places = (at for at in _beginnings(sentence) if _possible(sentence, at))
        cuts = [(points(sentence, at) + bonus, at) for at in places]
        if cuts and (best := max(cuts))[0] > bonus:
            start = line.start + match.start()
            yield Glued(start, start + best[1], best[0])


def _beginnings(sentence: str) -> Iterator[int]:
    """Where a paragraph may begin: at one of its usual first words, or behind a closing sign."""
    window = sentence[: _LENGTHS.stop + _REACH]
    found = _begins().finditer(window, _LENGTHS.start)
    usual = {m.start() for m in takewhile(lambda m: m.start() < _LENGTHS.stop, found)}
    return (at for at in _LENGTHS if at in usual or sentence[at - 1 : at] in _CLOSING)


def _possible(sentence: str, at: int) -> bool:
    head = sentence[:at]
    return (
        at + 8 < len(sentence)
        and head[-1] not in _PUNCTUATION
        and sentence[at] not in "，、：；）”》"
        and all(head.count(a) == head.count(b) for a, b in ("“”", "《》", "（）"))
    )


def points(sentence: str, at: int) -> int:
    """How much speaks for a heading that ends at this place of a sentence."""
    head, rest = sentence[:at], sentence[at:]
    begins = max((p for p, pattern in _table("begins") if pattern.match(rest)), default=0)
    again = is_chinese(rest[:2]) and rest[:2] in {clause[:2] for clause in re.split("[，：]", head)}
    if not begins and not (again and head[-1] in _CLOSING):
        return 0
    against = sum(p for p, pattern in _table("against") if pattern.search(head))
    shape = (8 <= at <= 28) + bool(re.search("[，：？”]", head))
    return begins + 2 * again + shape + bool(_shared(head, rest)) - against


def _shared(head: str, rest: str) -> Iterable[str]:
    """Pairs of characters the heading shares with the sentence after it."""
    two = {head[i : i + 2] for i in range(len(head) - 1)}
    return {
        pair
        for pair in two
        if pair in rest and is_chinese(pair) and not re.search("[，、的和与]", pair)
    }


@cache
def _begins() -> re.Pattern[str]:
    """All signs of a beginning as one expression, which finds overlapping places too."""
    rows = [row for group in data("headings")["begins"] for row in group["patterns"]]
    return compiled(f"(?={any_of(rows).pattern})", re.IGNORECASE)


@cache
def _table(key: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((int(row["points"]), any_of(row["patterns"])) for row in data("headings")[key])
