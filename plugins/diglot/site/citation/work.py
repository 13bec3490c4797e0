"""What is cited: the article as published, and the record of it on this site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from diglot import edtf
from diglot.edtf import Edtf
from diglot.languages import Lang, Side, other, side_of
from diglot.site import links
from diglot.site.citation.names import Name, names
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.yamlfile import data

Kind = Literal["newspaper", "web", "text", "record"]
"""In a newspaper, of another publisher and so on its site, not stated, or a page of this site.

GB/T 7714—2015 keeps N for newspapers proper; reports of other outlets are web pages, ``EB/OL``
(4.7, annex B), even where the address is lost. Z, “other”, is left for what nothing is known of.
"""
_HANT: Final[Lang] = "zh-Hant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A source or a page to be cited; what is not known is empty."""

    key: str
    """Unique among all works of the site; ASCII letters, digits and hyphens."""
    kind: Kind
    title: str
    """In brackets where Diglot or an editor supplied it."""
    meaning: str
    """The title in English, where it is in Chinese."""
    lang: Lang
    authors: tuple[Name, ...]
    publisher: str
    """Newspaper or site, in the work's language."""
    date: Edtf | None
    url: str
    translated: bool = False
    """Of a record: whether it stands in both languages."""

    def term(self, key: str, lang: Lang | None = None) -> str:
        """A word of citations, see ``data/citation.yml``; by default in its own language."""
        return str(data("citation")["terms"][lang or self.lang][key])

    def form(self, lang: Lang | None = None) -> str:
        """What a record is: one in both languages, or one that waits for its translation."""
        return self.term("bilingual" if self.translated else "record", lang)


def source(desk: Desk, entry: Entry) -> Work:
    """The article as published."""
    article, at = entry.article, entry.article.source
    publisher = _publisher(desk, entry)
    kind: Kind = "web" if at.url or publisher else "text"
    return Work(
        key=entry.slug,
        kind="newspaper" if _is_newspaper(publisher) else kind,
        title=_supplied(entry, article.title),
        meaning=_meaning(entry, entry.side),
        lang=article.lang,
        authors=names(at.author),
        publisher=publisher,
        date=entry.published,
        url=at.url or "",
    )


def record(desk: Desk, entry: Entry) -> Work:
    """The page of this site in the desk's language; its date is the day the record came to it."""
    title, lang = entry.title(desk.side)
    state = entry.record.state
    day = state.imported if state else None
    path = f"{desk.side}/{links.article(entry.slug)}"
    return Work(
        key=f"{entry.slug}-{desk.side}",
        kind="record",
        title=_supplied(entry, title),
        meaning=_meaning(entry, side_of(lang)),
        lang=lang,
        authors=(Name(desk.settings.site_name),),
        publisher=desk.settings.site_name,
        date=edtf.parse(day) if day else None,
        url=desk.links.absolute(path) if desk.links.site_url else "",
        translated=entry.state(other(entry.side)) != "missing",
    )


def works(desk: Desk, entry: Entry) -> tuple[Work, Work]:
    """The source, then the page."""
    return source(desk, entry), record(desk, entry)


def _publisher(desk: Desk, entry: Entry) -> str:
    """By the glossary in the original's language; traditional characters as the text has them."""
    stated = entry.article.source.publisher or ""
    known = desk.catalog.publishers.get(stated.casefold())
    return known[entry.side] if known and entry.article.lang != _HANT else stated


@cache
def _is_newspaper(publisher: str) -> bool:
    rules = data("citation")["newspapers"]
    return any(re.search(rule["pattern"], publisher) for rule in rules)


def _supplied(entry: Entry, title: str) -> str:
    return f"[{title}]" if entry.article.title_basis == "made" else title


def _meaning(entry: Entry, side: Side) -> str:
    """The English title of what is in Chinese, where there is one."""
    text, lang = entry.title("en")
    return text if side == "zh" and lang == "en" else ""
