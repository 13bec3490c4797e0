"""What the brief wants to know of a deal: its rank, whether it was signed, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from diglot.authority import KnownPlace, Registry
from diglot.model import Article, Both, Deal, Place
from diglot.text.script import to_simplified
from diglot.text.segment import sentences
from diglot.yamlfile import data

_TOWNS: Final = frozenset(("city", "district", "province"))
"""Kinds of places a deal is said to be made in."""


def ranked(article: Article) -> tuple[Deal, ...]:
    """Deals, those between central companies first, then in the record's order."""
    central = {mention.id for mention in article.companies if mention.central}
    told = [deal for deal in article.deals if deal.parties]
    return tuple(sorted(told, key=lambda deal: not central.issuperset(deal.parties)))


def signed(article: Article, deal: Deal) -> bool:
    """Whether the words of the deal, or an event of its day, report a signing."""
    words = " ".join(deal.evidence)
    if any(re.search(entry["pattern"], to_simplified(words)) for entry in data("brief")["signed"]):
        return True
    days = {event.date for event in article.events if event.what == "signing"}
    return deal.date is not None and deal.date in days


def place(article: Article, deal: Deal, registry: Registry, blocks: Sequence[str]) -> Both | None:
    """The one town the deal's own sentence says it was made in."""
    sentence = _sentence(article, deal, blocks)
    found = {
        known.name.en: known.name
        for one, known in _towns(article, registry)
        if sentence and _made_in(sentence, one)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _towns(article: Article, registry: Registry) -> Iterator[tuple[Place, KnownPlace]]:
    for one in article.places:
        known = registry.places.get(one.id or "")
        if known and known.kind in _TOWNS:
            yield one, known


def _made_in(sentence: str, one: Place) -> bool:
    return any(
        _compiled(entry["pattern"], to_simplified(form)).search(sentence)
        for entry in data("brief")["made_in"]
        for form in one.as_
    )


@cache
def _compiled(pattern: str, form: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{place}", re.escape(form)))


def _sentence(article: Article, deal: Deal, blocks: Sequence[str]) -> str:
    """The sentence the deal's words begin in, in simplified characters."""
    for quote in deal.evidence[:1]:
        for block in blocks:
            at = block.find(quote)
            if at >= 0:
                spans = sentences(block, article.lang)
                own = (block[start:end] for start, end in spans if start <= at < end)
                return to_simplified(next(own, ""))
    return ""
