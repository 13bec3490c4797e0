"""What of the registry a record's verdict rests on: the entries its files name.

A registry changes far more often than what it says of the names in one text, so a verdict holds
until one of these entries changes, or another one bears a name the files have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

from diglot.authority import Registry
from diglot.check.verdict import Verdict
from diglot.check.verdicts import sources
from diglot.config import Project
from diglot.facts.gazetteer import Gazetteer

_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
_MARKUP: Final = re.compile(r"[\\*]+")
"""What may part a name in Markdown."""


class Basis:
    """Finds what verdicts rest on; costs a gazetteer when it is first asked."""

    def __init__(self, project: Project, registry: Registry) -> None:
        self._content, self._registry = project.content, registry
        self._digests: dict[tuple[str, str], bytes] = {}

    def of(self, slug: str) -> str:
        """Digest of the entries that the files of a record name."""
        digest = blake2b(digest_size=8)
        for kind, key in sorted(set(self._named(slug))):
            digest.update(f"{kind}/{key}\0".encode() + self._entry(kind, key))
        return digest.hexdigest()

    def rests(self, verdict: Verdict, slug: str) -> str:
        """The same for a new verdict; one on an id nobody knows rests on all there are."""
        loose = any(one.code.endswith("-unknown") for one in verdict.found)
        return "" if loose else self.of(slug)

    def _named(self, slug: str) -> Iterator[tuple[str, str]]:
        """Registries and ids of the entries, by their names and their ids."""
        for data in sources(self._content, slug):
            text = _MARKUP.sub("", (data or b"").decode("utf-8", "replace"))
            found = set(_ID.findall(text))
            found.update(*(span.ids for span in self._gazetteer.mentions(text, "en")))
            for kind, entries in self._entries.items():
                yield from ((kind, key) for key in found & entries.keys())

    def _entry(self, kind: str, key: str) -> bytes:
        if (kind, key) not in self._digests:
            said = repr(self._entries[kind][key]).encode()
            self._digests[kind, key] = blake2b(said, digest_size=8).digest()
        return self._digests[kind, key]

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[str, Any]]:
        known = self._registry
        return {
            "companies": known.companies, "themes": known.themes, "people": known.people,
            "places": known.places, "publishers": known.publishers,
        }  # fmt: skip

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        from diglot.check import lints  # which loads slowly, and has one

        return lints.linter(self._registry).gazetteer
