"""Ids that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from diglot.check.problem import Problems, at
from diglot.records.content import Content
from diglot.records.store import Record
from diglot.yamlfile import Path


def company_unknown(content: Content) -> Problems:
    """A company id without a file in ``content/companies/``."""
    for record in content.records:
        for path, key in _company_ids(record):
            if key not in content.registry.companies:
                mend = f"add content/companies/{key}.yml or correct the id"
                yield at(record, path, f"unknown company “{key}”", mend)


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
                mend = f"add content/themes/{theme.id}.yml or correct the id"
                yield at(record, ("themes", i, "id"), f"unknown theme “{theme.id}”", mend)


def person_unknown(content: Content) -> Problems:
    """A person id the glossary does not have."""
    mend = "add it to content/glossary/people.yml, or leave the id out"
    for record in content.records:
        for i, person in enumerate(record.article.people):
            if person.id and person.id not in content.registry.people:
                yield at(record, ("people", i, "id"), f"unknown person “{person.id}”", mend)


def place_unknown(content: Content) -> Problems:
    """A place id the glossary does not have."""
    mend = "add it to content/glossary/places.yml, or leave the id out"
    for record in content.records:
        for i, place in enumerate(record.article.places):
            if place.id and place.id not in content.registry.places:
                yield at(record, ("places", i, "id"), f"unknown place “{place.id}”", mend)


def deal_party(content: Content) -> Problems:
    """A party to a deal that is not among the record's companies."""
    for record in content.records:
        listed = {mention.id for mention in record.article.companies}
        for i, deal in enumerate(record.article.deals):
            for j, key in enumerate(deal.parties):
                if key not in listed:
                    what = f"“{key}” takes part in a deal but is not under “companies”"
                    yield at(record, ("deals", i, "parties", j), what, "add it there")


def company_twice(content: Content) -> Problems:
    """A company listed more than once in one record."""
    for record in content.records:
        seen: set[str] = set()
        for i, mention in enumerate(record.article.companies):
            if mention.id in seen:
                what, mend = f"“{mention.id}” is listed twice", "put both into one entry"
                yield at(record, ("companies", i), what, mend)
            seen.add(mention.id)
