"""Deals of a company in time: partners as rows, each deal drawn at its date's own precision."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from diglot.deals.alliances import Alliance
from diglot.edtf import Edtf
from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.words import DEAL, N_, Words

_ROWS: Final = 10


def interval(date: Edtf) -> tuple[float | None, float]:
    """Start and length on an axis, in years; no start without a year."""
    low, high = date.earliest or date.latest, date.latest or date.earliest
    if low is None or high is None:
        return None, 0.0
    days = (high - low).days
    start = low.year + (low.timetuple().tm_yday - 1) / 366
    return round(start, 3), round((days + 1) / 366 if days else 0.0, 3)


def ticks(words: Words, first: int, last: int) -> tuple[str, ...]:
    """Labels along an axis: of years, every other one where they are many; of one year, months."""
    if first == last:
        months = (f"{first:04}-{month:02}" for month in range(1, 13))
        return tuple(words.date(m) if n % 3 == 0 else "" for n, m in enumerate(months))
    step = max(1, -(-(last - first + 1) // 8))
    return tuple(f"{y}" if (y - first) % step == 0 else "" for y in range(first, last + 1))


def partners(desk: Desk, company: str) -> views.PartnersInTime | None:
    """The main partners in time; None where no deal has a year."""
    own = desk.catalog.alliances_of(company)
    named = list(desk.catalog.partners(company))[:_ROWS]
    dates = [deal.date for deal in own if deal.date and set(deal.parties) & set(named)]
    days = [day for date in dates for day in (date.earliest, date.latest) if day]
    if not days:
        return None
    first, last = min(days).year, max(days).year
    tracks = tuple(_track(desk, one, (d for d in own if one in d.parties)) for one in named)
    name = desk.company(company).name
    return views.PartnersInTime(
        title=desk.words.say(N_("Deals of %(company)s by partner"), company=name),
        description=desk.words.say(
            N_("Each row is a partner, each mark a deal: a day is a stroke, a month a block, a "
               "year a frame; where the year is not stated, a dashed line.")
        ),
        first=first,
        years=last - first + 1,
        ticks=ticks(desk.words, first, last),
        tracks=tracks,
    )  # fmt: skip


def _track(desk: Desk, partner: str, deals: Iterable[Alliance]) -> views.PartnerTrack:
    marks: list[views.MarkedDeal] = []
    undated: list[views.MarkedDeal] = []
    for deal in deals:
        (marks if deal.date else undated).append(_mark(desk, partner, deal))
    return views.PartnerTrack(
        name=desk.company(partner), marks=tuple(marks), undated=tuple(undated)
    )


def _mark(desk: Desk, partner: str, deal: Alliance) -> views.MarkedDeal:
    at, span = interval(deal.date) if deal.date else (None, 0.0)
    precision = deal.date.precision if deal.date else "year"
    date = deal.lead.deal.date
    words = desk.words.date(date) if date else desk.words.say(N_("No date stated"))
    kind = desk.words.say(DEAL[deal.kind])
    return views.MarkedDeal(
        at=at,
        span=span,
        precision=_drawn_as(at, precision),
        date=words,
        kind=kind,
        href=desk.page(desk.catalog.deal_paths[deal.id]),
        told=desk.words.say(
            N_("%(company)s, %(date)s: %(kind)s"),
            company=desk.company(partner).name, date=words, kind=kind,
        ),
    )  # fmt: skip


def _drawn_as(at: float | None, precision: str) -> views.Drawn:
    if at is None:
        return "anyyear"
    return "day" if precision == "day" else "month" if precision == "month" else "year"
