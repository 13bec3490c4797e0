"""What pages of a list that is spread over several (`site.spread`) say of each other."""

from __future__ import annotations

from typing import Final

from diglot.site import spread, views
from diglot.site.parts import Desk
from diglot.site.spread import Part
from diglot.site.words import N_

_NEAR: Final = 2
"""Pages before and after that are linked by their numbers."""


def titled(desk: Desk, part: Part, title: str) -> str:
    """The title of a page of a list: that of the list, with its number beyond the first."""
    if part.first:
        return title
    numbered = N_("%(title)s (%(number)s of %(of)s)")
    number, of = desk.words.number(part.number), desk.words.number(part.of)
    return desk.words.say(numbered, title=title, number=number, of=of)


def ordinal(desk: Desk, part: Part) -> str:
    """“2 of 5”; empty on the first page."""
    number, of = desk.words.number(part.number), desk.words.number(part.of)
    return "" if part.first else desk.words.say(N_("%(number)s of %(of)s"), number=number, of=of)


def home(desk: Desk, part: Part, label: str) -> views.Link:
    """The way to the first page."""
    return views.Link(label=label, href=desk.page(part.path), current=part.first)


def links(desk: Desk, part: Part) -> views.Pager | None:
    """Links to the first, the near and the last pages; None where there is one page."""
    if part.of == 1:
        return None
    near = range(part.number - _NEAR, part.number + _NEAR + 1)
    shown = sorted({1, part.of, *(n for n in near if 1 <= n <= part.of)})
    found: list[views.Link] = []
    for before, number in zip((0, *shown), shown, strict=False):
        if number > before + 1:
            found.append(views.Link(label="…", href=""))
        href = desk.page(spread.at(part.path, number))
        current = number == part.number
        found.append(views.Link(label=desk.words.number(number), href=href, current=current))
    return views.Pager(
        links=tuple(found),
        before=_step(desk, part, N_("Previous page"), part.number - 1),
        after=_step(desk, part, N_("Next page"), part.number + 1),
    )


def _step(desk: Desk, part: Part, label: str, number: int) -> views.Link | None:
    if not 1 <= number <= part.of:
        return None
    return views.Link(label=desk.words.say(label), href=desk.page(spread.at(part.path, number)))


def all_deals(desk: Desk, part: Part, query: str, count: int) -> views.Link | None:
    """The table of deals with those of a subject; None where its own page has them all."""
    if part.of == 1 or not count:
        return None
    counted = desk.words.count("%(num)s deal", "%(num)s deals", count)
    label = desk.words.say(N_("All %(counted)s"), counted=counted)
    return views.Link(label=label, href=desk.page(f"deals/?{query}"))
