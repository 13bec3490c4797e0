"""When, where and by whom an article was published, from what stood around it.

The rules are those of the evaluation set: of several dates that of publication counts; the credited
source goes before the site's own name; editors and desks are no authors.
"""

from __future__ import annotations

from dataclasses import dataclass

from diglot.facts import bylines, credits, stamps
from diglot.facts.around import notes
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.outlets import Credit
from diglot.model import Published
from diglot.text.document import Document


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the lines around the article state; lines are 1-based in the raw text."""

    published: Published
    published_line: int | None
    publisher: Credit | None
    author: Credit | None


def read(document: Document, gazetteer: Gazetteer | None = None) -> Metadata:
    """The metadata of a document; the gazetteer tells outlets from towns."""
    around = notes(document)
    published, line = stamps.published(around)
    outlet = credits.publisher(document, around, gazetteer)
    return Metadata(published, line, outlet, bylines.author(document, around, outlet))
