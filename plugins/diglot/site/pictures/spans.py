"""Deals of a company in time: partners as rows, each deal drawn at its date's own precision."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from diglot.deals.alliances import Alliance
from diglot.edtf import Edtf
from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.words import DEAL, N_, Words

_MONTHS: Final = 2
_YEARS: Final = 8
"""Labels along an axis at most: names of months are long."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of time: whole years or, where it has one at most, whole months."""

    first: float
    years: float
    ticks: tuple[str, ...]
    """A label for each month or year, empty where there is no room for one."""


def axis(words: Words, days: Collection[date]) -> Axis:
    """The axis on which some days lie; without any, one that says nothing."""
    if not days:
        return Axis(0.0, 1.0, ("",))
    low, high = min(days), max(days)
    first, last = (day.year * 12 + day.month - 1 for day in (low, high))
    if last - first < 12:
        first -= (last - first + 1) % 2  # an even number, so that the second label stands halfway
        months = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)]
        start, end = (_years(date(n // 12, n % 12 + 1, 1)) for n in (first, last + 1))
        return Axis(start, round(end - start, 3), _thinned(map(words.date, months), _MONTHS))
    years = [f"{year}" for year in range(low.year, high.year + 1)]
    return Axis(low.year, len(years), _thinned(years, _YEARS))


def _thinned(labels: Iterable[str], most: int) -> tuple[str, ...]:
    every = tuple(labels)
    step = -(-len(every) // most)
    return tuple("" if n % step else label for n, label in enumerate(every))


def interval(when: Edtf) -> tuple[float | None, float]:
    """Start and length on an axis, in years; no start without a year."""
    low, high = when.earliest or when.latest, when.latest or when.earliest
    if low is None or high is None:
        return None, 0.0
    days = (high - low).days
    return _years(low), round((days + 1) / 366 if days else 0.0, 3)


def _years(day: date) -> float:
    """A day as a number of years."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 3)


def partners(desk: Desk, company: str, named: Sequence[str]) -> views.PartnersInTime | None:
    """Some partners of a company in time; None where fewer than two deals with them have a year."""
    own = desk.catalog.deals.of(company)
    dates = [deal.date for deal in own if deal.date and set(deal.parties) & set(named)]
    days = [day for date in dates for day in (date.earliest, date.latest) if day]
    if sum(not date.yearless for date in dates) < 2:
        return None
    along = axis(desk.words, days)
    tracks = tuple(_track(desk, one, (d for d in own if one in d.parties)) for one in named)
    name = desk.company(company).name
    return views.PartnersInTime(
        title=desk.words.say(N_("Deals of %(company)s by partner"), company=name),
        description=desk.words.say(
            N_("Each row is a partner, each mark a deal: a day is a stroke, a month a block, a "
               "year a frame; where the year is not stated, a dashed line.")
        ),
        first=along.first,
        years=along.years,
        ticks=along.ticks,
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
        href=desk.page(desk.catalog.deals.paths[deal.id]),
        told=desk.words.say(
            N_("%(company)s, %(date)s: %(kind)s"),
            company=desk.company(partner).name, date=words, kind=kind,
        ),
    )  # fmt: skip


def _drawn_as(at: float | None, precision: str) -> views.Drawn:
    if at is None:
        return "anyyear"
    return "day" if precision == "day" else "month" if precision == "month" else "year"
