"""How far the texts are: numbers of blocks by state, for a language or a company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from diglot.languages import SIDES, Side, other
from diglot.translation.units import Paired, State


def by_side(records: Iterable[Paired]) -> dict[Side, Counter[State]]:
    """Blocks of each language by state; those of the original language are `original`."""
    counts: dict[Side, Counter[State]] = {side: Counter() for side in SIDES}
    for record in records:
        counts[record.side]["original"] += len(record.pairs)
        counts[other(record.side)].update(pair.state for pair in record.pairs)
    return counts


def by_company(records: Iterable[Paired]) -> dict[str, Counter[State]]:
    """Translated blocks of the records that name a company, by its id; most blocks first."""
    counts: dict[str, Counter[State]] = {}
    for record in records:
        for mention in record.article.companies:
            states = (pair.state for pair in record.pairs)
            counts.setdefault(mention.id, Counter()).update(states)
    return dict(sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])))
