"""Numbers a text states, with their units, in Chinese and English.

9,000 and 9000辆, 1.35亿 and 135 million, 七大 and seven, 三分之一 and a third give the same value.
Vague ones (数十, dozens, 两三) give none.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Final

from diglot.facts.gazetteer import fold
from diglot.languages import Lang, Side, side_of
from diglot.patterns import alternatives
from diglot.text.script import to_simplified
from diglot.translation import quantities_en, quantities_zh
from diglot.translation.numerals import DIGITS, power, table
from diglot.translation.quantity import Quantity

__all__ = ["Quantity", "agree", "quantities"]

_WIDE: Final = str.maketrans("０１２３４５６７８９．，％＄￥", "0123456789.,%$¥")
_RANGE: Final = re.compile(r" ?(?:[-–—~～]{1,2}|至|到|to|and|or) ?", re.IGNORECASE)
_BARE: Final = re.compile(rf"[$€£¥]?(?:{DIGITS}|\w+)")
_WAYS: Final = {"zh": quantities_zh, "en": quantities_en}


def quantities(text: str, lang: Lang) -> tuple[Quantity, ...]:
    """The numbers of a text in order, not overlapping; those of dates among them."""
    side = side_of(lang)
    folded = to_simplified(text.translate(_WIDE)) if side == "zh" else fold(text)
    readers = _WAYS[side].readers()
    read = [readers[str(m.lastgroup)](m) for m in _pattern(side).finditer(folded)]
    return tuple(_ranged(folded, [one for one in read if one]))


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two may say the same: an equal value, and units that do not contradict."""
    (value, unit), (again, its) = _common(one), _common(other)
    # In Hong Kong 元 is a dollar.
    same = None in (unit, its) or unit == its or {unit, its} == {"CNY", "HKD"}
    return same and value == again


def _common(one: Quantity) -> tuple[tuple[int, int], str | None]:
    """Value and unit, years for months and per cents for fractions.

    The value is a pair of integers: pairs are compared far faster than fractions.
    """
    value, unit = one.value, one.unit
    above, below = value.as_integer_ratio()
    if unit == "month":
        value, unit = value / 12, "year"
    elif unit is None and 0 < above < below:
        value, unit = value * 100, "%"
    return value.as_integer_ratio(), unit


@cache
def _pattern(side: Side) -> re.Pattern[str]:
    rows = _WAYS[side].rows()
    body = "|".join(f"(?P<{name}>{row})" for name, row in rows.items())
    if side == "zh":
        return re.compile(body)
    # In small letters, and never from inside a word: most places are passed over at once.
    return re.compile(rf"(?:(?<![a-z])|(?![a-z]))(?:{body})")


def _ranged(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities; the first of a range takes power and unit of the second (20-30%)."""
    for one, after in zip_longest(found, found[1:]):
        yield _lent(text, one, after) if after else one


def _lent(text: str, one: Quantity, after: Quantity) -> Quantity:
    counts = one.unit is None and after.unit != "ordinal"
    if not counts or not _RANGE.fullmatch(text, one.span[1], after.span[0]):
        return one
    value, own = one.value * _power(text[slice(*after.span)]), text[slice(*one.span)]
    if not _BARE.fullmatch(own) or _power(own) > 1 or value > after.value:
        value = one.value
    return dataclasses.replace(one, value=value, unit=after.unit)


def _power(text: str) -> int:
    """The power a number is written with: 30万 has 10,000, 3 million a million."""
    if powers := re.search("[百千万亿]+", text):
        return power(powers.group())
    scales = table("en")["scales"]
    word = re.search(rf"\b({alternatives(scales)})\b", text.casefold())
    return int(10 ** int(scales[word[1]])) if word else 1
