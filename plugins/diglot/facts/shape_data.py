"""Words and patterns of `data/company_shapes.yml`, and the types of the rules that use them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from diglot.facts.gazetteer import Span
from diglot.facts.reading import Reading
from diglot.patterns import alternatives, searched
from diglot.yamlfile import data

HAN: Final = r"\u3400-\u9fff"
_CLASSES: Final = {"HAN": f"[{HAN}]", "LATIN": r"[A-Z][A-Za-z]{3,}(?:[ .-][A-Z][A-Za-z]+)*"}
_MACRO: Final = re.compile(r"\{([A-Za-z]\w+)\}")
Place = tuple[int, int]
Known = tuple[Span, ...]
Rule = Callable[[Reading, Known], Iterator[Place]]


@cache
def words(key: str) -> frozenset[str]:
    """A list of words of the data."""
    return frozenset(data("company_shapes")[key])


@cache
def anyof(*keys: str) -> str:
    """A pattern of the words of some lists, the longest first."""
    return alternatives(set().union(*(words(key) for key in keys)))


@cache
def patterns(key: str) -> str:
    """A pattern of some patterns of the data."""
    return "|".join(entry["pattern"] for entry in data("company_shapes")[key])


@cache
def shapes(key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of the data whose macros stand for classes of letters and lists of words."""
    return tuple(searched(filled(entry["shape"])) for entry in data("company_shapes")[key])


def filled(shape: str) -> str:
    """A pattern with what its macros stand for."""
    return _MACRO.sub(lambda macro: _CLASSES.get(macro[1]) or anyof(macro[1]), shape)


def companies(known: Known) -> tuple[frozenset[int], frozenset[int]]:
    """Where known companies start and end."""
    own = [span for span in known if span.kind == "company"]
    return frozenset(one.start for one in own), frozenset(one.end for one in own)
