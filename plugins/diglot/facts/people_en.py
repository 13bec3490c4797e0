"""English names of people by their shape: “Foo Bar, President of X”, “Chairman Foo Bar said”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diglot.facts.reading import Reading
from diglot.yamlfile import data

WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[-’'][A-ZÀ-Þ]?[a-zà-ÿ]+)*"
NAME = rf"{WORD}(?: [A-Z]\.)?(?: (?:van|von|de|del|la|bin|al)(?= ))*(?: {WORD}){{1,3}}"
Hit = tuple[int, int, tuple[int, int] | None]


@cache
def _any(key: str) -> str:
    words = sorted(data("roles")[key], key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    office = rf"(?i:{_any('roles_en')})(?:[ -]designate)?"
    chain = rf"{office}(?:(?:,| and)? (?:and )?(?:[a-z-]+ ){{0,2}}?{office})*"
    links = "the|an?|its|his|group|then|former|current|new|both|who is|who was|who became|as"
    lead = rf"(?:(?i:{links})\b ?)*"
    clause = r"who [^.;]{3,80}, is (?:its|the|also) "
    owner = r"(?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}['’]s? )?"
    of = r"[A-Z][\w&-]*(?:\.\w+)*"
    said = rf"(?:{_any('says_en')})"
    return (
        re.compile(
            rf"(?P<name>{NAME}), (?:{clause}|{lead}){owner}"
            rf"(?P<role>(?:[\w-]+ ){{0,3}}?{chain}(?: (?:of|at|for) {of}(?: {of})*)?)"
        ),
        re.compile(rf"(?<![\w-])(?P<role>{chain}),? (?P<name>{NAME})"),
        re.compile(rf"(?P<role>{chain}),? of (?:the )?{of}(?: {of}){{0,3}}, (?P<name>{NAME})"),
        re.compile(rf"(?P<name>{NAME}) {said}\b"),
        re.compile(rf"\b(?:founded|headed|led|run|chaired|set up) by (?P<name>{NAME})"),
        re.compile(rf"\b(?i:{_any('groups_en')}) (?P<name>{NAME})(?=,| and )"),
        re.compile(rf"\b(?i:{_any('groups_en')}) {NAME}(?:, {NAME})*,? and (?P<name>{NAME})"),
        re.compile(rf"(?P<name>{NAME}) and {NAME} (?:{_any('does_en')})\b"),
        re.compile(rf"{NAME} and (?P<name>{NAME}) (?:{_any('does_en')})\b"),
        re.compile(rf"(?P<name>{NAME}) (?:{_any('becomes_en')})\b"),
        re.compile(rf"\b(?:said|according to) (?P<name>{NAME})(?=[,.])"),
    )


def find(reading: Reading) -> Iterator[Hit]:
    """Names with their offices; of overlapping ones the first rule's."""
    taken: set[int] = set()
    for pattern in _patterns():
        for match in pattern.finditer(reading.text):
            start, end = match.span("name")
            start = _opening(reading.text, start, end)
            if not _likely(reading.text[start:end]) or taken.intersection(range(start, end)):
                continue
            taken.update(range(start, end))
            yield start, end, match.span("role") if "role" in pattern.groupindex else None


def _opening(text: str, start: int, end: int) -> int:
    """Leave out capital words before the name that are no part of it (Chairman, In)."""
    while (word := re.match(r"[\w’'-]+ ", text[start:end])) and word[0].strip() in _never():
        if word[0] == "An " and text.count(" ", start, end) == 1:  # the family name
            break
        start += word.end()
    return start


def _likely(name: str) -> bool:
    words = name.split()
    never = any(word.strip(".") in _never() - {"An"} for word in words[:-1])
    return len(words) > 1 and not never and words[-1] not in _never() - {"An"}


@cache
def _never() -> frozenset[str]:
    return frozenset(data("roles")["not_en"])
