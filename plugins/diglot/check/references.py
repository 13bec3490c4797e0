"""Ids that lead nowhere, or may lead to the wrong place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

from diglot import alike
from diglot.authority import Registry
from diglot.check.problem import Problems, at, of_registry
from diglot.facts.gazetteer import fold
from diglot.model import Mention
from diglot.problems import Message, listed, tell
from diglot.records.content import Content
from diglot.records.store import Record
from diglot.yamlfile import Path

_ALIKE: Final = 0.75
"""Likeness from which another name may be meant: one slip in four letters."""


def company_unknown(content: Content) -> Problems:
    """A company id without a file in ``content/companies/``."""
    known = content.registry.companies
    for record in content.records:
        for path, key in _company_ids(record):
            if key not in known:
                what = tell("unknown company “%(key)s”", key=key)
                yield at(record, path, what, _mend("companies", key, suggested(key, known)))


def _mend(folder: str, key: str, near: str | None) -> Message:
    """How to mend an unknown id."""
    if near:
        return tell(
            "did you mean “%(near)s”? Else add content/%(folder)s/%(key)s.yml",
            near=near,
            folder=folder,
            key=key,
        )
    return tell("add content/%(folder)s/%(key)s.yml or correct the id", folder=folder, key=key)


def suggested(key: str, known: Mapping[str, Any]) -> str | None:
    """The id a wrong one may stand for: by the name it is, or else by its letters."""
    names: dict[str, str] = {}
    for id_, entry in known.items():
        more = (*getattr(entry, "aliases", ()), *getattr(entry, "former_ids", ()))
        names |= dict.fromkeys((*more, entry.name.en, entry.name.zh, id_), id_)
    folded = {fold(name): id_ for name, id_ in names.items()}
    if sure := names.get(key) or folded.get(fold(key)):
        return sure
    # An id is a name in small letters with hyphens; both are tried.
    found = alike.near(key, known, _ALIKE) or alike.near(re.sub(r"[-_]+", " ", key), names, _ALIKE)
    return names[found[0]] if found else None


def company_ambiguous(content: Content) -> Problems:
    """A company the text names only by what may be another company's name."""
    for record in content.records:
        for i, mention in enumerate(record.article.companies):
            others = _also(content, mention)
            if others and mention.basis != "editor":
                what = tell(
                    "“%(form)s” may also be %(others)s",
                    form=mention.as_[0],
                    others=listed(others),
                )
                mend = tell("look which one is meant; if it is this one, write “basis: editor”")
                yield at(record, ("companies", i, "as", 0), what, mend)


def _also(content: Content, mention: Mention) -> list[str]:
    """Other companies that bear each of the names a text uses for one."""
    if not mention.as_ or mention.id not in content.registry.companies:
        return []
    bearers = _bearers(content.registry)
    sets = [bearers.get(fold(form), frozenset()) for form in mention.as_]
    return sorted(frozenset.intersection(*sets) - {mention.id})


@of_registry
def _bearers(registry: Registry) -> Mapping[str, frozenset[str]]:
    """Companies by the names they share with others."""
    found = defaultdict[str, set[str]](set)
    for id_, company in registry.companies.items():
        for form in (company.name.zh, company.name.en, *company.aliases):
            found[fold(form)].add(id_)
    return {form: frozenset(ids) for form, ids in found.items() if len(ids) > 1}


def _company_ids(record: Record) -> Iterator[tuple[Path, str]]:
    article = record.article
    for i, mention in enumerate(article.companies):
        yield ("companies", i, "id"), mention.id
    for i, person in enumerate(article.people):
        if person.org:
            yield ("people", i, "org"), person.org
    for i, deal in enumerate(article.deals):
        yield from ((("deals", i, "parties", j), key) for j, key in enumerate(deal.parties))


def theme_unknown(content: Content) -> Problems:
    """A theme id without a file in ``content/themes/``."""
    for record in content.records:
        for i, theme in enumerate(record.article.themes):
            if theme.id not in content.registry.themes:
                near = suggested(theme.id, content.registry.themes)
                mend = _mend("themes", theme.id, near)
                yield at(
                    record, ("themes", i, "id"), tell("unknown theme “%(id)s”", id=theme.id), mend
                )


def person_unknown(content: Content) -> Problems:
    """A person id the glossary does not have."""
    mend = tell("add it to content/glossary/people.yml, or leave the id out")
    for record in content.records:
        for i, person in enumerate(record.article.people):
            if person.id and person.id not in content.registry.people:
                yield at(
                    record, ("people", i, "id"), tell("unknown person “%(id)s”", id=person.id), mend
                )


def place_unknown(content: Content) -> Problems:
    """A place id the glossary does not have."""
    mend = tell("add it to content/glossary/places.yml, or leave the id out")
    for record in content.records:
        for i, place in enumerate(record.article.places):
            if place.id and place.id not in content.registry.places:
                yield at(
                    record, ("places", i, "id"), tell("unknown place “%(id)s”", id=place.id), mend
                )


def deal_party(content: Content) -> Problems:
    """A party to a deal that is not among the record's companies."""
    for record in content.records:
        listed = {mention.id for mention in record.article.companies}
        for i, deal in enumerate(record.article.deals):
            for j, key in enumerate(deal.parties):
                if key not in listed:
                    what = tell(
                        "“%(key)s” takes part in a deal but is not under “companies”", key=key
                    )
                    yield at(record, ("deals", i, "parties", j), what, tell("add it there"))


def company_twice(content: Content) -> Problems:
    """A company listed more than once in one record."""
    for record in content.records:
        seen: set[str] = set()
        for i, mention in enumerate(record.article.companies):
            if mention.id in seen:
                what, mend = (
                    tell("“%(id)s” is listed twice", id=mention.id),
                    tell("put both into one entry"),
                )
                yield at(record, ("companies", i), what, mend)
            seen.add(mention.id)


def rights_source(content: Content) -> Problems:
    """A record whose text is held back without an address where readers find it."""
    for record in content.records:
        rights, url = record.article.rights, record.article.source.url
        if rights in ("excerpt", "link") and not url:
            what = tell("“rights: %(rights)s” without an address of the original", rights=rights)
            mend = tell("write it under source: url, so that readers find the whole text")
            yield at(record, ("rights",), what, mend)
