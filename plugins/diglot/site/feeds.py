"""Atom feeds: of a language, of a company, of a theme, of the deals.

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

from diglot.deals.alliances import Alliance
from diglot.site import bodies, dealrows, jsonld, links
from diglot.site.entries import Entry
from diglot.site.pages import article
from diglot.site.parts import Desk
from diglot.site.views import DealView
from diglot.site.words import N_

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
    made = _document(desk, path, title)
    for entry in found[: desk.settings.feed_items]:
        _add(made, desk, entry)
    return _written(made)


def deals(desk: Desk, path: str, title: str) -> bytes:
    """An Atom document of the deals that came to the site last, each once."""
    made = _document(desk, path, title)
    found = sorted(desk.catalog.deals.alliances, key=_came, reverse=True)
    for alliance in found[: desk.settings.feed_items]:
        _add_deal(made, desk, alliance)
    return _written(made)


def _document(desk: Desk, path: str, title: str) -> Atom1Feed:
    return Atom1Feed(
        title=title,
        link=desk.links.absolute(f"{desk.side}/{path}"),
        description=desk.settings.tagline[desk.side],
        language=desk.words.lang,
        feed_url=desk.links.absolute(f"{desk.side}/{path}feed.xml"),
        feed_guid=_id(desk, path),
        author_name=desk.settings.site_name,
    )


def _written(made: Atom1Feed) -> bytes:
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


def _add_deal(made: Atom1Feed, desk: Desk, alliance: Alliance) -> None:
    """A deal with the words of each record that tells it."""
    row = dealrows.row(desk, alliance)
    parties = " + ".join(party.name for party in row.parties)
    date = f" ({row.date.words})" if row.date.edtf else ""
    source = alliance.lead.record.article.source
    made.add_item(
        title=desk.words.say(N_("%(parties)s: %(kind)s"), parties=parties, kind=row.kind_label),
        link=desk.links.full(row.href),
        description=str(escape(f"{row.kind_label}{date}")),
        content=str(Markup("").join(_told(desk, source.deal) for source in row.sources)),
        unique_id=_id(desk, f"deals/#{alliance.key}"),
        updateddate=_came(alliance),
        author_name=desk.publisher(source.publisher) or desk.settings.site_name,
        categories=[row.kind_label],
    )


def _told(desk: Desk, deal: DealView) -> Markup:
    said = Markup("").join(
        Markup('<blockquote lang="{}">{}</blockquote>').format(one.lang, one.text)
        for one in deal.evidence
    )
    record = Markup('<p><a href="{}">{}</a></p>')
    return said + record.format(desk.links.full(deal.record.href), deal.record.text)


def _came(alliance: Alliance) -> datetime:
    """When the last of its records came to the site."""
    return max(_day(told.imported) for told in alliance.told)


def content(desk: Desk, entry: Entry) -> Markup:
    """The blocks the rights let a feed show, as HTML."""
    parts = []
    for block in article.blocks(desk, entry, anchors=False):
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
    return _day(state.imported if state else None)


def _day(day: str | None) -> datetime:
    """The beginning of an ISO day; where it is not known, of the earliest."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC) if day else _EARLIEST


def _id(desk: Desk, path: str) -> str:
    """The identifier of what a page in the desk's language shows."""
    return uuid.uuid5(uuid.uuid5(_SPACE, desk.settings.site_id), f"{desk.side}/{path}").urn
