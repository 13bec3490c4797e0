"""With whom and says who: partners of a company, publishers of records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from diglot.deals.alliances import Alliance
from diglot.site import views
from diglot.site.dealrows import date_basis
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.words import DEAL, N_


def partners(desk: Desk, company: str) -> tuple[views.PartnerRow, ...]:
    """Companies it has deals with, most deals first, then the latest."""
    shared: defaultdict[str, list[Alliance]] = defaultdict(list)
    for alliance in desk.catalog.deals.of(company):
        for party in alliance.parties:
            shared[party].append(alliance)
    return tuple(_partner(desk, one, shared[one]) for one in desk.catalog.deals.partners(company))


def _partner(desk: Desk, partner: str, deals: Sequence[Alliance]) -> views.PartnerRow:
    latest = deals[0]  # deals stand latest first, the undated last
    kinds = dict.fromkeys(kind for deal in deals for kind in deal.kinds)
    told, name = latest.lead, desk.company(partner, len(deals))
    dated = (
        desk.date(told.deal.date, date_basis(told.record.article, told.deal)) if told.date else None
    )
    return views.PartnerRow(
        name=name,
        kinds=desk.words.list(desk.words.say(DEAL[kind]) for kind in kinds),
        latest=dated,
        href=desk.page(desk.catalog.deals.paths[told.id]),
        href_label=desk.words.say(N_("The latest deal with %(name)s"), name=name.name),
    )


_SOURCES: Final = 12


def sources(desk: Desk, entries: Iterable[Entry]) -> tuple[views.SourceRow, ...]:
    """The publishers of most records, most first; the unknown one last."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:  # latest first
        found[desk.publisher(entry.article.source.publisher)].append(entry)
    ranked = sorted(found, key=lambda name: (not name, -len(found[name]), desk.words.order(name)))
    return tuple(
        views.SourceRow(
            name=desk.published_by(found[name][0]),
            count=len(found[name]),
            latest=desk.title(found[name][0]),
        )
        for name in ranked[:_SOURCES]
    )
