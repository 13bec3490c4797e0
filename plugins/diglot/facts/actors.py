"""Which companies named in a clause act in it: not owners, descriptions or products."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from diglot.facts.acts import Act
from diglot.facts.companies import Named
from diglot.facts.scene import Ids, Place, Scene, pattern, unique


def acting(scene: Scene, act: Act, span: Place) -> list[Named]:
    """Companies named in a span, without those that only own or describe another."""
    kept = apart(scene, span)
    if act.kind == "joint_venture":
        kept = with_founders(scene, span, kept, behind=not act.slight)
    if scene.side == "zh" and len(kept) > 1:
        kept = kept[_modifying(scene, act, kept) :]
    return _without_own(scene, act, [one for one in kept if not _object(scene, act, one)])


def _without_own(scene: Scene, act: Act, names: list[Named]) -> list[Named]:
    """Without the joint company two partners speak of: “A and B end their C venture”."""
    ids = {one.id for one in names}
    own = {
        one.id
        for one in names
        if one.start > act.start
        and (len(ids.intersection(scene.known(one.id).parents)) > 1 or _called_own(scene, one))
    }
    return [one for one in names if one.id not in own] if act.kind != "investment" else names


def _called_own(scene: Scene, one: Named) -> bool:
    return scene.side == "en" and scene.within("own", _back(scene, one, 50), one.start)


def with_founders(scene: Scene, span: Place, kept: list[Named], behind: bool) -> list[Named]:
    """With those whose joint company it is, who own it: “甲与乙的合资公司丙”."""
    own = founders(scene, span, behind)
    ids = {one.id for one in own}
    return [
        one
        for one in scene.mentions(span)
        if one in own or (one in kept and ids.isdisjoint(scene.known(one.id).parents))
    ]


def founders(scene: Scene, span: Place, behind: bool = True) -> set[Named]:
    """Those named as founders of a joint company; ``behind`` it too: “Foo, a venture of A”."""
    founder, inside = pattern(f"founder_{scene.side}"), scene.mentions(span)
    out: set[Named] = set()
    for at in range(len(inside) - 1, -1, -1):
        one, after = inside[at], inside[at + 1 : at + 2]
        if (
            founder.match(scene.plain, one.end)
            or any(other in out and _listed(scene, one, other) for other in after)
            or (behind and _founds(scene, one))
        ):
            out.add(one)
    return out


def _founds(scene: Scene, one: Named) -> bool:
    """Whether a company stands in a list of those whose joint venture another is."""
    if scene.side != "en":
        return False
    return bool(pattern("founders_en").search(scene.plain, _back(scene, one, 90), one.start))


def apart(scene: Scene, span: Place) -> list[Named]:
    """Companies of a span without owners and those named aside; kept with the scene."""
    if span not in scene.unowned:
        scene.unowned[span] = _unowned(scene, scene.mentions(span))
    return scene.unowned[span]


def named(scene: Scene, span: Place) -> list[Named]:
    """Companies of a span without those that only own or describe another one."""
    inside = scene.mentions(span)
    aside = _owning(scene, inside) | _modifiers(scene, inside)
    return [one for one in inside if one not in aside]


def _owning(scene: Scene, inside: Sequence[Named]) -> set[Named]:
    """Owners among the companies of a span, and those of the same family listed before them."""
    owning: set[Named] = set()
    for at in range(len(inside) - 1, -1, -1):
        one, behind = inside[at], inside[at + 1 :]
        if _owns(scene, one, behind) or (
            behind
            and behind[0] in owning
            and _listed(scene, one, behind[0])
            and any(scene.kin(one.id, other.id) for other in behind[1:2])
        ):
            owning.add(one)
    return owning


def _modifiers(scene: Scene, inside: Sequence[Named]) -> set[Named]:
    """The founders that only describe the joint company they stand before: “甲与乙合资的丙”."""
    out: set[Named] = set()
    for one, other in reversed(tuple(pairwise(inside)) if scene.side == "zh" else ()):
        if scene.search("modifier", one.end, other.start) or (
            other in out and _listed(scene, one, other)
        ):
            out.add(one)
    return out


def first(scene: Scene, names: Sequence[Named]) -> Ids:
    """The first company of a clause, and those joined to it by “、”."""
    out = [names[0].id]
    for one, other in pairwise(names):
        if scene.plain[one.end : other.start] != "、":
            break
        out.append(other.id)
    return unique(out)


def _listed(scene: Scene, one: Named, other: Named) -> bool:
    return bool(pattern("joint").fullmatch(scene.plain[one.end : other.start]))


def _unowned(scene: Scene, inside: Sequence[Named]) -> list[Named]:
    if len(inside) < 2:
        return [one for one in inside if not _owns(scene, one, ())]
    owning = _owning(scene, inside)
    for one, other in pairwise(inside):
        if one in owning and scene.side == "en" and _beside(scene, one, other):
            owning.add(other)
    owners = {one.id for one in owning}
    aside = {one for one in inside if _bracketed(scene, one) or _apposed(scene, one)}
    free = {one.id for one in inside if one not in owning and one not in aside}
    owners |= {one.id for one in aside} if len(free) > 1 else set()
    return [one for one in inside if one.id not in owners or one.id in free]


def _beside(scene: Scene, one: Named, other: Named) -> bool:
    """Whether a company goes on a list another begins that only describes: “like A and B”."""
    between = scene.plain[one.end : other.start]
    joint = pattern("listing").fullmatch(between) or pattern("compared").fullmatch(between)
    return bool(joint) and scene.within("before_owner", _back(scene, one, 40), one.start)


def _apposed(scene: Scene, one: Named) -> bool:
    """Whether a company only stands in words for another: between commas, or “the Foo maker”."""
    if scene.side != "en":
        return False
    if scene.within("apposition", _back(scene, one, 90), one.start):
        return True
    called = scene.plain.endswith(("the ", "The "), 0, one.start)
    return called and bool(pattern("epithet_name_en").match(scene.plain, one.end))


def _modifying(scene: Scene, act: Act, names: Sequence[Named]) -> int:
    """How many of a clause's first companies only describe the next: “甲与乙合资的丙”."""
    for at in range(len(names) - 1, 0, -1):
        head = names[at]
        if head.end > act.start or head.start == names[0].start:
            continue
        inside = scene.mentions((names[0].start, head.start))
        last = max((one.end for one in inside), default=head.start)
        if scene.search("modifier", last, head.start):
            return at
    return 0


def _object(scene: Scene, act: Act, one: Named) -> bool:
    """Whether a company is what the act is about, as in “打造某品牌”."""
    if act.kind == "product_launch" or act.weak:
        return False
    return scene.within("object", _back(scene, one, 14), one.start)


def _bracketed(scene: Scene, one: Named) -> bool:
    head = scene.plain[_back(scene, one, 110) : one.start]
    return max(head.rfind("("), head.rfind("（")) > max(head.rfind(")"), head.rfind("）"))


def _back(scene: Scene, one: Named, room: int) -> int:
    """Some characters before a company, in its sentence."""
    sentence = scene.reading.sentences[scene.reading.sentence_at(one.start)]
    return max(sentence.start, one.start - room)


def _owns(scene: Scene, one: Named, behind: Sequence[Named]) -> bool:
    """Whether a company only owns or describes another, most often the one behind it."""
    if scene.side == "en":
        head = scene.reading.text[max(0, one.start - 40) : one.start]
        if scene.within("before_owner", max(0, one.start - 40), one.start):
            return not pattern("stands_for_en").search(
                scene.plain[_back(scene, one, 70) : one.start]
            )
        apposed = pattern("apposed_owner_en")
        if head.endswith(", ") and apposed.match(scene.reading.text, one.end):
            return True
    after = next((other for other in behind if other.id != one.id), None)
    if after is None:
        return False
    between = scene.plain[one.end : after.start].strip()
    return bool(pattern(f"owner_{scene.side}").fullmatch(between))
