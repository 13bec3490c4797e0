"""The network of companies, and that around one company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Final, Literal

from diglot.authority import CompanyKind
from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.pictures import labels
from diglot.site.pictures.graph import Edge, Graph, graph
from diglot.site.pictures.layout import Placed, place, thickness
from diglot.site.words import DEAL, N_, ONE_COMPANY

Shape = Literal["maker", "joint", "tech", "supply", "rest"]

AT_A_GLANCE: Final = 30
FULL: Final = 200
AROUND: Final = 12
_MANY: Final = 40
_SHAPES: Final[dict[CompanyKind, Shape]] = {
    "carmaker": "maker",
    "make": "maker",
    "joint_venture": "joint",
    "technology": "tech",
    "mobility": "tech",
    "chips": "tech",
    "telecom": "tech",
    "battery": "supply",
    "supplier": "supply",
    "energy": "supply",
}
_SHAPE_NAMES: Final[dict[Shape, str]] = {
    "maker": N_("carmaker"),
    "joint": N_("joint-venture company"),
    "tech": N_("technology, chips, mobility"),
    "supply": N_("supplier, batteries, energy"),
    "rest": N_("other"),
}


def whole(desk: Desk, most: int) -> views.NetworkView | None:
    """The companies with most deals; None without any."""
    deals, known = desk.catalog.alliances, desk.catalog.registry.companies
    placed = _placed(desk, f"network:{most}", lambda: graph(deals, known, most))
    title = desk.words.say(N_("Companies joined by deals"))
    return _view(desk, placed, title) if placed.graph.edges else None


def around(desk: Desk, company: str) -> views.NetworkView | None:
    """A company with its main partners and the deals among them; None with fewer than two."""
    partners = list(desk.catalog.partners(company))[: AROUND - 1]
    if len(partners) < 2:
        return None
    placed = _placed(desk, f"around:{company}", lambda: _near(desk, company, partners))
    title = N_("%(company)s and its partners")
    return _view(desk, placed, desk.words.say(title, company=desk.company(company).name))


def _near(desk: Desk, company: str, partners: list[str]) -> Graph:
    """Deals of a company with its partners, and of these with each other."""
    members = frozenset((company, *partners))
    near = {deal.id: deal for key in sorted(members) for deal in desk.catalog.alliances_of(key)}
    deals = sorted(near.values(), key=lambda deal: desk.catalog.places[deal.id])
    known = desk.catalog.registry.companies
    return graph(deals, known, len(members), company, members)


def _placed(desk: Desk, name: str, make: Callable[[], Graph]) -> Placed:
    """A layout, made once for both languages."""
    drawn = desk.catalog.drawn
    if name not in drawn:
        found = make()
        drawn[name] = place(found, {key: _width(desk, key) for key in found.nodes})
    return drawn[name]


def _width(desk: Desk, key: str) -> float:
    known = desk.catalog.registry.companies.get(key)
    names = (known.name.zh, known.name.en) if known else (key,)
    return max(map(labels.width, names))


def _view(desk: Desk, placed: Placed, title: str) -> views.NetworkView:
    edges = placed.graph.edges
    near: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        near[edge.a].append(edge)
        near[edge.b].append(edge)
    numbers = {key: n for n, key in enumerate(placed.graph.nodes)}
    shapes = {_shape(desk, key) for key in numbers}
    kinds = {edge.kinds[0] for edge in edges}
    say = desk.words.say
    return views.NetworkView(
        title=title,
        description=_description(desk, placed, near),
        width=placed.width,
        height=placed.height,
        nodes=tuple(_node(desk, key, placed, near[key], numbers) for key in numbers),
        edges=tuple(_edge(desk, edge, placed, numbers) for edge in edges),
        rows=tuple(_row(desk, edge) for edge in sorted(edges, key=lambda e: -len(e.deals))),
        shapes=tuple(
            views.LegendItem(key=key, label=say(label))
            for key, label in _SHAPE_NAMES.items()
            if key in shapes
        ),
        lines=tuple(
            views.LegendItem(key=kind, label=say(label))
            for kind, label in DEAL.items()
            if kind in kinds
        ),
        note=_note(desk, placed.graph.left_out),
        dense=len(edges) > _MANY,
    )


def _note(desk: Desk, left_out: int) -> str:
    one = "%(num)s further company has fewer deals and is not drawn."
    many = "%(num)s further companies have fewer deals and are not drawn."
    return desk.words.count(one, many, left_out) if left_out else ""


def _description(desk: Desk, placed: Placed, near: Mapping[str, list[Edge]]) -> str:
    nodes = sorted(near, key=lambda key: -sum(len(edge.deals) for edge in near[key]))
    pair = max(placed.graph.edges, key=lambda edge: len(edge.deals))
    drawn = desk.words.count(
        "%(num)s company; most deals: %(names)s.",
        "%(num)s companies; most deals: %(names)s.",
        len(nodes),
        names=desk.words.list(desk.company(key).name for key in nodes[:3]),
    )
    joined = desk.words.count(
        "%(a)s and %(b)s have %(num)s deal, more than any other pair or as many.",
        "%(a)s and %(b)s have %(num)s deals, more than any other pair or as many.",
        len(pair.deals),
        a=desk.company(pair.a).name,
        b=desk.company(pair.b).name,
    )
    table = desk.words.say(N_("The table below the picture has every line of it."))
    return desk.words.sentences(drawn, joined if len(pair.deals) > 1 else "", table)


def _shape(desk: Desk, key: str) -> Shape:
    known = desk.catalog.registry.companies.get(key)
    return _SHAPES.get(known.kind, "rest") if known else "rest"


def _node(
    desk: Desk, key: str, placed: Placed, edges: list[Edge], numbers: Mapping[str, int]
) -> views.NodeView:
    name, (x, y), label = desk.company(key), placed.at[key], placed.labels.get(key)
    partners = {end for edge in edges for end in (edge.a, edge.b)} - {key}
    deals = {deal.id for edge in edges for deal in edge.deals}
    shown = label or labels.beside(x, y, labels.width(name.name), 7.0)[_side(x, placed.width)]
    return views.NodeView(
        number=numbers[key],
        near=tuple(sorted(numbers[one] for one in {key, *partners})),
        x=x,
        y=y,
        shape=_shape(desk, key),
        name=name.name,
        lang=name.lang,
        label=labels.clip(name.name, placed.longest(key)),
        label_x=round(shown.x, 1),
        label_y=round(shown.y, 1),
        anchor=shown.anchor,
        labelled=label is not None,
        href=name.href,
        told=_told(desk, key, len(partners), len(deals)),
    )


def _side(x: float, width: int) -> int:
    """Labels that appear only when lit stand towards the middle of the picture."""
    return 0 if x < width / 2 else 1


def _told(desk: Desk, key: str, partners: int, deals: int) -> str:
    known = desk.catalog.registry.companies.get(key)
    count = desk.words.count
    return desk.words.say(
        N_("%(company)s, %(kind)s: %(counts)s"),
        company=desk.company(key).name,
        kind=desk.words.say(ONE_COMPANY[known.kind if known else "other"]),
        counts=desk.words.list(
            (
                count("%(num)s partner", "%(num)s partners", partners),
                count("%(num)s deal", "%(num)s deals", deals),
            )
        ),
    )


def _edge(desk: Desk, edge: Edge, placed: Placed, numbers: Mapping[str, int]) -> views.EdgeView:
    (x1, y1), (x2, y2) = _drawn(desk, edge, placed)
    told = desk.words.count(
        "%(a)s and %(b)s: %(num)s deal (%(kinds)s)",
        "%(a)s and %(b)s: %(num)s deals (%(kinds)s)",
        len(edge.deals),
        a=desk.company(edge.a).name,
        b=desk.company(edge.b).name,
        kinds=_kinds(desk, edge),
    )
    return views.EdgeView(
        ends=(numbers[edge.a], numbers[edge.b]),
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        width=thickness(len(edge.deals), crowded=len(placed.graph.edges) > _MANY),
        kind=edge.kinds[0],
        href=_href(desk, edge),
        told=told,
    )


def _drawn(
    desk: Desk, edge: Edge, placed: Placed
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Ends of the line; on a line of a list it begins behind the first name."""
    a, b = placed.at[edge.a], placed.at[edge.b]
    label = placed.labels.get(edge.a)
    if label and a[1] == b[1] and a[0] < label.box.right < b[0]:
        end = label.x + labels.width(labels.clip(desk.company(edge.a).name, placed.longest(edge.a)))
        return (round(end + 6, 1), a[1]), b
    return a, b


def _kinds(desk: Desk, edge: Edge) -> str:
    return desk.words.list(desk.words.say(DEAL[kind]) for kind in edge.kinds)


def _href(desk: Desk, edge: Edge) -> str:
    return desk.page(desk.catalog.deal_paths[edge.deals[0].id])


def _row(desk: Desk, edge: Edge) -> views.PairRow:
    date = edge.deals[0].lead.deal.date
    words = desk.words.date(date) if date else desk.words.say(N_("No date stated"))
    return views.PairRow(
        a=desk.company(edge.a),
        b=desk.company(edge.b),
        kinds=_kinds(desk, edge),
        count=len(edge.deals),
        deal=views.Link(label=words, href=_href(desk, edge)),
    )
