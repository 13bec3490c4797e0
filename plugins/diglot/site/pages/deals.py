"""``deals/``: every alliance as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from diglot.deals.alliances import Alliance
from diglot.languages import Lang
from diglot.site import pager, rows, views
from diglot.site.dealpages import HOME, DealPage, spread_over
from diglot.site.opendata import files
from diglot.site.parts import Desk
from diglot.site.pictures import bars, network
from diglot.site.words import DEAL, N_, STATUS

_COUNTED: Final = N_("%(label)s (%(num)s)")


def pages(desk: Desk) -> tuple[DealPage, ...]:
    """The pages of the table."""
    return spread_over(desk.catalog.deals.alliances)


def view(desk: Desk, page: DealPage) -> views.DealsView:
    """A page of the table, with a filter for each kind of deal it has."""
    everything = pages(desk)
    others = everything[1:]
    intro = N_(
        "Every alliance the records report, each once, with the words of every record that "
        "reports it. Where records differ, the row shows what each of them says."
    )
    latest = N_("These are the latest; the script of this page, or the list of years, has all.")
    more = desk.words.say(latest) if others and page.path == HOME else ""
    return views.DealsView(
        heading=title(desk, page),
        intro=desk.words.sentences(desk.words.say(intro), more),
        filters=tuple(_filters(desk, page)),
        finder=_finder(desk) if page.path == HOME else None,
        groups=rows.deal_groups(desk, page.alliances),
        pages=tuple(_link(desk, other, current=other.path == page.path) for other in others),
        home=views.Link(
            label=desk.words.say(N_("All deals")), href=desk.page(HOME), current=page.path == HOME
        ),
        csv=desk.links.to(files.DEALS_CSV),
        sources_csv=desk.links.to(files.SOURCES_CSV),
        json=desk.links.to(files.DEALS_JSON),
        data=desk.page("data/"),
        bars=bars.by_period(desk, desk.catalog.deals.alliances) if page.path == HOME else None,
        network=network.whole(desk, network.AT_A_GLANCE) if page.path == HOME else None,
        key=desk.words.bases(),
    )


def title(desk: Desk, page: DealPage) -> str:
    """“Deals”, “Deals of 2021 (2 of 3)”."""
    if page.group is None:
        return desk.words.say(N_("Deals"))
    return desk.words.say(N_("Deals: %(period)s"), period=_period(desk, page))


def _name(desk: Desk, page: DealPage) -> str:
    """“2021”, “Year not stated”."""
    if page.year:
        return desk.words.date(f"{page.year:04}")
    yearless = page.group == "yearless"
    return desk.words.say(N_("Year not stated") if yearless else N_("No date stated"))


def _period(desk: Desk, page: DealPage) -> str:
    """“2021”, “2021 (2 of 3)”."""
    return pager.titled(desk, page.part, _name(desk, page))


def _link(desk: Desk, page: DealPage, *, current: bool) -> views.DealPageLink:
    name = _name(desk, page)
    return views.DealPageLink(
        label=_period(desk, page),
        short=name if page.part.first else desk.words.number(page.part.number),
        href=desk.page(page.path),
        count=page.total if page.part.first else 0,
        current=current,
    )


def _filters(desk: Desk, page: DealPage) -> Iterator[views.KindFilter]:
    deals = page.alliances
    yield views.KindFilter(key="all", label=desk.words.say(N_("all")), count=len(deals))
    counts = Counter(kind for alliance in deals for kind in alliance.kinds)
    for kind, label in DEAL.items():
        if counts[kind]:
            yield views.KindFilter(key=kind, label=desk.words.say(label), count=counts[kind])


def _finder(desk: Desk) -> views.DealFinder:
    words = desk.words
    one, many = (
        words.count("%(num)s deal", "%(num)s deals", n, num="{n}") for n in (1, 2)
    )  # the script fills in the number
    return views.DealFinder(
        companies=_companies(desk),
        themes=_themes(desk),
        years=_years(desk),
        statuses=_statuses(desk),
        found_one=one,
        found_many=many,
        **_periods(desk),
        partners=words.say(N_("%(company)s with: %(names)s"), company="{company}", names="{names}"),
        partner=words.say(_COUNTED, label="{name}", num="{n}"),
        loading=words.say(N_("Loading all deals …")),
        failed=words.say(N_("Some deals could not be loaded; the list is not complete.")),
    )


def _periods(desk: Desk) -> dict[str, str]:
    """What the script says of the years chosen; it fills in what is in braces."""
    said = {
        "since": N_("%(deals)s since %(since)s"),
        "until": N_("%(deals)s until %(until)s"),
        "between": N_("%(deals)s from %(since)s to %(until)s"),
        "unclear": N_("%(found)s; %(num)s more without a usable date"),
    }
    slots = {"deals": "{deals}", "since": "{since}", "until": "{until}", "found": "{found}"}
    return {key: desk.words.say(text, **slots, num="{n}") for key, text in said.items()}


def _companies(desk: Desk) -> tuple[views.DealChoice, ...]:
    counts = Counter(key for deal in desk.catalog.deals.alliances for key in deal.parties)
    names = sorted(desk.companies(counts), key=desk.company_order)
    own = desk.catalog.deals.groups
    return tuple(
        replace(_choice(desk, n.id, n.name, n.count, n.lang), own=own.get(n.id, ())) for n in names
    )


def _themes(desk: Desk) -> tuple[views.DealChoice, ...]:
    deals, themes_of = desk.catalog.deals.alliances, desk.catalog.deals.themes_of
    counts = Counter(key for deal in deals for key in themes_of(deal))
    names = sorted(desk.themes(counts), key=lambda name: desk.words.order(name.name))
    return tuple(_choice(desk, name.id, name.name, name.count, name.lang) for name in names)


def _statuses(desk: Desk) -> tuple[views.DealChoice, ...]:
    """What became of deals, where anything but a report is among them."""
    counts = Counter(key for deal in desk.catalog.deals.alliances for key in deal.statuses)
    said = {key: desk.words.say(label or N_("reported")) for key, label in STATUS.items()}
    choices = tuple(_choice(desk, key, said[key], counts[key]) for key in STATUS if counts[key])
    return choices if len(choices) > 1 else ()


def _choice(
    desk: Desk, key: str, name: str, count: int, lang: Lang | None = None
) -> views.DealChoice:
    label = desk.words.say(_COUNTED, label=name, num=desk.words.number(count))
    return views.DealChoice(key=key, name=name, label=label, lang=lang)


def _years(desk: Desk) -> tuple[str, ...]:
    """Years deals may be of, latest first."""
    years = {year for deal in desk.catalog.deals.alliances for year in _span(deal)}
    return tuple(f"{year:04}" for year in sorted(years, reverse=True))


def _span(deal: Alliance) -> Iterator[int]:
    ends = (deal.date.earliest, deal.date.latest) if deal.date else ()
    yield from (end.year for end in ends if end)
