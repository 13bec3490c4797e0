"""``dates/`` and its periods: a record stands under each date it states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diglot.site import periods, rows, views
from diglot.site.catalog import Catalog, Dated
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.words import N_, STATUS, WHAT


def years(catalog: Catalog) -> list[int]:
    """Years that dates lie in, latest first."""
    found = {periods.of(dated.date).year for dated in catalog.dates}
    return sorted((year for year in found if year), reverse=True)


def months(catalog: Catalog, year: int) -> list[int]:
    """Months of a year that dates lie in."""
    found = (periods.of(d.date) for d in catalog.dates)
    return sorted({date.month for date in found if date.year == year and date.month})


def yearless(catalog: Catalog) -> tuple[Dated, ...]:
    """Dates whose year the text does not state."""
    return tuple(dated for dated in catalog.dates if periods.of(dated.date).year is None)


def index(desk: Desk) -> views.DatesView:
    """All dates, year by year."""
    catalog = desk.catalog
    groups = [_year_group(desk, year) for year in years(catalog)]
    if found := yearless(catalog):
        groups.append(_group(desk, "year-unknown", N_("Year not stated"), _entries(desk, found)))
    if catalog.undated:
        groups.append(_undated_group(desk))
    return _view(desk, desk.words.say(N_("Dates")), _INTRO, groups)


def year(desk: Desk, number: int) -> views.DatesView:
    """One year."""
    wanted = [d for d in desk.catalog.dates if periods.of(d.date).year == number]
    groups = []
    for month in [*sorted(months(desk.catalog, number), reverse=True), None]:
        found = [d for d in wanted if periods.of(d.date).month == month]
        if found and month:
            label, path = f"{number}-{month:02}", f"dates/{number}/{month:02}/"
            entries = _entries(desk, found)
            groups.append(_period(desk, f"m{month:02}", desk.words.date(label), path, entries))
        elif found:
            whole = desk.words.say(N_("Month not stated"))
            groups.append(_period(desk, "whole", whole, None, _entries(desk, found)))
    return _view(desk, desk.words.date(f"{number:04}"), "", groups, number)


def month(desk: Desk, number: int, part: int) -> views.DatesView:
    """One month."""
    dates = ((periods.of(d.date), d) for d in desk.catalog.dates)
    found = [d for date, d in dates if (date.year, date.month) == (number, part)]
    label = desk.words.date(f"{number:04}-{part:02}")
    groups = [_period(desk, f"m{part:02}", label, None, _entries(desk, found))]
    return _view(desk, label, "", groups, number)


def year_unknown(desk: Desk) -> views.DatesView:
    """Dates whose year the text does not state."""
    entries = _entries(desk, yearless(desk.catalog))
    groups = [_group(desk, "year-unknown", N_("Year not stated"), entries)]
    return _view(desk, desk.words.say(N_("Year not stated")), _YEARLESS, groups)


def undated(desk: Desk) -> views.DatesView:
    """Records without a date of publication."""
    return _view(desk, desk.words.say(N_("Undated")), _UNDATED, [_undated_group(desk)])


_INTRO = N_(
    "By event and by publication, each at the precision the text gives. An empty frame is a part "
    "the text does not state. Nothing is filled in."
)
_YEARLESS = N_("The text gives a day, a month or a decade but nowhere the year.")
_UNDATED = N_("Records whose text does not say when it was published; they may date events.")


def _view(
    desk: Desk,
    heading: str,
    intro: str,
    groups: Sequence[views.DateGroup],
    year: int | None = None,
) -> views.DatesView:
    return views.DatesView(
        heading=heading,
        intro=desk.words.say(intro),
        periods=tuple(_periods(desk, year, heading)),
        months=tuple(_months(desk, year, heading)) if year else (),
        groups=tuple(groups),
        key=desk.words.bases(),
    )


def _periods(desk: Desk, number: int | None, heading: str) -> Iterable[views.Period]:
    counts = Counter(periods.of(d.date).year for d in desk.catalog.dates)
    for each in years(desk.catalog):
        label, href = desk.words.date(f"{each:04}"), desk.page(f"dates/{each}/")
        yield views.Period(label=label, href=href, count=counts[each], current=each == number)
    rest = (
        (N_("Year not stated"), "dates/year-unknown/", counts[None]),
        (N_("Undated"), "dates/undated/", len(desk.catalog.undated)),
    )
    for message, path, count in rest:
        label = desk.words.say(message)
        if count:
            current = label == heading
            yield views.Period(label=label, href=desk.page(path), count=count, current=current)


def _months(desk: Desk, number: int, heading: str) -> Iterable[views.Period]:
    dates = [periods.of(dated.date) for dated in desk.catalog.dates]
    counts = Counter(date.month for date in dates if date.year == number)
    for each in months(desk.catalog, number):
        label = desk.words.date(f"{number:04}-{each:02}")
        href = desk.page(f"dates/{number}/{each:02}/")
        yield views.Period(label=label, href=href, count=counts[each], current=label == heading)


def _year_group(desk: Desk, number: int) -> views.DateGroup:
    found = [d for d in desk.catalog.dates if periods.of(d.date).year == number]
    label, path = desk.words.date(f"{number:04}"), f"dates/{number}/"
    return _period(desk, f"y{number}", label, path, _entries(desk, found))


def _group(
    desk: Desk, key: str, label: str, entries: tuple[views.LedgerEntry, ...]
) -> views.DateGroup:
    return _period(desk, key, desk.words.say(label), f"dates/{key}/", entries)


def _undated_group(desk: Desk) -> views.DateGroup:
    entries = tuple(_undated(desk, entry) for entry in desk.catalog.undated)
    return _group(desk, "undated", N_("Undated"), entries)


def _period(
    desk: Desk, key: str, label: str, path: str | None, entries: tuple[views.LedgerEntry, ...]
) -> views.DateGroup:
    return views.DateGroup(
        id=key, label=label, href=desk.page(path) if path else None, entries=entries
    )


def _entries(desk: Desk, found: Iterable[Dated]) -> tuple[views.LedgerEntry, ...]:
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


def _undated(desk: Desk, entry: Entry) -> views.LedgerEntry:
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
