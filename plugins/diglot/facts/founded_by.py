"""The company that an act brings forth: no party of its own founding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diglot.facts.companies import Named
from diglot.facts.scene import Scene, pattern

if TYPE_CHECKING:  # it asks here itself
    from diglot.facts.acts import Act

_HEAD = 24
"""Characters before a name that say it is founded."""
_CALLED = 6
"""Characters before it that say it is its name."""


def is_founded(scene: Scene, act: Act, one: Named) -> bool:
    """Whether a company is the one the act founds, or the make it launches."""
    if act.founds:
        return one.start > act.start and is_venture(scene, act.sentence, one)
    if _told(scene, act, one):
        return True
    if act.kind not in ("joint_venture", "product_launch"):
        return False
    plain = scene.reading.plain
    if scene.side == "zh" and act.kind == "joint_venture" and _named(scene, act, one):
        return True
    start = scene.reading.sentences[act.sentence].start
    by_words = pattern(f"founded_{scene.side}").search(
        plain[max(start, one.start - _HEAD) : one.start]
    )
    if act.kind == "product_launch":
        return bool(by_words)
    by_parents = _around(scene, act.sentence).intersection(scene.known(one.id).parents)
    return one.start > act.start and bool(by_words or by_parents)


def _named(scene: Scene, act: Act, one: Named) -> bool:
    """Whether a Chinese text names a company as the joint one, wherever the act stands."""
    plain = scene.reading.plain
    if scene.within("called", max(0, one.start - _CALLED), one.start):
        return True
    first = one.start < act.start and pattern("founded_first_zh").match(plain, one.end)
    return bool(first or pattern("contract_zh").match(plain, one.end))


def _told(scene: Scene, act: Act, one: Named) -> bool:
    """Whether a company behind the act is called the joint venture of its parties."""
    if act.kind == "joint_venture" and not act.slight:
        if pattern("described").match(scene.plain, one.end):
            return True
    elif act.kind not in ("joint_venture", "strategic_cooperation"):
        return False
    if scene.side != "en" or one.start < act.start:
        return False
    others = _around(scene, act.sentence) - {one.id}
    called = len(others) > 1 and pattern("venture_behind_en").match(scene.plain, one.end)
    return bool(called or pattern("founded_behind_en").match(scene.plain, one.end))


def is_venture(scene: Scene, index: int, one: Named) -> bool:
    """Whether a company belongs to several others, all of which its sentence names."""
    owners = scene.known(one.id).parents
    return len(owners) > 1 and _around(scene, index).issuperset(owners)


def _around(scene: Scene, index: int) -> set[str]:
    """Companies of a sentence."""
    sentence = scene.reading.sentences[index]
    return {one.id for one in scene.mentions((sentence.start, sentence.end))}
