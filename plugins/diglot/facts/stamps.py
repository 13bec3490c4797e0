"""The date of publication: of all dates around an article the one most signs speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Final

from diglot.edtf import Edtf
from diglot.facts.around import Note, Zone, rules
from diglot.facts.dates.calendar import compose
from diglot.facts.dates.expression import scan
from diglot.facts.dates.grammar import words
from diglot.facts.hints import may
from diglot.facts.labels import Label, simplified
from diglot.facts.stacked import stacked
from diglot.model import Basis, Published
from diglot.patterns import pattern
from diglot.text.document import Role

_ROLES: Final[dict[Role, int]] = {"stamp": 4, "dateline": 2, "source": 2, "byline": 2, "label": 1}
_LABELS: Final[dict[Label, int]] = {
    "first": 7,
    "published": 4,
    "updated": -4,
    "other": -12,
    "none": -2,
}
_ZONES: Final[dict[Zone, int]] = {"head": 2, "body": -1, "tail": -3}
_DATED: Final = re.compile(r"\d|年|月")
_MONTH: Final = re.compile("[A-Z][a-z]{2}")
_NUMERALS: Final = re.compile("[〇零一二三四五六七八九十]日")
"""What a line must have for a date, one in English, one in Chinese numerals."""
_WEEKDAY: Final = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=[a-z]*\b)")
_SIGNED: Final = re.compile(r"\s*[^\W\d_A-Za-z]{0,4}\s*")
"""What may follow a date in eight digits that is no part of a code: a writer's name."""
_NUMBERED: Final = ("numeric", "minguo", "with_time", "code")
_WRITTEN: Final = (("ymd", "md", "ym"), ("ymd", "md", "ym", "mdy", "dmy", "my"))
"""Kinds of dates in ``data/bylines.yml``; the latter go by the name of the month too."""
_CELL: Final = re.compile(r"\u3000|\s\s+|[|｜•·]")
"""What parts a date from the rest of its line."""
_LEAST: Final = 4
"""Signs without which a date is not taken for that of publication."""
_FILLED: Final = 4
"""Points the first of January loses: machines write it where they know but the year."""
_LIST: Final = 2
"""More dates than these below an article belong to a list or to comments."""
_REPOST: Final = 7
"""Days after its dateline from which a stamp is that of a re-post."""
_NOT_MINE: Final = frozenset({"copyright", "related", "read-more", "disclaimer", "caption"})
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
    notes = [*around, *stacked(around)]
    found = [stamp for note in notes for stamp in _read(note, months)]
    found = list(_supported(_unlisted(found)))
    fit = [one for one in found if one.score >= _LEAST and not one.weak]
    if not fit and len(found) == 1:
        fit = [one for one in found if one.score >= _LEAST - 1 and one.note.role == "stamp"]
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
    """The full dateline instead of a stamp of long after, that of a re-post, or of an update."""
    for given in fit:
        one = _in_year_of(given, best)
        line, stamp = one.date.earliest, best.date.earliest
        if one.note.role == "dateline" and one.date.day and line and stamp and best.date.year:
            apart = 0 if best.note.label == "updated" else _REPOST
            return one if (stamp - line).days > apart else best
    return best


def _in_year_of(one: Stamp, other: Stamp) -> Stamp:
    """A date without a year as the last one of its day up to another date."""
    date, late = one.date, other.date.earliest
    if date.year or not date.day or not date.month or not late or not other.date.year:
        return one
    year = late.year - ((date.month, date.day) > (late.month, late.day))
    return replace(one, date=compose(year, date.month, date.day) or date)


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
    plain = simplified(_monthlike().sub(lambda match: match[0].capitalize(), note.text))
    for date, (start, end), basis, weak in _dates(plain, months):
        score = _score(note, date, plain[:start], plain[end:])
        yield Stamp(date, note.text[start:end], note, score, basis, weak)


def _score(note: Note, date: Edtf, before: str, after: str) -> float:
    """Points for the role, label and zone of a note, its date, and how little else it says."""
    rest = f"{before} {after}"
    cell = not re.search(r"\w", _CELL.split(before)[-1])
    timed = any(rule.search(rest) for rule in rules("times"))
    for rule in (*rules("times"), *rules("stamp_words")):
        rest = rule.sub(" ", rest)
    letters = len(re.findall(r"\w", rest))
    score = _ROLES.get(note.role, 0) + _LABELS.get(note.label, 0) + _ZONES[note.zone]
    score += 2 * (date.day is not None) + (date.year is not None) - (date.day is None) + timed
    score += 2 if letters <= 4 else 0 if letters <= 24 or note.role == "dateline" or cell else -3
    score += 2 * (note.zone == "tail" and bool(_rule("signed").fullmatch(note.text)))
    score -= _FILLED * (date.month == date.day == 1 and not timed)
    return score - 8 * (note.reason in _NOT_MINE)


_Found = tuple[Edtf, tuple[int, int], Basis, bool]


def _dates(plain: str, months: bool) -> Iterator[_Found]:
    """The dates of a line: value, place, how it is known, whether it is weak."""
    for name in _possible(plain, _NUMBERED):
        for match in _rule(name).finditer(plain):
            american = months or bool(_rule("month_first").search(plain))
            value, basis = _numbers(match.groupdict(), american)
            if basis == "inferred" and (other := _by_weekday(plain, value)):
                value, basis = other, "stated"
            if value:
                weak = name == "code" and not _SIGNED.fullmatch(plain, match.end())
                yield value, match.span(), basis, weak
    if _NUMERALS.search(plain):
        for one in scan(plain, "zh"):
            if one.part and one.day and (value := compose(one.year, one.part, one.day)):
                yield value, (one.start, one.end), "stated", False
    yield from _written(plain)


def _written(plain: str) -> Iterator[_Found]:
    """Dates that name their month or begin with the year; of two that overlap the first kind."""
    taken: list[tuple[int, int]] = []
    for name in _possible(plain, _WRITTEN[bool(_MONTH.search(plain))]):
        for match in _rule(name).finditer(plain):
            start, end = match.span()
            said = match.groupdict()
            month = words("en")["monthname"].get((said.get("name") or "")[:3].casefold())
            value = compose(_int(said, "year"), month or _int(said, "month"), _int(said, "day"))
            if value and not any(low < end and start < high for low, high in taken):
                taken.append((start, end))
                yield value, (start, end), "stated", False


def _int(said: dict[str, str | None], part: str) -> int | None:
    return int(said.get(part) or 0) or None


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
    texts = (note.text for note in around if may(simplified(note.text), "stamp", "numeric"))
    found = (match for text in texts for match in _rule("numeric").finditer(text))
    return any(int(match["b"]) > 12 for match in found)


def _by_weekday(plain: str, date: Edtf | None) -> Edtf | None:
    """The date, or with day and month changed over, that falls on the day of the week named."""
    named = _WEEKDAY.search(plain)
    if not named or not date or not date.month or not date.day:
        return None
    for one in (date, compose(date.year, date.day, date.month)):
        if one and (day := one.earliest) and f"{day:%a}" == named[0]:
            return one
    return None


@cache
def _monthlike() -> re.Pattern[str]:
    """Words that begin like a month; the grammar wants them with a capital: SEPT 24 is Sept 24."""
    months = "|".join(words("en")["monthname"])
    return re.compile(rf"\b(?i:{months})(?<=[A-Za-z]{{3}})[A-Za-z]{{0,6}}\b")


def _possible(plain: str, names: tuple[str, ...]) -> list[str]:
    """The kinds of dates that may stand in a line, by the signs they cannot do without."""
    return [name for name in names if may(plain, "stamp", name)]


_rule: Final = partial(pattern, "bylines", "stamp")
