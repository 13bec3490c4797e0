"""``dates/`` and its periods: a record stands under each date it states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from diglot.site import ledger, pager, spread, views
from diglot.site.catalog import Catalog, Dated
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.periods import Period
from diglot.site.spread import LINES, Part
from diglot.site.words import N_

_SHORT: Final = 3
"""Dates of a period on the page above it, where that would be long."""
_LONG: Final = 24
"""So many dates make a page of several periods long."""
_COMPANIES: Final = 20
_INTRO: Final = N_(
    "By event and by publication, each at the precision the text gives. An empty frame is a part "
    "the text does not state. Nothing is filled in."
)
_YEARLESS: Final = N_("The text gives a day, a month or a decade but nowhere the year.")
_UNDATED: Final = N_("Records whose text does not say when it was published; they may date events.")

Make = Callable[[Desk, Part], views.DatesView]


def years(catalog: Catalog) -> list[int]:
    """Years that dates lie in, latest first."""
    return sorted({at.year for at in catalog.periods if at.year}, reverse=True)


def months(catalog: Catalog, year: int) -> list[int]:
    """Months of a year that dates lie in."""
    return sorted(at.month for at in catalog.periods if at.year == year and at.month)


def pages(catalog: Catalog) -> Iterator[tuple[Part, Make]]:
    """Every page of dates, with what makes it."""
    yield Part("dates/"), index
    for number in years(catalog):
        path = Period(number).path
        for part in _parts(path, catalog.periods.get(Period(number), ())):
            yield part, _of_year(number)
        for month in months(catalog, number):
            at = Period(number, month)
            for part in _parts(at.path, catalog.periods[at]):
                yield part, _of_month(at)
    if found := catalog.periods.get(Period(None)):
        yield from ((part, year_unknown) for part in _parts("dates/year-unknown/", found))
    if catalog.undated:
        yield from ((part, undated) for part in _parts("dates/undated/", catalog.undated))


def _parts(path: str, found: Sequence[object]) -> tuple[Part, ...]:
    return spread.parts(path, len(found), LINES)


def _of_year(number: int) -> Make:
    return lambda desk, part: year(desk, part, number)


def _of_month(at: Period) -> Make:
    return lambda desk, part: month(desk, part, at)


def index(desk: Desk, part: Part) -> views.DatesView:
    """All dates, year by year."""
    catalog = desk.catalog
    short = len(catalog.dates) + len(catalog.undated) > _LONG
    groups = [
        _group(desk, _Group(f"y{each}", _year_name(desk, each), Period(each).path), found, short)
        for each in years(catalog)
        if (found := _in_year(catalog, each))
    ]
    if yearless := catalog.periods.get(Period(None)):
        unknown = _Group("year-unknown", desk.words.say(N_("Year not stated")), Period(None).path)
        groups.append(_group(desk, unknown, yearless, short))
    if catalog.undated:
        groups.append(_undated_group(desk, catalog.undated, short=short))
    trend = _bars((_year_name(desk, y), _in_year(catalog, y), desk.page(Period(y).path))
                  for y in reversed(years(catalog)))  # fmt: skip
    return _view(desk, part, _Heading(desk.words.say(N_("Dates")), _INTRO), groups, trend)


def year(desk: Desk, part: Part, number: int) -> views.DatesView:
    """One year: month by month, then what is dated by the year alone."""
    catalog = desk.catalog
    found = _in_year(catalog, number)
    groups, trend = [], []
    for each in months(catalog, number):
        at = Period(number, each)
        here, label = catalog.periods[at], desk.words.date(f"{number}-{each:02}")
        trend.append((label, here, desk.page(at.path)))
        group = _Group(f"m{each:02}", label, at.path)
        groups.append(_group(desk, group, here, len(found) > _LONG))
    groups = groups[::-1] if part.first else []
    if whole := catalog.periods.get(Period(number)):
        label = desk.words.say(N_("Month not stated"))
        group = _Group("whole", label, None, len(whole))
        groups.append(_group(desk, group, part.cut(whole), short=False))
    heading = _Heading(_year_name(desk, number), "", number, found)
    return _view(desk, part, heading, groups, _bars(trend))


def month(desk: Desk, part: Part, at: Period) -> views.DatesView:
    """One month."""
    found, label = desk.catalog.periods[at], desk.words.date(f"{at.year:04}-{at.month:02}")
    group = _Group(f"m{at.month:02}", label, None, len(found))
    groups = [_group(desk, group, part.cut(found), short=False)]
    return _view(desk, part, _Heading(label, "", at.year, found), groups)


def year_unknown(desk: Desk, part: Part) -> views.DatesView:
    """Dates whose year the text does not state."""
    found, label = desk.catalog.periods[Period(None)], desk.words.say(N_("Year not stated"))
    group = _Group("year-unknown", label, Period(None).path, len(found))
    groups = [_group(desk, group, part.cut(found), short=False)]
    return _view(desk, part, _Heading(label, _YEARLESS, None, found), groups)


def undated(desk: Desk, part: Part) -> views.DatesView:
    """Records without a date of publication."""
    groups = [_undated_group(desk, part.cut(desk.catalog.undated))]
    return _view(desk, part, _Heading(desk.words.say(N_("Undated")), _UNDATED), groups)


@dataclass(frozen=True, slots=True)
class _Heading:
    """What a page of dates is about."""

    label: str
    intro: str
    year: int | None = None
    dates: Sequence[Dated] = ()
    """Those whose companies are named beside them."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What stands over some dates."""

    id: str
    label: str
    path: str | None
    count: int | None = None
    """All its dates, where a page has but some of them."""


def _view(
    desk: Desk,
    part: Part,
    heading: _Heading,
    groups: Sequence[views.DateGroup],
    trend: tuple[views.TrendBar, ...] = (),
) -> views.DatesView:
    entries = {dated.entry.slug: dated.entry for dated in heading.dates}.values()
    counts = Counter(m.id for e in entries for m in e.article.companies if m.central)
    return views.DatesView(
        heading=pager.titled(desk, part, heading.label),
        intro=desk.words.say(heading.intro),
        periods=tuple(_periods(desk, heading)),
        months=tuple(_months(desk, heading)),
        trend=trend if len(trend) > 1 and part.first else (),
        companies=desk.companies(dict(counts.most_common(_COMPANIES))) if part.first else (),
        groups=tuple(groups),
        key=desk.words.bases(),
        pager=pager.links(desk, part),
    )


def _bars(found: Iterable[tuple[str, Sequence[Dated], str]]) -> tuple[views.TrendBar, ...]:
    counted = [(label, len(dates), href) for label, dates, href in found]
    most = max((count for _, count, _ in counted), default=1)
    return tuple(
        views.TrendBar(label=label, href=href, count=count, share=round(count / most, 3))
        for label, count, href in counted
    )


def _year_name(desk: Desk, number: int) -> str:
    return desk.words.date(f"{number:04}")


def _in_year(catalog: Catalog, number: int) -> tuple[Dated, ...]:
    """Dates of a year, latest first."""
    return catalog.years[number]


def _periods(desk: Desk, heading: _Heading) -> Iterable[views.Period]:
    catalog = desk.catalog
    for each in years(catalog):
        label, count = _year_name(desk, each), len(catalog.years[each])
        href, current = desk.page(Period(each).path), each == heading.year
        yield views.Period(label=label, href=href, count=count, current=current)
    rest = (
        (N_("Year not stated"), "dates/year-unknown/", len(catalog.periods.get(Period(None), ()))),
        (N_("Undated"), "dates/undated/", len(catalog.undated)),
    )
    for message, path, count in rest:
        label = desk.words.say(message)
        if count:
            current = label == heading.label
            yield views.Period(label=label, href=desk.page(path), count=count, current=current)


def _months(desk: Desk, heading: _Heading) -> Iterable[views.Period]:
    number = heading.year
    for each in months(desk.catalog, number) if number else ():
        at, label = Period(number, each), desk.words.date(f"{number:04}-{each:02}")
        count, current = len(desk.catalog.periods[at]), label == heading.label
        yield views.Period(label=label, href=desk.page(at.path), count=count, current=current)


def _group(desk: Desk, group: _Group, found: Sequence[Dated], short: bool) -> views.DateGroup:
    shown = found[:_SHORT] if short else found
    return _made(desk, group, len(found), ledger.entries(desk, shown))


def _undated_group(desk: Desk, found: Sequence[Entry], *, short: bool = False) -> views.DateGroup:
    label, total = desk.words.say(N_("Undated")), len(desk.catalog.undated)
    shown = found[:_SHORT] if short else found
    entries = tuple(ledger.undated(desk, entry) for entry in shown)
    group = _Group("undated", label, "dates/undated/", None if short else total)
    return _made(desk, group, total, entries)


def _made(
    desk: Desk, group: _Group, total: int, entries: tuple[views.LedgerEntry, ...]
) -> views.DateGroup:
    href = desk.page(group.path) if group.path else None
    more = desk.words.say(N_("all %(num)s"), num=desk.words.number(total))
    short = group.count is None and len(entries) < total and href
    return views.DateGroup(
        id=group.id,
        label=group.label,
        href=href,
        count=group.count or total,
        entries=entries,
        more=views.Link(label=more, href=href or "") if short else None,
    )
