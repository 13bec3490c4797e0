"""The network of companies, and that around one company."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, get_args

from diglot.authority import OTHER, Shape
from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.pictures.drawing import between, drawing, kind_of, kinds, latest
from diglot.site.pictures.graph import Edge, Graph, graph
from diglot.site.pictures.layout import NARROW, WIDEST, Placed, place
from diglot.site.words import DEAL, N_

AT_A_GLANCE: Final = 30
FULL: Final = 200
AROUND: Final = 12
_SMALL: Final = 24
"""Companies of the drawing for phones."""


def whole(desk: Desk, most: int) -> views.NetworkView | None:
    """The companies with most deals; None without any."""
    deals, known = desk.catalog.deals.alliances, desk.catalog.registry.companies
    placed = _placed(desk, f"network:{most}", lambda: graph(deals, known, most))
    if not placed.graph.edges:
        return None
    small = _placed(desk, "network:small", lambda: graph(deals, known, _SMALL), NARROW)
    return _view(desk, placed, small, desk.words.say(N_("Companies joined by deals")))


def around(desk: Desk, company: str) -> views.NetworkView | None:
    """A company with its main partners and the deals among them; None with fewer than two."""
    partners = list(desk.catalog.deals.partners(company))[: AROUND - 1]
    if len(partners) < 2:
        return None
    near = _near(desk, company, partners)
    placed = _placed(desk, f"around:{company}", lambda: near)
    small = _placed(desk, f"around:{company}:small", lambda: near, NARROW)
    title = N_("%(company)s and its partners")
    return _view(desk, placed, small, desk.words.say(title, company=desk.company(company).name))


def _near(desk: Desk, company: str, partners: list[str]) -> Graph:
    """Deals of a company with its partners, and of these with each other."""
    members = frozenset((company, *partners))
    near = {deal.id: deal for key in sorted(members) for deal in desk.catalog.deals.of(key)}
    deals = sorted(near.values(), key=lambda deal: desk.catalog.deals.places[deal.id])
    known = desk.catalog.registry.companies
    return graph(deals, known, len(members), company, members)


def _placed(desk: Desk, name: str, make: Callable[[], Graph], widest: float = WIDEST) -> Placed:
    """A layout, made once for both languages."""
    drawn = desk.catalog.drawn
    if name not in drawn:
        found = make()
        drawn[name] = place(found, {key: _names(desk, key) for key in found.nodes}, widest)
    return drawn[name]


def _names(desk: Desk, key: str) -> tuple[str, ...]:
    known = desk.catalog.registry.companies.get(key)
    return (known.name.zh, known.name.en) if known else (key,)


def _view(desk: Desk, placed: Placed, small: Placed, title: str) -> views.NetworkView:
    edges = placed.graph.edges
    lines = {edge.kinds[0] for edge in edges}
    say = desk.words.say
    return views.NetworkView(
        title=title,
        drawings=(drawing(desk, placed), drawing(desk, small)),
        rows=tuple(_row(desk, edge) for edge in sorted(edges, key=lambda e: -len(e.deals))),
        shapes=tuple(_signs(desk, placed.graph.nodes)),
        lines=tuple(
            views.LegendItem(key=kind, label=say(label))
            for kind, label in DEAL.items()
            if kind in lines
        ),
    )


def _signs(desk: Desk, keys: Iterable[str]) -> Iterator[views.LegendItem]:
    """The signs that are drawn, each with the kinds it stands for."""
    known = desk.catalog.registry.kinds
    drawn = {kind_of(desk, key) for key in keys}
    names = {key: kind.name[desk.side] for key, kind in known.items() if key in drawn}
    if OTHER in names:
        names[OTHER] = desk.words.say(N_("other"))
    for shape in get_args(Shape):
        told = [name for key, name in names.items() if known[key].shape == shape]
        if told:
            yield views.LegendItem(key=shape, label=desk.words.list(told))


def _row(desk: Desk, edge: Edge) -> views.PairRow:
    date = edge.deals[0].lead.deal.date
    words = desk.words.date(date) if date else desk.words.say(N_("No date stated"))
    return views.PairRow(
        a=desk.company(edge.a),
        b=desk.company(edge.b),
        kinds=kinds(desk, edge),
        count=len(edge.deals),
        href=between(desk, edge),
        deal=views.Link(label=words, href=latest(desk, edge)),
    )
