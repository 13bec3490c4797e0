"""Names of outlets, by their shape and their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from diglot.facts.around import rules
from diglot.facts.hints import fitting, triggered
from diglot.facts.labels import simplified
from diglot.patterns import pattern
from diglot.text.lines import RECENT
from diglot.text.patterns import metadata
from diglot.yamlfile import data


@dataclass(frozen=True, slots=True)
class Credit:
    """A name and the line (1-based, raw text) that gives it."""

    name: str
    line: int
    rule: str


Scored = tuple[float, Credit]
"""A name with the signs that speak for it."""

CELLS: Final = re.compile(
    r"(?=[\s|｜»＞&>_])\s*(?:[|｜»＞]|&gt;|(?<!-)>|\s/\s|\s[-–—·•]\s|_|\s{2,}|\u3000+|\t)\s*"
)
"""What parts the cells of a menu, breadcrumb or line of credit."""
_SIGN: Final = re.compile(r"[^\S ]|[|｜»＞&>_]| [ /·•–—-]")
"""What a line must have for that."""
_LONGEST: Final = 40
"""Letters a name of an outlet has at most."""
_LONGEST_HAN: Final = 14
"""The same for one in Han characters."""
_SMALL: Final = frozenset({"and", "at", "by", "for", "in", "of", "on", "the", "to", "with"})
"""Words of a name that are not written with a capital."""
_NUMBER: Final = re.compile(r"\d{4}|^[\d\W]+$")
_DIGIT: Final = re.compile(r"\d")
HAN: Final = re.compile("[\u3400-\u9fff]")


@lru_cache(maxsize=RECENT)
def parts(text: str) -> tuple[str, ...]:
    """The cells of a line."""
    return tuple(CELLS.split(text)) if _SIGN.search(text) else (text,)


@lru_cache(maxsize=RECENT)
def like_outlet(name: str) -> bool:
    """Whether a word in the name says that it is an outlet's."""
    return bool(_pattern("outlet").search(simplified(name)))


def outletish(name: str) -> bool:
    """The same, or an abbreviation or brand among its words: “EV Wire”, “AutoWire”."""
    return like_outlet(name) or (
        not name.isupper()
        and bool(_pattern("brand").search(name))
        and not _pattern("person_en").fullmatch(name)
    )


@lru_cache(maxsize=RECENT)
def like_person(name: str) -> bool:
    """Whether it has the shape of a person's: a family name and more, or two words."""
    if _pattern("person_zh").fullmatch(simplified(name)):
        return True
    return bool(_pattern("person_en").fullmatch(name))


@lru_cache(maxsize=RECENT)
def trimmed(name: str) -> str:
    """A name without what may follow it."""
    for rule in rules("tails") if pattern("bylines", "tails").search(simplified(name)) else ():
        match = rule.search(simplified(name))
        name = name[: match.start()] if match else name
    return name.strip(' \u3000.,，、:：|｜《》“”"()（）[]【】〔〕-–—_·•')


@lru_cache(maxsize=RECENT)
def is_outlet(name: str) -> bool:
    """Whether it can be the name of an outlet at all: short, and no item of a menu or offer."""
    words, table = simplified(name).casefold(), data("bylines")
    if words in table["not_outlets"] or pattern("bylines", "not_names").search(words):
        return False
    if _DIGIT.search(name) and metadata("stamp", "date").search(simplified(name)):
        return False
    if _told(name):
        return False
    longest = _LONGEST_HAN if HAN.search(name) else _LONGEST
    return 1 < len(name) <= longest and not _NUMBER.search(name)


def agency(name: str) -> bool:
    """Whether an agency goes by this name: one word after “By” that is no first name."""
    return trimmed(name).casefold() in data("bylines")["agencies"]


def scored(score: float, cells: Iterable[str], line: int, rule: str) -> Iterator[Scored]:
    """The cells that can be an outlet's name, each with the score."""
    for cell in cells:
        name = trimmed(cell)
        if is_outlet(name):
            yield score, Credit(name, line, rule)


def matches(text: str, line: int, kind: str) -> Iterator[Credit]:
    """The names the patterns of a list of ``data/bylines.yml`` find in a text."""
    plain = simplified(text)
    for rule in fitting(kind, plain) if triggered(kind, plain) else ():
        for match in rule.finditer(plain):
            start, end = match.span("name")
            if text[:start].endswith("《"):  # a name, whatever its words
                yield Credit(text[start:end], line, kind)
                continue
            cells = parts(text[start:end].strip())
            yield from (credit for _, credit in scored(0, cells[:1], line, kind))


def _told(name: str) -> bool:
    """Whether small words among capital ones show a headline rather than a name."""
    head, *rest = name.split() or [name]
    small = [word for word in rest if word[0].islower() and word not in _SMALL]
    return bool(small) and head[:1].isupper() and not HAN.search(name)


_pattern: Final = partial(pattern, "bylines", "names")
