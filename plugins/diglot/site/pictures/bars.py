"""Deals by month, quarter or year: the unit goes by how long a time they span."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final, Literal

from diglot.deals.alliances import Alliance
from diglot.edtf import Edtf
from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.words import N_, Words

Unit = Literal["month", "quarter", "year"]

_MONTHS: Final[dict[Unit, int]] = {"month": 1, "quarter": 3, "year": 12}
_TITLES: Final[dict[Unit, str]] = {
    "month": N_("Deals by month"),
    "quarter": N_("Deals by quarter"),
    "year": N_("Deals by year"),
}
_VAGUE: Final[dict[Unit, Callable[[Words, int], str]]] = {
    "month": lambda words, n: words.count(
        "%(num)s deal is dated less precisely than to the month",
        "%(num)s deals are dated less precisely than to the month",
        n,
    ),
    "quarter": lambda words, n: words.count(
        "%(num)s deal is dated less precisely than to the quarter",
        "%(num)s deals are dated less precisely than to the quarter",
        n,
    ),
    "year": lambda words, n: words.count(
        "%(num)s deal is dated less precisely than to the year",
        "%(num)s deals are dated less precisely than to the year",
        n,
    ),
}
_WIDE: Final = 1040.0
_SLOT: Final = (20.0, 64.0)
"""Narrowest and widest room of a period, in pixels."""
_HEAD: Final = 22
_HIGH: Final = 120
_FOOT: Final = 24
_STEP: Final = 24.0
"""Highest a single deal is drawn."""


def unit_of(dates: Iterable[Edtf]) -> Unit:
    """The unit for dates: months up to two years, quarters up to twelve, years beyond."""
    days = [day for one in dates for day in (one.earliest, one.latest) if day]
    months = (max(days).year - min(days).year + 1) * 12 if days else 0
    return "month" if months <= 24 else "quarter" if months <= 144 else "year"


def period(date: Edtf | None, unit: Unit) -> int | None:
    """The period a date lies in, counted from year 0; None where it does not say so much."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    size = _MONTHS[unit]
    first, last = ((day.year * 12 + day.month - 1) // size for day in (date.earliest, date.latest))
    return first if first == last else None


def by_period(desk: Desk, deals: Iterable[Alliance]) -> views.BarsView | None:
    """Bars for the periods that have deals; None where no deal is dated."""
    listed = tuple(deals)
    unit = unit_of(deal.date for deal in listed if deal.date)
    found: defaultdict[int, list[Alliance]] = defaultdict(list)
    for deal in listed:
        if (at := period(deal.date, unit)) is not None:
            found[at].append(deal)
    if not found:
        return None
    per_year = 12 // _MONTHS[unit]
    first, last = min(found) // per_year * per_year, max(found)
    count = last // per_year * per_year + per_year - first
    slot = max(_SLOT[0], min(_SLOT[1], _WIDE / count))
    most = max(map(len, found.values()))
    base = _HEAD + round(min(_HIGH, most * _STEP))
    return views.BarsView(
        title=desk.words.say(_TITLES[unit]),
        description=_description(desk, found, unit),
        width=round(slot * count + 8),
        height=base + _FOOT,
        base=base,
        bars=tuple(
            _bar(desk, found[at], _words(desk, at, unit), ((at - first) * slot, slot, most, base))
            for at in sorted(found)
        ),
        ticks=_ticks(first, count, per_year, slot),
        note=_note(desk, listed, unit),
    )


def _ticks(first: int, count: int, per_year: int, slot: float) -> tuple[views.TickView, ...]:
    years = range(0, count, per_year)
    step = max(1, -(-48 // round(slot * per_year)))
    return tuple(
        views.TickView(x=round(n * slot, 1), label=f"{(first + n) // per_year}")
        for n in years
        if n // per_year % step == 0
    )


def _bar(
    desk: Desk, deals: list[Alliance], label: str, place: tuple[float, float, int, int]
) -> views.BarView:
    """A bar; ``place``: left end and width of its period, the most deals of one, the foot."""
    x, slot, most, base = place
    high = round(min(_HIGH / most, _STEP) * len(deals), 1)
    return views.BarView(
        x=round(x + slot * 0.14, 1),
        y=round(base - high, 1),
        width=round(slot * 0.72, 1),
        height=high,
        count=len(deals),
        label=label,
        href=desk.page(desk.catalog.deals.paths[deals[0].id]),
        told=desk.words.count(
            "%(period)s: %(num)s deal", "%(period)s: %(num)s deals", len(deals), period=label
        ),
    )


def _words(desk: Desk, at: int, unit: Unit) -> str:
    per_year = 12 // _MONTHS[unit]
    year, part = divmod(at, per_year)
    tail = {"month": f"-{part + 1:02}", "quarter": f"-{part + 33}", "year": ""}[unit]
    return desk.words.date(f"{year:04}{tail}")


def _description(desk: Desk, found: dict[int, list[Alliance]], unit: Unit) -> str:
    best = max(sorted(found), key=lambda at: len(found[at]))
    return desk.words.count(
        "From %(first)s to %(last)s; most in %(best)s: %(num)s deal.",
        "From %(first)s to %(last)s; most in %(best)s: %(num)s deals.",
        len(found[best]),
        first=_words(desk, min(found), unit),
        last=_words(desk, max(found), unit),
        best=_words(desk, best, unit),
    )


def _note(desk: Desk, deals: tuple[Alliance, ...], unit: Unit) -> str:
    """What no bar can show, in words."""
    undated = sum(deal.date is None for deal in deals)
    yearless = sum(deal.date is not None and deal.date.yearless for deal in deals)
    drawn = sum(period(deal.date, unit) is not None for deal in deals)
    vague = len(deals) - undated - yearless - drawn
    count = desk.words.count
    parts = [
        _VAGUE[unit](desk.words, vague) if vague else "",
        count("%(num)s deal states no year", "%(num)s deals state no year", yearless)
        if yearless
        else "",
        count("%(num)s deal states no date", "%(num)s deals state no date", undated)
        if undated
        else "",
    ]
    said = [part for part in parts if part]
    if not said:
        return ""
    return desk.words.say(N_("Not drawn: %(parts)s."), parts=desk.words.list(said))
