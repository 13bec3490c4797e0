"""Addresses that pages had before: a small page at each leads on to where the page is now.

A static host cannot redirect by itself, so these pages do; they are no part of the site's pages,
and neither the sitemap nor search engines have them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from diglot.languages import Lang, lang_of
from diglot.site import links, views
from diglot.site.entries import Entry
from diglot.site.jobs import FileJob
from diglot.site.parts import Desk
from diglot.site.render import Renderer


def files(desks: Iterable[Desk], renderer: Renderer) -> Iterator[FileJob]:
    """Every redirect of the site."""
    for desk in desks:
        for path, view in (*_articles(desk), *_companies(desk)):
            yield FileJob(links.output(path), partial(renderer.alone, "redirect", desk.side, view))


def _articles(desk: Desk) -> Iterator[tuple[str, views.RedirectView]]:
    """Paths of former addresses of articles, each with what stands there."""
    entries = {entry.slug: entry for entry in desk.catalog.entries}
    claims = ((slug, entry.article.aliases) for slug, entry in entries.items())
    for old, new in _former(entries, claims):
        yield _below(desk, links.article(old)), _article(desk, entries[new])
        if desk.side == entries[new].side:
            yield links.facing(old), _view(desk, links.facing(new), *entries[new].title(desk.side))


def _article(desk: Desk, entry: Entry) -> views.RedirectView:
    return _view(desk, _below(desk, links.article(entry.slug)), *entry.title(desk.side))


def _companies(desk: Desk) -> Iterator[tuple[str, views.RedirectView]]:
    """Like `_articles`; a company without records has no page to lead to."""
    companies = desk.catalog.registry.companies
    claims = ((key, companies[key].former_ids) for key in desk.catalog.companies)
    for old, new in _former(companies, claims):
        name = desk.company(new)
        path = _below(desk, links.company(new))
        yield _below(desk, links.company(old)), _view(desk, path, name.name, name.lang)


def _former(
    present: Collection[str], claims: Iterable[tuple[str, Sequence[str]]]
) -> Iterator[tuple[str, str]]:
    """Old and new names: one in use leads nowhere else, of two claims the first counts."""
    found: dict[str, str] = {}
    for new, names in claims:
        for old in names:
            if old not in present:
                found.setdefault(old, new)
    yield from found.items()


def _below(desk: Desk, path: str) -> str:
    return f"{desk.side}/{path}"


def _view(desk: Desk, path: str, title: str, lang: Lang | None) -> views.RedirectView:
    own = lang_of(desk.side)
    return views.RedirectView(
        lang=own,
        title=title,
        title_lang=None if lang == own else lang,
        href=desk.links.to(path),
        canonical=desk.links.absolute(path),
    )
