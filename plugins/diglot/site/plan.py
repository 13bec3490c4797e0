"""Which pages a site has, each as a path with a pure function that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from diglot.model import SIDES, Side, other
from diglot.site import heads, jsonld, links
from diglot.site.catalog import Catalog
from diglot.site.entries import Entry
from diglot.site.heads import Head
from diglot.site.pages import (
    about,
    article,
    company,
    dates,
    deals,
    facing,
    home,
    special,
    terms,
    theme,
)
from diglot.site.parts import Desk
from diglot.site.views import DatesView, Page
from diglot.site.words import N_

Made = tuple[Page, object]
"""A page's frame and its view."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made; ``make`` depends on nothing but the catalog."""

    path: str
    """Path below the site's root, as in links."""
    make: Callable[[], Made]


def pages(desks: dict[Side, Desk], texts: Mapping[str, str]) -> Iterator[Job]:
    """Every page of the site; ``texts``: `Content.pages`."""
    yield Job("", lambda: _chooser(desks))
    yield Job("404.html", lambda: _not_found(desks))
    catalog = desks["zh"].catalog
    for entry in catalog.entries:
        yield _job(links.facing(entry.slug), _facing, desks, entry)
    for side in SIDES:
        yield from _language(desks[side], catalog, texts)


def _job(path: str, make: Callable[..., Made], *args: object) -> Job:
    return Job(path, lambda: make(*args))


def _language(desk: Desk, catalog: Catalog, texts: Mapping[str, str]) -> Iterator[Job]:
    at = f"{desk.side}/"
    yield _job(at, _home, desk)
    yield _job(f"{at}articles/", _articles, desk)
    yield _job(f"{at}companies/", _companies, desk)
    yield _job(f"{at}themes/", _themes, desk)
    yield _job(f"{at}deals/", _deals, desk)
    yield _job(f"{at}terms/", _terms, desk)
    yield _job(f"{at}about/", _about, desk, texts)
    for entry in catalog.entries:
        yield _job(at + links.article(entry.slug), _article, desk, entry)
    for key in catalog.companies:
        yield _job(at + links.company(key), _company, desk, key)
    for key in catalog.themes:
        yield _job(at + links.theme(key), _theme, desk, key)
    yield from _dates(desk, catalog, at)


def _dates(desk: Desk, catalog: Catalog, at: str) -> Iterator[Job]:
    yield _job(f"{at}dates/", _date, desk, "dates/", dates.index)
    for year in dates.years(catalog):
        path = f"dates/{year}/"
        yield _job(at + path, _date, desk, path, dates.year, year)
        for month in dates.months(catalog, year):
            path = f"dates/{year}/{month:02}/"
            yield _job(at + path, _date, desk, path, dates.month, year, month)
    if dates.yearless(catalog):
        path = "dates/year-unknown/"
        yield _job(at + path, _date, desk, path, dates.year_unknown)
    if catalog.undated:
        path = "dates/undated/"
        yield _job(at + path, _date, desk, path, dates.undated)


def _home(desk: Desk) -> Made:
    view = home.view(desk)
    name, tagline = desk.settings.site_name, desk.settings.tagline[desk.side]
    data = jsonld.website(name, desk.links, desk.side, tagline)
    return heads.page(
        desk, Head("home", "", view.heading, tagline or view.counts, data=(data,))
    ), view


def _section(desk: Desk, path: str) -> tuple[str, str]:
    """Name and path of a section of the masthead."""
    return desk.words.say(heads.NAV[path]), path


def _articles(desk: Desk) -> Made:
    view = home.articles(desk)
    title, path = _section(desk, "articles/")
    return heads.page(desk, Head("articles", path, title, view.counts)), view


def _article(desk: Desk, entry: Entry) -> Made:
    view = article.view(desk, entry)
    gist = desk.gist(entry)
    told = jsonld.Told(
        companies=tuple(desk.company(m.id).name for m in entry.article.companies),
        publisher=desk.publisher(entry.article.source.publisher),
        description=gist,
    )
    return heads.page(
        desk,
        Head(
            "article",
            links.article(entry.slug),
            view.title.text,
            gist,
            crumbs=(_section(desk, "articles/"),),
            data=(jsonld.news_article(entry, desk.side, desk.links, told),),
            facing=links.facing(entry.slug),
            langs=(entry.lang("zh"), entry.lang("en")),
            published=jsonld.publication_day(entry),
            waits=entry.state(other(desk.side)),
        ),
    ), view


def _facing(desks: dict[Side, Desk], entry: Entry) -> Made:
    desk, path = desks[entry.side], links.facing(entry.slug)
    title = desk.words.say(N_("Facing texts: %(title)s"), title=entry.article.title)
    head = Head(
        kind="both",
        path=path,
        title=title,
        description=desk.gist(entry),
        facing=path,
        langs=(entry.lang("zh"), entry.lang("en")),
        twin=links.article(entry.slug),
    )
    return heads.apart(desk, head), facing.view(desks, entry)


def _companies(desk: Desk) -> Made:
    view = company.index(desk)
    title, path = _section(desk, "companies/")
    return heads.page(desk, Head("companies", path, title, view.counts)), view


def _company(desk: Desk, key: str) -> Made:
    view = company.view(desk, key)
    name, known = desk.company(key).name, desk.catalog.registry.companies[key]
    return heads.page(
        desk,
        Head(
            "company",
            links.company(key),
            name,
            view.description or view.counts,
            crumbs=(_section(desk, "companies/"),),
            data=(jsonld.organization(known, key, desk.links, desk.side),),
            feed=name,
        ),
    ), view


def _themes(desk: Desk) -> Made:
    view = theme.index(desk)
    title, path = _section(desk, "themes/")
    return heads.page(desk, Head("themes", path, title, view.counts)), view


def _theme(desk: Desk, key: str) -> Made:
    view, name, path = theme.view(desk, key), desk.theme(key).name, links.theme(key)
    about_it = view.description or view.counts
    crumbs = (_section(desk, "themes/"),)
    return heads.page(desk, Head("theme", path, name, about_it, crumbs=crumbs, feed=name)), view


def _date(desk: Desk, path: str, make: Callable[..., DatesView], *args: int) -> Made:
    view = make(desk, *args)
    crumbs = [] if path == "dates/" else [_section(desk, "dates/")]
    if len(args) == 2:  # a month lies in its year
        crumbs.append((desk.words.date(f"{args[0]:04}"), f"dates/{args[0]}/"))
    about_it = desk.words.say(N_("Dates the records state: %(period)s"), period=view.heading)
    return heads.page(desk, Head("dates", path, view.heading, about_it, crumbs=tuple(crumbs))), view


def _deals(desk: Desk) -> Made:
    view = deals.view(desk)
    title, path = _section(desk, "deals/")
    return heads.page(desk, Head("deals", path, title, view.intro)), view


def _about(desk: Desk, texts: Mapping[str, str]) -> Made:
    view = about.view(desk, texts.get(f"about.{desk.side}", ""))
    title, path = _section(desk, "about/")
    return heads.page(
        desk, Head("about", path, title, desk.settings.tagline[desk.side] or title)
    ), view


def _terms(desk: Desk) -> Made:
    view = terms.view(desk)
    return heads.page(desk, Head("terms", "terms/", view.heading, view.intro)), view


def _chooser(desks: dict[Side, Desk]) -> Made:
    desk = desks["en"]
    tagline = " ".join((desk.settings.tagline.zh, desk.settings.tagline.en))
    head = Head(kind="chooser", path="", title=desk.settings.site_name, description=tagline)
    return heads.apart(desk, head), special.chooser(desks)


def _not_found(desks: dict[Side, Desk]) -> Made:
    title = desks["en"].words.say(N_("There is no page here"))
    head = Head(kind="404", path="404.html", title=title, description=title)
    return heads.apart(desks["en"], head), special.not_found(desks)
