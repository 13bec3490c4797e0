"""The page that searches."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.site.views.frame import Link
from diglot.site.views.parts import StateView, TitleView


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """``search/``: the box, and every record for readers without JavaScript."""

    heading: str
    counts: str
    """How many records there are to search."""
    index_href: str
    """Where the files of the index lie."""
    home_href: str
    """What the paths of companies and themes follow."""
    articles_href: str
    """What the slug of a record follows for its page."""
    facing_href: str
    """What the slug of a record follows for its facing texts."""
    states: tuple[StateView, ...]
    """Every state of a text of either language, for the results."""
    records: tuple[TitleView, ...]
    """Every record; empty where they are too many for one page."""
    years: tuple[Link, ...]
    """The years they stand under then."""
