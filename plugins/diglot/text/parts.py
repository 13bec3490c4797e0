"""The parts a line of metadata or chrome is made of, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from diglot.text.document import Role
from diglot.text.lines import RECENT, SENTENCE_END, columns, is_chinese
from diglot.text.patterns import Group, groups, metadata
from diglot.text.script import to_simplified

_SIGNS: Final = r"[\s|｜│┃•·»›>]"
"""What each separator begins with."""
_SEPARATOR: Final = re.compile(
    rf"(?={_SIGNS})"
    r"(?:\s{2,}|\s*\u3000\s*|\t+|\s*[|｜│┃•·»›]+\s*|\s+[/>]+\s+|(?<=[^\s>])\s*>\s*(?=[^\s>])"
    r"|(?<=\d:\d\d)\s+(?=[\u4e00-\u9fff]|[A-Z][a-z])|(?<=\d日)\s+(?=[\u4e00-\u9fff])(?!星期|周|上午|下午)"
    r"|(?<=\S)\s+(?=[\u4e00-\u9fff]{2,6}\s*[:：])|(?<=\d)\s+(?=by\s))"
)
_AFTER_NAME: Final = re.compile(
    rf"{_SEPARATOR.pattern}"
    r"|[,\s]+(?=(?:on )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}))"
)
"""The writer's name may be followed by the date with a space only."""
_STATED: Final = ("stamp", "source", "byline")
SHORT: Final = 28
"""Widest part of a menu, in columns."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line with the role it plays."""

    start: int
    text: str
    role: Role
    reason: str


def split(text: str) -> list[tuple[int, str]]:
    """(offset, words) of the parts between separators."""
    found, at = [], 0
    separator = _AFTER_NAME if text[:3].lower() == "by " else _SEPARATOR
    for match in [*separator.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[at:end].strip():
            found.append((at, text[at:end]))
        at = match.end() if match else end
    return found


@lru_cache(maxsize=RECENT)
def classify(text: str) -> tuple[Part, ...]:
    """What a line is made of if it is no part of the article, else nothing."""
    plain = to_simplified(text)
    pieces = [(at, piece, _role(piece.strip(" ,，;；-—–"))) for at, piece in split(plain)]
    whole = _role(plain)
    if whole and (whole[0] not in _STATED or not _several(pieces)):
        return (Part(0, text, *whole),)
    known = [kind for _, _, kind in pieces if kind]
    unknown = [piece for _, piece, kind in pieces if not kind]
    rest = _rest(known, unknown) if len(pieces) > 1 else None
    if unknown and rest is None:
        return (Part(0, text, "chrome", shape),) if (shape := _shape(plain)) else ()
    return tuple(
        Part(at, text[at : at + len(piece)], *(kind or _leftover(piece, known, rest or "")))
        for at, piece, kind in pieces
    )


def _several(pieces: list[tuple[int, str, tuple[Role, str] | None]]) -> bool:
    """Whether a line says more than one thing about the text's origin."""
    return sum(kind is not None and kind[0] in _STATED for _, _, kind in pieces) > 1


def _rest(known: list[tuple[Role, str]], unknown: list[str]) -> str | None:
    """Reason to take the unknown parts of a line out too, if the known ones give one."""
    if not unknown:
        return "metadata"
    if any(columns(piece) > SHORT + 8 or SENTENCE_END.search(piece) for piece in unknown):
        return None
    if any(role in _STATED for role, _ in known):
        return "metadata"
    return known[0][1] if len(known) >= len(unknown) else None


def _leftover(piece: str, known: list[tuple[Role, str]], reason: str) -> tuple[Role, str]:
    """A name beside a stamp or byline is the source."""
    roles = {role for role, _ in known}
    name = columns(piece) <= SHORT and not re.search(r"[\d@#]", piece)
    if name and roles & {"stamp", "byline"} and "source" not in roles:
        return "source", "name-beside-stamp"
    return "chrome", reason


def _shape(plain: str) -> str:
    """Breadcrumbs and menus nobody has words for are known by their shape."""
    if SENTENCE_END.search(plain) or re.search("[。，；]", plain):
        return ""
    crumbs = re.split(r"\s*[>»›]\s*", plain)
    if len(crumbs) > 2 and all(0 < columns(crumb) <= 40 for crumb in crumbs):
        return "breadcrumbs"
    items = [piece for _, piece in split(plain)]
    words = plain.split()
    if len(items) > 2 and all(columns(item) <= SHORT for item in items):
        return "menu"
    short = len(words) > 4 and all(2 <= columns(word) <= 12 for word in words)
    return "menu" if short and sum(map(is_chinese, words)) * 5 >= len(words) * 4 else ""


def _role(plain: str) -> tuple[Role, str] | None:
    """Role and reason of a line or part as a whole."""
    if not plain or is_stamp(plain):
        return ("stamp", "stamp") if plain else ("chrome", "signs")
    if columns(plain) <= 2 * SHORT + 20 and not re.search("[。！？]", plain):
        if metadata("source").fullmatch(plain):
            return "source", "credited"
        if metadata("byline").fullmatch(plain) and not _told(plain):
            return "byline", "byline"
    if metadata("label", "body").fullmatch(plain) or metadata("label", "title").fullmatch(plain):
        return "label", "label"
    group = group_of(plain)
    return ("chrome", group.reason) if group else None


def _told(plain: str) -> bool:
    """Whether most of a line's words are small: a sentence that begins with By, and no name."""
    words = re.findall(r"[A-Za-z][\w'’-]*", plain)[1:]
    return len(words) > 4 and sum(word[0].islower() for word in words) * 2 > len(words)


@lru_cache(maxsize=RECENT)
def group_of(plain: str) -> Group | None:
    """The chrome group a line or part belongs to as a whole."""
    width = columns(plain)
    return next((group for group in groups() if group.fits(plain, width)), None)


def is_stamp(plain: str) -> bool:
    """Whether a part is made of date, time and their labels only."""
    if columns(plain) > 100:
        return False
    rest, dates = metadata("stamp", "date").subn(" ", plain)
    return bool(dates) and not re.search(r"\w", metadata("stamp", "rest").sub(" ", rest))
