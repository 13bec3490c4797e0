"""The names of the registries found in a text: the door to ahocorasick_rs.

Hits overlap; boundaries and case are checked here, then the longest hit at each place is kept, so
that a name inside a longer name (宁德 in 宁德时代, Toyota in GAC Toyota) is no mention.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ahocorasick_rs import AhoCorasick

from diglot.authority import Company, Forms, Registry
from diglot.facts import tickers
from diglot.model import Both, Lang
from diglot.text.script import to_simplified

_HYPHENS: Final = "-‐"
Kind = Literal["company", "person", "place", "publisher"]
_MEDIA: Final = ("agency", "outlet")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A name in a text: offsets, and the ids of those who bear it."""

    start: int
    end: int
    kind: Kind
    ids: tuple[str, ...]
    doubtful: bool = False
    """Whether the name is an ordinary word too, and so wants context."""
    slight: bool = False
    """Whether it is so short that it may be two halves of words: 合创 in 联合创新."""


@dataclass(frozen=True, slots=True, order=True)
class Cue:
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


class Gazetteer:
    """Finds the names of a registry in texts. Costs some 0.2 s to make, then 1 ms a text."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._names: dict[str, list[_Name]] = defaultdict(list)
        for name in _names(registry):
            self._names[fold(name.form)].append(name)
        self._patterns = list(self._names)
        self._automaton = AhoCorasick(self._patterns, store_patterns=False)
        self.tickers = tickers.index(registry)
        self._cues = _cues(registry)
        self._cue_words = list(self._cues)
        self._cue_automaton = AhoCorasick(self._cue_words, store_patterns=False)

    def mentions(self, text: str, lang: Lang) -> tuple[Span, ...]:
        """The names in a text, not overlapping, in order."""
        plain = fold(text)
        hits = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        found: list[Span] = []
        for index, start, end in hits:
            if not _bounded(text, start, end):
                continue
            found += self._spans(self._names[self._patterns[index]], text, start, end)
        return longest(found)

    def cues(self, text: str) -> tuple[Cue, ...]:
        """Words that signal themes, in order; a word may signal several."""
        plain, words = fold(text), self._cue_words
        found: list[Cue] = []
        hits = self._cue_automaton.find_matches_as_indexes(plain, overlapping=True)
        for index, start, end in hits:
            if _whole(plain, start, end):
                found += [Cue(start, end, *theme) for theme in self._cues[words[index]]]
        return tuple(sorted(found))

    def forms(self) -> frozenset[str]:
        """All surface forms of all registries."""
        return frozenset(name.form for names in self._names.values() for name in names)

    def _spans(self, names: list[_Name], text: str, start: int, end: int) -> Iterator[Span]:
        form = to_simplified(text[start:end])
        fits = [name for name in names if _same_case(name, form)]
        for kind in ("company", "person", "place", "publisher"):
            own = [name for name in fits if name.kind == kind]
            if own:
                ids = tuple(dict.fromkeys(name.id for name in own))
                doubtful = all(name.doubtful for name in own)
                yield Span(start, end, kind, ids, doubtful, all(name.slight for name in own))


def fold(text: str) -> str:
    """Simplified characters and small letters, character by character (same length)."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return to_simplified(lowered)


def longest(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The longest of spans that overlap; of equals companies, then people, then places."""
    rank = {"company": 0, "person": 1, "place": 2, "publisher": 3}
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start, rank[s.kind])):
        if not taken.intersection(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return tuple(sorted(kept))


def _names(registry: Registry) -> Iterator[_Name]:
    for id_, company in registry.companies.items():
        # What media print is not what they do: their names are credits, as in the glossary.
        kind: Kind = "publisher" if company.kind in _MEDIA else "company"
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


def _latin(char: str) -> bool:
    return char.isalnum() and not "\u2e80" <= char <= "\u9fff" and not char >= "\uf900"


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a Latin name stands as a word of its own: BMW in SAIC-BMW or BMW2 does not."""
    before, after, beyond = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    glued = _latin(before) if before else False
    glued = glued or (before != "" and before in _HYPHENS and _capital_word(text, start - 1))
    if before and glued and _latin(text[start]):
        return False
    if after and _latin(text[end - 1]):
        if _latin(after) or (after in _HYPHENS and (beyond.isupper() or beyond.isdigit())):
            return False
        # Pony in Pony.ai
        return not (after == "." and beyond.islower() and _latin(beyond))
    return True


def _capital_word(text: str, hyphen: int) -> bool:
    """Whether the word before a hyphen is a name (SAIC-BMW), not a prefix (non-Tesla)."""
    start = hyphen
    while start and _latin(text[start - 1]):
        start -= 1
    return text[start : start + 1].isupper()


def _same_case(name: _Name, form: str) -> bool:
    if name.form.isupper() and form.endswith("s"):  # NEVs are cars, NEVS is a company
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


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a Latin cue is whole words, but for the s of a plural."""
    if start and _latin(text[start]) and _latin(text[start - 1]):
        return False
    after = text[end : end + 1]
    return not after or not _latin(text[end - 1]) or not _latin(after) or after == "s"
