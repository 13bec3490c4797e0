"""The frame all pages share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from diglot.languages import Lang, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link with its label."""

    label: str
    href: str
    current: bool = False
    """Whether it leads to the page it stands on, or to the section the page belongs to."""
    lang: Lang | None = None
    """BCP 47 tag of the label where it is not the page's language."""
    note: str = ""
    """What waits there, in the language of the label: “machine translation”; often empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Ways to the other pages of a long list."""

    links: tuple[Link, ...]
    """The first, the near and the last pages; a gap has no `href`."""
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """A ``<link rel="alternate" hreflang>``."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An Atom feed of the page."""

    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """A ``<meta>`` for programs that gather references."""

    name: str
    """``citation_title``, ``citation_author`` …"""
    content: str
    """Never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareImage:
    """The picture other sites show with a link to a page, 1200 × 630."""

    href: str
    """Absolute address."""
    alt: str
    """What it shows: both titles, or name and tagline of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What all pages of a build share."""

    name: str
    root: str
    """Base path of links, with a final slash: ``/`` or ``/repo/``."""
    stylesheet: str
    script: str
    """Address of the small script that remembers the language (never needed to read)."""
    deals_script: str
    """Address of the script that filters and sorts the table of deals."""
    search_script: str
    """Address of the script of the search page."""
    search_asked: str
    """Address of the few lines of it that run before the page is painted."""
    search_modules: tuple[str, ...]
    """Addresses of the modules it needs."""
    icon: str
    share_image: ShareImage | None
    """That of pages without one of their own; None without SITEURL, or without an image."""
    opensearch_href: str
    """Address of the OpenSearch description of this language; empty without SITEURL."""
    colophon_zh: str
    """What the site is about, in Chinese; often empty."""
    colophon_en: str
    """The same in English."""
    code_href: str | None
    """Address of the source repository, if set."""
    data_licence: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Head and frame of a page."""

    kind: str
    """Page kind, which is also the template's name: ``article``, ``both``, ``company`` …"""
    side: Side
    bilingual: bool
    """Whether it speaks both languages: facing texts, chooser, not found."""
    lang: Lang
    """``html lang``."""
    title: str
    """For ``<title>`` and Open Graph, without the site's name."""
    description: str
    path: str
    """Output path, such as ``en/deals/index.html``."""
    canonical: str | None
    """Absolute address; None without SITEURL."""
    alternates: tuple[Alternate, ...]
    feeds: tuple[Feed, ...]
    nav: tuple[Link, ...]
    """Masthead: articles, companies, themes, dates, deals, about."""
    zh: Link
    """Language switch: the same place in Chinese (`current` on Chinese pages)."""
    en: Link
    both: Link | None
    """The facing texts of an article (`current` on that page)."""
    crumbs: tuple[Link, ...]
    """From home to the page's parent; empty on home."""
    og_type: Literal["website", "article"]
    og_locale: str
    json_ld: tuple[Markup, ...]
    """JSON-LD objects, serialised and safe inside ``<script>``."""
    published: str | None = None
    """ISO date for ``article:published_time`` where it is a full day."""
    citation: tuple[Meta, ...] = ()
    """``citation_*`` of an article."""
    share_image: ShareImage | None = None
    """The page's own share image; None: the site's."""
    json_hrefs: tuple[str, ...] = ()
    """The page's JSON twin; those of both texts for facing ones; empty where it has none."""
