"""The index as small text files, of which a search reads a few.

A shard is a JSON object from term to value, the terms in order of their UTF-16 code units. A value
is ``pages title names summary body``: five lists of numbers, the last empty ones left out. A list
holds the gaps between its numbers in base 45, one character each where they are small, so that
the server's compression does the rest. The value of a stem ends in ``|`` and the words behind it;
the value of such a word is ``=`` and its stem.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import sub
from typing import Final

from diglot.site.search import tokens
from diglot.site.search.index import Index

_USED: Final = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\|=')
BASE: Final = len(_USED) // 2
LAST: Final = _USED[:BASE]
"""Digits that end a number."""
MORE: Final = _USED[BASE : 2 * BASE]
"""Digits that others follow."""
SIZE: Final = 16_000
"""Characters of a shard, about; a third of it when compressed."""


@cache
def number(value: int) -> str:
    """A number from 0 in base 45, the highest digit first."""
    digits = LAST[value % BASE]
    while value := value // BASE:
        digits = MORE[value % BASE] + digits
    return digits


def numbers(ascending: Sequence[int]) -> str:
    """Ascending numbers as the gaps between them."""
    if not ascending:
        return ""
    return "".join(map(number, (ascending[0], *map(sub, ascending[1:], ascending))))


def values(index: Index) -> Iterator[tuple[str, str]]:
    """Terms with their values, in order."""
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(index.forms):
        behind[tokens.stem(word)].append(word)
    found = {
        term: " ".join(numbers(group.get(term, ())) for group in index.postings).rstrip()
        for term in index.terms()
    }
    for stem, forms in behind.items():
        found[stem] += "|" + " ".join(forms)
    for word in index.forms:
        # A word may be the stem of others too, as “alias” is of “aliased”: then it has both.
        found[word] = f"{found.get(word, '')}={tokens.stem(word)}"
    return iter(sorted(found.items(), key=lambda item: item[0].encode("utf-16-be")))


def packed(pairs: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Terms and values in shards of about `SIZE` characters."""
    shard: dict[str, str] = {}
    size = 0
    for term, value in pairs:
        if size > SIZE:
            yield shard
            shard, size = {}, 0
        shard[term] = value
        size += len(term) + len(value) + 6
    if shard:
        yield shard


def dump(value: object) -> bytes:
    """JSON, as small as it gets."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
