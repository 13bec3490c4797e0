"""A block as the lint reads it, and what the lint gives back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from diglot.facts.context import settled
from diglot.facts.dates import Expression, scan
from diglot.facts.gazetteer import Gazetteer, Span
from diglot.facts.reading import read_line
from diglot.languages import Lang, Side, side_of
from diglot.problems import Message, tell
from diglot.text.script import to_simplified
from diglot.translation import lexicon
from diglot.translation.lexicon import Word
from diglot.translation.quantities import Quantity, quantities


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a translated block likely has wrong."""

    code: str
    what: Message
    mend: Message


Faults = Iterator[Fault]

SIDES: Final = {"translation": tell("translation"), "original": tell("original")}
"""What a side of a pair is called in messages."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One side of a pair of blocks; itself only, so that what follows from it can be kept."""

    text: str
    plain: str
    """In simplified characters, of the same length."""
    lang: Lang
    names: tuple[Span, ...]
    """Companies, people and places; of names that are ordinary words too, those meant here."""
    possible: tuple[Span, ...]
    """All that may be names."""
    dates: tuple[Expression, ...]
    numbers: tuple[Quantity, ...]
    """Also those inside dates."""
    words: tuple[Word, ...]
    """Those the lexicon has."""

    @property
    def side(self) -> Side:
        """The site language of the text."""
        return side_of(self.lang)


def read(text: str, lang: Lang, gazetteer: Gazetteer, present: frozenset[str]) -> Text:
    """A block's text with what counts in it.

    Args:
        text: Plain text of the block.
        lang: Its language.
        gazetteer: Names to look for.
        present: Ids of companies the article is known to name.
    """
    reading, plain = read_line(text, lang), to_simplified(text)
    numbers = quantities(text, lang)
    spans = [span for span in gazetteer.mentions(text, lang) if not _inside(span, numbers)]
    meant = settled(reading, tuple(spans), present)
    return Text(
        text,
        plain,
        lang,
        tuple(span for span in meant if span.kind != "publisher"),
        tuple(spans),
        scan(plain, reading.side),
        numbers,
        tuple(lexicon.words(plain, reading.side)),
    )


def _inside(span: Span, numbers: tuple[Quantity, ...]) -> bool:
    """Whether a seeming name begins in a number: 亿欧 in 24亿欧元."""
    return any(one.span[0] < span.start < one.span[1] for one in numbers)
