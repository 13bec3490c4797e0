"""Companies that a text names only inside the names of their models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from diglot.authority import Company
from diglot.facts.reading import Reading
from diglot.patterns import pattern
from diglot.yamlfile import data


class Mention(Protocol):
    """A company at its place."""

    @property
    def end(self) -> int:
        """Offset behind it."""

    @property
    def id(self) -> str:
        """Id of the company."""


def only(found: Mapping[Reading, Iterable[Mention]], companies: Mapping[str, Company]) -> set[str]:
    """Ids of those that stand nowhere but there (荣威RX5, a make's Foo)."""
    inside: dict[str, bool] = {}
    for reading, names in found.items():
        for one in names:
            make = companies[one.id].kind == "make"
            inside[one.id] = inside.get(one.id, True) and _model(reading, one.end, make)
    return {id_ for id_, every in inside.items() if every}


def _model(reading: Reading, end: int, make: bool) -> bool:
    """Whether a model's code stands behind a name, or behind a make any name of its own."""
    code, name = (pattern("company_shapes", key) for key in ("model_code", "model_name"))
    at = end + reading.text[end : end + 1].isspace()
    if not (code.match(reading.text, at) or (make and name.match(reading.text, end))):
        return False
    return not reading.text.endswith(_legal(), 0, end)  # “Foo Motor Co FOO” is a ticker


@cache
def _legal() -> tuple[str, ...]:
    """Legal forms behind a name."""
    return tuple(f" {form}" for form in data("company_shapes")["legal"])
