"""Which files a site has besides its pages, each as a path with a pure function that makes it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from diglot.authority import Registry
from diglot.languages import Side
from diglot.records import modeline
from diglot.site import dealpages, feeds, links, opensearch, share
from diglot.site.citation import offering
from diglot.site.entries import Entry
from diglot.site.jobs import FileJob, Lot
from diglot.site.opendata import files as opendata
from diglot.site.pages import terms
from diglot.site.parts import Desk
from diglot.site.search import files as search
from diglot.site.words import N_


def feed_jobs(desks: dict[Side, Desk]) -> Iterator[FileJob]:
    """Every feed of the site."""
    for desk in desks.values():
        catalog = desk.catalog
        yield _feed(desk, "", desk.settings.site_name, catalog.entries)
        yield _deals(desk)
        for key, entries in catalog.companies.items():
            yield _feed(desk, links.company(key), desk.company(key).name, entries)
        for key, entries in catalog.themes.items():
            yield _feed(desk, links.theme(key), desk.theme(key).name, entries)


def files(desks: dict[Side, Desk]) -> Iterator[FileJob]:
    """Every file to be downloaded, but for those of the search."""
    catalog, name = desks["en"].catalog, desks["en"].settings.site_name
    yield FileJob(terms.CSV, lambda: terms.as_csv(catalog.terms))
    yield FileJob(terms.TBX, lambda: terms.as_tbx(catalog.terms, name))
    yield from (FileJob(path, make) for path, make in opendata.files(desks))
    for entry in catalog.entries:
        if share.of(desks["en"], entry):
            yield _share(desks["en"], entry)
    for desk in desks.values():
        if desk.links.site_url:  # the template wants a full address
            yield _opensearch(desk)
        for entry in catalog.entries:
            for file in offering.FILES:
                yield _citation(desk, entry, file)
    yield from _schemas(catalog.registry)


def searched(desks: dict[Side, Desk]) -> Lot:
    """The files of the search."""
    return Lot(search.AT, lambda: (FileJob(path, make) for path, make in search.files(desks)))


def _share(desk: Desk, entry: Entry) -> FileJob:
    return FileJob(share.path(entry), lambda: share.paint(desk, entry))


def _opensearch(desk: Desk) -> FileJob:
    return FileJob(f"{desk.side}/{opensearch.NAME}", lambda: opensearch.description(desk))


def _citation(desk: Desk, entry: Entry, file: str) -> FileJob:
    path = f"{desk.side}/{links.article(entry.slug)}{file}"
    return FileJob(path, lambda: offering.file(desk, entry, file))


def _deals(desk: Desk) -> FileJob:
    title = f"{desk.words.say(N_('Deals'))} · {desk.settings.site_name}"
    where = f"{desk.side}/{dealpages.HOME}feed.xml"
    return FileJob(where, lambda: feeds.deals(desk, dealpages.HOME, title))


def _schemas(registry: Registry) -> Iterator[FileJob]:
    """JSON Schemas of the content's files, under the address programs know them by."""
    for model in modeline.NAMES:
        yield FileJob(f"schemas/{modeline.file(model)}", partial(_schema, model, registry))


def _schema(model: type, registry: Registry) -> bytes:
    from diglot.records import reference  # pydantic, which a build may do without

    return reference.described(model, registry.kinds).encode()


def _feed(desk: Desk, path: str, name: str, entries: tuple[Entry, ...]) -> FileJob:
    title = name if not path else f"{name} · {desk.settings.site_name}"
    where = f"{desk.side}/{path}feed.xml"
    return FileJob(where, lambda: feeds.feed(desk, path, title, entries))
