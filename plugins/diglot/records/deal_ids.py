"""Ids of deals, by which editors name them and which are their anchors on ``deals/``.

An id is made of slug, kind and parties, and then stays: whoever corrects the kind or the parties of
a deal breaks no link to it. What a deal was called before follows from the state file, which
remembers what was extracted, or stands in the front matter (`id`): a refresh writes it down where
the state would no longer tell, and so may an editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Any

from diglot.model import Article
from diglot.records import frontmatter
from diglot.records.identity import pair
from diglot.records.store import Record


def ids(records: Iterable[Record]) -> Iterator[tuple[str, int, str]]:
    """Slug, place in the record and id of every deal; no two have one id.

    Args:
        records: Sorted by slug.
    """
    told = list(records)
    found: list[list[str]] = [[""] * len(record.article.deals) for record in told]
    taken: set[str] = set()
    for names in (_written, _remembered):
        for record, own in zip(told, found, strict=True):
            for place, name in enumerate(names(record)):
                if not own[place] and name not in taken:
                    own[place] = name
                    taken.add(name)
    for record, own in zip(told, found, strict=True):
        for place, deal in enumerate(record.article.deals):
            own[place] = own[place] or _free(_made(record.slug, deal.kind, deal.parties), taken)
            yield record.slug, place, own[place]


def _written(record: Record) -> Iterator[str]:
    """The id each deal has in the front matter; empty where it has none."""
    return (deal.id or "" for deal in record.article.deals)


def _remembered(record: Record) -> Iterator[str]:
    """The id each deal had when it was extracted; empty where it was not."""
    before = _extracted(record)
    if not before:
        return
    taken: set[str] = set()
    made = (_made(record.slug, one.get("kind", ""), one.get("parties", ())) for one in before)
    names = [_free(one.get("id") or name, taken) for one, name in zip(before, made, strict=True)]
    for place in _places(before, record):
        yield "" if place is None else names[place]


def _extracted(record: Record) -> Sequence[Mapping[str, Any]]:
    """The deals as the state file has them."""
    return record.state.extracted.front_matter.get("deals", ()) if record.state else ()


def _places(before: Sequence[Mapping[str, Any]], record: Record) -> list[int | None]:
    """For each deal of a record, the position of the same deal in an older list."""
    return pair("deals", before, frontmatter.plain(record.article.deals))


def _made(slug: str, kind: str, parties: Iterable[str]) -> str:
    return "-".join([slug, kind.replace("_", "-"), *sorted(parties)])


def _free(name: str, taken: set[str]) -> str:
    """The name, or with the first number that nothing else has; taken now."""
    names = chain([name], (f"{name}-{n}" for n in count(2)))
    free = next(one for one in names if one not in taken)
    taken.add(free)
    return free


def unsettled(record: Record) -> Iterator[int]:
    """Places of the deals whose id only their kind and parties give: correcting these changes it.

    Such are the deals an editor has added, or corrected past what was extracted.
    """
    remembered = list(_remembered(record)) or [""] * len(record.article.deals)
    for place, (deal, name) in enumerate(zip(record.article.deals, remembered, strict=True)):
        if not deal.id and not name:
            yield place


def settled(records: Iterable[Record]) -> Iterator[tuple[Record, Article]]:
    """Records with an unsettled deal, and each with the ids of such deals written down."""
    told = list(records)
    named = {(slug, place): name for slug, place, name in ids(told)}
    for record in told:
        loose = set(unsettled(record))
        deals = tuple(
            replace(deal, id=named[record.slug, place]) if place in loose else deal
            for place, deal in enumerate(record.article.deals)
        )
        if loose:
            yield record, replace(record.article, deals=deals)


def kept(before: Record, after: Record) -> Record:
    """A record that was extracted anew, with the ids its deals had.

    Where one would change, it is written down; in what was extracted too, lest it count as an
    editor's.
    """
    was, now = ([name for _, _, name in ids([record])] for record in (before, after))
    old = _places(frontmatter.plain(before.article.deals), after)
    deals = tuple(
        deal if place is None or was[place] == name else replace(deal, id=was[place])
        for deal, name, place in zip(after.article.deals, now, old, strict=True)
    )
    if deals == after.article.deals or after.state is None:
        return after
    extracted = [dict(one) for one in _extracted(after)]
    for deal, place in zip(deals, _places(extracted, after), strict=True):
        if deal.id and place is not None:
            extracted[place]["id"] = deal.id
    facts = {**after.state.extracted.front_matter, "deals": extracted}
    state = replace(after.state, extracted=replace(after.state.extracted, front_matter=facts))
    return replace(after, article=replace(after.article, deals=deals), state=state)
