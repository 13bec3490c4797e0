"""Atom feeds: of a language, of a company, of a theme.

An entry's ``updated`` is the day its record came to the site; ``published`` stands only where the
text states a whole day. Identifiers are name-based UUIDs (RFC 9562) of the site's id and paths, so
that they stay when the site moves and no two sites share one.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]  # no stubs are published
from markupsafe import Markup, escape

from diglot.site import bodies, jsonld, links
from diglot.site.entries import Entry
from diglot.site.pages import article
from diglot.site.parts import Desk

_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://diglot/feeds")
"""Namespace of the sites: names in it are their ids (``DIGLOT_SITE_ID``)."""
_EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the day of a record whose import is not on record."""
_BLOCK: Final = {
    "heading": Markup('<h2 lang="{lang}">{html}</h2>'),
    "paragraph": Markup('<p lang="{lang}">{html}</p>'),
    "other": Markup('<div lang="{lang}">{html}</div>'),
}


def feed(desk: Desk, path: str, title: str, entries: Iterable[Entry]) -> bytes:
    """An Atom document of the latest entries; ``path`` is the page's, below the language."""
    found = sorted(entries, key=lambda e: (_updated(e), e.day() or _EARLIEST.date()), reverse=True)
    made = Atom1Feed(
        title=title,
        link=desk.links.absolute(f"{desk.side}/{path}"),
        description=desk.settings.tagline[desk.side],
        language=desk.words.lang,
        feed_url=desk.links.absolute(f"{desk.side}/{path}feed.xml"),
        feed_guid=_id(desk, path),
        author_name=desk.settings.site_name,
    )
    for entry in found[: desk.settings.feed_items]:
        _add(made, desk, entry)
    out = io.StringIO()
    made.write(out, "utf-8")
    return out.getvalue().encode()


def _add(made: Atom1Feed, desk: Desk, entry: Entry) -> None:
    day = jsonld.publication_day(entry)
    companies = [desk.company(m.id).name for m in entry.article.companies if m.central]
    made.add_item(
        title=entry.title(desk.side)[0],
        link=desk.links.absolute(f"{desk.side}/{links.article(entry.slug)}"),
        description=str(escape(desk.gist(entry))),
        content=str(content(desk, entry)) or None,
        unique_id=_id(desk, links.article(entry.slug)),
        pubdate=datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None,
        updateddate=_updated(entry),
        author_name=desk.publisher(entry.article.source.publisher) or desk.settings.site_name,
        categories=companies,
    )


def content(desk: Desk, entry: Entry) -> Markup:
    """The blocks the rights let a feed show, as HTML."""
    parts = []
    for block in article.blocks(desk, entry):
        if block.kind != "joined":
            html = bodies.bare(block.html)
            parts.append(_BLOCK[block.kind].format(lang=block.lang, html=html))
        parts += map(bodies.bare, block.extra)
    sentence = article.rights_sentence(desk, entry)
    if sentence and parts:
        parts.append(Markup("<p>{}</p>").format(sentence))
    return Markup("").join(parts)


def _updated(entry: Entry) -> datetime:
    state = entry.record.state
    day = state.imported if state else None
    return datetime.fromisoformat(day).replace(tzinfo=UTC) if day else _EARLIEST


def _id(desk: Desk, path: str) -> str:
    """The identifier of what a page in the desk's language shows."""
    return uuid.uuid5(uuid.uuid5(_SPACE, desk.settings.site_id), f"{desk.side}/{path}").urn
