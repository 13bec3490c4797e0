"""Lint of a translation, block by block: what it likely has wrong.

A good pair hardly ever alarms; what does can be waived in the translation's front matter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from diglot.authority import Registry
from diglot.facts.gazetteer import Gazetteer
from diglot.languages import Lang
from diglot.translation.lint import names, numbers, omission, style
from diglot.translation.lint.base import Fault, Faults, Text, read

__all__ = ["CODES", "Fault", "Linter"]

Lint = Callable[[Text, Text, Registry], Faults]

LINTS: Final[tuple[Lint, ...]] = (
    lambda source, target, _: numbers.numbers(source, target),
    lambda source, target, _: numbers.dates(source, target),
    names.names,
    lambda source, target, _: names.latin(source, target),
    lambda source, target, _: style.residue(source, target),
    lambda source, target, _: omission.length(source, target),
    lambda source, target, _: style.punctuation(source, target),
)
"""What is looked for in a pair of blocks, in this order."""

CODES: Final = (
    "translation-dates",
    "translation-length",
    "translation-names",
    "translation-numbers",
    "translation-punctuation",
    "translation-residue",
)
"""Codes of what it finds."""


class Linter:
    """Looks for faults in pairs of blocks; costs a gazetteer, then a few ms a pair."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.gazetteer = Gazetteer(registry)

    def faults(
        self,
        source: tuple[str, Lang],
        target: tuple[str, Lang],
        present: frozenset[str] = frozenset(),
    ) -> tuple[Fault, ...]:
        """What is wrong with a translated block.

        Args:
            source: Plain text of the original's block, and its language.
            target: Plain text of its translation, and its language.
            present: Ids of companies the article names: their names are no ordinary words here.
        """
        one, other = (read(*side, self.gazetteer, present) for side in (source, target))
        if any(fault.code == "translation-residue" for fault in style.residue(one, other)):
            # Words that are not translated would only be missed by the other lints too.
            return tuple(style.residue(one, other))
        return tuple(fault for lint in LINTS for fault in lint(one, other, self.registry))
