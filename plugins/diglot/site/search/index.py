"""The inverted index: which records, and which pages of companies and themes, hold a term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from diglot.authority import Registry
from diglot.model import Both
from diglot.site.catalog import Catalog
from diglot.site.search import tokens
from diglot.site.search.texts import GROUPS, grouped

Postings = defaultdict[str, list[int]]
"""Ascending numbers by term."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A company or theme that has a page."""

    kind: str
    """``company`` or ``theme``."""
    id: str
    names: Both
    texts: tuple[str, ...]
    """All its names."""
    count: int
    """Of its records."""
    line: Both
    """One line about it; may be empty."""


@dataclass(slots=True)
class Index:
    """Terms with the numbers of what holds them, and the words behind the stems."""

    postings: tuple[Postings, ...] = field(
        default_factory=lambda: tuple(defaultdict(list) for _ in range(len(GROUPS) + 1))
    )
    """Of pages, then of records for each of `texts.GROUPS`."""
    forms: set[str] = field(default_factory=set)
    """Words of the texts whose stem is not themselves."""

    def add_page(self, number: int, texts: Iterable[str]) -> None:
        """Index a page by its names; numbers must ascend."""
        self._add(0, number, texts, set())

    def add_record(self, number: int, groups: Sequence[Iterable[str]]) -> None:
        """Index a record by its texts, those of each group; numbers must ascend."""
        seen: set[str] = set()
        for place, texts in enumerate(groups, 1):
            self._add(place, number, texts, seen)

    def terms(self) -> set[str]:
        """Every term."""
        return set().union(*self.postings)

    def _add(self, place: int, number: int, texts: Iterable[str], seen: set[str]) -> None:
        terms, forms = tokens.terms(texts)
        postings = self.postings[place]
        for term in terms - seen:
            postings[term].append(number)
        seen |= terms
        self.forms |= forms


def topics(catalog: Catalog) -> tuple[Topic, ...]:
    """Companies and themes that have pages, those of most records first.

    So the best of those that are found are the ones with the lowest numbers, and the search need
    not read the others.
    """
    registry = catalog.registry
    found = (*_companies(catalog, registry), *_themes(catalog, registry))
    return tuple(sorted(found, key=lambda topic: -topic.count))


def _companies(catalog: Catalog, registry: Registry) -> Iterable[Topic]:
    for key, entries in catalog.companies.items():
        known = registry.companies[key]
        texts = (known.name.zh, known.name.en, *known.aliases)
        line = known.description or Both(zh="", en="")
        yield Topic("company", key, known.name, texts, len(entries), line)


def _themes(catalog: Catalog, registry: Registry) -> Iterable[Topic]:
    for key, entries in catalog.themes.items():
        theme = registry.themes[key]
        texts = (theme.name.zh, theme.name.en)
        line = theme.description or Both(zh="", en="")
        yield Topic("theme", key, theme.name, texts, len(entries), line)


def build(catalog: Catalog, found: Sequence[Topic]) -> Index:
    """The index of a site. Records are numbered from the oldest, so that new ones come last."""
    index = Index()
    for number, topic in enumerate(found):
        index.add_page(number, topic.texts)
    for number, entry in enumerate(reversed(catalog.entries)):
        index.add_record(number, grouped(entry, catalog.registry))
    return index
