"""Rows of lists and tables: records and deals."""

from __future__ import annotations

from collections.abc import Iterable

from diglot.languages import other
from diglot.model import Deal, Event, What
from diglot.site import views
from diglot.site.dealrows import date_basis, deal, deal_groups
from diglot.site.entries import Entry
from diglot.site.parts import Desk, block_of, is_foreign
from diglot.site.words import N_, WHAT
from diglot.text.segment import sentences

__all__ = [
    "concerned", "date_basis", "deal", "deal_groups", "deal_of", "record", "records", "when",
]  # fmt: skip


def record(desk: Desk, entry: Entry) -> views.RecordItem:
    """A record in a list."""
    date, label = when(desk, entry)
    central = [m.id for m in entry.article.companies if m.central]
    named = central or [m.id for m in entry.article.companies]
    return views.RecordItem(
        title=desk.title(entry),
        when=date,
        when_label=label,
        companies=desk.words.list(desk.company(key).name for key in named[:3]),
        states=(desk.state(entry, entry.side), desk.state(entry, other(entry.side))),
        brief=desk.brief(entry) if is_foreign(entry.title(desk.side)[1], desk.side) else "",
    )


def records(desk: Desk, entries: Iterable[Entry]) -> tuple[views.RecordItem, ...]:
    """A list of records, in the given order."""
    return tuple(record(desk, entry) for entry in entries)


def when(desk: Desk, entry: Entry) -> tuple[views.DateView, str]:
    """The date a list shows for a record: publication, else its main deal's or event's."""
    published = entry.article.published
    if published.date:
        return desk.date(published.date, published.basis), desk.words.say(N_("published"))
    for dated in (told for told in entry.article.deals if told.date):
        return desk.date(dated.date, date_basis(entry.article, dated)), _happened(
            desk, entry, dated
        )
    for event in entry.article.events:
        return desk.date(event.date, event.basis), desk.words.say(WHAT[event.what])
    return desk.date(None, None), desk.words.say(N_("no date"))


def _happened(desk: Desk, entry: Entry, deal: Deal) -> str:
    """What the record says happened on the date of a deal."""
    what: What = next((e.what for e in entry.article.events if e.date == deal.date), "other")
    return desk.words.say(WHAT[what])


def deal_of(entry: Entry, event: Event) -> Deal | None:
    """The deal that was signed or announced at an event."""
    if event.what not in ("signing", "announcement"):
        return None
    return next((deal for deal in entry.article.deals if deal.date == event.date), None)


def concerned(entry: Entry, event: Event) -> list[str]:
    """Ids of the companies an event is about.

    The parties of the deal of its date, else those its sentence names.
    """
    if deal := deal_of(entry, event):
        return list(deal.parties)
    rest = _sentence(entry, event.evidence[0]) if event.evidence else ""
    found: dict[str, int] = {}
    named = ((form, m.id) for m in entry.article.companies for form in m.as_)
    for form, company in sorted(named, key=lambda one: -len(one[0])):
        if (at := rest.find(form)) >= 0:
            found[company] = min(at, found.get(company, at))
            rest = rest.replace(form, " " * len(form))  # no shorter name inside it
    return sorted(found, key=lambda company: found[company])


def _sentence(entry: Entry, quote: str) -> str:
    block = block_of(entry, quote)
    if block is None:
        return ""
    plain = entry.nodes[entry.side][block].plain
    at = plain.index(quote)
    spans = sentences(plain, entry.article.lang)
    return next((plain[a:b] for a, b in spans if a <= at < b), "")
