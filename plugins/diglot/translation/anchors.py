"""What stands in a text of either language alike: numbers, months, names, Latin words, marks.

Sentences that share such anchors are likely twins (`align`). Only anchors that stand on both sides
of a pair count; one that stands in a single sentence of each side counts most.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from diglot.authority import Registry
from diglot.i18n.dates import month_names
from diglot.languages import Side, lang_of
from diglot.model import Article
from diglot.text.script import to_simplified
from diglot.translation import terms
from diglot.translation.numerals import table
from diglot.translation.quantities import quantities

Span = tuple[int, int]
Key = tuple[str, object]
"""Kind of an anchor and what it says, whatever the language."""

LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[&.+-][A-Za-z0-9]+)*")
_ZH_MONTH: Final = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月")
_ZH_NUMERAL: Final = re.compile(r"[\d两二三四五六七八九十百千万亿双半]")
_DIGITS: Final = re.compile(r"\d+")
_MARKS: Final = re.compile(r"[?!;:“「\"(？！；：（]")
_SAME: Final = str.maketrans('？！；：（「"', "?!;:(““")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the forms it has in Chinese (simplified) and in English."""

    zh: tuple[str, ...]
    en: tuple[str, ...]

    def forms(self, side: Side) -> tuple[str, ...]:
        """Those of one language."""
        return self.zh if side == "zh" else self.en


def names(article: Article, registry: Registry) -> tuple[Name, ...]:
    """Names of what a record is about, and of all themes."""
    found = []
    for seen, name in terms.names(article, registry):
        forms = {name.zh, name.en, *seen}
        latin = {form for form in forms if form.isascii()}
        zh = {to_simplified(form) for form in forms - latin}
        found.append(Name(tuple(sorted(zh)), tuple(sorted(latin))))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Shared:
    """Anchors both texts have, as bits of a number for each stretch of text."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    rare: int
    """Bits of anchors that stand once on each side."""
    often: int
    """Bits of those that stand several times."""
    weak: int
    """Bits of marks, and of numbers another language need not say."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """A text and the stretches of it that anchors are looked for in."""

    text: str
    side: Side
    spans: Sequence[Span]
    """In order, and apart."""


def shared(one: Stretches, other: Stretches, names: Sequence[Name] = ()) -> Shared:
    """The anchors of the stretches of two texts.

    Args:
        one: The source.
        other: The target.
        names: Names to look for besides.
    """
    cuts = one, other
    texts = [to_simplified(cut.text) for cut in cuts]
    places = [_grouped(_found(text, cut)) for text, cut in zip(texts, cuts, strict=True)]
    for number, name in enumerate(names):
        spots = [_spots(text, name.forms(cut.side)) for text, cut in zip(texts, cuts, strict=True)]
        if all(spots):
            for place, at in zip(places, spots, strict=True):
                place["name", number] = at
    common = [key for key in places[0] if key in places[1]]
    bits = [_bits(common, place, cut.spans) for place, cut in zip(places, cuts, strict=True)]
    rare = often = weak = 0
    for number, key in enumerate(common):
        if key[0] in ("mark", "vague"):
            weak |= 1 << number
        elif all(len(place[key]) == 1 for place in places):
            rare |= 1 << number
        else:
            often |= 1 << number
    return Shared(bits[0], bits[1], rare, often, weak)


def _grouped(found: Iterable[tuple[Key, int]]) -> dict[Key, list[int]]:
    places: dict[Key, list[int]] = defaultdict(list)
    for key, at in found:
        places[key].append(at)
    return places


def _found(text: str, cut: Stretches) -> Iterator[tuple[Key, int]]:
    """Anchors that need no list of names, with their offsets."""
    words = [(match.group(), match.start()) for match in LATIN.finditer(text)]
    for word, at in words:
        yield ("latin", word.casefold()), at
    for match in _MARKS.finditer(text):
        yield ("mark", match.group().translate(_SAME)), match.start()
    if cut.side == "zh":
        months = [(int(match[1]), match.start()) for match in _ZH_MONTH.finditer(text)]
        hints = [match.start() for match in _ZH_NUMERAL.finditer(text)]
    else:
        names = _en_months()
        months = [(names[word], at) for word, at in words if word in names]
        hints = [match.start() for match in _DIGITS.finditer(text)]
        hints += [at for word, at in words if word.casefold().partition("-")[0] in _en_numerals()]
    for month, at in months:
        yield ("month", month), at
    yield from _numbers(text, cut, hints)


def _numbers(text: str, cut: Stretches, hints: Iterable[int]) -> Iterator[tuple[Key, int]]:
    """Numbers of the stretches that have a hint of one: most have none, and reading takes time."""
    for place in sorted(set(_places(cut.spans, hints))):
        start, end = cut.spans[place]
        for one in quantities(text[start:end], lang_of(cut.side)):
            value = one.value.numerator, one.value.denominator  # hashed faster than a Fraction
            yield ("number" if one.firm else "vague", value), start + one.span[0]


@cache
def _en_numerals() -> frozenset[str]:
    """Words of English numbers; “one” is mostly an article."""
    en = table("en")
    return frozenset({*en["units"], *en["tens"], *en["scales"], "both", "half"} - {"one", "zero"})


@cache
def _en_months() -> Mapping[str, int]:
    return dict(month_names("en"))


def _spots(text: str, forms: Iterable[str]) -> list[int]:
    """Where one of these forms stands, each place once."""
    found: set[int] = set()
    for form in forms:
        at = text.find(form)
        while at >= 0:
            found.add(at)
            at = text.find(form, at + len(form))
    return sorted(found)


def _places(spans: Sequence[Span], offsets: Iterable[int]) -> Iterator[int]:
    """Positions of the stretches that offsets lie in."""
    starts = [start for start, _ in spans]
    for at in offsets:
        place = bisect_right(starts, at) - 1
        if place >= 0:
            yield place


def _bits(
    common: Sequence[Key], places: Mapping[Key, Sequence[int]], spans: Sequence[Span]
) -> tuple[int, ...]:
    """For each stretch the bits of the anchors that begin in it."""
    found = [0] * len(spans)
    for number, key in enumerate(common):
        for place in _places(spans, places[key]):
            found[place] |= 1 << number
    return tuple(found)
