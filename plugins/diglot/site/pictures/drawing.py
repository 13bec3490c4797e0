"""A network as it is laid out: nodes, edges and labels with the words that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from diglot.site import dealpages, views
from diglot.site.parts import Desk
from diglot.site.pictures import labels
from diglot.site.pictures.graph import Edge
from diglot.site.pictures.layout import Placed, thickness
from diglot.site.words import DEAL, N_

_MANY: Final = 40


def drawing(desk: Desk, placed: Placed) -> views.DrawingView:
    """A graph as it is laid out."""
    edges = placed.graph.edges
    near: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        near[edge.a].append(edge)
        near[edge.b].append(edge)
    numbers = {key: n for n, key in enumerate(placed.graph.nodes)}
    return views.DrawingView(
        description=_description(desk, placed, near),
        width=placed.width,
        height=placed.height,
        nodes=tuple(_node(desk, key, placed, near[key], numbers) for key in numbers),
        edges=tuple(_edge(desk, edge, placed, numbers) for edge in edges),
        note=_note(desk, placed.graph.left_out),
        dense=len(edges) > _MANY,
    )


def _note(desk: Desk, left_out: int) -> str:
    if not left_out:
        return ""
    return desk.words.count(
        "%(num)s further company has fewer deals and is not drawn.",
        "%(num)s further companies have fewer deals and are not drawn.",
        left_out,
    )


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


def kind_of(desk: Desk, key: str) -> str:
    """Id of the kind of a company."""
    registry = desk.catalog.registry
    return registry.kind(registry.companies.get(key))


def _node(
    desk: Desk, key: str, placed: Placed, edges: list[Edge], numbers: Mapping[str, int]
) -> views.NodeView:
    name, (x, y), label = desk.company(key), placed.at[key], placed.labels[key]
    partners = {end for edge in edges for end in (edge.a, edge.b)} - {key}
    deals = {deal.id for edge in edges for deal in edge.deals}
    lines = placed.name(key, name.name).lines
    return views.NodeView(
        number=numbers[key],
        near=tuple(sorted(numbers[one] for one in {key, *partners})),
        x=x,
        y=y,
        shape=desk.catalog.registry.kinds[kind_of(desk, key)].shape,
        name=name.name,
        lang=name.lang,
        label=tuple(zip(lines, label.bases(len(lines)), strict=True)),
        label_x=round(label.x),
        anchor=label.anchor,
        href=name.href,
        told=_told(desk, key, len(partners), len(deals)),
    )


def _told(desk: Desk, key: str, partners: int, deals: int) -> str:
    kind, count = desk.catalog.registry.kinds[kind_of(desk, key)], desk.words.count
    return desk.words.say(
        N_("%(company)s, %(kind)s: %(counts)s"),
        company=desk.company(key).name,
        kind=kind.name[desk.side],
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
        kinds=kinds(desk, edge),
    )
    return views.EdgeView(
        ends=(numbers[edge.a], numbers[edge.b]),
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        width=thickness(len(edge.deals), crowded=len(placed.graph.edges) > _MANY),
        kind=edge.kinds[0],
        href=between(desk, edge),
        told=told,
    )


def _drawn(
    desk: Desk, edge: Edge, placed: Placed
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Ends of the line; on a line of a list it begins behind the first name."""
    a, b = placed.at[edge.a], placed.at[edge.b]
    if edge.a in placed.paired and a[0] < b[0]:
        (name,) = placed.name(edge.a, desk.company(edge.a).name).lines
        return (round(placed.labels[edge.a].x + labels.width(name) + 6, 1), a[1]), b
    return a, b


def kinds(desk: Desk, edge: Edge) -> str:
    """Kinds of the deals of two companies, as a list."""
    return desk.words.list(desk.words.say(DEAL[kind]) for kind in edge.kinds)


def between(desk: Desk, edge: Edge) -> str:
    """Where all their deals stand: the one there is, or the table of deals with theirs."""
    if len(edge.deals) == 1:
        return latest(desk, edge)
    return desk.page(f"{dealpages.HOME}?company={edge.a}&with={edge.b}")


def latest(desk: Desk, edge: Edge) -> str:
    """Where the latest of their deals stands."""
    return desk.page(desk.catalog.deals.paths[edge.deals[0].id])
