"""``search/``: one box for both languages."""

from __future__ import annotations

from typing import Final

from diglot.languages import SIDES
from diglot.site import views
from diglot.site.pages import dates
from diglot.site.parts import Desk
from diglot.site.search.files import AT
from diglot.site.words import LANGUAGE, N_, STATE

MOST: Final = 300
"""Records listed on the page at most: it keeps below 60 KB when compressed."""


def view(desk: Desk) -> views.SearchView:
    """The box, and the list of all records, or of their years."""
    entries, to = desk.catalog.entries, desk.links.to
    few = len(entries) <= MOST
    return views.SearchView(
        heading=desk.words.say(N_("Search")),
        counts=desk.words.count("%(num)s record", "%(num)s records", len(entries)),
        index_href=to(AT),
        home_href=desk.page(""),
        articles_href=desk.page("articles/"),
        facing_href=to("both/articles/"),
        states=_states(desk),
        records=tuple(map(desk.title, entries)) if few else (),
        years=() if few else _years(desk),
    )


def _states(desk: Desk) -> tuple[views.StateView, ...]:
    say = desk.words.say
    return tuple(
        views.StateView(
            key=key,
            of=side,
            label=say(N_("%(language)s: %(state)s"), language=say(LANGUAGE[side]), state=say(said)),
        )
        for side in SIDES
        for key, said in STATE.items()
    )


def _years(desk: Desk) -> tuple[views.Link, ...]:
    paths = [
        (desk.words.date(f"{year:04}"), f"dates/{year}/") for year in dates.years(desk.catalog)
    ]
    if desk.catalog.undated:
        paths.append((desk.words.say(N_("Undated")), "dates/undated/"))
    return tuple(views.Link(label=label, href=desk.page(path)) for label, path in paths)
