"""One deal for each of several companies that stand on one side of an act: “supplies A and B”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from diglot.facts import actors
from diglot.facts.acts import Act
from diglot.facts.companies import Named
from diglot.facts.scene import Scene, pattern, unique
from diglot.facts.told import Found

_SIDED = frozenset({"supply", "order", "technology_licensing", "investment"})
"""Kinds whose parties stand on two sides."""


def each(scene: Scene, act: Act, deal: Found) -> Iterator[Found]:
    """A deal with each of those supplied or invested in; investors in one target stay together."""
    names = [one for one in actors.acting(scene, act, act.clause) if one.id in deal.parties]
    before = [one for one in names if one.end <= act.start]
    after = [one for one in names if one.start >= act.end]
    apart = scene.search("severally", *act.clause)
    behind = [one for one in names if apart and one.start >= apart.end()]
    many = after if act.kind == "investment" or len(before) < 2 else before
    many = behind if scene.side == "zh" and len(behind) > 1 else many
    ids = unique(one.id for one in many)
    others = [id_ for id_ in deal.parties if id_ not in ids]
    with_each = _with_each(scene, many)
    sided = (act.kind in _SIDED or apart or with_each) and not act.alone
    sided = sided and not (_open(scene, act) or _sold(scene, act, many))
    kin = any(scene.kin(*pair) for pair in combinations(deal.parties, 2))
    listed = with_each or _listed(scene, many)
    if not sided or kin or len(ids) < 2 or len(others) != 1 or not listed:
        yield deal
        return
    for id_ in ids:
        pair = tuple(one for one in deal.parties if one in (id_, others[0]))
        yield replace(deal, parties=pair, apart=True)


def _with_each(scene: Scene, names: Sequence[Named]) -> bool:
    """Whether each of several companies has a “with” of its own: “with A and with B”."""
    heads = ((max(0, one.start - 40), one.start) for one in names)
    return len(names) > 1 and all(scene.within("with_each", *head) for head in heads)


def _open(scene: Scene, act: Act) -> bool:
    """Whether the list is one of investors: “cornerstone investors include A and B”."""
    return bool(scene.search("open", *act.clause))


def _sold(scene: Scene, act: Act, names: Sequence[Named]) -> bool:
    """Whether the list is one of sellers or of other investors: “from A and B”, “joined by A”."""
    if act.kind != "investment" or not names:
        return False
    heads = [(max(0, one.start - 40), one.start) for one in names]
    return scene.within("sold_by", *heads[0]) or any(scene.within("joined_by", *h) for h in heads)


def one_sided(scene: Scene, act: Act, names: Sequence[Named]) -> bool:
    """Whether an act names two companies or more, all in one list before it."""
    ids = unique(one.id for one in names)
    return len(ids) > 1 and names[-1].end <= act.start and _listed(scene, names)


def pooled(scene: Scene, act: Act) -> Act:
    """The act, one of cooperation where several put money into a work of their own.

    “A and B will invest $2 billion in software” names nobody they invest in.
    """
    if act.kind != "investment" or not scene.search("pooled", act.start, act.clause[1]):
        return act
    alone = one_sided(scene, act, actors.acting(scene, act, act.clause))
    return replace(act, kind="strategic_cooperation", weak=False, slight=False) if alone else act


def _listed(scene: Scene, names: Sequence[Named]) -> bool:
    """Whether companies are named one after the other as in a list."""
    joint = pattern("listing")
    firsts = [one for at, one in enumerate(names) if not at or one.id != names[at - 1].id]
    return all(
        joint.fullmatch(scene.plain[one.end : other.start]) for one, other in pairwise(firsts)
    )
