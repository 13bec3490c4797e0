"""The value of a numeral: 1.35亿, 二十, 一百五十, 135 million, twenty-five."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from math import prod
from typing import Any, Final

from diglot.yamlfile import data

DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
"""A number in digits, thousands apart or not."""
_GROUP: Final = re.compile(rf"({DIGITS}) ?[多余几]?([十百千万亿]*)")
_VAGUE: Final = re.compile(r"[一二两三四五六七八九]{2}(?:[十百千万亿]|$)")
"""Two digits without a power between them: 两三, 三四十."""


@cache
def table(side: str) -> Mapping[str, Any]:
    """The words of a language in ``data/quantities.yml``."""
    found: Mapping[str, Any] = data("quantities")[side]
    return found


def plain(digits: str) -> Fraction:
    """The value of a number in digits."""
    number = digits.replace(",", "")
    # Of a text, Fraction takes ten times as long.
    return Fraction(int(number)) if number.isdecimal() else Fraction(number)


def mixed(text: str) -> Fraction:
    """The value of digits with Chinese powers: 1亿3500万, 5千多万."""
    groups = _GROUP.findall(text)
    return sum((plain(digits) * power(powers) for digits, powers in groups), Fraction(0))


def power(chars: str) -> int:
    """The product of Chinese powers: 万亿 is a million million."""
    return int(prod(10 ** int(table("zh")["powers"][char]) for char in chars))


def han(text: str) -> Fraction | None:
    """The value of a numeral in characters; nothing for a vague one (三四十)."""
    if _VAGUE.search(text) and not _is_row(text):
        return None
    whole, _, tail = text.partition("点")
    value = Fraction(_row(whole)) if _is_row(whole) else Fraction(_han_whole(whole))
    return value + (Fraction(_row(tail), 10 ** len(tail)) if tail else 0)


def _is_row(text: str) -> bool:
    """Whether it is digits in a row: 二〇一九."""
    powers = table("zh")["powers"]
    return not any(char in powers for char in text) and (len(text) != 2 or text[0] in "〇零")


def _row(text: str) -> int:
    digits = table("zh")["digits"]
    return int("".join(digits[char] for char in text) or 0)


def _han_whole(text: str) -> int:
    """The value of a numeral with powers, read from its greatest power outwards."""
    digits = table("zh")["digits"]
    present = [char for char in "亿万千百十" if char in text]
    if not present:
        return _row(text) if text else 0
    head, char, tail = text.rpartition(present[0])
    count = _han_whole(head.strip("零〇")) if head else 1
    rest = tail.strip("零〇")
    short = rest in digits and char != "十" and tail == rest
    # 一百五 is 150: a last digit counts the next lower power.
    unit = power(char) // 10 if short else 1
    return count * power(char) + _han_whole(rest) * unit


def english(words: str) -> Fraction:
    """The value of a numeral with words: twenty-five, two and a half million, 2.4 billion."""
    names = table("en")
    small, scales = names["units"] | names["tens"], names["scales"]
    total = current = Fraction(0)
    for word in re.findall(rf"{DIGITS}|[a-z]+", words.casefold()):
        if word == "half":
            current += Fraction(1, 2)
        elif word in small or word[0].isdigit():
            current += plain(small.get(word, word))
        elif word in scales and scales[word] != "2":
            total += (current or Fraction(1)) * int(10 ** int(scales[word]))
            current = Fraction(0)
        elif word in scales:
            current = (current or Fraction(1)) * 100
    return total + current
