"""The frame of a page: title, address, its place in both languages, feeds, data for machines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from diglot.languages import SIDES, Lang, Side, lang_of
from diglot.site import jsonld, pagejson, views
from diglot.site.dealpages import HOME
from diglot.site.parts import Desk
from diglot.site.words import N_, STATE
from diglot.translation.units import State

NAV: Final = {
    "articles/": N_("Records"),
    "companies/": N_("Companies"),
    "themes/": N_("Themes"),
    "dates/": N_("Dates"),
    "deals/": N_("Deals"),
    "about/": N_("About"),
}
_LOCALE: Final[dict[Side, str]] = {"zh": "zh_CN", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Head:
    """What is particular to the frame of a page."""

    kind: str
    """Page kind, see `views.Page`."""
    path: str
    """Path below the language, such as ``companies/tencent/``; of a page apart, below the root."""
    title: str
    """Its title, without the site's name."""
    description: str
    """One sentence for search engines."""
    crumbs: tuple[tuple[str, str], ...] = ()
    """Names and paths between home and the page."""
    data: tuple[jsonld.Object, ...] = ()
    """JSON-LD objects besides the breadcrumbs."""
    facing: str | None = None
    """Path of the facing texts, for an article."""
    feed: str | None = None
    """Name of what the page's own feed is about, if it has one."""
    langs: tuple[Lang, Lang] = ("zh-Hans", "en")
    """BCP 47 tags of the page in Chinese and in English."""
    published: str | None = None
    """ISO day of publication, for an article."""
    waits: State | None = None
    """State of the text on the other side, for an article."""
    citation: tuple[views.Meta, ...] = ()
    """``citation_*`` of an article."""
    share_image: views.ShareImage | None = None
    """Of an article whose share image is made."""
    twin: str = ""
    """Of a page apart: where the language switch leads, below the languages."""


def page(desk: Desk, head: Head) -> views.Page:
    """The frame of a page that exists in both languages."""
    trail = [(desk.words.say(N_("Home")), ""), *head.crumbs, (head.title, head.path)]
    named = [(name, f"{desk.side}/{part}") for name, part in trail]
    crumbs = [jsonld.breadcrumbs(named, desk.links)] if head.path else []
    frame = _frame(desk, head, f"{desk.side}/{head.path}")
    return replace(
        frame,
        bilingual=False,
        alternates=_alternates(desk, head.path, head.langs),
        feeds=tuple(_feeds(desk, head.path, head.feed)),
        nav=nav(desk, head.path),
        zh=_waiting(desk, switch(desk, "zh", head.path, current=desk.side == "zh"), head),
        en=_waiting(desk, switch(desk, "en", head.path, current=desk.side == "en"), head),
        crumbs=tuple(_crumb(desk, name, path) for name, path in trail[:-1]) if head.path else (),
        json_ld=tuple(jsonld.script(thing) for thing in (*head.data, *crumbs)),
        json_hrefs=(desk.page(head.path + pagejson.NAME),),
    )


def section(desk: Desk, path: str) -> tuple[str, str]:
    """Name and path of a section of the masthead."""
    return desk.words.say(NAV[path]), path


def apart(desk: Desk, head: Head) -> views.Page:
    """The frame of a page outside the languages: facing texts, chooser, not found."""
    frame = _frame(desk, head, head.path)
    if head.kind == "chooser":
        return replace(frame, alternates=_alternates(desk, "", head.langs))
    if head.kind == "both":
        twins = (f"{side}/{head.twin}{pagejson.NAME}" for side in SIDES)  # the texts' own
        return replace(frame, nav=nav(desk, head.twin), json_hrefs=tuple(map(desk.links.to, twins)))
    return replace(frame, canonical=None)


def _frame(desk: Desk, head: Head, path: str) -> views.Page:
    at = desk.links
    facing = _facing(desk, head.facing, current=head.kind == "both") if head.facing else None
    return views.Page(
        kind=head.kind,
        side=desk.side,
        bilingual=True,
        lang=head.langs[0] if desk.side == "zh" else head.langs[1],
        title=head.title,
        description=head.description,
        path=path,
        canonical=at.absolute(path) if at.site_url else None,
        alternates=(),
        feeds=(),
        nav=(),
        zh=switch(desk, "zh", head.twin),
        en=switch(desk, "en", head.twin),
        both=facing,
        crumbs=(),
        og_type="article" if head.kind == "article" else "website",
        og_locale=_LOCALE[desk.side],
        json_ld=(),
        published=head.published,
        citation=head.citation,
        share_image=head.share_image,
    )


def _crumb(desk: Desk, name: str, path: str) -> views.Link:
    return views.Link(label=name, href=desk.page(path))


def nav(desk: Desk, path: str) -> tuple[views.Link, ...]:
    """The masthead; the section a page belongs to is marked."""
    return tuple(
        views.Link(label=desk.words.say(label), href=desk.page(to), current=path.startswith(to))
        for to, label in NAV.items()
    )


def switch(desk: Desk, side: Side, path: str, *, current: bool = False) -> views.Link:
    """The way to a page in one language, named in that language."""
    label, href = "中文" if side == "zh" else "English", desk.links.page(side, path)
    return views.Link(label=label, href=href, current=current, lang=lang_of(side))


def _waiting(desk: Desk, link: views.Link, head: Head) -> views.Link:
    """The switch with what waits on the other side, said in that side's language."""
    if link.current or head.waits is None:
        return link
    return replace(link, note=desk.far.say(STATE[head.waits]))


def _facing(desk: Desk, path: str, *, current: bool) -> views.Link:
    label = desk.words.say(N_("Facing"))
    return views.Link(label=label, href=desk.links.to(path), current=current)


def _alternates(desk: Desk, path: str, langs: tuple[Lang, Lang]) -> tuple[views.Alternate, ...]:
    """Both languages and a default: the chooser for home, else English."""
    zh, en = (desk.links.absolute(f"{side}/{path}") for side in ("zh", "en"))
    default = en if path else desk.links.absolute("")
    found = ((langs[0], zh), (langs[1], en), ("x-default", default))
    return tuple(views.Alternate(hreflang=tag, href=href) for tag, href in found)


def _feeds(desk: Desk, path: str, own: str | None) -> list[views.Feed]:
    title = desk.words.say(N_("All records: feed"))
    feeds = [views.Feed(title=title, href=desk.page("feed.xml"))]
    own = desk.words.say(NAV[HOME]) if path == HOME else own
    if own:
        label = desk.words.say(N_("%(name)s: feed"), name=own)
        feeds.append(views.Feed(title=label, href=desk.page(f"{path}feed.xml")))
    return feeds
