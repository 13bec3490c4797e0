"""Which pages a site has, each as a path with a pure function that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from diglot.attention import Group
from diglot.languages import SIDES, Side, other
from diglot.site import heads, jsonld, links, share, subjects
from diglot.site.catalog import Catalog
from diglot.site.citation import meta
from diglot.site.dealpages import DealPage
from diglot.site.entries import Entry
from diglot.site.heads import Head, section
from diglot.site.jobs import Job, Made, job
from diglot.site.opendata import files as opendata
from diglot.site.pages import (
    about,
    article,
    data,
    deals,
    facing,
    home,
    review,
    search,
    special,
    terms,
)
from diglot.site.parts import Desk
from diglot.site.words import N_


def pages(
    desks: dict[Side, Desk], texts: Mapping[str, str], queue: Callable[[], Sequence[Group]] = tuple
) -> Iterator[Job]:
    """Every page; ``texts`` are `Content.pages`, ``queue`` finds what editors should see."""
    yield Job("", lambda: _chooser(desks))
    yield Job("404.html", lambda: _not_found(desks))
    yield job(review.PATH, review.ways, desks)
    for side in SIDES:
        yield job(f"{side}/{review.PATH}", review.made, desks[side], queue)
    catalog = desks["zh"].catalog
    for entry in catalog.entries:
        yield job(links.facing(entry.slug), _facing, desks, entry)
    for side in SIDES:
        yield from _language(desks[side], catalog, texts)


def _language(desk: Desk, catalog: Catalog, texts: Mapping[str, str]) -> Iterator[Job]:
    at = f"{desk.side}/"
    yield job(at, _home, desk)
    yield from subjects.jobs(desk)
    yield job(at + data.PATH, _data, desk)
    for page in deals.pages(desk):
        yield job(at + page.path, _deals, desk, page)
    yield job(f"{at}search/", _search, desk)
    yield job(f"{at}terms/", _terms, desk)
    yield job(f"{at}about/", _about, desk, texts)
    for entry in catalog.entries:
        yield job(at + links.article(entry.slug), _article, desk, entry)


def _home(desk: Desk) -> Made:
    view = home.view(desk)
    name, tagline = desk.settings.site_name, desk.settings.tagline[desk.side]
    data = jsonld.website(name, desk.links, desk.side, tagline)
    return heads.page(
        desk, Head("home", "", view.heading, tagline or view.counts, data=(data,))
    ), view


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
            crumbs=(section(desk, "articles/"),),
            data=(jsonld.news_article(entry, desk.side, desk.links, told),),
            facing=links.facing(entry.slug),
            langs=(entry.lang("zh"), entry.lang("en")),
            published=jsonld.publication_day(entry),
            waits=entry.state(other(desk.side)),
            citation=meta.tags(desk, entry),
            share_image=share.of(desk, entry),
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
        share_image=share.of(desk, entry),
    )
    return heads.apart(desk, head), facing.view(desks, entry)


def _deals(desk: Desk, page: DealPage) -> Made:
    view = deals.view(desk, page)
    crumbs = (section(desk, "deals/"),) if page.group else ()
    about_it = () if page.group else (data.dataset(desk, opendata.DEALS),)
    head = Head("deals", page.path, view.heading, view.intro, crumbs=crumbs, data=about_it)
    return heads.page(desk, head), view


def _data(desk: Desk) -> Made:
    view = data.view(desk)
    head = Head("data", data.PATH, view.heading, view.intro, data=(data.dataset(desk),))
    return heads.page(desk, head), view


def _about(desk: Desk, texts: Mapping[str, str]) -> Made:
    view = about.view(desk, texts.get(f"about.{desk.side}", ""))
    title, path = section(desk, "about/")
    return heads.page(
        desk, Head("about", path, title, desk.settings.tagline[desk.side] or title)
    ), view


def _search(desk: Desk) -> Made:
    view = search.view(desk)
    about_it = desk.words.say(N_("Search all records in both languages at once"))
    return heads.page(desk, Head("search", "search/", view.heading, about_it)), view


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
