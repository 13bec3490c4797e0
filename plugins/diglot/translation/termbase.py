"""The registry as a zh–en glossary, each term with a sentence pair that shows it in use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from diglot.authority import MEDIA, Forms, Registry
from diglot.languages import SIDES, Lang, Side, other
from diglot.markdown import Node
from diglot.model import Both
from diglot.text.segment import sentences
from diglot.translation.align import beads
from diglot.translation.terms import Kind, said, word
from diglot.translation.units import Paired

_TRIES: Final = 5
"""Records looked through for the examples of a term."""


class Texts(Paired, Protocol):
    """A record with both its texts."""

    @property
    def slug(self) -> str:
        """Its name."""

    def plain(self, side: Side) -> Sequence[Node]:
        """Blocks of a side."""

    def lang(self, side: Side) -> Lang:
        """Language of a side."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and its twin; several where they are translated together."""

    slug: str
    text: Both
    block: int
    """1-based block of the record."""


@dataclass(frozen=True, slots=True)
class Term:
    """A name in both languages."""

    id: str
    kind: Kind
    name: Both
    aliases: Forms
    example: Example | None


def term_base(registry: Registry, records: Sequence[Texts]) -> tuple[Term, ...]:
    """All names of the registry; those the records use have an example where there is one."""
    using, pairs = _using(records), dict[str, list[Example]]()
    found = []
    for kind, key, name, aliases in _names(registry):
        seen: list[tuple[Example, Side, Sequence[str]]] = []
        for record, forms in using.get((kind, key), ())[:_TRIES]:
            if record.slug not in pairs:
                pairs[record.slug] = list(_sentence_pairs(record))
            seen += [(one, record.side, forms) for one in pairs[record.slug]]
        found.append(Term(key, kind, name, aliases, _best(seen, name, aliases)))
    return tuple(found)


_Use = tuple[Texts, Sequence[str]]
"""A record with the words by which it speaks of a thing."""


def _using(records: Sequence[Texts]) -> dict[tuple[Kind, str], list[_Use]]:
    """Records by what they name."""
    found: dict[tuple[Kind, str], list[_Use]] = {}
    for record in records:
        for kind, key, forms in said(record.article):
            found.setdefault((kind, key), []).append((record, forms))
    return found


def _names(registry: Registry) -> Iterator[tuple[Kind, str, Both, Forms]]:
    for key, company in registry.companies.items():
        if company.kind not in MEDIA:
            yield "company", key, company.name, company.aliases
    for key, person in registry.people.items():
        yield "person", key, person.name, person.aliases
    for key, place in registry.places.items():
        yield "place", key, place.name, place.aliases
    for key, theme in registry.themes.items():
        yield "theme", key, theme.name, Forms()


def _sentence_pairs(record: Texts) -> Iterator[Example]:
    side, far = record.side, other(record.side)
    for pair in record.pairs:
        if pair.target is None or pair.joined or pair.state in ("missing", "stale"):
            continue
        own = record.plain(side)[pair.source]
        twin = record.plain(far)[pair.target]
        if own.kind == "paragraph" == twin.kind:
            left = sentences(own.plain, record.lang(side))
            right = sentences(twin.plain, record.lang(far))
            for bead in beads(own.plain, left, twin.plain, right):
                if bead.source and bead.target:
                    ours = own.plain[bead.source[0][0] : bead.source[-1][1]].strip()
                    theirs = twin.plain[bead.target[0][0] : bead.target[-1][1]].strip()
                    yield Example(record.slug, Both(**{side: ours, far: theirs}), pair.source + 1)


def _best(
    seen: Sequence[tuple[Example, Side, Sequence[str]]], name: Both, aliases: Forms
) -> Example | None:
    """The shortest pair with the usual name on both sides; else any name; else the words."""
    usual = {side: (name[side],) for side in SIDES}
    every = {"zh": (name.zh, *aliases.zh), "en": (name.en, *aliases.en)}
    ranked = sorted(seen, key=lambda one: len(one[0].text.zh) + len(one[0].text.en) / 3)
    for forms in (usual, every):
        for one, _, _ in ranked:
            if all(any(_stands(form, one.text[side]) for form in forms[side]) for side in SIDES):
                return one
    found = (one for one, side, words in ranked if any(_stands(w, one.text[side]) for w in words))
    return next(found, None)


def _stands(form: str, text: str) -> bool:
    return form in text and re.search(word(form), text) is not None
