"""Slips in the names of companies: a letter too few, too many or changed over; a wrong character.

A slip is taken for one only where the shape of a company's name stands already, the right name is
long, and one company alone has a name like it; so that many slips stay new names, for the editor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from diglot.alike import one_slip
from diglot.authority import Company
from diglot.facts.cover import cover, covers
from diglot.facts.gazetteer import Gazetteer, Span
from diglot.facts.ids import bare, sound
from diglot.facts.reading import Reading
from diglot.facts.shape_data import HAN, Place, anyof
from diglot.patterns import compiled
from diglot.text.script import to_simplified

_LEAST: Final = 6
"""Letters the right name has at least; shorter ones are too like others."""
_LEAST_CHANGED: Final = 9
"""The same for a word in which a letter stands for another: those in pinyin differ by one."""
_LEAST_HAN: Final = 4
_SHORT: Final = 2
"""Characters before the ending of a name so short that its tones must agree."""
_LETTERS: Final = re.compile("[^a-z]+")


class Slips:
    """The names of a registry that are long enough, by what a slip leaves of them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._latin: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        self._han: dict[str, set[str]] = defaultdict(set)
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for id_, company in gazetteer.companies.items():
            for form in {company.name.en, company.name.zh, *company.aliases} - {*company.ambiguous}:
                self._add(to_simplified(form), id_)

    def _add(self, form: str, id_: str) -> None:
        if form.isascii():
            name = form.casefold()
            if len(_LETTERS.sub("", name)) >= _LEAST and not re.search(r"\d", name):
                self._latin[name[0], name[-1], len(name)].append(name)
                self._bearers[name].add(id_)
        elif len(form) >= _LEAST_HAN and compiled(f"[{HAN}]+").fullmatch(form):
            self._bearers[form].add(id_)
            for gap in _gaps(form):
                self._han[gap].add(form)

    def company(self, form: str) -> str | None:
        """The one company a form is a slip for; None where it is none, or may be several's."""
        form = to_simplified(form)
        names = {*self._near(form), *self._near(bare(form))}
        found = {id_ for name in names for id_ in self._bearers[name]}
        return found.pop() if len(found) == 1 else None

    def _near(self, form: str) -> Iterator[str]:
        return self._near_latin(form.casefold()) if form.isascii() else self.near_han(form)

    def near_han(self, form: str) -> Iterator[str]:
        """Names that sound like a form in simplified characters, and differ in one of them."""
        alike = {name for gap in _gaps(form) for name in self._han.get(gap, ()) if name != form}
        return (name for name in alike if _sounds(name, form))

    def _near_latin(self, form: str) -> Iterator[str]:
        """Names one slip away: none at the first letter or the last, which tell names apart."""
        if len(form) < _LEAST - 1 or re.search(r"\d", form):
            return
        for length in (len(form) - 1, len(form), len(form) + 1):
            for name in self._latin.get((form[0], form[-1], length), ()):
                if one_slip(name, form) and not _changed(name, form):
                    yield name


def _changed(name: str, form: str) -> bool:
    """Whether a letter stands for another in a word so short that it may be another name's."""
    if len(name) != len(form) or sorted(name) == sorted(form):
        return False
    words = zip(name.split(), form.split(), strict=False)
    return any(one != other and len(one) < _LEAST_CHANGED for one, other in words)


def _sounds(name: str, form: str) -> bool:
    """Whether one character of a form is only another for the same sound; in a long one any tone.

    A general word is what it is, whatever name sounds like it.
    """
    at = next(at for at, (a, b) in enumerate(zip(name, form, strict=True)) if a != b)
    own, other = sound(name[at]), sound(form[at])
    tail = _tails().search(form)
    head = form[: tail.start()] if tail else form
    if len(head) > _SHORT:
        own, other = own.rstrip("12345"), other.rstrip("12345")
    return own == other and not compiled(anyof("generic_zh")).fullmatch(head)


def _gaps(form: str) -> Iterator[str]:
    """A form with each of its characters left out in turn."""
    return (f"{form[:at]} {form[at + 1 :]}" for at in range(len(form)))


@lru_cache(maxsize=2)
def _slips(gazetteer: Gazetteer) -> Slips:
    return Slips(gazetteer)


def meant(proposed: Mapping[str, Company], gazetteer: Gazetteer) -> dict[str, str]:
    """The registered company that is meant, by the id of a new name that is but a slip."""
    named = {id_: (one.name.zh, *one.aliases) for id_, one in proposed.items()}
    found = {
        id_: {company for form in forms if (company := _slips(gazetteer).company(form))}
        for id_, forms in named.items()
    }
    return {id_: own.pop() for id_, own in found.items() if len(own) == 1}


def han(reading: Reading, known: tuple[Span, ...], gazetteer: Gazetteer) -> Iterator[Place]:
    """Words that end like a company's name and are one but for a character."""
    slips, text = _slips(gazetteer), reading.plain
    mask = cover([(span.start, span.end) for span in known])
    for tail in _tails().finditer(text):
        for start in (tail.start() - 3, tail.start() - 2):
            if start < 0 or covers(mask, start, tail.end()):
                continue
            if any(slips.near_han(text[start : tail.end()])):
                yield start, tail.end()
                break


@cache
def _tails() -> re.Pattern[str]:
    """Ends of long names, behind two Han characters at least: names of companies have those."""
    return re.compile(rf"(?<=[{HAN}]{{2}})(?:{anyof('tails_zh')})")
