"""English names of people by their shape: “Foo Bar, President of X”, “Chairman Foo Bar said”.

Runs of capital words are read once; what stands inside, before and behind each says whether its
last words name a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from diglot.facts.boundaries import BEGIN
from diglot.facts.likely import may
from diglot.facts.people_words import choice, family, last_words, led, never, words_of
from diglot.facts.reading import Reading
from diglot.facts.shape_data import anyof
from diglot.patterns import pattern

Hit = tuple[int, int, tuple[int, int] | None]
Role = tuple[int, int]
_UPPER: Final = "A-ZÀ-ÞĆČĎĐĘĚĞİŁŃŇŐŘŚŠŞŤŰŹŻŽ"
_LOWER: Final = "a-zß-ÿ\u0101-\u024f"
_REST: Final = r"(?:\.|[\w-]*(?:[’'](?!s\b)[\w-]*)*)"
_CAPITAL: Final = rf"[{_UPPER}]{_REST}"
_WORD: Final = (
    rf"(?:[{_UPPER}]\.)+|[{_UPPER}][{_LOWER}]+(?:[A-Z][{_LOWER}]+)?(?:[-’'][{_UPPER}]?[{_LOWER}]+)*"
    r"|[ODM][’'][A-Z][a-z]+"
)
_CHUNK: Final = re.compile(r"\S+")
_SURNAMES: Final = ("An", "He", "She")
"""Surnames that are words, too: such a word begins a name of two."""
_FORMER: Final = ("roles", "former_en")
_REACH: Final = 90
"""Characters looked back at for an office."""
_OF: Final = r"[A-Z][\w&-]*(?:\.\w+)*"

_SCHOOL: Final = rf"{_OF}(?:(?: and| of)? {_OF}){{0,4}}? (?:University|Institute|College|Academy)\b"


@cache
def _chain() -> str:
    chief = r"chief (?:[a-z]+ ){1,2}(?:(?:and|&) (?:[a-z]+ ){1,3})?officer"
    office = rf"(?i:{chief}|{choice('roles_en')})(?:[ -]designate)?"
    return rf"{office}(?:(?:,| and)? (?:and )?(?:[a-z-]+ ){{0,2}}?{office})*"


@cache
def _run() -> re.Pattern[str]:
    small = choice("particles_en")
    return re.compile(rf"[{_UPPER}](?<![\w’'-].){_REST}(?:(?: (?:{small})){{0,2}} {_CAPITAL})+")


@cache
def _word() -> re.Pattern[str]:
    """A word of a name: Foo, Foo-Bar, van; no Paris-based."""
    home = rf"(?!.*-(?:{anyof('based_en')})$)"
    return re.compile(rf"{home}(?:{_WORD})|(?:{choice('particles_en')})")


@cache
def _after() -> re.Pattern[str]:
    """An office behind a name: “, the president of X”."""
    links = choice("links_en")
    clause = r"who [^.;]{3,80}, is (?:its|the|also) "
    owner = r"(?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}['’]s? )?"
    unit = rf"(?:['’]s (?:[\w&-]+ ){{1,5}}?(?:{choice('units_en')})\b)?"
    of = rf"(?: (?:of|at|for) (?:{_SCHOOL}|{_OF}(?: (?:& )?{_OF})*{unit}))?"
    words = rf"(?P<role>(?!and )(?:[\w’'-]+ ){{0,3}}?{_chain()}\b{of})"
    return re.compile(rf"(?:, | \(|, \(| - | – )(?:{clause}|(?:(?i:{links})\b ?)*){owner}{words}")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{BEGIN}|\bthen-)(?P<role>{_chain()}),? $")


@cache
def _before_of() -> re.Pattern[str]:
    return re.compile(rf"{BEGIN}(?P<role>{_chain()}),? of (?:the )?{_OF}(?: {_OF}){{0,3}},? $")


@cache
def _acts() -> re.Pattern[str]:
    """What only people do, behind a name, or behind it and its employer."""
    verbs = f"{choice('says_en')}|{choice('becomes_en')}|{choice('does_en')}"
    return re.compile(rf"(?:,? of {_OF}(?: {_OF}){{0,3}},?|, \d\d,)?,? (?:{verbs})\b")


@cache
def _introduces() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?i:{choice('groups_en')}),? |{led().pattern} )$")


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf" and {_run().pattern} (?:{choice('does_en')}|{choice('becomes_en')})\b")


@lru_cache(maxsize=8)
def find(reading: Reading) -> tuple[Hit, ...]:
    """Names with their offices. Kept: companies are told from people before these are asked for."""
    return tuple(_hits(reading))


def certain(reading: Reading, hit: Hit) -> bool:
    """Whether a name is a person's by office or title, not by a verb companies have too."""
    before = reading.text[max(0, hit[0] - 30) : hit[0]]
    title = before.rstrip().split(" ")[-1] in words_of("titles_en")
    return hit[2] is not None or title or bool(_introduces().search(before))


def _hits(reading: Reading) -> Iterator[Hit]:
    text, ends = reading.text, set[int]()
    for match in _run().finditer(text):
        start, end = _name(text, match.start(), match.end())
        if start is None:
            continue
        role = _office_given(text, start, end) or _office_after(text, end)
        role = role or _office_before(text, start)
        if role or _once(reading, start) or _person(text, start, end, ends):
            ends.add(end)
            yield start, end, role


def _name(text: str, start: int, end: int) -> tuple[int | None, int]:
    """The last words of a run that can be a name of a person."""
    words = [m.span() for m in _CHUNK.finditer(text[start:end])]
    own: list[tuple[int, int]] = []
    for low, high in reversed(words):
        word = text[start + low : start + high]
        surname = own and word in _SURNAMES
        if not _part(word, inside=bool(own and low)) or (word in never() and not surname):
            break
        own.insert(0, (low, high))
    low, word = (words[0][0], text[start : start + words[0][1]]) if len(words) == 2 else (1, "")
    while own and text[start + own[0][0]].islower():
        own.pop(0)
    if len(own) > 2 and text[start + own[0][0] : start + own[0][1]] in _SURNAMES:
        own.pop(0)
    if len(own) == 1 and low == 0 and family(word):
        own.insert(0, words[0])
    if not 1 < len(own) < 6 or own[-1][1] != end - start:
        return None, end
    return start + own[0][0], end


def _once(reading: Reading, start: int) -> bool:
    """Whether a name is that of one who had a post: “former Example engineer Jane Roe”."""
    low = max(0, start - _REACH)
    former = may(reading, low, start, _FORMER)
    return former and bool(pattern(*_FORMER).search(reading.text[low:start]))


def _part(word: str, *, inside: bool) -> bool:
    """Whether a word may belong to a name; inside one an initial without a stop may, too."""
    return bool(_word().fullmatch(word)) or (inside and len(word) == 1 and word.isupper())


def _office_after(text: str, end: int) -> Role | None:
    if text[end : end + 1] not in (",", " "):
        return None
    match = _after().match(text, end) if text[end : end + 2] in _OPENINGS else None
    return match.span("role") if match else None


@cache
def _chained() -> re.Pattern[str]:
    """Between two of a list: “Foo Bar of X, Baz Qux of Y”."""
    return re.compile(rf",? of {_OF}(?: {_OF}){{0,2}}(?:,|,? and) ")


@cache
def _given() -> re.Pattern[str]:
    return re.compile(
        rf" (?:as |to be |to become |to succeed [A-Z]\w+ as )?(?:(?:its|the|their|new|next|a|as) )*"
        rf"(?P<role>(?:[\w’'-]+ ){{0,3}}?{_chain()}(?: (?:of|at|for) {_OF}(?: {_OF})*)?)\b"
    )


def _office_given(text: str, start: int, end: int) -> Role | None:
    """“appointed Foo Bar as its chief financial officer”."""
    verb = text[max(0, start - 30) : start].rstrip().rsplit(" ", 1)[-1]
    match = _given().match(text, end) if verb in words_of("appoints_en") else None
    return match.span("role") if match else None


_OPENINGS: Final = frozenset((", ", " (", " -", " –"))


def _office_before(text: str, start: int) -> Role | None:
    low = max(0, start - _REACH)
    before = text[low:start]
    last = re.split(r"[\s-]", before.rstrip(" ,"))[-1].lower()
    rule = _before() if last in last_words() else None
    if rule is None and " of " in before[-40:]:
        rule = _before_of()
    match = rule.search(before) if rule else None
    return (low + match.start("role"), low + match.end("role")) if match else None


def _person(text: str, start: int, end: int, ends: set[int]) -> bool:
    """Whether what stands around a name is said of people only."""
    before = text[max(0, start - 30) : start]
    if ends and _chained().fullmatch(text, max(ends), start):
        return True
    if _introduces().search(before) or before.rstrip().split(" ")[-1] in words_of("titles_en"):
        return True
    if before.endswith((" and ", ", ")) and start - (5 if before.endswith("and ") else 2) in ends:
        listed = text[end : end + 1] in ",." or text.startswith(" and ", end)
        return listed or bool(_acts().match(text, end))
    last = before.rstrip().rsplit(" ", 1)[-1]
    spoken = last in words_of("says_en") or before.endswith("ccording to ")
    if text[end : end + 6] == ", who " or (spoken and text[end : end + 1] in (",", ".")):
        return True
    # What companies say of themselves, and no person does: “said it would build”.
    if pattern("company_votes", "of_itself").match(text, end):
        return False
    return bool(_acts().match(text, end) or _pair().match(text, end))
