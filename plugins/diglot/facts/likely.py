"""Where in a text the patterns of a list can match at all, seen for many lists in one pass.

Most searches of the rules find nothing, which takes as long to learn as to find something. So the
needles of all patterns (`diglot.text.needles`: words of which one stands in whatever matches) are
looked for together, and a stretch that has none of a list's is not searched for the list.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from diglot.facts.reading import Reading, lowered
from diglot.languages import SIDES
from diglot.patterns import listed
from diglot.text.automaton import AhoCorasick
from diglot.text.needles import Needles, needles

Path = tuple[str, ...]
"""Name of a data file, and the keys that lead to a list in it."""
_DEALS: Final = (
    *("before_owner_en", "beside", "cooperating_en", "cooperating_zh", "denied_en", "denied_zh"),
    *("future", "hearsay_en", "hearsay_zh", "listed_en", "listed_zh", "modifier_zh", "negated_zh"),
    *("object_en", "object_zh", "one_zh", "open", "pair", "proposed", "rumoured_en", "rumoured_zh"),
    *("own_en", "severally", "similar", "standing_en", "standing_zh", "trio", "unnamed"),
    *("unreached", "unsourced_en", "unsourced_zh", "with_each"),
)
_CUES: Final = ("announcement", "launch", "signing", "future", "past", "today")
_LISTS: Final[tuple[Path, ...]] = (
    *(("deals", key) for key in _DEALS),
    *(("dates", "cues", kind, side) for kind in _CUES for side in SIDES),
    ("company_shapes", "product_after"),
    ("company_shapes", "unmeant"),
    ("place_shapes", "counties_en"),
    ("roles", "former_en"),
    ("theme_rules", "fields"),
    ("theme_rules", "formulas"),
)
"""The lists that texts are searched for often and rarely have."""
_LEAST: Final = 3
"""Letters of a Latin needle that does not stand in nearly every sentence."""


def may(reading: Reading, start: int, end: int, path: Path) -> bool:
    """Whether a list may have a match between two places; so it may if it is not looked for."""
    ends = _ends(reading).get(path)
    if not ends:
        return ends is None
    after = bisect_right(ends, start)
    return after < len(ends) and ends[after] <= end


@lru_cache(maxsize=8)
def _ends(reading: Reading) -> Mapping[Path, Sequence[int]]:
    """Where the needles of each list end. Kept: a text is asked about many times."""
    automaton, lists = _index()
    found: dict[Path, list[int]] = {path: [] for path in _sought()}
    hits = automaton.find_matches_as_indexes(lowered(reading.plain), overlapping=True)
    for needle, _, end in hits:
        for path in lists[needle]:
            found[path].append(end)
    return found


@cache
def _index() -> tuple[AhoCorasick, tuple[tuple[Path, ...], ...]]:
    """What finds all needles, and the lists that have each."""
    lists: dict[str, list[Path]] = {}
    for path, words in _sought().items():
        for word in words:
            lists.setdefault(word, []).append(path)
    return AhoCorasick(list(lists), store_patterns=False), tuple(map(tuple, lists.values()))


@cache
def _sought() -> Mapping[Path, Needles]:
    """The lists with patterns all of which have needles worth looking for."""
    words = {path: _needles(listed(*path)) for path in _LISTS}
    return {path: some for path, some in words.items() if all(map(_rare, some))}


def _needles(rows: list[Any]) -> Needles:
    """The needles of words or patterns; an empty one where one of them has none."""
    return frozenset().union(
        *(
            {row.strip().lower()}
            if isinstance(row, str)
            else needles(row["pattern"]) or frozenset({""})
            for row in rows
        )
    )


def _rare(needle: str) -> bool:
    return len(needle) >= _LEAST or (needle != "" and not needle.isascii())
