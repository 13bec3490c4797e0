"""The parts a line of metadata or chrome is made of, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from diglot.text.document import Role
from diglot.text.lines import RECENT, columns, ends_sentence, is_chinese
from diglot.text.patterns import STAMP, Group, Kind, candidates, metadata
from diglot.text.script import to_simplified

_SIGNS: Final = r"[\s|｜│┃•·»›>]"
"""What each separator begins with."""
_SEPARATOR: Final = re.compile(
    rf"(?={_SIGNS})"
    r"(?:\s{2,}|\s*\u3000\s*|\t+|\s*[|｜│┃•·»›]+\s*|\s+[/>]+\s+|(?<=[^\s>])\s*>\s*(?=[^\s>])"
    r"|(?<=\d:\d\d)\s+(?=[^\x00-\xff]|[A-Z][a-z])|(?<=\d日)\s+(?=[^\x00-\xff])(?!星期|周|上午|下午)"
    r"|(?<=\S)\s+(?=[^\x00-\xff]{2,6}\s*[:：])|(?<=\d)\s+(?=by\s))"
)
_SIGN: Final = re.compile(
    "[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000|｜│┃•·»›>]"
)
"""White space but the space, and signs: without one only spaces can be separators …"""
_SPACED: Final = re.compile(
    r"[ 日\d](?:(?<= )[ /]|(?<=日) |(?<=\d)(?: by |:\d\d )|(?<= )[^\x00-\xff]{2,6} *[:：])"
)
"""… and they only in these, …"""
_HINTS: Final = ("  ", " /", "日 ", " by ", ":", "：")
"""… which have one of these: most lines have none, and are long."""
_AFTER_NAME: Final = re.compile(
    rf"{_SEPARATOR.pattern}"
    r"|[,\s]+(?=(?:on )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}))"
)
"""The writer's name may be followed by the date with a space only."""
_STATED: Final = ("stamp", "source", "byline")
_CREDITED: Final[tuple[Role, str]] = ("source", "credited")
_OPEN: Final = ("（", "(")
_SHUT: Final = ("）", ")")
_EDGES: Final = " ,，;；-—–"
SHORT: Final = 28
"""Widest part of a menu, in columns."""
_UNNUMBERED: Final = 40
"""Widest stamp without a number: today (今天), with a label."""
_DAY: Final = "天"
"""What every such stamp has in it."""
_STOP: Final = re.compile("[。！？]")
_COMMA: Final = re.compile("[。，；]")
_CRUMB: Final = re.compile(r"\s*[>»›]\s*")
_DIGIT: Final = re.compile(r"\d")


class Part(NamedTuple):
    """A part of a line with the role it plays."""

    start: int
    text: str
    role: Role
    reason: str


@lru_cache(maxsize=RECENT)
def split(text: str) -> tuple[tuple[int, str], ...]:
    """(offset, words) of the parts between separators."""
    after_name = text[:3].lower() == "by "
    if not after_name and not _SIGN.search(text) and not _is_spaced(text):
        return ((0, text),) if text.strip() else ()
    found, at = [], 0
    separator = _AFTER_NAME if after_name else _SEPARATOR
    for match in [*separator.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[at:end].strip():
            found.append((at, text[at:end]))
        at = match.end() if match else end
    return tuple(found)


def _is_spaced(text: str) -> bool:
    return any(map(text.__contains__, _HINTS)) and _SPACED.search(text) is not None


@lru_cache(maxsize=RECENT)
def classify(text: str) -> tuple[Part, ...]:
    """What a line is made of if it is no part of the article, else nothing."""
    if text[:1] in _OPEN and text[-1:] in _SHUT and _role(to_simplified(text[1:-1])) == _CREDITED:
        return (Part(1, text[1:-1], *_CREDITED),)
    plain = to_simplified(text)
    whole = _role(plain)
    if whole and whole[0] not in _STATED:
        return (Part(0, text, *whole),)
    cut = split(plain)
    if not whole and any(map(_tells, cut)):
        return (Part(0, text, "chrome", shape),) if (shape := _shape(plain)) else ()
    pieces = [(at, piece, _role(piece.strip(_EDGES))) for at, piece in cut]
    if whole and not _several(pieces):
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


def _tells(piece: tuple[int, str]) -> bool:
    """Whether a part says so much that it can only be the article's."""
    words = piece[1].strip(_EDGES)
    return _is_long(piece[1]) and not _role(words)


def _is_long(piece: str) -> bool:
    return columns(piece) > SHORT + 8 or ends_sentence(piece)


def _several(pieces: list[tuple[int, str, tuple[Role, str] | None]]) -> bool:
    """Whether a line says more than one thing about the text's origin."""
    return sum(kind is not None and kind[0] in _STATED for _, _, kind in pieces) > 1


def _rest(known: list[tuple[Role, str]], unknown: list[str]) -> str | None:
    """Reason to take the unknown parts of a line out too, if the known ones give one."""
    if not unknown:
        return "metadata"
    if any(map(_is_long, unknown)):
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
    if ends_sentence(plain) or _COMMA.search(plain):
        return ""
    crumbs = _CRUMB.split(plain) if _SIGN.search(plain) else []
    if len(crumbs) > 2 and all(0 < columns(crumb) <= 40 for crumb in crumbs):
        return "breadcrumbs"
    items = [piece for _, piece in split(plain)]
    words = plain.split()
    if len(items) > 2 and all(columns(item) <= SHORT for item in items):
        return "menu"
    short = len(words) > 4 and all(2 <= columns(word) <= 12 for word in words)
    if not short or sum(map(is_chinese, words)) * 5 < len(words) * 4:
        return ""
    return "" if metadata("stamp", "date").search(plain) else "menu"


@lru_cache(maxsize=RECENT)
def _role(plain: str) -> tuple[Role, str] | None:
    """Role and reason of a line or part as a whole."""
    if not plain:
        return "chrome", "signs"
    found = _candidates(plain)
    if found and found[0].role == "stamp" and is_stamp(plain):
        return "stamp", "stamp"
    for kind in found:
        if kind.group:
            break
        if _states(kind, plain):
            return _CREDITED if kind.role == "source" else (kind.role, kind.role)
    group = group_of(plain)
    return ("chrome", group.reason) if group else None


@lru_cache(maxsize=RECENT)
def _candidates(plain: str) -> Sequence[Kind]:
    """What a line or part may be, by the words in it."""
    return candidates(plain, columns(plain))


def _states(kind: Kind, plain: str) -> bool:
    """Whether a line or part states of itself what a pattern says."""
    if kind.role == "stamp" or (kind.role != "label" and _STOP.search(plain)):
        return False
    return kind.fits(plain) and (kind.role != "byline" or not _told(plain))


def _told(plain: str) -> bool:
    """Whether most of a line's words are small: a sentence that begins with By, and no name."""
    words = re.findall(r"(?<![@.])\b[A-Za-z][\w'’-]*(?![\w.-]*@)", plain)[1:]
    return len(words) > 4 and sum(word[0].islower() for word in words) * 2 > len(words)


@lru_cache(maxsize=RECENT)
def group_of(plain: str) -> Group | None:
    """The chrome group a line or part belongs to as a whole."""
    for kind in _candidates(plain):
        if kind.group and kind.fits(plain):
            return kind.group
    return None


def is_stamp(plain: str) -> bool:
    """Whether a part is made of date, time and their labels only."""
    width = columns(plain)
    if width > STAMP or "。" in plain:
        return False
    if not _DIGIT.search(plain) and (width > _UNNUMBERED or _DAY not in plain):
        return False
    rest, dates = metadata("stamp", "date").subn(" ", plain)
    return bool(dates) and not re.search(r"\w", metadata("stamp", "rest").sub(" ", rest))
