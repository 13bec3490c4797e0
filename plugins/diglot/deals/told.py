"""A deal as one record tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from diglot import edtf
from diglot.edtf import Edtf
from diglot.model import Deal
from diglot.records import deal_ids
from diglot.records.store import Record


@dataclass(frozen=True, slots=True)
class ToldDeal:
    """A deal with the record that tells it."""

    id: str
    record: Record
    place: int
    """Position among the deals of its record."""

    @property
    def deal(self) -> Deal:
        """What the record says of it."""
        return self.record.article.deals[self.place]

    @property
    def date(self) -> Edtf | None:
        """The date of the deal, parsed."""
        return edtf.parse(self.deal.date) if self.deal.date else None

    @property
    def published(self) -> Edtf | None:
        """When its record was published, parsed."""
        day = self.record.article.published.date
        return edtf.parse(day) if day else None

    @property
    def told_on(self) -> str | None:
        """ISO day from which on the record may have told it; None where that is not known."""
        published = self.published
        return published.earliest.isoformat() if published and published.earliest else None

    @property
    def imported(self) -> str | None:
        """ISO day on which its record came to the site; None where that is not on record."""
        state = self.record.state
        return state.imported if state else None


def tellings(records: Iterable[Record]) -> tuple[ToldDeal, ...]:
    """Every deal of every record, as tables order them: see `rank`."""
    by_slug = {record.slug: record for record in sorted(records, key=lambda one: one.slug)}
    named = deal_ids.ids(by_slug.values())
    return tuple(sorted((ToldDeal(key, by_slug[slug], at) for slug, at, key in named), key=rank))


def late(value: Edtf) -> tuple[int, int, int, str]:
    """Sorts known days latest first, dates without a year after them in calendar order."""
    if value.earliest or value.latest:
        day = value.earliest or value.latest or date.min
        end = value.latest or day
        return (0, -day.toordinal(), end.toordinal(), value.text)
    return (1, value.part or 0, value.day or 0, value.text)


def rank(deal: ToldDeal) -> tuple[tuple[int, int, int, str], str]:
    """Sorts deals as tables do: dated ones latest first, then without a year, then undated."""
    return (late(deal.date) if deal.date else (2, 0, 0, "")), deal.id
