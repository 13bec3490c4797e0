"""From content to the files of the site; knows nothing of Pelican."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from diglot import i18n
from diglot.model import SIDES, Side, other
from diglot.records.content import Content
from diglot.site import catalog, downloads, links, output, plan, render, sitemap, views
from diglot.site.entries import prepare
from diglot.site.links import Links
from diglot.site.parts import Desk
from diglot.site.settings import Settings
from diglot.site.words import N_, Words

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the extracted data (CC BY 4.0); the articles' rights stay with their publishers."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    records: int
    pages: int
    written: output.Written


def build(settings: Settings, content: Content) -> Built:
    """Build the site into its output directory.

    Args:
        settings: See `site.settings`.
        content: What the project holds; its faults are not looked at here.

    Raises:
        ContentError: a page would lie outside the output directory; all others are written.
    """
    entries = [prepare(record, settings.default_rights) for record in content.records]
    desks = _desks(settings, catalog.Catalog(content.registry, entries))
    renderer = render.renderer(
        settings.templates,
        {side: desk.words.catalog for side, desk in desks.items()},
        {side: _site(settings, desk) for side, desk in desks.items()},
    )
    pages: list[views.Page] = []
    jobs = plan.pages(desks, content.pages)
    written = output.write(settings.output, _files(settings, desks, renderer, jobs, pages))
    return Built(len(entries), len(pages), written)


def _desks(settings: Settings, records: catalog.Catalog) -> dict[Side, Desk]:
    at = Links(settings.base, settings.site_url)
    words = {side: Words(side, i18n.load_catalog(settings.catalogue(side))) for side in SIDES}
    return {
        side: Desk(records, words[side], at, settings, far=words[other(side)]) for side in SIDES
    }


def _files(
    settings: Settings,
    desks: dict[Side, Desk],
    renderer: render.Renderer,
    jobs: Iterable[plan.Job],
    pages: list[views.Page],
) -> Iterator[tuple[str, bytes]]:
    for job in jobs:
        page, view = job.make()
        pages.append(page)
        yield links.output(job.path), renderer.html(page, view)
    for file in (*downloads.feed_jobs(desks), *downloads.files(desks)):
        yield file.path, file.make()
    yield from static(settings.theme)
    at = desks["zh"].links
    yield "robots.txt", sitemap.robots(at)
    if at.site_url:  # the protocol wants full addresses
        yield "sitemap.xml", sitemap.sitemap(page for page in pages if page.canonical)
    yield ".nojekyll", b""


def static(theme: Path) -> Iterator[tuple[str, bytes]]:
    """The theme's static files; style and script under the digest of what they hold."""
    for path in sorted((theme / "static").rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            name = path.relative_to(theme / "static").as_posix()
            yield f"static/{_named(name, path.read_bytes())}", path.read_bytes()


def _named(name: str, data: bytes) -> str:
    """A name that changes with the content, so that browsers may keep the file for ever."""
    stem, dot, ending = name.rpartition(".")
    if ending not in ("css", "js"):
        return name
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}{dot}{ending}"


def _site(settings: Settings, desk: Desk) -> views.Site:
    to = desk.links.to

    def asset(name: str) -> str:
        return to(f"static/{_named(name, (settings.theme / 'static' / name).read_bytes())}")

    label = desk.words.say(N_("Extracted data: CC BY 4.0"))
    share = desk.links.absolute("static/share.png") if settings.site_url else ""
    return views.Site(
        name=settings.site_name,
        root=settings.base,
        stylesheet=asset("style.css"),
        script=asset("desk.js"),
        icon=to("static/icon.svg"),
        share_image=share,
        code_href=settings.code_url or None,
        data_licence=views.Link(label=label, href=LICENCE),
    )
