"""Names that come out of a local model as the registry has them.

A neural model has no glossary. So each sentence is said in several ways, until one comes back with
every name as it must be:

- *plain*, which reads best, and often has the names right by itself;
- *named*, the target's names put into the source: models into English copy Latin words as a rule,
  but models of English texts do not know Chinese characters, so into Chinese this comes last;
- *marked*, codes of capitals and a digit (``QX1``) in place of the names: models copy such codes,
  their pieces are in every vocabulary, and what becomes of them (``qx 1``, ``QX１``) can be read.

If no way brings back all names, the one with the most of them is taken; a code is never left over.
The lint of translations then says which name is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Final

from diglot.languages import Side
from diglot.text.script import to_simplified
from diglot.translation.engines.base import Glossary, Term
from diglot.translation.terms import word

Say = Callable[[Sequence[str]], Sequence[str]]
"""The model: one answer for each sentence."""

_CODE: Final = "QX"
_WRITTEN: Final = re.compile(r"(?<![A-Za-z])Q ?X ?(\d+)(?!\d)", re.IGNORECASE)
_WIDE: Final = {
    code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()
}
"""Full-width letters and digits."""
_ORDER: Final[dict[Side, tuple[str, ...]]] = {
    "en": ("plain", "named", "marked"),
    "zh": ("plain", "marked", "named"),
}


@dataclass(slots=True)
class _Work:
    """A sentence on its way through the model."""

    text: str
    terms: Sequence[Term]
    """Those that stand in it, in their order there."""
    best: str = ""
    names: int = -1
    """How many of the names `best` has."""
    done: bool = field(default=False)

    @property
    def targets(self) -> Sequence[str]:
        """The names it must have."""
        return tuple(dict.fromkeys(term.target for term in self.terms))

    def hear(self, answer: str) -> None:
        """Keep an answer if it is the best so far."""
        if answer.strip() and (names := sum(map(_within(answer), self.targets))) > self.names:
            self.best, self.names = answer, names
            self.done = names == len(self.targets)


def translate(sentences: Sequence[str], terms: Glossary, target: Side, say: Say) -> list[str]:
    """The sentences by a model, with names as they must be wherever a way to it was found.

    Args:
        sentences: To be translated; Chinese ones in simplified characters.
        terms: Names that may stand in them.
        target: The language to translate into.
        say: The model.
    """
    spot = _spotter(terms)
    work = [_Work(text, _found(spot, text)) for text in sentences]
    for way in _ORDER[target]:
        todo = [one for one in work if not one.done and (one.terms or way == "plain")]
        if way == "marked":
            todo = [one for one in todo if not _WRITTEN.search(one.text)]
        if todo:
            answers = say([_put(spot, one, way) for one in todo])
            for one, answer in zip(todo, answers, strict=True):
                one.hear(_read(answer, one.targets) if way == "marked" else answer)
    return [one.best for one in work]


@dataclass(frozen=True, slots=True)
class _Spotter:
    pattern: re.Pattern[str] | None
    terms: dict[str, Term]


def _spotter(terms: Glossary) -> _Spotter:
    """Finds terms, the longest first; Latin ones only as whole words."""
    known = {to_simplified(term.source): term for term in reversed(terms)}
    forms = sorted(known, key=len, reverse=True)
    return _Spotter(re.compile("|".join(map(word, forms))) if forms else None, known)


def _found(spot: _Spotter, text: str) -> tuple[Term, ...]:
    matches = spot.pattern.finditer(text) if spot.pattern else ()
    return tuple(spot.terms[match.group()] for match in matches)


def _put(spot: _Spotter, work: _Work, way: str) -> str:
    """A sentence as the model is to see it."""
    if way == "plain" or spot.pattern is None:
        return work.text
    parts, at = [""], 0
    for match in spot.pattern.finditer(work.text):
        name = spot.terms[match.group()].target
        said = name if way == "named" else f"{_CODE}{work.targets.index(name) + 1}"
        parts += [work.text[at : match.start()], said]
        at = match.end()
    return reduce(_beside, (*parts, work.text[at:]))


def _beside(before: str, after: str) -> str:
    """Two stretches, with a space where Latin words would run together."""
    run_on = re.search(r"[A-Za-z0-9]$", before) and re.match(r"[A-Za-z0-9]", after)
    return f"{before} {after}" if run_on else before + after


def _read(answer: str, targets: Sequence[str]) -> str:
    """An answer with the names in place of their codes; empty if there is a code nobody gave."""
    answer = answer.translate(_WIDE)
    numbers = [int(match[1]) for match in _WRITTEN.finditer(answer)]
    if any(not 1 <= number <= len(targets) for number in numbers):
        return ""
    return _WRITTEN.sub(lambda match: targets[int(match[1]) - 1], answer)


def _within(answer: str) -> Callable[[str], bool]:
    return lambda name: _as_said(name).search(answer) is not None


def _as_said(name: str) -> re.Pattern[str]:
    """A name; what is no proper name may begin a sentence or be a plural."""
    if name.isascii() and name.islower():
        return re.compile(rf"(?<![a-z]){re.escape(name)}(?:e?s)?(?![a-z])", re.IGNORECASE)
    return re.compile(word(name))
