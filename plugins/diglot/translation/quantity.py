"""A number with its unit, and what both languages share in saying it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Final

from diglot.languages import Side
from diglot.patterns import alternatives
from diglot.yamlfile import data

Span = tuple[int, int]
START: Final = r"(?<![A-Za-z\d])(?<![A-Za-z]-)(?<!\d[.,])"
"""Not inside a code or the name of a model (bZ3C, ROBO-01)."""

CODE: Final = (
    r"(?<=[A-Za-z])-?\d+(?:\.\d+)?(?![A-Za-z\d])"
    r"|(?<![A-Za-z\d])(?<!\d[.,])\d+(?:\.\d+)?(?=[A-Za-z])"
)
"""A number glued to letters (Futurelink3.0, 254TOPS); the other language may part them."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at a place of a text."""

    value: Fraction
    unit: str | None
    """A key of `units` in ``data/quantities.yml``, or `ordinal`; None for things counted."""
    span: Span
    """Offsets of the number with its unit."""
    firm: bool = True
    """Whether another language has to say it too; not 一家, 双方, first, both, half."""


@cache
def units(side: Side) -> Mapping[str, str]:
    """Names of units by the words for them, in small letters."""
    rows: Mapping[str, Any] = data("quantities")["units"]
    return {word.casefold(): unit for unit, words in rows.items() for word in words[side]}


def sign(side: Side) -> str:
    """An expression for what stands before an amount of money; in English in small letters."""
    words = data("quantities")["signs"][side]
    return rf"(?:{alternatives(words if side == 'zh' else map(str.casefold, words))})"


def signed(text: str, side: Side) -> tuple[str | None, str]:
    """The currency whose sign a text begins with, and the rest."""
    folded = text.casefold()
    for word, unit in _signs(side):
        if folded.startswith(word):
            return unit, text[len(word) :].lstrip()
    return None, text


@cache
def _signs(side: Side) -> Sequence[tuple[str, str | None]]:
    """What stands before an amount of money, in small letters, with its currency."""
    signs: Mapping[str, str | None] = data("quantities")["signs"][side]
    return [(word.casefold(), signs[word]) for word in sorted(signs, key=len, reverse=True)]


def level(match: re.Match[str]) -> Quantity:
    """L4, which may be “Level 4” in the other language."""
    return Quantity(Fraction(match.group()[1]), None, match.span(), firm=False)


def code(match: re.Match[str]) -> Quantity:
    """A number glued to letters."""
    return Quantity(Fraction(match.group().lstrip("-")), None, match.span(), firm=False)


def weak(value: Fraction, unit: str | None = None) -> Callable[[re.Match[str]], Quantity]:
    """Reads words that imply a number."""
    return lambda match: Quantity(value, unit, match.span(), firm=False)
