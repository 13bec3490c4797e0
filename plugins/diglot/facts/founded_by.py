"""The company that an act brings forth: no party of its own founding."""

from __future__ import annotations

from diglot.facts.acts import Act
from diglot.facts.companies import Named
from diglot.facts.scene import Scene, pattern

_HEAD = 24
"""Characters before a name that say it is founded."""


def is_founded(scene: Scene, act: Act, one: Named) -> bool:
    """Whether a company is the one the act founds, or the make it launches."""
    if _told(scene, act, one):
        return True
    if act.kind not in ("joint_venture", "product_launch"):
        return False
    plain = scene.reading.plain
    if scene.side == "zh" and act.kind == "joint_venture":
        first = pattern("founded_first_zh").match(plain, one.end)
        if first and one.start < act.start:
            return True
    start = scene.reading.sentences[act.sentence].start
    by_words = pattern(f"founded_{scene.side}").search(
        plain[max(start, one.start - _HEAD) : one.start]
    )
    if act.kind == "product_launch":
        return bool(by_words)
    by_parents = _around(scene, act).intersection(scene.known(one.id).parents)
    return one.start > act.start and bool(by_words or by_parents)


def _told(scene: Scene, act: Act, one: Named) -> bool:
    """Whether a company behind the act is called the joint venture of its parties."""
    if act.kind == "joint_venture" and not act.slight:
        if pattern("described").match(scene.plain, one.end):
            return True
    elif act.kind not in ("joint_venture", "strategic_cooperation"):
        return False
    if scene.side != "en" or one.start < act.start:
        return False
    others = _around(scene, act) - {one.id}
    called = len(others) > 1 and pattern("venture_behind_en").match(scene.plain, one.end)
    return bool(called or pattern("founded_behind_en").match(scene.plain, one.end))


def _around(scene: Scene, act: Act) -> set[str]:
    """Companies of the act's sentence."""
    sentence = scene.reading.sentences[act.sentence]
    return {one.id for one in scene.mentions((sentence.start, sentence.end))}
