"""How Chinese says quantities: 1.35亿元, 七大领域, 三分之一, 八成, 两年半, 第三."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Final

from diglot.patterns import alternatives
from diglot.translation.numerals import DIGITS, han, mixed, power, table
from diglot.translation.quantity import (
    CODE,
    START,
    Quantity,
    code,
    level,
    sign,
    signed,
    units,
    weak,
)

_HAN: Final = "[〇零一二两三四五六七八九十百千万亿]"
_NUMERAL: Final = rf"{_HAN}+(?:点[〇零一二三四五六七八九]+)?"
_MIXED: Final = rf"(?:{DIGITS}[多余几]?[百千万亿]+(?=\d))*{DIGITS}(?: ?[多余几]?[百千万亿]+(?!向))?"
_COUNT: Final = re.compile(rf"^(?:{_MIXED}|{_NUMERAL})[多余几]? ?")


def rows() -> Mapping[str, str]:
    """Expressions for the ways to say a quantity, the first that fits winning."""
    zh = table("zh")
    counted = alternatives([*units("zh"), *zh["classifiers"]])
    number = rf"(?:{_MIXED}|{_NUMERAL})"
    return {
        "skip": rf"{alternatives(zh['idioms'])}|[数几成][十百千万亿]+",
        "above": "[上过][百千万亿]+",
        "share": rf"百分之{number}",
        "fraction": rf"{number}分之{number}",
        "level": r"(?<![A-Za-z])L[0-5](?![A-Za-z\d])",
        "tenth": rf"{START}[一二两三四五六七八九1-9]成"
        rf"(?:[半一二三四五六七八九](?!成)|(?![{zh['tenth_not']}]))",
        "decade": rf"(?:{DIGITS}|{_HAN}+)年代",
        "plan": "十[一二三四五](?=五)",
        "digits": rf"(?:第|{sign('zh')} ?|{START}){_MIXED}[多余]?"
        rf"(?: ?(?i:{alternatives(units('zh'))}))?(?![A-Za-z\d])半?",
        "code": CODE,
        "numeral": rf"第?{_NUMERAL}[多余几]?(?:{counted})半?|第{_HAN}+"
        rf"|{_HAN}{{2,}}|{_HAN}(?=[至到~～—-]{{1,2}}{_HAN})",
        "pair": alternatives(zh["pairs"]),
        "halfyear": "(?<!上)(?<!下)(?<!前)(?<!后)半年",
        "half": alternatives(zh["halves"]),
        "one": alternatives(zh["firsts"]),
    }


def _number(text: str) -> Fraction | None:
    """The value of the numeral a text begins with."""
    if digits := re.match(_MIXED, text):
        return mixed(digits.group())
    numeral = re.match(_NUMERAL, text)
    return han(numeral.group()) if numeral else None


def _counted(match: re.Match[str]) -> Quantity | None:
    text = match.group().removeprefix("第")
    unit, body = signed(text, "zh")
    value = _number(body)
    if value is None:
        return None
    rest = _COUNT.sub("", body)
    unit = unit or units("zh").get(rest.removesuffix("半").casefold())
    value += Fraction(1, 2) if rest.endswith("半") else 0
    if text != match.group() and unit is None:
        unit = "ordinal"
    return Quantity(value, unit, match.span(), _firm(body, value, unit))


def _firm(body: str, value: Fraction, unit: str | None) -> bool:
    """Not 一家, 两家 (both), 十多家 (a dozen), 万辆 (nearly ten thousand), 第二.

    Nor 两倍, which may be twice or trebled.
    """
    if unit in ("ordinal", "times"):
        return value > (2 if unit == "ordinal" else 3)
    if body[0].isdigit():
        one = re.match(r"1(?![\d.,百千万亿])", body)
        return value > 0 and not one and not (value == 100 and unit == "%")
    return value > 2 and not re.match("十[多余几]|[百千万亿](?![十百千万亿])|[十百千万亿]{2}", body)


def _share(match: re.Match[str]) -> Quantity | None:
    value = _number(match.group().removeprefix("百分之"))
    return None if value is None else Quantity(value, "%", match.span())


def _fraction(match: re.Match[str]) -> Quantity | None:
    low, _, high = match.group().partition("分之")
    below, above = _number(low), _number(high)
    return Quantity(above / below, None, match.span()) if below and above else None


def _above(match: re.Match[str]) -> Quantity:
    """上万, more than ten thousand or tens of thousands."""
    return Quantity(Fraction(power(match.group()[1:])), None, match.span(), firm=False)


def _plan(match: re.Match[str]) -> Quantity | None:
    """十四五, the 14th five-year plan."""
    value = _number(match.group())
    return None if value is None else Quantity(value, "ordinal", match.span(), firm=False)


def _tenth(match: re.Match[str]) -> Quantity | None:
    """八成, 四成半, 六成五."""
    whole, _, rest = match.group().partition("成")
    value = _number(whole)
    if value is None:
        return None
    more = Fraction(5) if rest == "半" else _number(rest) or 0
    return Quantity(value * 10 + more, "%", match.span())


@cache
def readers() -> Mapping[str, Callable[[re.Match[str]], Quantity | None]]:
    """What makes a quantity of a match, by the name of its row."""
    return {
        "skip": lambda _: None,
        "share": _share,
        "fraction": _fraction,
        "decade": lambda _: None,
        "plan": _plan,
        "above": _above,
        "level": level,
        "code": code,
        "tenth": _tenth,
        "digits": _counted,
        "numeral": _counted,
        "pair": weak(Fraction(2)),
        "halfyear": weak(Fraction(1, 2), "year"),
        "half": weak(Fraction(1, 2)),
        "one": weak(Fraction(1)),
    }
