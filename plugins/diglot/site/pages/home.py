"""Home and ``articles/``."""

from __future__ import annotations

from collections import Counter

from diglot.site import links, pager, rows, views
from diglot.site.catalog import Dated
from diglot.site.parts import Desk
from diglot.site.pictures import network, spans
from diglot.site.spread import Part
from diglot.site.words import N_, WHAT


def view(desk: Desk) -> views.HomeView:
    """What is new, with whom, when; and the ways in."""
    catalog, most = desk.catalog, desk.settings.home_items
    companies = desk.companies({key: len(found) for key, found in catalog.companies.items()})
    themes = desk.themes({key: len(found) for key, found in catalog.themes.items()})
    return views.HomeView(
        heading=desk.settings.tagline[desk.side].rstrip("。.") or desk.settings.site_name,
        counts=_counts(desk),
        records=rows.records(desk, catalog.entries[:most]),
        companies=companies[:most],
        companies_more=_more(desk, "companies/", len(companies)),
        themes=themes[:most],
        themes_more=_more(desk, "themes/", len(themes)),
        deals=rows.deal_groups(desk, catalog.alliances[: _few(most)]),
        deals_more=_more(desk, "deals/", len(catalog.alliances)),
        timeline=timeline(desk),
        network=network.whole(desk, network.AT_A_GLANCE),
        articles_more=_more(desk, "articles/", len(catalog.entries)),
    )


def articles(desk: Desk, part: Part) -> views.ArticlesView:
    """All records, latest first."""
    return views.ArticlesView(
        heading=pager.titled(desk, part, desk.words.say(N_("Articles"))),
        counts=_records(desk),
        records=rows.records(desk, part.cut(desk.catalog.entries)),
        pager=pager.links(desk, part),
    )


def _few(most: int) -> int:
    """Deals take much room: half as many as of the rest, at least three."""
    return min(most, max(3, most // 2))


def _more(desk: Desk, path: str, total: int) -> views.Link:
    label = desk.words.say(N_("all %(num)s"), num=desk.words.number(total))
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


def _counts(desk: Desk) -> str:
    catalog, count = desk.catalog, desk.words.count
    parts = [
        _records(desk),
        count("%(num)s deal", "%(num)s deals", len(catalog.alliances)),
        count("%(num)s company", "%(num)s companies", len(catalog.companies)),
        count("%(num)s theme", "%(num)s themes", len(catalog.themes)),
    ]
    return desk.words.say(
        N_("%(parts)s. Every fact keeps the words it rests on."), parts=desk.words.list(parts)
    )


def timeline(desk: Desk) -> views.TimelineView:
    """The latest events on an axis of years, each drawn at its own precision."""
    events = [d for d in desk.catalog.dates if d.event is not None][: desk.settings.home_items]
    known = [d.date for d in events if d.date.earliest and d.date.latest]
    first = min((d.earliest.year for d in known if d.earliest), default=2000)
    last = max((d.latest.year for d in known if d.latest), default=first)
    count = last - first + 1
    step = max(1, -(-count // 8))
    ticks = tuple(f"{y}" if (y - first) % step == 0 else "" for y in range(first, last + 1))
    entries = tuple(
        _drawn(desk, dated) for dated in sorted(events, key=lambda d: d.date.sort_key())
    )
    return views.TimelineView(first=first, years=count, ticks=ticks, entries=entries)


def _drawn(desk: Desk, dated: Dated) -> views.TimelineEntry:
    entry, parsed = dated.entry, dated.date
    event = entry.article.events[dated.event or 0]
    names = [desk.company(key).name for key in rows.concerned(entry, event)]
    label = desk.words.say(
        N_("%(what)s: %(companies)s"),
        what=desk.words.say(WHAT[event.what]),
        companies=desk.words.list(names[:3]) or desk.title(entry).text,
    )
    start, length = spans.interval(parsed)
    kind = parsed.precision
    return views.TimelineEntry(
        date=desk.date(event.date, event.basis),
        at=start,
        span=length,
        precision="anyyear" if start is None else kind if kind in ("day", "month") else "year",
        label=label,
        href=desk.page(links.article(entry.slug)),
    )
