"""Names in a text, and what they are called in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from diglot.authority import Company, KnownPerson, KnownPlace, Registry
from diglot.languages import Side
from diglot.model import Article, Both
from diglot.text.script import to_simplified
from diglot.translation.engines.base import Term

Kind = Literal["company", "person", "place", "theme"]


def said(article: Article) -> Iterator[tuple[Kind, str, tuple[str, ...]]]:
    """Kind and id of all a record names, with the words by which it speaks of it."""
    for company in article.companies:
        yield "company", company.id, company.as_
    for person in article.people:
        if person.id:
            yield "person", person.id, (person.name,)
    for place in article.places:
        if place.id:
            yield "place", place.id, place.as_
    for theme in article.themes:
        yield "theme", theme.id, theme.evidence


def names(article: Article, registry: Registry) -> Iterator[tuple[tuple[str, ...], Both]]:
    """Surface forms with the registered name, of all a record names and of themes."""
    known: Mapping[Kind, Mapping[str, Company | KnownPerson | KnownPlace]] = {
        "company": registry.companies,
        "person": registry.people,
        "place": registry.places,
    }
    for kind, key, forms in said(article):
        if entry := known.get(kind, {}).get(key):
            yield forms, entry.name
    for theme in registry.themes.values():
        if _is_term(theme.name):
            yield (), Both(zh=theme.name.zh, en=_inside(theme.name.en))


def _is_term(label: Both) -> bool:
    """Whether a theme's label is what texts call a thing, and not the head of a section."""
    return " " in label.en and " and " not in label.en


def _inside(label: str) -> str:
    """An English label as it reads inside a sentence."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def term_base(article: Article, registry: Registry, side: Side) -> tuple[Term, ...]:
    """Names of a record with what they become on a side, the longest first."""
    found: dict[str, str] = {}
    for forms, name in names(article, registry):
        own = (name.en if side == "zh" else name.zh,)
        for form in (*forms, *own):
            found.setdefault(form, name[side])
    terms = (Term(source, target) for source, target in found.items() if source != target)
    return tuple(sorted(terms, key=lambda term: (-len(term.source), term.source)))


def in_text(base: Sequence[Term], text: str) -> tuple[Term, ...]:
    """The terms that stand in a text as words, not counting those inside longer ones."""
    found, left = [], to_simplified(text)
    for term in base:
        form = to_simplified(term.source)
        if form in left:
            rest = re.sub(word(form), lambda match: "\0" * len(match.group()), left)
            if rest != left:
                found.append(term)
                left = rest
    return tuple(found)


def word(form: str) -> str:
    r"""The source of an expression for a form where no Latin letter or digit goes on beside one.

    Lear is not in Learn; but Lear is in 与Lear签, where `\b` sees one word.
    """
    before = r"(?<![A-Za-z0-9])" if re.match(r"[A-Za-z0-9]", form) else ""
    after = r"(?![A-Za-z0-9])" if re.search(r"[A-Za-z0-9]$", form) else ""
    return before + re.escape(form) + after
