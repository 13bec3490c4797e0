"""What a headline looks like by itself, and what stands around it on its line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from diglot.text.inside import words
from diglot.text.ledger import Edit, Traced
from diglot.text.lines import RECENT, columns, is_chinese, letters
from diglot.text.patterns import metadata
from diglot.text.script import to_simplified

_SITE: Final = (
    r"\s*(?:\s[-–—]+\s|\s*[|｜_]\s*|(?<=[一-鿿])-(?=[一-鿿]{2,6}(?:网|在线|频道)$))"
    r"((?-i:[^a-z\s-])[^-–—|｜_]{1,24})$"
)
_CLOCK: Final = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:：][0-5]\d(?!\d)")
_TIMED: Final = re.compile(r"\s*[(（]\d{1,2}[:：]\d\d[)）]$")
"""The time of a report behind its headline."""
_STAMPED: Final = re.compile(
    r"^(?:date\s+)?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[\sT]+\d{1,2}:\d\d(?::\d\d)?)?\s+"
)
"""A date before the headline, on the same line."""
_TOPIC: Final = re.compile(r"#[^#\s]{1,12}#\s*(?=[^#\x00-\x7f][^#]{11})")
"""A topic before the headline, as posts have it."""
_FORE: Final = ("d", "1", "2", "#")
"""What these begin with."""
_OWN: Final = re.compile(r"\s*[©(（【\[]?\s?(?<=[\s©(（【\[])[原獨独][创創家]\s?[)）】\]]?$")
"""“Original” behind a headline."""
_OWNED: Final = frozenset("创創家")
"""Of its characters one is among the last three."""
_LONGEST: Final = 25
"""Characters of the site's name behind a headline at most."""
_NO_END: Final = re.compile(r"[。；;,，:：/|｜>»]$|(?<!\.)\.$")
"""How no headline ends …"""
_LAST: Final = 2
"""… in its last characters (`$` matches before a line break too)."""
_LETTER: Final = re.compile(r"[^\W_]")
_REACH: Final = 40
"""Characters at the head of a line that show whether it may be the headline once more."""
_FLASH: Final = re.compile(
    r"^[^\S\n]*(【)([^【】\n]{10,70})(?<![讯訊电電道導导])(】)(?=[^\S\n]*[^\s【】（(\[][^\n]{30})",
    re.MULTILINE,
)
"""A headline in heavy brackets, and its report behind it."""
_BRACKETED: Final = re.compile("【([^【】]+)】")
"""A headline in heavy brackets altogether."""
_WORK: Final = re.compile("《[^《》]{0,14}》")
"""The name of a book or paper by itself."""
_WIDEST: Final = 160
"""Columns a headline has at most."""


def flash(traced: Traced) -> Traced:
    """The headline in heavy brackets before a short report, on a line of its own."""
    found = list(_FLASH.finditer(traced.text)) if "【" in traced.text else []
    if len(found) != 1 or not is_headline(found[0][2]):
        return traced
    opened, closed = found[0].start(1), found[0].start(3)
    return traced.apply("flash", [Edit(opened, "【", ""), Edit(closed, "】", "\n")])


def labelled(text: str) -> bool:
    """Whether a line begins with a headline's label."""
    return 0 < label(text) < len(text)


def unlabelled(text: str) -> str:
    """A headline without its label, or the date or topic before it."""
    return text[label(text) or _fore(text) :]


@lru_cache(maxsize=RECENT)
def label(text: str) -> int:
    """Length of a headline's label at the beginning of a line, 0 if there is none."""
    match = metadata("label", "title").match(to_simplified(text))
    return match.end() if match else 0


def _fore(text: str) -> int:
    """Where the headline begins behind a date or topic on its line."""
    match = _STAMPED.match(text) or _TOPIC.match(text) if text[:1] in _FORE else None
    return match.end() if match else 0


def _named(text: str) -> int:
    """Where the headline begins behind the name of the outlet in brackets."""
    match = metadata("label", "outlet").match(to_simplified(text)) if text[:1] in "【[" else None
    return match.end() if match else 0


def _crumb(text: str) -> str:
    """The last crumb of a line that leads to the headline by way of its sections."""
    *_, last = text.split(" > ")
    return last if is_headline(last) else text


@lru_cache(maxsize=RECENT)
def is_headline(text: str) -> bool:
    """Long enough for one, no end of a sentence, and no date with a time."""
    text = text[_fore(text) :]
    if text.startswith("—") or "。" in text or not _is_wide_enough(text):
        return False
    if _NO_END.search(text, max(0, len(text) - _LAST)) or _timed(text):
        return False
    return not _no_headline(text)


def _is_wide_enough(text: str) -> bool:
    if columns(text) > _WIDEST:
        return False
    if is_chinese(text):
        return columns(text) >= 12
    count = len(text.split())
    return count >= 6 or (count >= 4 and not text.isupper())


def _timed(text: str) -> bool:
    """Whether a line tells the time, but for that of its report behind it."""
    return (":" in text or "：" in text) and _CLOCK.search(_TIMED.sub("", text)) is not None


def _no_headline(text: str) -> bool:
    """Whether a line speaks of a picture, opens an item of a list or only names outlet or work."""
    plain = to_simplified(text)
    none = metadata("caption"), metadata("label", "stated"), _WORK
    return any(one.fullmatch(plain) for one in none)


def strip_site(text: str) -> str:
    """The headline without the names of site and section before it, or behind a dash or bar."""
    text = _crumb(text[_named(text) :])
    if match := _BRACKETED.fullmatch(text):
        text = match[1]
    text = _TIMED.sub("", text) if text[-1:] in ")）" else text
    if not _OWNED.isdisjoint(text[-3:]):
        text = _OWN.sub("", text)
    last = max(map(text.rfind, "-–—|｜_"))
    short = last > 0 and len(text[last + 1 :].strip()) <= _LONGEST
    match = re.search(_SITE, text) if short else None
    if not match or columns(text[: match.start()]) < 12:
        return text
    name, head = match[1].strip(), text[: match.start()]
    again = is_chinese(name) and len(words(name) & words(head)) > 1
    return text if again or len(name.split()) > 4 or columns(name) > 24 else strip_site(head)


def same_headline(key: str, other: str) -> bool:
    """Whether a text has the letters of a headline."""
    return may_repeat(key, other) and letters(other) == key


def may_repeat(key: str, text: str) -> bool:
    """Whether a text begins with the letter a key begins with, signs aside."""
    return not key or _first(text) in ("", key[0])


@lru_cache(maxsize=RECENT)
def _first(text: str) -> str:
    """The first letter of a text, if it stands at its head."""
    first = _LETTER.search(text[:_REACH].casefold())
    return first[0] if first else ""
