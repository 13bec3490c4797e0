"""From content to the files of the site; knows nothing of Pelican."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from diglot import attention, i18n
from diglot.languages import SIDES, Side, other
from diglot.problems import Finding
from diglot.records.content import Content
from diglot.site import (
    admin,
    assets,
    catalog,
    downloads,
    links,
    opensearch,
    output,
    pagejson,
    plan,
    redirects,
    render,
    share,
    sitemap,
    structured,
    typesetting,
    views,
)
from diglot.site.entries import Entry, prepare
from diglot.site.jobs import Bundle, FileJob, Job, Lot
from diglot.site.links import Links
from diglot.site.parts import Desk
from diglot.site.settings import Settings
from diglot.site.words import N_, Words

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the extracted data (CC BY 4.0); the articles' rights stay with their publishers."""
_IN_LANGUAGE: Final = tuple(f"{side}/" for side in SIDES)
SHARE = "static/share.png"
"""Path of the image other sites show with a link, where ``content/`` has one."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    records: int
    pages: int
    written: output.Written


def build(settings: Settings, content: Content, findings: Iterable[Finding] | None = None) -> Built:
    """Build the site into its output directory.

    Args:
        settings: See `site.settings`.
        content: What the project holds; its faults are not looked at here.
        findings: What the checks found, for the editors' page of what wants a human eye.

    Raises:
        ContentError: a page would lie outside the output directory; all others are written.
    """
    entries = [prepare(record, settings.default_rights) for record in content.records]
    pages: list[views.Page] = []
    made = bundles(settings, content, entries, findings, pages)
    files = (file for bundle in made for file in bundle.files())
    written = output.write(settings.output, files)
    return Built(len(entries), len(pages), written)


def bundles(
    settings: Settings,
    content: Content,
    entries: Sequence[Entry],
    findings: Iterable[Finding] | None,
    pages: list[views.Page],
) -> Iterator[Bundle | Lot]:
    """Every file of the site, none made yet.

    Args:
        settings: See `site.settings`.
        content: What the project holds.
        entries: Its records, prepared.
        findings: See `build`.
        pages: Takes up each page that is made; the sitemap, made last, names those.
    """
    if settings.share_images:
        share.check()
    desks = _desks(settings, catalog.Catalog(content.registry, entries))
    static = assets.assets(settings.theme)
    renderer = render.renderer(
        settings.templates,
        {side: desk.words.catalog for side, desk in desks.items()},
        {side: _site(settings, desk, static) for side, desk in desks.items()},
        typesetting.vocabulary(content.registry),
    )
    queue = cache(partial(_queue, content, findings, entries))
    for job in plan.pages(desks, content.pages, queue):
        yield _page(job, desks, renderer, pages)
    moved = redirects.files(desks.values(), renderer)
    for file in (*moved, *downloads.feed_jobs(desks), *downloads.files(desks)):
        yield file.bundle()
    yield downloads.searched(desks)
    yield from (
        FileJob(asset.path, partial(bytes, asset.data)).bundle() for asset in static.values()
    )
    if settings.share.is_file():
        yield FileJob(SHARE, settings.share.read_bytes).bundle()
    for path, data in admin.files(settings, desks["zh"].catalog.registry):
        yield FileJob(path, partial(bytes, data)).bundle()
    at = desks["zh"].links
    yield FileJob("robots.txt", lambda: sitemap.robots(at)).bundle()
    if at.site_url:  # the protocol wants full addresses
        named = (page for page in pages if page.canonical)
        yield FileJob("sitemap.xml", lambda: sitemap.sitemap(named)).bundle()
    yield FileJob(".nojekyll", bytes).bundle()


def _page(
    job: Job, desks: dict[Side, Desk], renderer: render.Renderer, pages: list[views.Page]
) -> Bundle:
    """A page and, where it is of one language, its JSON twin, from the same view."""
    twin = (job.path + pagejson.NAME,) if job.path.startswith(_IN_LANGUAGE) else ()

    def make() -> tuple[bytes, ...]:
        page, view = job.make()
        page = structured.complete(page, view, desks[page.side].links)
        pages.append(page)
        return renderer.html(page, view), *(pagejson.twin(page, view) for _ in twin)

    return Bundle((links.output(job.path), *twin), make)


def _queue(
    content: Content, findings: Iterable[Finding] | None, entries: Iterable[Entry]
) -> tuple[attention.Group, ...]:
    """What wants a human eye, once it was looked for; the texts are parsed and paired already."""
    if findings is None:
        return ()
    known = {entry.slug: (entry.pairs, entry.nodes[other(entry.side)]) for entry in entries}
    return attention.queue(content, findings, paired=lambda record: known[record.slug])


def _desks(settings: Settings, records: catalog.Catalog) -> dict[Side, Desk]:
    at = Links(settings.base, settings.site_url)
    words = {side: Words(side, i18n.load_catalog(settings.catalogue(side))) for side in SIDES}
    return {
        side: Desk(records, words[side], at, settings, far=words[other(side)]) for side in SIDES
    }


def _site(settings: Settings, desk: Desk, static: Mapping[str, assets.Asset]) -> views.Site:
    to = desk.links.to
    search = static["search/search.js"]

    label = desk.words.say(N_("Extracted data: CC BY 4.0"))
    return views.Site(
        name=settings.site_name,
        root=settings.base,
        stylesheet=to(static["style.css"].path),
        script=to(static["desk.js"].path),
        deals_script=to(static["deals.js"].path),
        search_script=to(search.path),
        search_asked=to(static["search/asked.js"].path),
        search_modules=tuple(map(to, search.modules)),
        icon=to(static["icon.svg"].path),
        share_image=_share_image(desk),
        opensearch_href=to(f"{desk.side}/{opensearch.NAME}") if settings.site_url else "",
        colophon_zh=settings.colophon.zh,
        colophon_en=settings.colophon.en,
        code_href=settings.code_url or None,
        data_licence=views.Link(label=label, href=LICENCE),
    )


def _share_image(desk: Desk) -> views.ShareImage | None:
    settings = desk.settings
    if not (settings.site_url and settings.share.is_file()):
        return None
    name, tagline = settings.site_name, settings.tagline[desk.side]
    titled = desk.words.say(N_("%(name)s: %(tagline)s"), name=name, tagline=tagline)
    return views.ShareImage(href=desk.links.absolute(SHARE), alt=titled if tagline else name)
