"""The names of the registries found in a text.

Hits overlap; boundaries and case are checked here, then the longest hit at each place is kept, so
that a name inside a longer name (宁德 in 宁德时代, Toyota in GAC Toyota) is no mention.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, Literal, NamedTuple, TypeVar

from diglot.authority import MEDIA, Company, Forms, Registry
from diglot.facts import boundaries, tickers
from diglot.facts.reading import lowered
from diglot.languages import Lang
from diglot.model import Both
from diglot.text.automaton import AhoCorasick
from diglot.text.script import to_simplified

_SHORT: Final = 2
"""Characters of a name that may be two halves of words."""
Kind = Literal["company", "person", "place", "publisher"]
_RANKS: Final[dict[Kind, int]] = {"company": 0, "person": 1, "place": 2, "publisher": 3}
"""Of names of one length at one place the first kind is meant."""


class Span(NamedTuple):
    """A name in a text: offsets, and the ids of those who bear it.

    Texts have many of them: a tuple is made and compared several times as fast as a dataclass.
    """

    start: int
    end: int
    kind: Kind
    ids: tuple[str, ...]
    doubtful: bool = False
    """Whether the name is an ordinary word too, and so wants context."""
    slight: bool = False
    """Whether it is so short that it may be two halves of words: 合创 in 联合创新."""


class Cue(NamedTuple):
    """A word that signals a theme."""

    start: int
    end: int
    theme: str
    strong: bool


@dataclass(frozen=True, slots=True)
class _Name:
    form: str
    kind: Kind
    id: str
    doubtful: bool
    slight: bool = False

    @property
    def exact(self) -> bool:
        """Short capitals (LI, MG), small initials (smart) and ordinary words stand as written."""
        letters = [char for char in self.form if char.isalpha()]
        short = len(letters) <= 3 and self.form.isupper()
        return short or self.doubtful or self.form[:1].islower()


_Bearer = tuple[int, Kind, tuple[str, ...], bool, bool]
"""Rank of the kind, and what a span says of those who bear a name."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One folded form, and who bears it; where letters have cases, by the way it is written."""

    names: tuple[_Name, ...]
    latin: bool
    plain: tuple[_Bearer, ...]
    """Who bears it, for forms without letters that have cases."""
    written: dict[str, tuple[_Bearer, ...]]
    """Who bears it as written: fills itself as spellings come up."""

    def bearers(self, text: str) -> tuple[_Bearer, ...]:
        """Those who bear the form as it is written here."""
        if not self.latin:
            return self.plain
        if text not in self.written:
            form = to_simplified(text)
            fits = [name for name in self.names if _same_case(name, form)]
            self.written[text] = tuple(_bearers(fits))
        return self.written[text]


def _form(names: list[_Name]) -> _Form:
    latin = any(boundaries.latin(char) for name in names for char in name.form)
    return _Form(tuple(names), latin, () if latin else tuple(_bearers(names)), {})


def _bearers(names: list[_Name]) -> Iterator[_Bearer]:
    for kind, rank in _RANKS.items():
        own = [name for name in names if name.kind == kind]
        if own:
            ids = tuple(dict.fromkeys(name.id for name in own))
            doubtful, slight = all(n.doubtful for n in own), all(n.slight for n in own)
            yield rank, kind, ids, doubtful, slight


class Gazetteer:
    """Finds the names of a registry in texts. Costs some 0.2 s to make, then 1 ms a text."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.companies = dict(registry.companies)
        names: dict[str, list[_Name]] = defaultdict(list)
        for name in _names(registry):
            names[fold(name.form)].append(name)
        self._forms = [_form(own) for own in names.values()]
        self._automaton = AhoCorasick(list(names), store_patterns=False)
        self.tickers = tickers.index(registry)
        self._kinds = {fold(name.form): name.kind for name in _names(registry)}
        self._cues = _cues(registry)
        self._cue_words = list(self._cues)
        self._cue_automaton = AhoCorasick(self._cue_words, store_patterns=False)

    def mentions(self, text: str, lang: Lang) -> tuple[Span, ...]:
        """The names in a text, not overlapping, in order."""
        plain = fold(text)
        hits = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        found: list[tuple[int, int, _Bearer]] = []
        for index, start, end in hits:
            form = self._forms[index]
            if form.latin:
                whole = boundaries.bounded(text, start, end)
            else:
                whole = end - start > _SHORT or not (
                    boundaries.halved(plain, start, end) or boundaries.in_person(plain, start, end)
                )
            if whole:
                for one in form.bearers(text[start:end]):
                    found.append((start - end, start, one))
        kept = _apart(found)
        return tuple(Span(at, at - size, *who[1:]) for size, at, who in kept)

    def cues(self, text: str) -> tuple[Cue, ...]:
        """Words that signal themes, in order; a word may signal several."""
        plain, words, themes = fold(text), self._cue_words, self._cues
        found: list[Cue] = []
        hits = self._cue_automaton.find_matches_as_indexes(plain, overlapping=True)
        for index, start, end in hits:
            if boundaries.whole(plain, start, end):
                for theme, strong in themes[words[index]]:
                    found.append(Cue(start, end, theme, strong))
        return tuple(sorted(found))

    def kind(self, name: str) -> Kind | None:
        """What a name by itself is the name of."""
        return self._kinds.get(fold(name))

    def forms(self) -> frozenset[str]:
        """All surface forms of all registries."""
        return frozenset(name.form for form in self._forms for name in form.names)


@lru_cache(maxsize=8)
def fold(text: str) -> str:
    """Simplified characters and small letters, character by character (same length).

    Kept: names and cues are looked for in the same texts, whose simplified characters are known.
    """
    return lowered(to_simplified(text))


def longest(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The longest of spans that overlap; of equals companies, then people, then places."""
    found = [(s.start - s.end, s.start, _RANKS[s.kind], n, s) for n, s in enumerate(spans)]
    return tuple(one[-1] for one in _apart(found))


_Placed = TypeVar("_Placed", bound=tuple[Any, ...])


def _apart(found: list[_Placed]) -> list[_Placed]:
    """The best that do not overlap, in order of place; each begins with −length and start."""
    kept: list[_Placed] = []
    taken = bytearray(max((one[1] - one[0] for one in found), default=0))
    for one in sorted(found):
        start, end = one[1], one[1] - one[0]
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(one)
    return sorted(kept, key=itemgetter(1))


def _names(registry: Registry) -> Iterator[_Name]:
    for id_, company in registry.companies.items():
        # What media print is not what they do: their names are credits, as in the glossary.
        kind: Kind = "publisher" if company.kind in MEDIA else "company"
        doubtful = set(company.ambiguous)
        for form in dict.fromkeys([*_forms(company.name, company.aliases), *company.ambiguous]):
            slight = len(form) <= 3 and (
                form.isupper() if form.isascii() else _slight(form, company)
            )
            yield _Name(to_simplified(form), kind, id_, form in doubtful, slight)
    for id_, person in registry.people.items():
        yield from _sure("person", id_, _forms(person.name, person.aliases))
    for id_, place in registry.places.items():
        yield from _sure("place", id_, _forms(place.name, place.aliases))
    for id_, outlet in registry.publishers.items():
        yield from _sure("publisher", id_, _forms(outlet.name, outlet.aliases))


def _slight(form: str, company: Company) -> bool:
    return len(form) == 2 and form != company.name.zh


def _sure(kind: Kind, id_: str, forms: Iterable[str]) -> Iterator[_Name]:
    return (_Name(to_simplified(form), kind, id_, False) for form in dict.fromkeys(forms))


def _forms(name: Both, aliases: Forms) -> Iterator[str]:
    return (form.strip() for form in (name.en, name.zh, *aliases) if len(form.strip()) > 1)


def _same_case(name: _Name, form: str) -> bool:
    if name.form.isupper() and form.endswith("s"):  # NEVs are products, NEVS is a company
        return False
    if name.exact:
        return form == name.form or (len(form) > 4 and form == name.form.title())
    return form[:1].isupper() == name.form[:1].isupper()


def _cues(registry: Registry) -> dict[str, list[tuple[str, bool]]]:
    """Cue words, folded, with the themes they signal."""
    out: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for id_, theme in registry.themes.items():
        for words, strong in ((theme.cues, True), (theme.weak, False)):
            for word in words:
                out[fold(word)].append((id_, strong))
    return out
