"""How English says quantities: $2.4bn, twenty-five percent, a third, half a million, 120th."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache

from diglot.patterns import alternatives
from diglot.translation.numerals import DIGITS, english, plain, table
from diglot.translation.quantity import CODE, START, Quantity, code, level, sign, signed, units


def rows() -> Mapping[str, str]:
    """Expressions for the ways to say a quantity in small letters, the first that fits winning."""
    en = table("en")
    scale, ones = alternatives(en["scales"]), alternatives(en["units"])
    small = rf"(?:(?:{alternatives(en['tens'])})(?:[- ](?:{ones}))?|{ones})"
    # fifty-one; two and a half million; one hundred and fifty thousand; half a million
    parts, half = alternatives(en["parts"]), r"(?: and a half)?"
    scaled = rf"(?:{small}{half}|an?|half an?)(?:(?:[- ](?:{scale}))+\b(?:(?: and)? {small}\b)?)+"
    unit = rf"(?:[- ]?(?:{alternatives(units('en'))})(?![A-Za-z]))"
    before = rf"(?:(?<![A-Za-z]){sign('en')} ?)?"
    return {
        "level": r"\bl[0-5]\b",
        # “a third of”, “by a third”, but not “a third partner”
        "fraction": rf"\b(?:{small})[- ](?:{parts})\b|\ban? quarter\b|\ban? (?:{parts})\b"
        r"(?= (?:of|more|less|fewer|cheaper|smaller|larger|lower|higher|to|in|from|as|by|and)\b"
        r"| ?[.,;:)]|$)",
        "ordinal": rf"\b(?:\d+(?:st|nd|rd|th)|{alternatives(en['ordinals'])})\b",
        "digits": rf"(?:(?<![A-Za-z]){sign('en')} ?|{START}){DIGITS}"
        rf"(?:(?:{alternatives(en['glued'])})(?![A-Za-z])|(?:[- ]?(?:{scale})\b)*)"
        rf"(?:{unit}|(?![A-Za-z\d]))",
        "code": CODE,
        "numeral": rf"{before}\b(?:{scaled}|{small}{half}\b){unit}?",
        "weak": rf"\b(?:{alternatives(en['weak'])})\b",
    }


def _counted(match: re.Match[str]) -> Quantity:
    unit, body = signed(match.group(), "en")
    tail = _unit_at_end().search(body.casefold())
    number = body[: tail.start()] if tail else body
    unit = unit or (units("en")[tail[1]] if tail else None)
    if short := re.fullmatch(rf"({DIGITS})([A-Za-z]+)", number):
        power = int(table("en")["glued"].get(short[2].casefold(), "0"))
        return Quantity(plain(short[1]) * 10**power, unit, match.span())
    value = english(number)
    return Quantity(value, unit, match.span(), _firm(body, value, unit))


@cache
def _unit_at_end() -> re.Pattern[str]:
    return re.compile(rf"[- ]?({alternatives(units('en'))})$")


def _firm(body: str, value: Fraction, unit: str | None) -> bool:
    """Not “one”, “two” (both), “a million”, 100% (wholly)."""
    if not body[0].isdigit():
        return value > 2 and not re.match("an? ", body.casefold())
    return body != "1" and value > 0 and not (value == 100 and unit == "%")


def _fraction(match: re.Match[str]) -> Quantity:
    count, part = re.split("[- ](?=[a-z]+$)", match.group().casefold())
    above = Fraction(1) if count in ("a", "an") else english(count)
    # “the first three quarters” may be nine months.
    firm = not part.startswith("quarter")
    return Quantity(above / int(table("en")["parts"][part]), None, match.span(), firm)


def _ordinal(match: re.Match[str]) -> Quantity:
    word = match.group().casefold()
    value = Fraction(table("en")["ordinals"].get(word) or re.sub(r"\D", "", word))
    return Quantity(value, "ordinal", match.span(), firm=value > 2)


def _weak(match: re.Match[str]) -> Quantity:
    value = Fraction(table("en")["weak"][match.group().casefold()])
    return Quantity(value, None, match.span(), firm=False)


@cache
def readers() -> Mapping[str, Callable[[re.Match[str]], Quantity | None]]:
    """What makes a quantity of a match, by the name of its row."""
    return {
        "level": level,
        "code": code,
        "fraction": _fraction,
        "ordinal": _ordinal,
        "digits": _counted,
        "numeral": _counted,
        "weak": _weak,
    }
