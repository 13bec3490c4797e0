"""Companies by themes: in how many deals a company meets a theme."""

from __future__ import annotations

from collections import Counter
from typing import Final

from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.words import N_

_ROWS: Final = 30
_COLUMNS: Final = 20


def matrix(desk: Desk) -> views.MatrixView | None:
    """The companies and themes with most deals; None where no deal has a theme."""
    catalog = desk.catalog
    counts: Counter[tuple[str, str]] = Counter()
    themes: Counter[str] = Counter()
    companies: Counter[str] = Counter()
    for deal in catalog.deals.alliances:
        on = catalog.deals.themes_of(deal)
        themes.update(on)
        companies.update(deal.parties if on else ())
        counts.update((party, theme) for party in deal.parties for theme in on)
    if not counts:
        return None
    columns = desk.themes(dict(_most(themes, _COLUMNS)))
    rows = [key for key, _ in _most(companies, _ROWS)]
    top = max(counts.values())
    return views.MatrixView(
        title=desk.words.say(N_("Deals by company and theme")),
        description=desk.words.say(
            N_("How many deals of a company are told where the text speaks of a theme.")
        ),
        themes=columns,
        rows=tuple(_row(desk, key, columns, counts, top) for key in rows),
        note=_note(desk, len(companies) - len(rows)),
    )


def _most(counts: Counter[str], n: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:n]


def _note(desk: Desk, left_out: int) -> str:
    if not left_out:
        return ""
    return desk.words.count(
        "%(num)s further company has fewer such deals and is not shown.",
        "%(num)s further companies have fewer such deals and are not shown.",
        left_out,
    )


def _row(
    desk: Desk,
    key: str,
    themes: tuple[views.NameView, ...],
    counts: Counter[tuple[str, str]],
    top: int,
) -> views.MatrixRow:
    name = desk.company(key)
    cells = tuple(_cell(desk, name, theme, counts[key, theme.id], top) for theme in themes)
    return views.MatrixRow(name=name, cells=cells)


def _cell(
    desk: Desk, company: views.NameView, theme: views.NameView, count: int, top: int
) -> views.MatrixCell:
    told = desk.words.count(
        "%(company)s, %(theme)s: %(num)s deal",
        "%(company)s, %(theme)s: %(num)s deals",
        count,
        company=company.name,
        theme=theme.name,
    )
    href = desk.page(f"deals/?company={company.id}&theme={theme.id}")
    share = round(count / top, 2)
    return views.MatrixCell(count=count, share=share, href=href, told=told)
