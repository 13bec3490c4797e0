"""From the catalog to the shapes of the open data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from diglot.deals.alliances import Alliance
from diglot.deals.told import ToldDeal
from diglot.edtf import Edtf
from diglot.languages import Side, other
from diglot.model import Both
from diglot.site import dealrows, links
from diglot.site.entries import Entry
from diglot.site.opendata.shapes import (
    About,
    Company,
    Deal,
    Deals,
    Event,
    Index,
    Record,
    Source,
    Theme,
)
from diglot.site.parts import Desk
from diglot.site.words import DEAL

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""Of the extracted data (CC BY 4.0); the articles' rights stay with their publishers."""

Desks = Mapping[Side, Desk]


def deals(desks: Desks) -> Deals:
    """Every deal."""
    return Deals(about=_about(desks), deals=_deals(desks))


def index(desks: Desks) -> Index:
    """Everything the site has, without the texts."""
    catalog = desks["en"].catalog
    return Index(
        about=_about(desks),
        records=tuple(_record(desks, entry) for entry in catalog.entries),
        companies=tuple(_company(desks, key) for key in catalog.companies),
        themes=tuple(_theme(desks, key) for key in catalog.themes),
        deals=_deals(desks),
    )


def _about(desks: Desks) -> About:
    name = desks["en"].settings.site_name
    return About(name=name, documentation=_page(desks, "data/"), license=LICENCE)


def _page(desks: Desks, path: str) -> Both:
    at = desks["en"].links
    return Both(zh=at.absolute(f"zh/{path}"), en=at.absolute(f"en/{path}"))


def _deals(desks: Desks) -> tuple[Deal, ...]:
    return tuple(deal(desks, alliance) for alliance in desks["en"].catalog.deals.alliances)


def deal(desks: Desks, alliance: Alliance) -> Deal:
    """A deal with all records that tell it."""
    lead, catalog = alliance.lead, desks["en"].catalog
    early, late = _days(alliance.date)
    return Deal(
        id=alliance.key,
        page=_page(desks, catalog.deals.paths[alliance.key]),
        kind=alliance.kind,
        kind_name=Both(zh=_kind(desks["zh"], alliance), en=_kind(desks["en"], alliance)),
        status=alliance.statuses,
        parties=alliance.parties,
        party_names=tuple(_named(desks, party) for party in alliance.parties),
        date=lead.deal.date,
        date_earliest=early,
        date_latest=late,
        date_basis=dealrows.date_basis(lead.record.article, lead.deal) if lead.deal.date else None,
        themes=catalog.deals.themes_of(alliance),
        source_count=len(alliance.told),
        differs=dealrows.differing(alliance),
        sources=tuple(_source(desks, alliance.key, told) for told in alliance.told),
    )


def _kind(desk: Desk, alliance: Alliance) -> str:
    return desk.words.say(DEAL[alliance.kind])


def _named(desks: Desks, company: str) -> Both:
    return Both(zh=desks["zh"].company(company).name, en=desks["en"].company(company).name)


def _source(desks: Desks, deal_id: str, told: ToldDeal) -> Source:
    entry, act = desks["en"].catalog.entry(told), told.deal
    early, late = _days(told.date)
    return Source(
        deal=deal_id,
        id=told.id,
        record=entry.slug,
        title=_title(entry),
        publisher=_publisher(desks, entry),
        published=entry.article.published.date,
        url=entry.article.source.url,
        kind=act.kind,
        status=act.status,
        parties=act.parties,
        date=act.date,
        date_earliest=early,
        date_latest=late,
        date_basis=dealrows.date_basis(entry.article, act) if act.date else None,
        basis=act.basis,
        evidence=tuple(one.text for one in desks["en"].evidence(entry, act.evidence)),
        evidence_lang=entry.article.lang,
    )


def _title(entry: Entry) -> Both:
    return Both(zh=entry.title("zh")[0], en=entry.title("en")[0])


def _publisher(desks: Desks, entry: Entry) -> Both:
    name = entry.article.source.publisher
    return Both(zh=desks["zh"].publisher(name), en=desks["en"].publisher(name))


def _record(desks: Desks, entry: Entry) -> Record:
    article, catalog = entry.article, desks["en"].catalog
    early, late = _days(entry.published)
    told = catalog.deals.told_in(entry)
    return Record(
        id=entry.slug,
        page=_page(desks, links.article(entry.slug)),
        lang=article.lang,
        title=_title(entry),
        title_basis=article.title_basis,
        summary=Both(zh=desks["zh"].summary(entry), en=desks["en"].summary(entry)),
        brief=catalog.brief(entry),
        rights=entry.rights,
        translation=entry.state(other(entry.side)),
        publisher=_publisher(desks, entry),
        url=article.source.url,
        published=article.published.date,
        published_earliest=early,
        published_latest=late,
        companies=tuple(mention.id for mention in article.companies),
        themes=tuple(theme.id for theme in article.themes),
        deals=tuple(dict.fromkeys(catalog.deals.alliance(one).key for one in told)),
        events=tuple(
            Event(date=e.date, what=e.what, basis=e.basis, status=e.status) for e in article.events
        ),
    )


def _company(desks: Desks, key: str) -> Company:
    catalog = desks["en"].catalog
    known = catalog.registry.companies[key]
    return Company(
        id=key,
        page=_page(desks, links.company(key)),
        name=known.name,
        aliases=tuple(known.aliases),
        kind=known.kind,
        country=known.country,
        parents=tuple(known.parents),
        website=known.website,
        records=tuple(entry.slug for entry in catalog.companies[key]),
        deals=tuple(alliance.key for alliance in catalog.deals.of(key)),
    )


def _theme(desks: Desks, key: str) -> Theme:
    catalog = desks["en"].catalog
    known = catalog.registry.themes[key]
    return Theme(
        id=key,
        page=_page(desks, links.theme(key)),
        name=known.name,
        description=known.description,
        records=tuple(entry.slug for entry in catalog.themes[key]),
        deals=tuple(alliance.key for alliance in catalog.deals.on(key)),
    )


def _days(date: Edtf | None) -> tuple[str | None, str | None]:
    ends = (date.earliest, date.latest) if date else (None, None)
    early, late = (end.isoformat() if end else None for end in ends)
    return early, late
