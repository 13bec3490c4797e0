"""The files of the search, each as a path below ``search/`` with a function that makes it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from diglot.languages import Side
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.search import fragments, index, shards, tokens
from diglot.site.search.facets import facets
from diglot.site.search.shards import dump

AT = "search/"
"""Where the files lie below the site's root."""
Made = tuple[str, Callable[[], bytes]]


def files(desks: Mapping[Side, Desk]) -> Iterator[Made]:
    """Every file; the index is made when the first one is asked for.

    ``index.json`` comes last, as it says the version of the others, which is taken from what they
    held when they were made.
    """
    catalog = desks["zh"].catalog
    topics = index.topics(catalog)
    made = index.build(catalog, topics)
    starts, version = [], _Version()
    for place, shard in enumerate(shards.packed(shards.values(made))):
        starts.append(next(iter(shard)))
        yield version.file(f"terms/{place}.json", dump(shard))
    for place, pack in enumerate(fragments.packs(topics)):
        yield version.file(f"pages/{place}.json", dump(pack))
    yield version.file("facets.json", dump(facets(desks)))
    yield version.file("script.json", dump(_folding(made)))
    for number, entry in enumerate(reversed(catalog.entries)):
        name = f"records/{number}.json"
        yield AT + name, partial(version.noted, name, partial(_record, desks, entry))
    head = {"records": len(catalog.entries), "pack": fragments.PACK, "terms": starts}
    yield AT + "index.json", lambda: dump({"version": version.said(), **head})


class _Version:
    """What the files hold, in a few characters; of each no more than a digest is kept.

    A preview, of which browsers keep nothing, makes a record's file when it is looked at and need
    not make them all for the version.
    """

    def __init__(self) -> None:
        self._digests: dict[str, bytes] = {}

    def file(self, name: str, data: bytes) -> Made:
        """A file that is made already."""
        self.noted(name, lambda: data)
        return AT + name, lambda: data

    def noted(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What a file holds, made and taken note of."""
        data = make()
        self._digests[name] = hashlib.sha256(data).digest()
        return data

    def said(self) -> str:
        """The version of all files made so far."""
        lines = (name.encode() + self._digests[name] for name in sorted(self._digests))
        return hashlib.sha256(b"".join(lines)).hexdigest()[:8]


def _record(desks: Mapping[Side, Desk], entry: Entry) -> bytes:
    return dump(fragments.record(desks, entry))


def _folding(made: index.Index) -> list[str]:
    """Characters of other script and what stands for them, of those the index knows."""
    terms = made.terms()
    known = [(a, b) for a, b in tokens.folding().items() if b in terms]
    return ["".join(a for a, _ in known), "".join(b for _, b in known)]
