"""``themes/`` and ``themes/<id>/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from diglot.site import links, pager, relations, rows, spread, views
from diglot.site.entries import Entry
from diglot.site.pages import dates
from diglot.site.parts import Desk
from diglot.site.pictures import bars, matrix
from diglot.site.spread import Part
from diglot.site.words import N_

_COMPANIES: Final = 40
"""Companies a theme's page names."""


def index(desk: Desk) -> views.ThemesView:
    """Themes that have records, most records first."""
    names = desk.themes({key: len(entries) for key, entries in desk.catalog.themes.items()})
    return views.ThemesView(
        counts=desk.words.count("%(num)s theme", "%(num)s themes", len(names)),
        themes=tuple(views.ThemeRow(name=n, description=_description(desk, n.id)) for n in names),
        matrix=matrix.matrix(desk),
    )


def pages(desk: Desk, key: str) -> tuple[Part, ...]:
    """The pages of a theme: one, unless it has many deals or records."""
    entries, deals = desk.catalog.themes[key], desk.catalog.deals.on(key)
    return spread.parts(links.theme(key), max(len(entries), len(deals)))


def view(desk: Desk, key: str, part: Part) -> views.ThemeView:
    """One theme: what happened, who, trend."""
    name = desk.catalog.registry.themes[key].name
    entries, deals = desk.catalog.themes[key], desk.catalog.deals.on(key)
    companies = Counter(m.id for e in entries for m in e.article.companies if m.central)
    return views.ThemeView(
        zh=name.zh,
        en=name.en,
        description=_description(desk, key),
        counts=desk.words.list(
            (
                desk.words.count("%(num)s deal", "%(num)s deals", len(deals)),
                desk.words.count("%(num)s company", "%(num)s companies", len(companies)),
                desk.words.count("%(num)s record", "%(num)s records", len(entries)),
            )
        ),
        first=part.first,
        part=pager.ordinal(desk, part),
        home=pager.home(desk, part, name[desk.side]),
        trend=_trend(desk, entries),
        bars=bars.by_period(desk, deals) if part.first else None,
        companies=desk.companies(dict(companies.most_common(_COMPANIES))),
        companies_count=len(companies),
        deals=rows.deal_groups(desk, part.cut(deals)),
        deals_count=len(deals),
        deals_more=pager.all_deals(desk, part, f"theme={key}", len(deals)),
        records=rows.records(desk, part.cut(entries)),
        records_count=len(entries),
        sources=relations.sources(desk, entries),
        pager=pager.links(desk, part),
    )


def _description(desk: Desk, key: str) -> str:
    text = desk.catalog.registry.themes[key].description
    return text[desk.side] if text else ""


def _trend(desk: Desk, entries: Iterable[Entry]) -> tuple[views.TrendBar, ...]:
    """Records by year, oldest first; those without a year last."""
    years = Counter(day.year if (day := entry.day()) else None for entry in entries)
    most, dated = max(years.values()), set(dates.years(desk.catalog))
    return tuple(
        views.TrendBar(
            label=desk.words.date(f"{year:04}") if year else desk.words.say(N_("no year")),
            href=desk.page(f"dates/{year}/") if year in dated else "",
            count=years[year],
            share=years[year] / most,
        )
        for year in sorted(years, key=lambda year: year or 9999)
    )
