"""Where words end, so that a name is found as a word of its own only."""

from __future__ import annotations

from functools import cache
from typing import Final

from diglot.yamlfile import data

_HYPHENS: Final = "-‐"
_APART: Final = frozenset(("", *" \n,;:()“”"))
"""What parts words."""
_WINDOW: Final = 3
"""Characters of two words of which a name of two takes one half each."""
BEGIN: Final = r"(?<![\w-])"
END: Final = r"(?![\w-])"
"""In an expression: where a Latin form begins and ends as a word of its own."""


@cache
def latin(char: str) -> bool:
    """Whether a character is a letter or digit outside the Han script."""
    return char.isalnum() and not "\u2e80" <= char <= "\u9fff" and not char >= "\uf900"


def bounded(text: str, start: int, end: int) -> bool:
    """Whether a Latin name stands as a word of its own: BMW in SAIC-BMW or BMW2 does not."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _APART and after in _APART:
        return True  # as most do, which is quick to see
    beyond = text[end + 1 : end + 2]
    glued = latin(before) if before else False
    glued = glued or (before != "" and before in _HYPHENS and _capital_word(text, start - 1))
    if before and glued and latin(text[start]):
        return False
    if after and latin(text[end - 1]):
        if latin(after) or (after in _HYPHENS and (beyond.isupper() or beyond.isdigit())):
            return False
        # Pony in Pony.ai
        return not (after == "." and beyond.islower() and latin(beyond))
    return True


def _capital_word(text: str, hyphen: int) -> bool:
    """Whether the word before a hyphen is a name (SAIC-BMW), not a prefix (non-Tesla)."""
    start = hyphen
    while start and latin(text[start - 1]):
        start -= 1
    return text[start : start + 1].isupper()


def halved(plain: str, start: int, end: int) -> bool:
    """Whether a name is the halves of two words: 和泰 in 和泰国, 联电 in 智能网联电动."""
    for at in (start - 1, start):
        parted = _halves().get(plain[at : at + _WINDOW]) if at >= 0 else None
        if parted and start < at + parted < end:
            return True
    return False


def in_person(plain: str, start: int, end: int) -> bool:
    """Whether a name of two characters is a given name: 华为 in 设计师王华为表示."""
    if plain[start - 1 : start] not in _surnames():
        return False
    ends = end == len(plain) or not plain[end].isalnum() or plain.startswith(_follows(), end)
    return ends and plain.endswith(_offices(), 0, start - 1)


@cache
def _surnames() -> frozenset[str]:
    roles = data("roles")
    return frozenset("".join(roles["surnames"])) - frozenset(roles["small_surnames"])


@cache
def _follows() -> tuple[str, ...]:
    return tuple(data("roles")["after_zh"])


@cache
def _offices() -> tuple[str, ...]:
    return tuple(data("roles")["roles_zh"])


@cache
def _halves() -> dict[str, int]:
    """Words that stand together, as one, and where the second begins."""
    return {two.replace(" ", ""): two.index(" ") for two in data("company_shapes")["halves_zh"]}


def whole(text: str, start: int, end: int) -> bool:
    """Whether a Latin cue is whole words, but for the s of a plural."""
    if start and latin(text[start]) and latin(text[start - 1]):
        return False
    after = text[end : end + 1]
    return not after or not latin(text[end - 1]) or not latin(after) or after == "s"
