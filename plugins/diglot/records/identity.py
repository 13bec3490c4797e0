"""Which items of two versions of a list are the same thing.

Each list of the front matter has keys, the strictest first: a company is known by its id, a deal
by kind, parties and date, or else by less. What is left over is paired by the next key.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

Key = Callable[[Any], Any]


def _by(*names: str) -> Key:
    """Key of an item: its values under these names, or none if one is missing."""

    def key(item: Any) -> Any:
        values = [item.get(name) for name in names] if isinstance(item, Mapping) else [None]
        return None if None in values else values

    return key


def _first_evidence(item: Any) -> Any:
    return (item.get("evidence") or [None])[0] if isinstance(item, Mapping) else None


def _first_form(item: Any) -> Any:
    return (item.get("as") or [None])[0] if isinstance(item, Mapping) else None


def _alliance(item: Any) -> Any:
    return [item.get("kind"), sorted(item.get("parties", []))]


KEYS: Final[Mapping[str, tuple[Key, ...]]] = {
    "companies": (_by("id"),),
    "people": (_by("id", "name"), _by("id"), _by("name")),
    "places": (_by("id"), _first_form),
    "events": (_by("date", "what"), _first_evidence, _by("date")),
    "deals": (
        _by("kind", "parties", "date"), _alliance, _first_evidence, _by("parties", "date")
    ),
    "themes": (_by("id"),),
    "as": (),
}  # fmt: skip
"""Keys of the lists that are merged item by item; all other lists are one value each."""


def pair(name: str, old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each item of the new list, the position of the same thing in the old list."""
    found: list[int | None] = [None] * len(new)
    for key in (_whole, *KEYS.get(name, ())):
        free = defaultdict[str, list[int]](list)
        for index in (i for i in range(len(old)) if i not in found):
            free[_text(key(old[index]))].append(index)
        for place, item in enumerate(new):
            if found[place] is None and key(item) is not None and free[_text(key(item))]:
                found[place] = free[_text(key(item))].pop(0)
    return found


def _whole(item: Any) -> Any:
    return item


def _text(key: Any) -> str:
    """A key as text: values may be lists, which have no hash."""
    return json.dumps(key, ensure_ascii=False, sort_keys=True)
