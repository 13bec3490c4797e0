"""The date of publication: of all dates around an article the one most signs speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from diglot.edtf import Edtf
from diglot.facts.around import Label, Note, Zone, rules
from diglot.facts.dates.calendar import compose
from diglot.facts.dates.expression import scan
from diglot.facts.dates.grammar import words
from diglot.model import SIDES, Basis, Published
from diglot.text.document import Role
from diglot.text.script import to_simplified
from diglot.yamlfile import data

_ROLES: Final[dict[Role, int]] = {"stamp": 4, "dateline": 2, "source": 2, "byline": 2, "label": 1}
_LABELS: Final[dict[Label, int]] = {"published": 4, "updated": -4, "other": -12, "none": -2}
_ZONES: Final[dict[Zone, int]] = {"head": 2, "body": -1, "tail": -3}
_DATED: Final = re.compile(r"\d|年|月")
_WORD: Final = re.compile("[A-Z][a-z]{2}")
"""What a line must have for a date, and for one in English."""
_LEAST: Final = 4
"""Signs without which a date is not taken for that of publication."""
_LIST: Final = 2
"""More dates than these below an article belong to a list or to comments."""
_REPOST: Final = 7
"""Days after its dateline from which a stamp is that of a re-post."""
_NOT_MINE: Final = frozenset({"copyright", "related", "read-more", "disclaimer"})
"""Reasons of lines whose dates are of other things."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date around the article and what speaks for it."""

    date: Edtf
    words: str
    note: Note
    score: float
    basis: Basis = "stated"
    weak: bool = False
    """Whether it only supports others."""


def published(around: tuple[Note, ...]) -> tuple[Published, int | None]:
    """The date of publication and its raw line."""
    months = _months_first(around)
    found = [stamp for note in around for stamp in _read(note, months)]
    found = list(_supported(_unlisted(found)))
    fit = [one for one in found if one.score >= _LEAST and not one.weak]
    if not fit:
        return Published(), None
    best = _completed(_original(max(fit, key=lambda one: one.score), fit), found)
    return (
        Published(date=str(best.date), basis=best.basis, evidence=(best.words,)),
        best.note.line,
    )


def _unlisted(found: list[Stamp]) -> list[Stamp]:
    """Many dates below the article: none of them is its own."""
    below = Counter(one.note.zone == "tail" for one in found)[True]
    if below <= _LIST:
        return found
    return [replace(s, score=s.score - 4 * (s.note.zone == "tail")) for s in found]


def _supported(found: list[Stamp]) -> Iterator[Stamp]:
    """A date another line repeats gains by it."""
    lines = Counter(key for key, _ in {(_key(one), one.note.line) for one in found})
    for one in found:
        yield replace(one, score=one.score + (lines[_key(one)] > 1))


def _key(one: Stamp) -> tuple[int | None, int | None]:
    return one.date.month, one.date.day


def _original(best: Stamp, fit: list[Stamp]) -> Stamp:
    """The full dateline instead of a stamp of long after, which is that of a re-post."""
    for one in fit:
        line, stamp = one.date.earliest, best.date.earliest
        if one.note.role == "dateline" and one.date.day and line and stamp and best.date.year:
            return one if (stamp - line).days > _REPOST else best
    return best


def _completed(best: Stamp, found: list[Stamp]) -> Stamp:
    """A date without a year takes it from one of the same day."""
    if best.date.year or not best.date.day:
        return best
    same = [one for one in found if one.date.year and _key(one) == _key(best)]
    return replace(best, date=same[0].date) if same else best


def _read(note: Note, months: bool) -> Iterator[Stamp]:
    """The dates of a note, each with the signs that speak for it."""
    if not _DATED.search(note.text):
        return
    plain = to_simplified(_capitalised(note.text))
    for date, (start, end), basis, weak in _dates(plain, months):
        rest = plain[:start] + " " + plain[end:]
        score = _score(note, date, rest)
        yield Stamp(date, note.text[start:end], note, score, basis, weak)


def _score(note: Note, date: Edtf, rest: str) -> float:
    timed = any(rule.search(rest) for rule in rules("times"))
    for rule in (*rules("times"), *rules("stamp_words")):
        rest = rule.sub(" ", rest)
    letters = len(re.findall(r"\w", rest))
    score = _ROLES.get(note.role, 0) + _LABELS.get(note.label, 0) + _ZONES[note.zone]
    score += 2 * (date.day is not None) + (date.year is not None) - (date.day is None) + timed
    score += 2 if letters <= 4 else 0 if letters <= 24 or note.role == "dateline" else -3
    return score - 8 * (note.reason in _NOT_MINE)


_Found = tuple[Edtf, tuple[int, int], Basis, bool]


def _dates(plain: str, months: bool) -> Iterator[_Found]:
    """The dates of a line: value, place, how it is known, whether it is weak."""
    for name, weak in (("numeric", False), ("minguo", False), ("with_time", False), ("code", True)):
        for match in _rule(name).finditer(plain):
            value, basis = _numbers(match.groupdict(), months or bool(_first(plain)))
            if value:
                yield value, match.span(), basis, weak
    for side in SIDES if _WORD.search(plain) else SIDES[:1]:
        for one in scan(plain, side):
            whole = one.part is not None and (one.day is not None or one.year is not None)
            if whole and not one.base and (value := compose(one.year, one.part, one.day)):
                yield value, (one.start, one.end), "stated", False


def _numbers(said: dict[str, str | None], months: bool) -> tuple[Edtf | None, Basis]:
    """A date in numbers: which is the month is clear above 12, else only likely."""
    year = int(said.get("year") or 0) or None
    if said.get("month"):
        year = year + 1911 if year and year < 200 else year
        return compose(year, int(said["month"] or 0), int(said["day"] or 0)), "stated"
    a, b = int(said["a"] or 0), int(said["b"] or 0)
    month_first = b > 12 or (a <= 12 and months and said.get("sep") != ".")
    month, day = (a, b) if month_first else (b, a)
    clear = max(a, b) > 12 or a == b or said.get("sep") == "."
    return compose(year, month, day), "stated" if clear else "inferred"


def _months_first(around: tuple[Note, ...]) -> bool:
    """Whether a date of the page that reads one way only has its month first."""
    found = [match for note in around for match in _rule("numeric").finditer(note.text)]
    return any(int(match["b"]) > 12 for match in found)


def _first(plain: str) -> re.Match[str] | None:
    return _rule("month_first").search(plain)


def _capitalised(text: str) -> str:
    """Months in capitals or small letters as the grammar wants them: SEPT 24 is Sept 24."""
    months = words("en")["monthname"]
    return re.sub(
        r"\b[A-Za-z]{3,9}\b",
        lambda match: match[0].capitalize() if match[0][:3].casefold() in months else match[0],
        text,
    )


@cache
def _rule(name: str) -> re.Pattern[str]:
    return re.compile(data("bylines")["stamp"][name])
