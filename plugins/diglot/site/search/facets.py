"""The filters of the results: each value with its name in both languages and its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from diglot.languages import SIDES, Side, other
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.search.shards import numbers
from diglot.site.words import LANGUAGE, N_, STATE

Keys = Callable[[Entry], Iterable[str]]
Facet = list[list[str]]
"""Value, Chinese and English name, numbers of the records (see `shards.numbers`)."""

UNDATED: Final = "0"
"""The year of records that state no day."""


def facets(desks: Mapping[Side, Desk]) -> dict[str, Facet]:
    """Every facet by the name it has in the address of a search."""
    registry = desks["zh"].catalog.registry
    companies, themes = registry.companies, registry.themes
    return {
        "company": _facet(
            desks,
            lambda e: (m.id for m in e.article.companies if m.id in companies),
            lambda key, side: companies[key].name[side],
        ),
        "theme": _facet(
            desks,
            lambda e: (t.id for t in e.article.themes if t.id in themes),
            lambda key, side: themes[key].name[side],
        ),
        "year": _facet(desks, lambda e: [year(e)], lambda key, side: _year(desks[side], key)),
        "original": _facet(
            desks, lambda e: [e.side], lambda key, side: desks[side].words.say(_LANGUAGES[key])
        ),
        "state": _facet(
            desks,
            lambda e: [e.state(other(e.side))],
            lambda key, side: desks[side].words.say(_STATES[key]),
        ),
    }


_LANGUAGES: Final[dict[str, str]] = {str(key): said for key, said in LANGUAGE.items()}
_STATES: Final[dict[str, str]] = {str(key): said for key, said in STATE.items()}


def year(entry: Entry) -> str:
    """The year a record is sorted under."""
    day = entry.day()
    return f"{day.year:04}" if day else UNDATED


def _year(desk: Desk, key: str) -> str:
    return desk.words.say(N_("no year stated")) if key == UNDATED else desk.words.date(key)


def _facet(desks: Mapping[Side, Desk], keys: Keys, name: Callable[[str, Side], str]) -> Facet:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(reversed(desks["zh"].catalog.entries)):
        for key in dict.fromkeys(keys(entry)):
            found[key].append(number)
    return [
        [key, *(name(key, side) for side in SIDES), numbers(of)]
        for key, of in sorted(found.items())
    ]
