"""``citation_*`` of an article's page, as Zotero's Embedded Metadata translator reads them.

They describe what the page shows: the title and text of its language under the article's author,
date and publisher. `citation_journal_title` is left out, as it would make the report a journal
article; `citation_public_url` leads back to the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from diglot.site import links, views
from diglot.site.citation import dates
from diglot.site.citation.names import names
from diglot.site.entries import Entry
from diglot.site.parts import Desk


def tags(desk: Desk, entry: Entry) -> tuple[views.Meta, ...]:
    """Names and contents, none of them empty."""
    found = (views.Meta(name=f"citation_{name}", content=text) for name, text in _tags(desk, entry))
    return tuple(meta for meta in found if meta.content)


def _tags(desk: Desk, entry: Entry) -> Iterator[tuple[str, str]]:
    title, lang = entry.title(desk.side)
    source, published = entry.article.source, entry.published
    yield "title", title
    for author in names(source.author):
        yield "author", author.inverted
    if published and dates.placed(published) and not published.uncertain:
        yield "publication_date", dates.slashed(published)
    yield "publisher", desk.publisher(source.publisher)
    yield "language", lang
    if desk.links.site_url:
        yield "public_url", desk.links.absolute(f"{desk.side}/{links.article(entry.slug)}")
