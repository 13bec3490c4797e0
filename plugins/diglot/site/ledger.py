"""Lines of the pages of dates: what a record says happened on a date, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diglot.site import rows, views
from diglot.site.catalog import Dated
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.words import N_, STATUS, WHAT


def entries(desk: Desk, found: Iterable[Dated]) -> tuple[views.LedgerEntry, ...]:
    """A line for each date."""
    return tuple(_entry(desk, dated) for dated in found)


def _entry(desk: Desk, dated: Dated) -> views.LedgerEntry:
    article = dated.entry.article
    if dated.event is None:
        told = _Told(N_("published"), article.published.evidence)
        date = desk.date(article.published.date, article.published.basis)
        return _ledger(desk, dated.entry, date, told)
    event = article.events[dated.event]
    about = tuple(rows.concerned(dated.entry, event))
    told = _Told(WHAT[event.what], event.evidence, STATUS[event.status], about)
    return _ledger(desk, dated.entry, desk.date(event.date, event.basis), told)


def undated(desk: Desk, entry: Entry) -> views.LedgerEntry:
    """The line of a record without a date of publication."""
    return _ledger(desk, entry, desk.date(None, None), _Told(N_("publication date not stated")))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a record says happened on a date (messages to be translated)."""

    what: str
    evidence: tuple[str, ...] = ()
    status: str = ""
    about: tuple[str, ...] = ()
    """Ids of the companies it concerns."""


def _ledger(desk: Desk, entry: Entry, date: views.DateView, told: _Told) -> views.LedgerEntry:
    return views.LedgerEntry(
        date=date,
        what=desk.words.cites([desk.words.say(told.what), desk.words.say(told.status)]),
        title=desk.title(entry),
        evidence=desk.evidence(entry, told.evidence[:1]),
        companies=desk.words.list(desk.company(key).name for key in told.about),
    )
