"""What of a record is searched, grouped by how much a hit in it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from diglot import edtf
from diglot.authority import Forms, Registry
from diglot.languages import SIDES, other
from diglot.model import Both
from diglot.site.entries import Entry

GROUPS: Final = ("title", "names", "summary", "body")
"""In the order of their weight; a record counts in the first group that holds a term."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something a record names: every name it is known by, and how the record writes it."""

    names: Both
    written: tuple[str, ...]
    others: tuple[str, ...]
    central: bool

    def __iter__(self) -> Iterator[str]:
        yield from (self.names.zh, self.names.en, *self.written, *self.others)


def named(entry: Entry, registry: Registry) -> tuple[Named, ...]:
    """Companies, people, places and themes of a record, with the names the registry has."""
    article, found = entry.article, []
    for mention in article.companies:
        if known := registry.companies.get(mention.id):
            found.append(_named(known.name, mention.as_, known.aliases, central=mention.central))
    for person in article.people:
        if whom := registry.people.get(person.id or ""):
            found.append(_named(whom.name, (person.name,), whom.aliases))
    for place in article.places:
        if where := registry.places.get(place.id or ""):
            found.append(_named(where.name, place.as_, where.aliases))
    for theme in article.themes:
        if what := registry.themes.get(theme.id):
            cues = theme.evidence if entry.rights == "full" else ()
            found.append(_named(what.name, cues, ()))
    return tuple(found)


def _named(
    name: Both, written: Iterable[str], aliases: Forms | tuple[str, ...], *, central: bool = False
) -> Named:
    seen = {name.zh, name.en}
    forms = tuple(dict.fromkeys(form for form in written if form))
    others = tuple(dict.fromkeys(a for a in aliases if a not in seen and a not in forms))
    return Named(name, forms, others, central)


def grouped(entry: Entry, registry: Registry) -> tuple[list[str], ...]:
    """The texts of a record, one list for each of `GROUPS`; of the body what the rights let show.

    Names of what the record is not chiefly about weigh no more than its body.
    """
    titles = [entry.title(side)[0] for side in SIDES]
    summaries = [entry.summary(side)[0] for side in SIDES]
    names = years(entry)
    body = list(body_texts(entry))
    for one in named(entry, registry):
        (names if one.central else body).extend(one)
    return titles, names, summaries, body


def years(entry: Entry) -> list[str]:
    """Years its facts fall in, whether or not the text writes them out."""
    article = entry.article
    dates = [article.published.date, *(event.date for event in article.events)]
    dates += [deal.date for deal in article.deals]
    found = {edtf.parse(date).year for date in dates if date}
    return [f"{year:04}" for year in sorted(filter(None, found))]


def body_texts(entry: Entry) -> Iterator[str]:
    """Plain texts of the blocks that may be shown, in both languages."""
    own, twin = entry.nodes[entry.side], entry.nodes[other(entry.side)]
    for pair in entry.pairs[: entry.shown()]:
        yield own[pair.source].plain
        if pair.target is not None and pair.state != "missing" and not pair.joined:
            yield twin[pair.target].plain
        yield from (twin[place].plain for place in pair.extra)
