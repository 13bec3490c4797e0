"""What `static/search/` does to find records, over the files of a build: for tests."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

from diglot.site.search import shards, tokens

ENDINGS = [
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ies", "ied",
    "ed", "es", "s", "ly", "al", "d", "e", "y",
]  # fmt: skip
NEAREST = 20
"""Words that one begins, at most."""


class Searcher:
    """Answers queries from the files below ``search/``, read by name."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._files: dict[str, Any] = {}

    def file(self, name: str) -> Any:
        """A file's value."""
        if name not in self._files:
            self._files[name] = json.loads(self._read(f"search/{name}"))
        return self._files[name]

    @cached_property
    def records(self) -> int:
        return int(self.file("index.json")["records"])

    @cached_property
    def starts(self) -> list[str]:
        """First term of each shard."""
        return list(self.file("index.json")["terms"])

    def place(self, term: str) -> int:
        """Number of the shard a term lies in; -1 before the first."""
        return bisect_right(self.starts, units(term), key=units) - 1

    def entry(self, term: str) -> str | None:
        """Value of a term."""
        place = self.place(term)
        shard = self.file(f"terms/{place}.json") if place >= 0 else {}
        return shard.get(term) if isinstance(shard, dict) else None

    def nearest(self, word: str) -> list[str]:
        """For a word the texts do not have: those it begins, else one it is a form of."""
        if len(word) > 1 and (longer := self._beginning(word)):
            return longer
        for ending in ENDINGS:
            root = word.removesuffix(ending)
            if root == word or len(root) < 3:
                continue
            single = re.sub(r"(.)\1$", r"\1", root)
            for term in (root, single, f"{root}e", f"{root}i", f"{root}y"):
                if self.entry(term) is not None:
                    return [term]
        return []

    def _beginning(self, word: str) -> list[str]:
        found: list[str] = []
        first = self.place(word)
        for place in range(max(first, 0), len(self.starts)):
            if len(found) >= NEAREST or (place > first and not self.starts[place].startswith(word)):
                break
            shard = self.file(f"terms/{place}.json")
            found += [term for term in shard if term.startswith(word)]
        return found[:NEAREST]

    def postings(self, term: str) -> list[set[int]]:
        """Numbers of the pages, then of the records by group, that hold a term."""
        lists = (self.entry(term) or "").partition("=")[0].partition("|")[0].split(" ")
        return [set(decode(one)) for one in lists] + [set() for _ in range(5 - len(lists))]

    def holding(self, term: str) -> set[int]:
        """Numbers of the records that hold a term anywhere."""
        return set().union(*self.postings(term)[1:])

    def stem(self, word: str) -> str:
        """Stem of a word as the index has it; the word itself where it has none."""
        value = self.entry(word) or ""
        return value.partition("=")[2] or word

    def word(self, word: str) -> set[int]:
        """Numbers of the records that hold a form of a word, or what comes nearest to it."""
        words = [word] if self.entry(word) is not None else self.nearest(word)
        return set().union(*(self.holding(self.stem(one)) for one in words))

    def find(self, query: str) -> set[int]:
        """Numbers of the records that may hold the whole query."""
        folded = tokens.fold(query)
        parts = [self.holding(gram) for run in tokens.runs(folded) for gram in pairs(run)]
        parts += [self.word(word) for word in tokens.words(folded)]
        return set.intersection(*parts) if parts else set()

    def slugs(self, query: str) -> set[str]:
        """Slugs of these records."""
        return {self.file(f"records/{number}.json")["slug"] for number in self.find(query)}


def pairs(run: str) -> list[str]:
    """Pairs of neighbours; a lone character stands for itself."""
    return [a + b for a, b in pairwise(run)] or [run]


def decode(text: str) -> list[int]:
    """Ascending numbers from the gaps between them."""
    gaps, value = [], 0
    for char in text:
        more = char in shards.MORE
        value = value * shards.BASE + (shards.MORE if more else shards.LAST).index(char)
        if not more:
            gaps.append(value)
            value = 0
    return list(accumulate(gaps))


def units(text: str) -> bytes:
    """The order of JavaScript's strings."""
    return text.encode("utf-16-be")
