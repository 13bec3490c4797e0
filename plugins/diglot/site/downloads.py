"""Which files a site has besides its pages, each as a path with a pure function that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from diglot.model import Side
from diglot.site import feeds, links
from diglot.site.entries import Entry
from diglot.site.pages import terms
from diglot.site.parts import Desk


@dataclass(frozen=True, slots=True)
class FileJob:
    """A file to be made that is no page."""

    path: str
    make: Callable[[], bytes]


def feed_jobs(desks: dict[Side, Desk]) -> Iterator[FileJob]:
    """Every feed of the site."""
    for desk in desks.values():
        catalog = desk.catalog
        yield _feed(desk, "", desk.settings.site_name, catalog.entries)
        for key, entries in catalog.companies.items():
            yield _feed(desk, links.company(key), desk.company(key).name, entries)
        for key, entries in catalog.themes.items():
            yield _feed(desk, links.theme(key), desk.theme(key).name, entries)


def files(desks: dict[Side, Desk]) -> Iterator[FileJob]:
    """Every file to be downloaded."""
    catalog, name = desks["en"].catalog, desks["en"].settings.site_name
    yield FileJob(terms.CSV, lambda: terms.as_csv(catalog.terms))
    yield FileJob(terms.TBX, lambda: terms.as_tbx(catalog.terms, name))


def _feed(desk: Desk, path: str, name: str, entries: tuple[Entry, ...]) -> FileJob:
    title = name if not path else f"{name} · {desk.settings.site_name}"
    where = f"{desk.side}/{path}feed.xml"
    return FileJob(where, lambda: feeds.feed(desk, path, title, entries))
