"""Labels such as “来源：” and “Published:”, and the values between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final, Literal

from diglot.facts.hints import trigger
from diglot.patterns import pattern
from diglot.text.lines import RECENT
from diglot.text.script import to_simplified
from diglot.yamlfile import data

Label = Literal["", "first", "published", "updated", "other", "source", "author", "none"]
"""What the words before a note say it is; `other` dates and `none` names are not the article's."""

_HAN: Final = re.compile("[\u3400-\u9fff]")
_RUN: Final = re.compile(r"(?<![\u3400-\u9fff\d])[\u3400-\u9fff]")
"""Where Han characters begin: a label no colon follows."""
_COLON: Final = re.compile(r"[:：](?<=[\u3400-\u9fff\s].)")
_OWN: Final = "(?<![\u3400-\u9fff:：])[\u3400-\u9fff]{1,4}$"
"""What an outlet puts before its reporters: “每经记者：”."""
_FARTHEST: Final = 12
"""Characters from the beginning of a Chinese label to its colon at most."""
_GLUE: Final = re.compile(r"\d|_|By|\?")
"""What a line must have for words to have run together."""
_SLASHES: Final = str.maketrans("╱∕⁄", "／／／")
"""Signs set in the place of a slash."""
_WORD: Final = re.compile(r"([A-Za-z](?<!\w.)[A-Za-z]{1,2})\w*")
"""A word with its first letters; all of it, so that none is looked for inside it."""

Found = tuple[int, int, Label]
"""Where a label begins and ends, and what it says."""


simplified: Final = to_simplified
"""The text in simplified characters, remembered for rules that ask again."""


@lru_cache(maxsize=RECENT)
def parted(text: str) -> tuple[tuple[Label, str], ...]:
    """A line as values with their labels; what stands before the first label has none."""
    text = unglued(text)
    found: list[tuple[Label, str]] = []
    label: Label = ""
    at = 0
    for start, end, kind in sorted(_labels(simplified(text)), key=lambda one: one[0]):
        if start < at:
            continue
        if start > at or label:
            found.append((label, tidy(text[at:start])))
        label, at = kind, end
    found.append((label, tidy(text[at:])))
    return tuple((label, words) for label, words in found if label or words) or (("", ""),)


def tidy(text: str) -> str:
    """A value without the signs that part it from what is beside it."""
    return text.strip(" \u3000\t|｜·•,，;；:：/／-–—")


def unglued(text: str) -> str:
    """The line with dates parted from the words that run into them: ``iconAug 14, 20257:30``."""
    if not text.isascii():
        text = text.translate(_SLASHES)
    return pattern("bylines", "glued").sub("\u3000", text) if _GLUE.search(text) else text


def _labels(plain: str) -> Iterator[Found]:
    """The labels of a line. They overlap; the leftmost counts, of two the one named first."""
    if _HAN.search(plain):
        yield from _chinese(plain)
        for word, kind, pattern in _bare():
            if word in plain:
                yield from ((m.start(), m.end(), kind) for m in pattern.finditer(plain))
    seen = _first_letters()
    for letters in _WORD.finditer(plain):
        if letters[1].casefold() in seen and (m := _english().match(plain, letters.start())):
            yield m.start(), m.end(), _kind(m)


def _chinese(plain: str) -> Iterator[Found]:
    """Labels a colon closes, wherever they begin; others where Han characters begin."""
    ended, open_ = _any_chinese(colon=True), _any_chinese(colon=False)
    at = 0
    for colon in _COLON.finditer(plain):
        first = max(at, colon.start() - _FARTHEST)
        at = colon.end()
        if match := ended.search(plain, first, at):
            begin = (
                re.compile(_OWN).search(plain, first, match.start())
                if trigger("office").search(match[0])
                else None
            )
            yield begin.start() if begin else match.start(), at, _kind(match)
    for run in _RUN.finditer(plain):
        if match := open_.match(plain, run.start()):
            yield match.start(), match.end(), _kind(match)


def _kind(match: re.Match[str]) -> Label:
    return (match.lastgroup or "").rstrip("_0123456789")  # type: ignore[return-value]


@cache
def _rows(*, chinese: bool) -> tuple[dict[str, Any], ...]:
    """The labels of ``data/bylines.yml`` that follow the rules of their script."""
    rows: list[dict[str, Any]] = data("bylines")["labels"]
    return tuple(
        row for row in rows if "bare" not in row and chinese == bool(_HAN.search(row["pattern"]))
    )


@cache
def _any_chinese(*, colon: bool) -> re.Pattern[str]:
    """One expression for all Chinese labels; the group that matched says of which kind it is."""
    close = r"\s*[:：]" if colon else r"(?:\s*[/／|｜丨]\s*|\s+|\s*$|(?=\d))"
    return _any(_rows(chinese=True), close)


@cache
def _english() -> re.Pattern[str]:
    """The same for English ones: a colon closes them, or they open a part of the line."""
    before = (
        r"(?:^|(?<=[|｜·•;,(\[/\d\u3000—–-])|(?<=[|｜·•;,(\[/\d\u3000—–-]\s)"
        r"|(?<=\s\s)|(?<=[\d.]\s)|(?<=(?-i:[APS]M|[A-Z]T)\s))"
    )
    parts = "|".join(
        f"(?P<{row['kind']}_{i}>(?:{row['pattern']})\\s*[:：]\\s*"
        f"|{before}(?:{row['pattern']})(?:\\s*$|\\s+(?=(?-i:[A-Z\\d\u3400-\u9fff]))))"
        for i, row in enumerate(_rows(chinese=False))
    )
    return re.compile(parts, re.IGNORECASE)


def _any(rows: tuple[dict[str, Any], ...], close: str) -> re.Pattern[str]:
    parts = (f"(?P<{row['kind']}_{i}>(?:{row['pattern']}){close})" for i, row in enumerate(rows))
    return re.compile("|".join(parts))


@cache
def _first_letters() -> frozenset[str]:
    """What English labels begin with, as far as three letters tell; a few other words besides."""
    words = {w for row in _rows(chinese=False) for w in re.findall("[a-z]{2,}", row["pattern"])}
    return frozenset(word[:3] for word in words)


@cache
def _bare() -> tuple[tuple[str, Label, re.Pattern[str]], ...]:
    """Labels nothing parts from their value, with a word they always have."""
    rows = (row for row in data("bylines")["labels"] if "bare" in row)
    return tuple((row["bare"], row["kind"], re.compile(row["pattern"])) for row in rows)
