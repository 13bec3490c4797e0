"""The root's language chooser and the page for what is not there; each in both languages."""

from __future__ import annotations

from diglot.languages import Side
from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.words import N_

_WAYS = {
    "": N_("Home"),
    "articles/": N_("Records"),
    "companies/": N_("Companies"),
    "deals/": N_("Deals"),
}


def chooser(desks: dict[Side, Desk]) -> views.ChooserView:
    """The root: which language?"""
    tagline = desks["zh"].settings.tagline
    return views.ChooserView(tagline_zh=tagline.zh, tagline_en=tagline.en)


def not_found(desks: dict[Side, Desk]) -> views.NotFoundView:
    """Ways on from a dead link."""
    return views.NotFoundView(ways_zh=_ways(desks["zh"]), ways_en=_ways(desks["en"]))


def _ways(desk: Desk) -> tuple[views.Link, ...]:
    return tuple(
        views.Link(label=desk.words.say(label), href=desk.page(path))
        for path, label in _WAYS.items()
    )
