"""Chinese company names by their shape: endings, brackets, lists and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from diglot.facts import tickers
from diglot.facts.cover import beginning
from diglot.facts.reading import Reading
from diglot.facts.shape_data import (
    HAN,
    Known,
    Place,
    Rule,
    anyof,
    companies,
    patterns,
    shapes,
    words,
)
from diglot.patterns import around, compiled, searched

_AROUND: Final = 48
"""No such name, with the brackets and the verb behind it, extends so far from its ending."""


@cache
def _end() -> str:
    return rf"(?=[，。、；：（(“”《》\s]|{anyof('name_ends_zh')}|$)"


def legal(reading: Reading, known: Known) -> Iterator[Place]:
    """“深圳某某智能技术有限公司”: back from the legal form to the first word that cannot belong."""
    for match in _legal().finditer(reading.plain):
        head = re.search(
            rf"[{HAN}A-Za-z0-9（）()·-]{{2,28}}$", reading.plain[: match.start()][-28:]
        )
        if not head:
            continue
        start = _trim(reading.plain, match.start() - len(head[0]), match.start())
        start = _from_known(reading.plain, start, match.start(), known)
        if match.start() - start >= 2 and not _generic(reading.plain[start : match.start()]):
            yield start, match.end()


@cache
def _legal() -> re.Pattern[str]:
    return searched(patterns("legal_zh"))


def _trim(text: str, start: int, end: int) -> int:
    """Where a name begins that ends at ``end``, not before ``start``."""
    cut = start
    for match in compiled(anyof("stops_zh")).finditer(text, start, end):
        part = text.startswith(tuple(words("named_zh")), match.start())
        if match.end() <= end - 2 and not part:
            cut = match.end()
    for opening, closing in ("（）", "()"):
        opened = text.rfind(opening, cut, end)
        if opened >= 0 and closing not in text[opened:end]:
            cut = opened + 1
        closed = text.find(closing, cut, end)
        if closed >= 0 and opening not in text[cut:closed]:
            cut = closed + 1
    return cut


def _from_known(text: str, start: int, end: int, known: Known) -> int:
    """The start of a known name that only general words follow, with the town before it."""
    fillers = compiled(rf"(?:{anyof('fillers', 'tails_zh')}|[（）()])*")
    inside = [span for span in beginning(known, start + 1, end) if span.end <= end]
    first = next((span for span in inside if span.kind == "company"), None)
    led = first is not None and text[start : first.start] in words("tails_zh")  # 时代上汽
    if first and not led and fillers.fullmatch(text, first.end, end):
        towns = [one for one in inside if one.kind == "place" and one.end == first.start]
        return towns[0].start if towns else first.start
    return start


def _generic(name: str) -> bool:
    """Whether a name is made of general words only."""
    return not compiled(anyof("generic_zh", "tails_zh")).sub("", name).strip("（）()的0123456789")


def listed(reading: Reading, known: Known) -> Iterator[Place]:
    """Members of a list “A、B、C和D” of which another neighbour is a known company."""
    starts, ends = companies(known)
    towns = {one.start: one.end for one in known if one.kind == "place"}
    for match in _listed().finditer(reading.plain):
        joined = match.start() in ends or match.end() + 1 in starts
        start, end = match.span("name")
        if not joined or not _fresh(reading.plain, start, end):
            continue
        if start not in towns or not _generic(reading.plain[towns[start] : end]):
            yield start, end


@cache
def _listed() -> re.Pattern[str]:
    name = rf"[{HAN}A-Za-z·]{{1,6}}?(?:{anyof('tails_zh')})|[A-Z][A-Za-z.]{{2,20}}(?<!OS)"
    return compiled(rf"[、和与及](?P<name>{name}){_end()}")


def _fresh(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    if compiled(anyof("generic_zh")).match(name) or compiled(anyof("stops_zh")).search(name):
        return False
    return len(name) >= 3


def cued(reading: Reading, known: Known) -> Iterator[Place]:
    """Names that the words beside them make companies: “由某某领投”, “旗下的某某（Foo）”."""
    starts = {span.end: span.start for span in known if span.kind == "company"}
    for shape in shapes("cued_zh"):
        for match in shape.finditer(reading.plain):
            start = _trim(reading.plain, *match.span("name"))
            name = reading.plain[start : match.end("name")]
            if start < starts.get(match.end("name"), start):  # other words before a known name
                continue
            if not _generic(name) and not name.startswith(tuple(words("initials"))):
                yield start, match.end("name")


def bracket(reading: Reading, known: Known) -> Iterator[Place]:
    """A short name before a bracket that holds a ticker."""
    _, ends = companies(known)
    for at, _, _ in tickers.find(reading.text):
        opened = max(reading.plain.rfind(char, max(0, at - 30), at) for char in "（(")
        head = re.search(rf"[{HAN}]{{2,8}}$", reading.plain[max(0, opened - 8) : max(0, opened)])
        if not head or opened in ends or "）" in reading.plain[opened:at]:
            continue
        start = _trim(reading.plain, opened - len(head[0]), opened)
        if opened - start >= 2 and not _generic(reading.plain[start:opened]):
            yield start, opened


def ending(reading: Reading, known: Known) -> Iterator[Place]:
    """“某某科技宣布”: a name with a strong ending, set off on the left and followed by a verb."""
    _, ends = companies(known)
    for match in _endings(reading.plain):
        start, end = match.span("name")
        if end in ends:  # a known name with other words before it
            continue
        start = _trim(reading.plain, start, end)
        name = reading.plain[start:end]
        head = compiled(anyof("generic_zh", "tails_zh")).sub("", name)
        if len(head) > 1 and end - start > 3 and not words("free_before_zh").intersection(name):
            yield start, end


def _endings(text: str) -> Iterator[re.Match[str]]:
    """Names are looked for only around their endings, which are quick to find."""
    tails, names = _ending()
    for low, high in around((tail.span() for tail in tails.finditer(text)), _AROUND):
        yield from names.finditer(text, low, high)


@cache
def _ending() -> tuple[re.Pattern[str], re.Pattern[str]]:
    left = rf"(?:(?<=[，。；：、！？“（\n])|^|{anyof('free_before_zh')})"
    strong = rf"(?:{anyof('strong_tails_zh')})(?={{0}}(?:{anyof('acts_zh', 'weak_acts_zh')}))"
    weak = rf"(?:{anyof('weak_tails_zh')})(?={{0}}(?:{anyof('acts_zh')}))"
    bracket = r"(?:[（(][^（）()]{1,30}[）)])?"
    tails = f"{strong}|{weak}".replace("{0}", bracket)
    return searched(tails), re.compile(rf"{left}(?P<name>[{HAN}]{{2,4}}?(?:{tails}))")


RULES: tuple[Rule, ...] = (legal, bracket, cued, listed, ending)
