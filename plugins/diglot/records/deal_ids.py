"""Ids of deals, by which editors name them and which are their anchors on ``deals/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count

from diglot.model import Article


def ids(articles: Iterable[tuple[str, Article]]) -> Iterator[tuple[str, int, str]]:
    """Slug, place in the record and id of every deal; no two have one id.

    Args:
        articles: Slugs with their articles, sorted by slug.
    """
    taken: set[str] = set()
    for slug, article in articles:
        for place, deal in enumerate(article.deals):
            name = "-".join([slug, deal.kind.replace("_", "-"), *sorted(deal.parties)])
            names = chain([name], (f"{name}-{n}" for n in count(2)))
            free = next(one for one in names if one not in taken)
            taken.add(free)
            yield slug, place, free
