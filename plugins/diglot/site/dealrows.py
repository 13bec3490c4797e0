"""Deals as rows of tables and lines of facts boxes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from itertools import combinations
from typing import Final

from diglot.deals.alliances import Alliance
from diglot.deals.told import ToldDeal
from diglot.model import Article, Basis, Deal
from diglot.site import dealpages, views
from diglot.site.parts import Desk
from diglot.site.words import DEAL, N_, STATUS

_GROUPS: Final[dict[dealpages.Group, str]] = {
    "dated": N_("Dated"),
    "yearless": N_("Year not stated"),
    "undated": N_("No date stated"),
}
_FACETS: Final[dict[str, Callable[[Deal], Hashable]]] = {
    "kind": lambda deal: deal.kind,
    "parties": lambda deal: frozenset(deal.parties),
    "status": lambda deal: deal.status,
}
"""What records can differ on, beside dates."""
_FACET_NAMES: Final = {
    "date": N_("date"),
    "kind": N_("kind of deal"),
    "parties": N_("parties"),
    "status": N_("status"),
}


def deal(desk: Desk, told: ToldDeal, *, here: bool = False) -> views.DealView:
    """A deal as one record tells it; ``here``: on the page of the text that tells it."""
    entry, deal = desk.catalog.entry(told), told.deal
    dated = date_basis(entry.article, deal)
    return views.DealView(
        id=told.id,
        kind=deal.kind,
        kind_label=desk.words.say(DEAL[deal.kind]),
        parties=tuple(desk.company(party) for party in deal.parties),
        date=desk.date(deal.date, dated),
        basis=desk.words.basis(dated if deal.basis == "stated" else deal.basis),
        status=desk.words.say(STATUS[deal.status]),
        evidence=desk.evidence(entry, deal.evidence, here=here),
        record=desk.title(entry),
        publisher=desk.published_by(entry),
        href=desk.page(desk.catalog.deals.paths[told.id]),
    )


def deal_groups(desk: Desk, deals: Iterable[Alliance]) -> tuple[views.DealGroup, ...]:
    """Deals under dated, year not stated, no date; groups without deals left out."""
    found: dict[dealpages.Group, list[Alliance]] = {key: [] for key in _GROUPS}
    for alliance in deals:
        found[dealpages.group(alliance)].append(alliance)
    return tuple(
        views.DealGroup(
            key=key,
            label=desk.words.say(_GROUPS[key]),
            deals=tuple(row(desk, alliance) for alliance in here),
        )
        for key, here in found.items()
        if here
    )


def row(desk: Desk, alliance: Alliance) -> views.DealRow:
    """A deal with all records that tell it."""
    told, date = [deal(desk, one) for one in alliance.told], alliance.date
    lead = told[0]
    differs, vaguer = differing(alliance), less_precise(alliance)
    shown = ("date", *differs) if vaguer else differs
    low, high = (date.earliest, date.latest) if date else (None, None)
    return views.DealRow(
        id=lead.id,
        href=lead.href,
        anchors=tuple(one.id for one in told[1:]),
        kinds=alliance.kinds,
        kind_label=lead.kind_label,
        parties=tuple(desk.company(party) for party in alliance.parties),
        date=lead.date,
        basis=lead.basis,
        claims=_claims(desk, alliance),
        statuses=alliance.statuses,
        from_year=f"{low.year:04}" if low else "",
        to_year=f"{high.year:04}" if high else "",
        themes=desk.catalog.deals.themes_of(alliance),
        sources=tuple(_source(desk, one, shown) for one in told),
        differs=_difference(desk, differs),
        vaguer=desk.words.say(N_("Date told less precisely by some records")) if vaguer else "",
    )


def _claims(desk: Desk, alliance: Alliance) -> tuple[str, ...]:
    """What became of it; that it is reported is said only beside something else."""
    if alliance.statuses == ("reported",):
        return ()
    return tuple(desk.words.say(STATUS[key] or N_("reported")) for key in alliance.statuses)


def differing(alliance: Alliance) -> tuple[str, ...]:
    """What the records that tell a deal differ on: dates that exclude each other, kind, ..."""
    deals = [told.deal for told in alliance.told]
    others = (name for name, of in _FACETS.items() if len(set(map(of, deals))) > 1)
    return (*(("date",) if _exclude(alliance) else ()), *others)


def less_precise(alliance: Alliance) -> bool:
    """Whether records give other dates that can all be true: 2019-06-28, 2019, none."""
    return len({told.deal.date for told in alliance.told}) > 1 and not _exclude(alliance)


def _exclude(alliance: Alliance) -> bool:
    dates = {told.deal.date: told.date for told in alliance.told if told.date}.values()
    return any(not one.overlaps(other) for one, other in combinations(dates, 2))


def _difference(desk: Desk, facets: Iterable[str]) -> str:
    names = desk.words.list(desk.words.say(_FACET_NAMES[name]) for name in facets)
    return desk.words.say(N_("Records differ on: %(what)s"), what=names) if names else ""


def _source(desk: Desk, own: views.DealView, facets: tuple[str, ...]) -> views.DealSource:
    """One record's telling, with its own word on whatever the records differ on."""
    reported = desk.words.say(N_("reported"))
    return views.DealSource(
        deal=own,
        said=bool(facets),
        date=own.date if "date" in facets else None,
        kind=own.kind_label if "kind" in facets else "",
        parties=own.parties if "parties" in facets else (),
        status=(own.status or reported) if "status" in facets else "",
    )


def date_basis(article: Article, deal: Deal) -> Basis:
    """How the date of a deal is known: as the event of that date is, else as the deal itself."""
    events = (event.basis for event in article.events if event.date == deal.date)
    return next(events, deal.basis)
