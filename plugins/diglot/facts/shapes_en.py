"""English company names by their shape: runs of capital words and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from diglot.facts import tickers
from diglot.facts.boundaries import END
from diglot.facts.reading import Reading
from diglot.facts.shape_data import Known, Place, Rule, anyof, companies, patterns, words
from diglot.patterns import compiled
from diglot.yamlfile import data

_REST: Final = r"\w*(?:(?:[.-]|[’'](?!s\b))+\w+)*"
WORD: Final = rf"[A-Z]{_REST}"
# What precedes a run is looked at second, for only a class that comes first is searched for fast.
_RUN: Final = re.compile(rf"[A-Z](?<![\w&’'.-].){_REST}(?: (?:& )?{WORD})*")
_BRANCH: Final = rf"(?: \([A-Z][a-z]+\)(?: {WORD}){{0,3}})?"
_LAST: Final = re.compile(rf"{_RUN.pattern}{_BRANCH}$")
"""The run a text closes with, perhaps with a branch: Foo (China)."""
_REACH: Final = 80
"""Characters looked back at, or ahead."""
_NOUN: Final = 40
"""Characters before a name in which a noun of its kind stands."""


def runs(reading: Reading, known: Known) -> Iterator[Place]:
    """Runs of capital words that something beside or inside them makes companies."""
    _, ends = companies(known)
    for match in _RUN.finditer(reading.text):
        if not _may_name(reading.text, *match.span()):
            continue
        start, end = opening(reading.text, match.start()), match.end()
        if start >= end or end in ends or general(reading.text[start:end].split()):
            continue
        beside = _named(reading.text, start) or _apposed(reading.text, end)
        if (beside or _ending(reading, start, end)) and not _institution(reading.text[start:end]):
            yield start, end


def _may_name(text: str, start: int, end: int) -> bool:
    """Whether a word beside a run or its last one is of those `runs` goes by."""
    if text.startswith(", ", end) or text[text.rfind(" ", start, end) + 1 : end] in _tails():
        return True
    before = text[max(0, start - _NOUN) : start].rstrip("“\"' ")
    return before.replace("\n", " ").rsplit(" ", 1)[-1] in _before()


@cache
def _tails() -> frozenset[str]:
    return words("tails_en")


@cache
def _before() -> frozenset[str]:
    return words("nouns_en") | words("called_en")


def opening(text: str, start: int) -> int:
    """Drop articles, prepositions and days that are capital and stand first."""
    match = _openings().match(text, start)
    start = match.end() if match else start
    # Most runs have no hyphen, and the pattern is slow to find that out.
    hyphen = text.find("-", start, start + _REACH) >= 0
    based = _based().match(text, start) if hyphen else None
    return based.end() if based else start


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{anyof('opening_en')}),? )+")


@cache
def _based() -> re.Pattern[str]:
    return re.compile(rf"(?:{WORD} ){{0,2}}?[A-Z][\w’'.]*-(?:{anyof('based_en')}) ")


def _named(text: str, start: int) -> bool:
    """Whether a noun of the kind stands before: “startup X”, “a joint venture called X”."""
    head = text[max(0, start - 40) : start].rstrip("“\"' ")
    before = head.replace("\n", " ").split(" ")
    if len(before) < 2 or text[start - 1] == "\n" or words("once_en").intersection(before[-4:-1]):
        return False
    if before[-1] in words("nouns_en"):
        return True
    nouns = [word for word in before[-4:-1] if word not in ("to", "be")]
    return before[-1] in words("called_en") and bool(words("kinds_en").intersection(nouns[-1:]))


def _apposed(text: str, end: int) -> bool:
    """“Foo, a Chinese maker of chips,”: only adjectives before the noun."""
    if text[end : end + 2] != ", ":
        return False
    match = _apposition().match(text, end)
    return bool(match) and not words("no_adjective").intersection((match or [""])[0].split())


@cache
def _apposition() -> re.Pattern[str]:
    nouns = anyof("nouns_en")
    acts = anyof("acts_en")  # “In May, the company said” is no apposition
    return re.compile(
        rf", (?:an?|the|its) (?:[\w’'-]+,? ){{0,4}}?(?:{nouns})(?![\w’'-]| (?:{acts})\b)"
    )


def _ending(reading: Reading, start: int, end: int) -> bool:
    """Whether a run ends as companies do, and has more than general words before its end."""
    own = reading.text[start:end].split()
    if len(own) < 2 or own[-1] not in words("tails_en"):
        return False
    if reading.sentences[reading.sentence_at(start)].heading:
        return False
    if reading.text.startswith(" and Development", end):
        return False
    return not general(own[:-1]) and own[0] not in words("never_en")


def general(own: list[str]) -> bool:
    """Whether words are general ones only: “Advanced Technologies Group”."""
    return len(own) > 0 and _general_words().issuperset(own)


@cache
def _general_words() -> frozenset[str]:
    return words("generic_en") | words("tails_en")


def legal(reading: Reading, known: Known) -> Iterator[Place]:
    """“Far Star Battery Co., Ltd.”: capital words before a legal form."""
    for match in _legal().finditer(reading.text):
        start = _back(reading.text, match.start())
        if start is not None:
            yield start, match.end()


@cache
def _legal() -> re.Pattern[str]:
    # The comma is no option, so that a search can jump to what a match begins with.
    return compiled(rf"(?:, | )(?:{patterns('legal_en')})")


def ticker(reading: Reading, known: Known) -> Iterator[Place]:
    """A name before a bracket that holds a ticker, even one in small letters."""
    _, ends = companies(known)
    for at, _, _ in tickers.find(reading.text):
        opened = reading.text.rfind("(", max(0, at - 40), at)
        if (
            opened < 1
            or opened - 1 in ends
            or any(char in reading.text[opened:at] for char in ").\n")
        ):
            continue
        start = _back(reading.text, opened - 1)
        small = re.search(r"(?<!\S)[a-z]\w{3,}$", reading.text[max(0, opened - 20) : opened - 1])
        if start is None and small:
            start = opened - 1 - len(small[0])
        if start is not None:
            yield start, opened - 1


def _back(text: str, end: int) -> int | None:
    """Where the run of capital words begins that ends here."""
    low = max(0, end - _REACH)
    match = _LAST.search(text[low:end])
    start = opening(text, low + match.start()) if match else end
    return start if start < end else None


def listed(reading: Reading, known: Known) -> Iterator[Place]:
    """Members of “A, B and C” next to a known company."""
    starts, ends = companies(known)
    joint = compiled(r", and |, | and | or ")
    for end in ends:
        match = joint.match(reading.text, end)
        name = _RUN.match(reading.text, match.end()) if match else None
        if not name:
            continue
        follows = joint.match(reading.text, name.end())
        two_sided = bool(follows) and (follows or name).end() in starts
        ends_list = two_sided or compiled(" among| and").match(reading.text, name.end())
        if ends_list and not _institution(name[0]):
            yield name.span()


def branches(reading: Reading, known: Known) -> Iterator[Place]:
    """“Foo North America”: a part of a known company that is a company too."""
    for span in known:
        match = _branch().match(reading.text, span.end) if span.kind == "company" else None
        if match:
            yield span.start, match.end()


@cache
def _branch() -> re.Pattern[str]:
    return compiled(rf" (?:{anyof('branches_en')}){END}")


def _institution(name: str) -> bool:
    """Whether a name has a word of shows, schools and public bodies in it."""
    own = name.split()
    bodies, short = data("company_votes")["institutions"], data("company_votes")["abbreviations"]
    return any(word in bodies for word in own) or (len(own) == 1 and name in short)


RULES: tuple[Rule, ...] = (legal, ticker, runs, listed, branches)
