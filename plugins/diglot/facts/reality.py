"""Whether what a clause reports has come about: denied, proposed, or only said by others."""

from __future__ import annotations

from diglot.facts.scene import Clause, Place, Scene
from diglot.model import Status


def unreached(scene: Scene, index: int) -> bool:
    """Whether a sentence says that nothing has come of it."""
    return scene.says("unreached", index)


def unreal(scene: Scene, index: int, clause: Clause) -> bool:
    """Whether a clause speaks of lists and habits, or its sentence passes on a rumour."""
    start = scene.reading.sentences[index].start
    return bool(scene.search("standing", *clause) or scene.search("rumoured", start, clause[1]))


def hearsay(scene: Scene, index: int) -> bool:
    """Whether a sentence has it from the media or from people without a name."""
    return scene.says("hearsay", index)


def status(scene: Scene, index: int, clause: Clause, at: Place) -> Status:
    """By the words of the clause; what is only proposed is so called before it."""
    start, end = clause
    if scene.within("negated", start, at[0]) or scene.search("denied", start, end):
        return "denied"
    before = end if scene.side == "zh" else at[1]
    first = scene.reading.sentences[index].start
    proposed = scene.search("unsourced", first, end) or scene.search("proposed", start, before)
    return "proposed" if proposed else "reported"
