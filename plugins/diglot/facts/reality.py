"""Whether what a clause reports has come about: denied, proposed, or only said by others."""

from __future__ import annotations

from diglot.facts.scene import Clause, Place, Scene, pattern, words
from diglot.model import Status


def unreached(scene: Scene, index: int) -> bool:
    """Whether a sentence says that nothing has come of it."""
    return scene.says(pattern("unreached"), index)


def unreal(scene: Scene, index: int, clause: Clause) -> bool:
    """Whether a clause speaks of lists and habits, or its sentence passes on a rumour."""
    start = scene.reading.sentences[index].start
    return bool(
        pattern(f"standing_{scene.side}").search(scene.plain, *clause)
        or pattern(f"rumoured_{scene.side}").search(scene.plain, start, clause[1])
    )


def hearsay(scene: Scene, index: int) -> bool:
    """Whether a sentence has it from the media or from people without a name."""
    return scene.says(pattern(f"hearsay_{scene.side}"), index)


def status(scene: Scene, index: int, clause: Clause, at: Place) -> Status:
    """By the words of the clause; what is only proposed is so called before it."""
    plain, (start, end) = scene.plain, clause
    if pattern(f"negated_{scene.side}").search(plain[start : at[0]]):
        return "denied"
    if words("denied", scene.side).search(plain, start, end):
        return "denied"
    before = end if scene.side == "zh" else at[1]
    unsourced = pattern(f"unsourced_{scene.side}")
    first = scene.reading.sentences[index].start
    proposed = (scene.says(unsourced, index) and unsourced.search(plain, first, end)) or words(
        "proposed", scene.side
    ).search(plain, start, before)
    return "proposed" if proposed else "reported"
