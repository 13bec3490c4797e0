"""An extraction in the shape of the evaluation set, for scoring and for ``diglot extract``."""

from __future__ import annotations

from typing import Any

from diglot.authority import Company, Registry
from diglot.facts import dates
from diglot.facts.extract import Extraction
from diglot.text.document import Document


def as_eval(
    id_: str, document: Document, extraction: Extraction, registry: Registry
) -> dict[str, Any]:
    """Plain data: company names instead of ids, null for a made title, the blocks as body."""
    article = extraction.article
    known: dict[str, Company] = {**registry.companies, **dict(extraction.proposed)}

    def name(one: str | None) -> str | None:
        return known[one].name.en if one in known else one

    return {
        "id": id_,
        "lang": article.lang,
        "title": article.title if article.title_basis == "stated" else None,
        "published": article.published.date,
        "publisher": article.source.publisher,
        "author": article.source.author,
        "event_dates": [
            {"date": one.date, "what": one.what, "explicit": one.explicit, "text": one.evidence[0]}
            for one in dates.singles(extraction.dates)
        ],
        "companies": [
            {
                "en": known[one.id].name.en,
                "zh": known[one.id].name.zh,
                "as": list(one.as_),
                "central": one.central,
            }
            for one in article.companies
        ],
        "people": [
            {"name": one.name, "role": one.role, "org": name(one.org)} for one in article.people
        ],
        "places": [one.as_[0] for one in article.places],
        "deals": [
            {"kind": one.kind, "parties": [name(id_) for id_ in one.parties], "date": one.date}
            for one in article.deals
            if one.status != "denied"
        ],
        "themes": [one.id for one in article.themes],
        "body": [{"kind": block.kind, "text": block.text} for block in document.blocks],
    }
