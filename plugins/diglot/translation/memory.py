"""The translation memory: what the records of the project already say in both languages.

A segment is recalled if it stands as a whole in a record; else if each of its sentences does; else
if it, or each of its sentences, differs from one that does only in numbers, months and registered
names, which are then put in place (`adapting`). What people wrote or reviewed goes before what
machines wrote. Whatever is recalled counts as machine-made: nobody has read it where it stands now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from diglot.authority import Registry
from diglot.languages import Lang, side_of
from diglot.markdown import collapse
from diglot.records.content import Content
from diglot.records.store import Record
from diglot.text.script import to_simplified
from diglot.text.segment import sentences
from diglot.translation import known
from diglot.translation.adapting import Adapter
from diglot.translation.known import Known
from diglot.translation.twins import twins

_LIKE: Final = 60
"""Likeness (0 to 100) from which on a text is tried for repair, or is worth showing as a hint."""
_TRIED: Final = 8
"""The most alike that are tried."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A text like the one asked for, with its translation."""

    source: str
    target: str
    likeness: float
    """0 to 100, by edit distance."""


@dataclass(frozen=True)  # no slots: what is looked up is worked out once, when it is first asked
class Memory:
    """Known translations."""

    records: Sequence[Record]
    """Where they stand."""
    registry: Registry

    @classmethod
    def of(cls, content: Content) -> Memory:
        """The memory of a project."""
        return cls(content.records, content.registry)

    @cached_property
    def known(self) -> Sequence[Known]:
        """All of them, in both directions."""
        found = [one for record in self.records for one in known.of(record)]
        return (*found, *(one.turned() for one in found))

    def recall(self, text: str, source: Lang, target: Lang) -> str | None:
        """The translation of a segment; None if nobody knows one."""
        way = self._way(source, target)
        if (whole := way.exact(text)) is not None:
            return whole
        parts = [text[start:end] for start, end in sentences(text, source)]
        return (
            _joined([way.sentence(part) for part in parts], target)
            or way.repaired(text)
            or _joined([way.sentence(part) or way.repaired(part) for part in parts], target)
        )

    def hints(self, text: str, source: Lang, target: Lang, limit: int = 3) -> tuple[Hint, ...]:
        """Texts most like this one with their translations, the most alike first."""
        return tuple(self._way(source, target).like(text, limit))

    def _way(self, source: Lang, target: Lang) -> _Way:
        key = side_of(source), target
        if key not in self._ways:
            fits = [
                one
                for one in self.known
                if side_of(one.source_lang) == key[0]
                and side_of(one.target_lang) == side_of(target)
            ]
            self._ways[key] = _Way(source, target, fits, self._adapter)
        return self._ways[key]

    @cached_property
    def _ways(self) -> dict[tuple[str, Lang], _Way]:
        return {}

    @cached_property
    def _adapter(self) -> Adapter:
        return Adapter(self.registry)


def _joined(parts: Sequence[str | None], target: Lang) -> str | None:
    """Sentences as one text; None if one is not known."""
    found = [part for part in parts if part]
    gap = " " if target == "en" else ""
    return gap.join(found) if found and len(found) == len(parts) else None


@dataclass(frozen=True)  # no slots: see `Memory`
class _Way:
    """What is known from one language into the other."""

    source: Lang
    target: Lang
    known: Sequence[Known]
    adapter: Adapter

    def exact(self, text: str) -> str | None:
        """The translation of a text that stands as a whole in a record."""
        found = self._whole.get(_key(text))
        return found.into(self.target) if found else None

    def sentence(self, text: str) -> str | None:
        """The translation of a sentence."""
        if (whole := self.exact(text)) is not None:
            return whole
        twins = (self._twin(one, _key(text)) for one in self._holding.get(_key(text), ()))
        found = next((twin for twin in twins if twin), None)
        return found.into(self.target) if found else None

    def repaired(self, text: str) -> str | None:
        """The translation of a text that differs in numbers, months and names alone."""
        for hint in self.like(text, _TRIED):
            done = self.adapter.adapt(text, (hint.source, self.source), (hint.target, self.target))
            if done is not None:
                return done
        return None

    def like(self, text: str, limit: int) -> Iterator[Hint]:
        """What is most like a text."""
        key = _key(text)
        keys = self._keys
        for found, likeness, _ in process.extract(
            key, keys, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=limit
        ):
            one = self._whole.get(found)
            if one is None:
                one = next(
                    (twin for k in self._holding[found] if (twin := self._twin(k, found))), None
                )
            if one is not None:
                yield Hint(one.source, one.into(self.target), likeness)

    @cached_property
    def _whole(self) -> Mapping[str, Known]:
        """The best translation of each whole text."""
        found: dict[str, Known] = {}
        for one in sorted(self.known, key=lambda one: -one.worth):
            found.setdefault(_key(one.source), one)
        return found

    @cached_property
    def _holding(self) -> Mapping[str, Sequence[Known]]:
        """The texts of several sentences each sentence stands in, the best first."""
        found: dict[str, list[Known]] = defaultdict(list)
        for one in sorted(self.known, key=lambda one: -one.worth):
            spans = sentences(one.source, one.source_lang)
            for start, end in spans if one.is_prose else ():
                found[_key(one.source[start:end])].append(one)
        return found

    @cached_property
    def _keys(self) -> Sequence[str]:
        return tuple(dict.fromkeys((*self._whole, *self._holding)))

    def _twin(self, one: Known, key: str) -> Known | None:
        """The sentence of a text that has this key, where a single one translates it."""
        return self._twins(one).get(key)

    def _twins(self, one: Known) -> Mapping[str, Known]:
        if one not in self._aligned:
            self._aligned[one] = {_key(twin.source): twin for twin in _sentences(one)}
        return self._aligned[one]

    @cached_property
    def _aligned(self) -> dict[Known, Mapping[str, Known]]:
        return {}


def _sentences(one: Known) -> Iterator[Known]:
    """The sentences of a text that one sentence translates."""
    for own, far in twins((one.source, one.source_lang), (one.target, one.target_lang)):
        yield one.part(own, far)


def _key(text: str) -> str:
    return to_simplified(collapse(text))
