"""What editors say of deals being the same or not."""

from __future__ import annotations

from collections.abc import Iterator

from diglot.check.problem import Problems, at
from diglot.model import Deal
from diglot.records import deal_ids
from diglot.records.content import Content
from diglot.records.store import Record
from diglot.site import merging


def deal_unknown(content: Content) -> Problems:
    """An id under `same_as` or `not_same_as` that no deal has, or only the deal itself."""
    deals = list(_deals(content))
    known = {name for name, *_ in deals}
    mend = "take the id from the address of its row, deals/#<id>, or take the line out"
    for name, record, place, deal in deals:
        for key in ("same_as", "not_same_as"):
            for i, other in enumerate(getattr(deal, key)):
                if other not in known or other == name:
                    what = f"“{other}” is no deal, or this deal itself"
                    yield at(record, ("deals", place, key, i), what, mend)


def deal_contradiction(content: Content) -> Problems:
    """Deals that are said to be the same and not the same, maybe by way of others."""
    deals = {name: (record, place, deal) for name, record, place, deal in _deals(content)}
    mend = "take one of the two out; until then neither is followed"
    for torn in merging.contradictions({name: one[2] for name, one in deals.items()}):
        for name in sorted(torn):
            record, place, deal = deals[name]
            for i, other in enumerate(deal.not_same_as):
                if other in torn:
                    what = f"“{other}” is called the same deal as well, maybe by way of others"
                    yield at(record, ("deals", place, "not_same_as", i), what, mend)


def _deals(content: Content) -> Iterator[tuple[str, Record, int, Deal]]:
    """Id, record, place and value of every deal."""
    records = {record.slug: record for record in sorted(content.records, key=lambda r: r.slug)}
    for slug, place, name in deal_ids.ids((slug, one.article) for slug, one in records.items()):
        yield name, records[slug], place, records[slug].article.deals[place]
