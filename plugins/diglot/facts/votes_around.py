"""What stands around an English name and speaks for or against its being a company's."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from diglot.facts import shapes_en
from diglot.facts.shape_data import anyof, words
from diglot.patterns import alternatives, either
from diglot.yamlfile import data

_FIRST: Final = r"(?:[a-z]{1,2}(?=[A-Z][a-z])|\d(?=[A-Z][a-z]))?"
_NAME: Final = rf"{_FIRST}{shapes_en.WORD}"
RUN: Final = re.compile(rf"(?<![\w&’'.-])(?:{_NAME})(?: (?:& )?{_NAME})*")
_REACH: Final = 48
_PAIR: Final = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-zé]+(?:-[a-z]+)?){1,2}")
"""Names that could be a person's."""


@cache
def listed(key: str) -> frozenset[str]:
    """A list of words of the data."""
    return frozenset(data("company_votes")[key])


@cache
def _any(*keys: str) -> str:
    return alternatives(set().union(*(listed(key) for key in keys)))


@cache
def _weighed(key: str, end: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """The patterns of a list by their weight (2 where none is given)."""
    by: dict[int, list[str]] = {}
    for entry in data("company_votes")[key]:
        by.setdefault(int(entry.get("weight", 2)), []).append(entry["pattern"])
    return tuple((re.compile(f"(?:{either(some)}){end}"), weight) for weight, some in by.items())


def before(text: str, start: int) -> int:
    """The vote of what stands before a name: 2 for a company, less than 0 against it."""
    head = text[max(0, start - _REACH) : start]
    if not head.endswith((" ", " “", ' "', " ‘")):
        return 0
    head = head.rstrip(' “"‘').replace("\n", " . ")
    last = head.rsplit(" ", 1)[-1].lstrip('“"(')
    if last in words("nouns_en") or last in listed("nouns"):
        return 2
    for pattern, weight in (*_weighed("before", "$"), *_weighed("against_before", "$")):
        if pattern.search(head):
            return weight
    return 0


@cache
def _does() -> re.Pattern[str]:
    """What companies do, behind a name."""
    adverb = rf"(?:(?:[a-z]+ly|{_any('adverbs')}) )?"
    chain = rf"(?: \([^()\n]{{1,20}}\))?(?: and {RUN.pattern})?(?:, [^,.\n]{{3,60}},)?"
    will = rf"(?:will|would|could|may|can|to|plans to|must) {adverb}(?:not |be )?(?:{_any('will')})"
    has = rf"(?:has|have|had) {adverb}(?:been )?(?:{_any('acts')}|{_any('is_doing')})"
    doing = rf"(?:is|are|was|were) {adverb}(?:{_any('is_doing')})"
    return re.compile(rf"{chain} {adverb}(?:(?P<act>{_any('acts')})|{will}|{has}|{doing})\b")


@cache
def _has() -> re.Pattern[str]:
    own = rf"['’]s? (?:[\w-]+ ){{0,3}}?(?P<own>{_any('own')})\b"
    have = rf"['’]s? (?:[\w-]+ ){{0,3}}?(?:{_any('have')})\b"
    return re.compile(rf"{own}|{have}|,? (?:{_any('bare_own')})\b(?P<bare>)")


@cache
def _noun_behind() -> re.Pattern[str]:
    nouns = rf"{anyof('nouns_en')}|{_any('nouns')}"
    return re.compile(
        rf",? \(?(?:an?|the|its|another|one of) (?:[\w’'-]+,? ){{0,6}}?(?:{nouns})"
        rf"(?![\w’'-]| (?:{anyof('acts_en')})\b)"
    )


def of_itself(text: str, end: int) -> bool:
    """Whether a name speaks of itself as “it”, as no person does."""
    return bool(_weighed("of_itself", "")[0][0].match(text, end))


def after(text: str, start: int, end: int) -> int:
    """The vote of what stands behind a name."""
    for pattern, weight in _weighed("against", ""):
        if pattern.match(text, end):
            return weight
    if has := _has().match(text, end):
        return 2 if has["own"] or has["bare"] is not None else 1
    if of_itself(text, end):
        return 2
    if does := _does().match(text, end):
        human = does["act"] in listed("speech") and _PAIR.fullmatch(text, start, end)
        return 0 if human else 2
    return 2 if _apposed(text, end) else 0


def _apposed(text: str, end: int) -> bool:
    """Whether an apposition says what only companies are: “, a unit of X”, “, a maker of Y”."""
    if _weighed("apposed", "")[0][0].match(text, end):
        return True
    match = _noun_behind().match(text, end) if text[end : end + 2] == ", " else None
    return bool(match) and not words("no_adjective").intersection((match or [""])[0].split())
