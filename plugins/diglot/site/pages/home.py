"""Home and ``articles/``."""

from __future__ import annotations

from collections import Counter

from diglot.site import links, pager, rows, views
from diglot.site.catalog import Dated
from diglot.site.parts import Desk
from diglot.site.pictures import network, spans
from diglot.site.spread import Part
from diglot.site.words import DEAL, N_, WHAT


def view(desk: Desk) -> views.HomeView:
    """What is new, with whom, when; and the ways in."""
    catalog, most = desk.catalog, desk.settings.home_items
    companies = desk.companies({key: len(found) for key, found in catalog.companies.items()})
    themes = desk.themes({key: len(found) for key, found in catalog.themes.items()})
    counted = _counted(desk)
    return views.HomeView(
        heading=desk.settings.tagline[desk.side].rstrip("。.") or desk.settings.site_name,
        counts=_counts(desk),
        records=rows.records(desk, catalog.entries[:most]),
        companies=companies[:most],
        companies_more=_more(desk, "companies/", counted["companies"]),
        themes=themes[:most],
        themes_more=_more(desk, "themes/", counted["themes"]),
        deals=rows.deal_groups(desk, catalog.deals.alliances[: _few(most)]),
        deals_more=_more(desk, "deals/", counted["deals"]),
        timeline=timeline(desk),
        network=network.whole(desk, network.AT_A_GLANCE),
        articles_more=_more(desk, "articles/", counted["records"]),
    )


def articles(desk: Desk, part: Part) -> views.ArticlesView:
    """All records, latest first."""
    return views.ArticlesView(
        heading=pager.titled(desk, part, desk.words.say(N_("Records"))),
        counts=_records(desk),
        records=rows.records(desk, part.cut(desk.catalog.entries)),
        pager=pager.links(desk, part),
    )


def _few(most: int) -> int:
    """Deals take much room: half as many as of the rest, at least three."""
    return min(most, max(3, most // 2))


def _more(desk: Desk, path: str, counted: str) -> views.Link:
    label = desk.words.say(N_("All %(counted)s"), counted=counted)
    return views.Link(label=label, href=desk.page(path))


def _records(desk: Desk) -> str:
    sides = Counter(entry.side for entry in desk.catalog.entries)
    return desk.words.count(
        "%(num)s record (%(zh)s Chinese and %(en)s English originals)",
        "%(num)s records (%(zh)s Chinese and %(en)s English originals)",
        len(desk.catalog.entries),
        zh=desk.words.number(sides["zh"]),
        en=desk.words.number(sides["en"]),
    )


def _counted(desk: Desk) -> dict[str, str]:
    """How much there is of each thing, in words."""
    catalog, count = desk.catalog, desk.words.count
    return {
        "records": count("%(num)s record", "%(num)s records", len(catalog.entries)),
        "deals": count("%(num)s deal", "%(num)s deals", len(catalog.deals.alliances)),
        "companies": count("%(num)s company", "%(num)s companies", len(catalog.companies)),
        "themes": count("%(num)s theme", "%(num)s themes", len(catalog.themes)),
    }


def _counts(desk: Desk) -> str:
    counted = _counted(desk) | {"records": _records(desk)}
    return desk.words.say(
        N_("%(parts)s. Every fact keeps the words it rests on."),
        parts=desk.words.list(counted.values()),
    )


def timeline(desk: Desk) -> views.TimelineView:
    """The latest events on an axis of years, each drawn at its own precision."""
    events = [dated for dated in desk.catalog.dates if _happens(dated)][: desk.settings.home_items]
    known = [day for d in events for day in (d.date.earliest, d.date.latest) if day]
    along = spans.axis(desk.words, known)
    entries = tuple(
        _drawn(desk, dated) for dated in sorted(events, key=lambda d: d.date.sort_key())
    )
    return views.TimelineView(
        first=along.first, years=along.years, ticks=along.ticks, entries=entries
    )


def _happens(dated: Dated) -> bool:
    """Whether it is an event, and more than a date the text mentions."""
    return dated.event is not None and dated.entry.article.events[dated.event].what != "other"


def _drawn(desk: Desk, dated: Dated) -> views.TimelineEntry:
    entry, parsed = dated.entry, dated.date
    event = entry.article.events[dated.event or 0]
    deal = rows.deal_of(entry, event)
    names = [desk.company(key).name for key in rows.concerned(entry, event)]
    title = desk.title(entry).text
    label = desk.words.say(
        N_("%(who)s: %(what)s"),
        who=desk.words.list(names[:3]) or title,
        what=desk.words.say(DEAL[deal.kind] if deal else WHAT[event.what]),
    )
    start, length = spans.interval(parsed)
    kind = parsed.precision
    return views.TimelineEntry(
        date=desk.date(event.date, event.basis),
        at=start,
        span=length,
        precision="anyyear" if start is None else kind if kind in ("day", "month") else "year",
        label=label,
        title="" if deal or not names else title,
        href=desk.page(links.article(entry.slug)),
    )
