"""Slugs: ``<date or "undated">-<up to two companies, else 8 hex of the seed's sha256>``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from diglot.model import Article


def slug(article: Article, sha256: str, taken: Container[str]) -> str:
    """A slug nobody has yet; a collision adds ``-2`` and so on."""
    stem = "-".join([date(article) or "undated", *(companies(article) or [sha256[:8]])])
    if stem not in taken:
        return stem
    return next(name for name in _numbered(stem) if name not in taken)


def _numbered(stem: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def date(article: Article) -> str | None:
    """Date of publication, else of the main deal, else of the main event, as part of a slug."""
    named = [event.date for event in article.events if event.what != "other"]
    dates = [article.published.date, *(deal.date for deal in article.deals[:1])]
    dates += [*named, *(event.date for event in article.events)]
    return next((part for text in dates if text and (part := _plain(text))), None)


def _plain(text: str) -> str | None:
    """First date of an interval, without signs of doubt: ``2019-06?/2020`` is ``2019-06``."""
    dates = (re.sub(r"[^0-9x-]", "", part) for part in text.lower().split("/"))
    return next((part for part in dates if part), None)


def companies(article: Article) -> list[str]:
    """Up to two central companies, else the first the text names."""
    central = [mention.id for mention in article.companies if mention.central]
    return central[:2] or [mention.id for mention in article.companies[:1]]
