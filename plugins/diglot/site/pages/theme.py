"""``themes/`` and ``themes/<id>/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from diglot.site import rows, views
from diglot.site.catalog import ToldDeal
from diglot.site.entries import Entry
from diglot.site.parts import Desk, block_of
from diglot.site.words import N_
from diglot.text.script import to_simplified


def index(desk: Desk) -> views.ThemesView:
    """Themes that have records, most records first."""
    names = desk.themes({key: len(entries) for key, entries in desk.catalog.themes.items()})
    return views.ThemesView(
        counts=desk.words.count("%(num)s theme", "%(num)s themes", len(names)),
        themes=tuple(views.ThemeRow(name=n, description=_description(desk, n.id)) for n in names),
    )


def view(desk: Desk, key: str) -> views.ThemeView:
    """One theme: what happened, who, trend."""
    name = desk.catalog.registry.themes[key].name
    entries, deals = desk.catalog.themes[key], deals_on(desk, key)
    companies = Counter(m.id for e in entries for m in e.article.companies if m.central)
    return views.ThemeView(
        zh=name.zh,
        en=name.en,
        description=_description(desk, key),
        counts=desk.words.list(
            (
                desk.words.count("%(num)s record", "%(num)s records", len(entries)),
                desk.words.count("%(num)s deal", "%(num)s deals", len(deals)),
            )
        ),
        trend=_trend(desk, entries),
        companies=desk.companies(companies),
        deals=rows.deal_groups(desk, deals),
        deals_count=len(deals),
        records=rows.records(desk, entries),
    )


def deals_on(desk: Desk, key: str) -> tuple[ToldDeal, ...]:
    """Deals told in a paragraph that speaks of the theme; of a record without such, its first."""
    cues = desk.catalog.registry.themes[key].cues
    wanted: set[str] = set()
    for entry in desk.catalog.themes[key]:
        told = desk.catalog.deals_in(entry)
        near = [one for one in told if _speaks(one, cues.zh if entry.side == "zh" else cues.en)]
        wanted.update(one.id for one in near or told[:1])
    return tuple(told for told in desk.catalog.deals if told.id in wanted)


def _speaks(told: ToldDeal, cues: Iterable[str]) -> bool:
    """Whether the paragraph that states a deal has a cue word."""
    places = (block_of(told.entry, quote) for quote in told.deal.evidence)
    nodes = told.entry.nodes[told.entry.side]
    text = " ".join(nodes[place].plain for place in places if place is not None)
    return any(cue.casefold() in to_simplified(text).casefold() for cue in cues)


def _description(desk: Desk, key: str) -> str:
    text = desk.catalog.registry.themes[key].description
    return text[desk.side] if text else ""


def _trend(desk: Desk, entries: Iterable[Entry]) -> tuple[views.TrendBar, ...]:
    """Records by year, oldest first; those without a year last."""
    years = Counter(day.year if (day := entry.day()) else None for entry in entries)
    most = max(years.values())
    return tuple(
        views.TrendBar(
            label=str(year) if year else desk.words.say(N_("no year")),
            count=years[year],
            share=years[year] / most,
        )
        for year in sorted(years, key=lambda year: year or 9999)
    )
