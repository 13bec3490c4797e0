"""The pages of lists and of what records are about: articles, companies, themes, dates.

Long ones are spread over several pages (`site.spread`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from diglot.site import heads, jsonld, pager, spread, views
from diglot.site.heads import Head, section
from diglot.site.jobs import Job, Made, job
from diglot.site.pages import company, dates, home, theme
from diglot.site.parts import Desk
from diglot.site.spread import Part
from diglot.site.words import N_

_SECTIONS: Final = {"company": "companies/", "theme": "themes/"}
"""Where the subjects of a kind are listed."""


def jobs(desk: Desk) -> Iterator[Job]:
    """The pages of one language."""
    at, catalog = f"{desk.side}/", desk.catalog
    for part in spread.parts("articles/", len(catalog.entries), spread.LINES):
        yield job(at + part.own, _articles, desk, part)
    yield job(f"{at}companies/", _companies, desk)
    yield job(f"{at}themes/", _themes, desk)
    for key in catalog.companies:
        for part in company.pages(desk, key):
            yield job(at + part.own, _company, desk, key, part)
    for key in catalog.themes:
        for part in theme.pages(desk, key):
            yield job(at + part.own, _theme, desk, key, part)
    for part, make in dates.pages(catalog):
        yield job(at + part.own, _date, desk, part, make)


def _articles(desk: Desk, part: Part) -> Made:
    view = home.articles(desk, part)
    crumbs = () if part.first else (section(desk, "articles/"),)
    return heads.page(desk, Head("articles", part.own, view.heading, view.counts, crumbs)), view


def _companies(desk: Desk) -> Made:
    view = company.index(desk)
    title, path = section(desk, "companies/")
    return heads.page(desk, Head("companies", path, title, view.counts)), view


def _company(desk: Desk, key: str, part: Part) -> Made:
    view, known = company.view(desk, key, part), desk.catalog.registry.companies[key]
    head = _head(desk, "company", desk.company(key).name, part, view)
    if part.first:
        head = replace(head, data=(jsonld.organization(known, key, desk.links, desk.side),))
    return heads.page(desk, head), view


def _themes(desk: Desk) -> Made:
    view = theme.index(desk)
    title, path = section(desk, "themes/")
    return heads.page(desk, Head("themes", path, title, view.counts)), view


def _theme(desk: Desk, key: str, part: Part) -> Made:
    view = theme.view(desk, key, part)
    return heads.page(desk, _head(desk, "theme", desk.theme(key).name, part, view)), view


def _head(
    desk: Desk, kind: str, name: str, part: Part, view: views.CompanyView | views.ThemeView
) -> Head:
    """The head of what is spread over pages: the first one describes it, and has its feed."""
    above, own = section(desk, _SECTIONS[kind]), (name, part.path)
    return Head(
        kind=kind,
        path=part.own,
        title=pager.titled(desk, part, name),
        description=(view.description if part.first else "") or view.counts,
        crumbs=(above,) if part.first else (above, own),
        feed=name if part.first else None,
    )


def _date(desk: Desk, part: Part, make: dates.Make) -> Made:
    view, path = make(desk, part), part.path
    crumbs = [] if path == "dates/" else [section(desk, "dates/")]
    if path.count("/") == 3:  # a month lies in its year
        year = path.split("/")[1]
        crumbs.append((desk.words.date(year), f"dates/{year}/"))
    about_it = desk.words.say(N_("Dates the records state: %(period)s"), period=view.heading)
    head = Head("dates", part.own, view.heading, about_it, crumbs=tuple(crumbs))
    return heads.page(desk, head), view
