"""What each page is, in schema.org's words: a type by kind of page, and what an index lists.

A deal is no schema.org `Event`: that is a thing people can go to, with a place and hours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from diglot.languages import SIDES, lang_of
from diglot.site import jsonld, views
from diglot.site.jsonld import Object
from diglot.site.links import Links

MOST: Final = 20
"""Items of a list that are named; their number is told in full."""
Item = tuple[str, str]
"""Name and link."""

_TYPES: Final = {
    "home": "", "article": "", "company": "",  # whose object `plan` makes
    "articles": "CollectionPage", "companies": "CollectionPage", "themes": "CollectionPage",
    "theme": "CollectionPage", "dates": "CollectionPage", "deals": "CollectionPage",
    "search": "SearchResultsPage", "about": "AboutPage", "terms": "WebPage",
}  # fmt: skip


def complete(page: views.Page, view: object, at: Links) -> views.Page:
    """The page with the object that says what it is, before its other ones."""
    objects = (*_special(page, view, at), *_of_kind(page, view, at))
    return replace(page, json_ld=(*map(jsonld.script, objects), *page.json_ld))


def _of_kind(page: views.Page, view: object, at: Links) -> Iterator[Object]:
    kind = _TYPES.get(page.kind, "WebPage")
    if kind and page.kind != "chooser":
        yield _page(kind, page, at) | _subject(page, view, at) | _list(page, view, at)


def _page(kind: str, page: views.Page, at: Links) -> Object:
    both = [lang_of(side) for side in SIDES]
    return {
        "@type": kind,
        "name": page.title,
        "description": page.description,
        "url": page.canonical or at.absolute(page.path),
        "inLanguage": both if page.bilingual else page.lang,
        "isPartOf": {"@type": "WebSite", "@id": at.absolute("#site")},
    }


def _special(page: views.Page, view: object, at: Links) -> Iterator[Object]:
    if page.kind == "chooser":
        yield {
            "@type": "WebSite",
            "@id": at.absolute("#site"),
            "name": page.title,
            "url": at.absolute(""),
            "inLanguage": [lang_of(side) for side in SIDES],
            "description": page.description,
        }
    if isinstance(view, views.TermsView):
        yield _term_set(page, view, at)


def _subject(page: views.Page, view: object, at: Links) -> Object:
    """What a page is about."""
    if isinstance(view, views.ThemeView):
        name, twin = (view.zh, view.en) if page.side == "zh" else (view.en, view.zh)
        term = {
            "@type": "DefinedTerm",
            "@id": at.absolute(f"{page.path.partition('/')[2]}#theme"),
            "name": name,
            "alternateName": twin if twin != name else None,
            "description": view.description,
            "inDefinedTermSet": at.absolute(f"{page.side}/themes/"),
        }
        return {"about": jsonld.kept(term)}
    if isinstance(view, views.FacingView):
        texts = (at.full(side.href) for side in (view.zh, view.en))
        return {"hasPart": [{"@type": "NewsArticle", "@id": f"{href}#article"} for href in texts]}
    return {}


def _term_set(page: views.Page, view: views.TermsView, at: Links) -> Object:
    """The term base, each kind of name with how many it has; the terms stand on the page."""
    url = at.absolute(page.path)
    terms = [
        jsonld.kept(
            {
                "@type": "DefinedTerm",
                "@id": f"{url}#{term.id}",
                "name": term.name,
                "alternateName": term.twin if term.twin != term.name else None,
            }
        )
        for group in view.groups
        for term in group.terms[:MOST]
    ]
    return {
        "@type": "DefinedTermSet",
        "@id": f"{url}#terms",
        "name": view.heading,
        "description": view.intro,
        "url": url,
        "inLanguage": page.lang,
        "hasDefinedTerm": terms,
    }


def _list(page: views.Page, view: object, at: Links) -> Object:
    """What an index lists, in its order."""
    make: Callable[[Any], Iterable[Item]] | None = _ITEMS.get(page.kind)
    found = list({href: name for name, href in make(view)}.items()) if make else []
    if not found:
        return {}
    items = [
        {"@type": "ListItem", "position": place, "name": name, "url": at.full(href)}
        for place, (href, name) in enumerate(found[:MOST], 1)
    ]
    listed = {"@type": "ItemList", "numberOfItems": len(found), "itemListElement": items}
    return {"mainEntity": listed}


def _records(view: views.ArticlesView | views.ThemeView) -> Iterator[Item]:
    return ((item.title.text, item.title.href) for item in view.records)


def _companies(view: views.CompaniesView) -> Iterator[Item]:
    return ((name.name, name.href) for g in view.groups for name in g.names if name.href)


def _themes(view: views.ThemesView) -> Iterator[Item]:
    return ((row.name.name, row.name.href) for row in view.themes if row.name.href)


def _dates(view: views.DatesView) -> Iterator[Item]:
    return ((one.title.text, one.title.href) for g in view.groups for one in g.entries)


def _deals(view: views.DealsView) -> Iterator[Item]:
    for group in view.groups:
        for deal in group.deals:
            yield f"{' + '.join(p.name for p in deal.parties)} · {deal.kind_label}", deal.href


_ITEMS: Final[dict[str, Callable[[Any], Iterable[Item]]]] = {
    "articles": _records,
    "theme": _records,
    "companies": _companies,
    "themes": _themes,
    "dates": _dates,
    "deals": _deals,
}
