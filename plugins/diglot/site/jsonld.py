"""schema.org objects in JSON-LD: what the records state, and nothing they do not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from diglot import edtf
from diglot.authority import Company
from diglot.languages import Side, lang_of, other
from diglot.site import links
from diglot.site.citation import names
from diglot.site.entries import Entry
from diglot.site.links import Links

Object = dict[str, Any]


def kept(thing: Mapping[str, Any]) -> Object:
    """The object without its empty values."""
    return {key: value for key, value in thing.items() if value not in (None, "", [], {})}


def script(thing: Mapping[str, Any]) -> Markup:
    """A JSON-LD object as the content of a ``<script>``; empty values are left out."""
    text = json.dumps({"@context": "https://schema.org", **kept(thing)}, ensure_ascii=False)
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704  # nothing left that could end the element


def website(name: str, at: Links, side: Side, description: str) -> Object:
    """The site in one language, with its search."""
    find = at.absolute(f"{side}/search/") + "?q={search_term_string}"
    return {
        "@type": "WebSite",
        "@id": at.absolute("#site"),
        "name": name,
        "url": at.absolute(f"{side}/"),
        "inLanguage": lang_of(side),
        "description": description,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": find},
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumbs(trail: Sequence[tuple[str, str]], at: Links) -> Object:
    """``trail``: names and paths from home to the page itself."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": at.absolute(path)}
        for place, (name, path) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def organization(company: Company, key: str, at: Links, side: Side) -> Object:
    """A company of the registry."""
    name, twin = company.name[side], company.name[other(side)]
    return {
        "@type": "Organization",
        "@id": at.absolute(f"{links.company(key)}#organization"),
        "name": name,
        "alternateName": list(dict.fromkeys(n for n in (twin, *company.aliases) if n != name)),
        "url": at.absolute(f"{side}/{links.company(key)}"),
        "sameAs": company.website,
        "description": company.description[side] if company.description else None,
        "foundingDate": company.founded if _iso(company.founded) else None,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an article's page says in words of its language."""

    companies: tuple[str, ...]
    """Names of the companies the text names."""
    publisher: str
    """Name of the publisher; empty when the text does not say."""
    description: str


def news_article(entry: Entry, side: Side, at: Links, told: Told) -> Object:
    """A record's text in one language."""
    article, source = entry.article, entry.article.source
    own = side == entry.side
    here, there = (_id(entry, s, at) for s in (side, other(side)))
    return {
        "@type": "NewsArticle",
        "@id": here,
        "url": at.absolute(f"{side}/{links.article(entry.slug)}"),
        "headline": entry.title(side)[0],
        "description": told.description,
        "inLanguage": entry.title(side)[1],
        "datePublished": article.published.date if _iso(article.published.date) else None,
        "author": [_named("Person", name.running) for name in names.names(source.author)],
        "publisher": _named("Organization", told.publisher),
        "isBasedOn": source.url,
        "mentions": [_named("Organization", name) for name in told.companies],
        "workTranslation" if own else "translationOfWork": {"@type": "NewsArticle", "@id": there},
    }


def _id(entry: Entry, side: Side, at: Links) -> str:
    return at.absolute(f"{side}/{links.article(entry.slug)}#article")


def _named(kind: str, name: str) -> Object | None:
    return {"@type": kind, "name": name} if name else None


def _iso(date: str | None) -> bool:
    """Whether schema.org's Date can say it."""
    if not date:
        return False
    parsed = edtf.parse(date)
    plain = parsed.precision in ("day", "month", "year")
    return plain and not parsed.yearless and not parsed.qualifier


def publication_day(entry: Entry) -> str | None:
    """The ISO day of publication, where the text states a whole one."""
    published = entry.published
    whole = published and published.precision == "day" and not published.qualifier
    return published.text if published and whole and not published.yearless else None
