"""Whether what a clause reports has come about: denied, proposed, or only said by others."""

from __future__ import annotations

from collections.abc import Iterator

from diglot.facts.scene import Clause, Ids, Place, Scene, unique
from diglot.model import Status


def unreached(scene: Scene, index: int) -> bool:
    """Whether a sentence says that nothing has come of it."""
    return scene.says("unreached", index)


def unreal(scene: Scene, index: int, clause: Clause) -> bool:
    """Whether a clause speaks of lists and habits, or its sentence passes on a rumour."""
    one = scene.reading.sentences[index]
    if scene.search("standing", *clause):
        return True
    rumoured = scene.search("rumoured", one.start, clause[1])
    return bool(rumoured) and not scene.search("denied", clause[1], one.end)


def hearsay(scene: Scene, index: int) -> bool:
    """Whether a sentence has it from the media or from people without a name."""
    return scene.says("hearsay", index)


def status(scene: Scene, index: int, clause: Clause, at: Place) -> Status:
    """By the words of the clause; what is only proposed is so called before it."""
    start, end = clause
    negated = scene.within("negated", start, at[0]) and not scene.search("not_first", start, end)
    if negated or scene.search("denied", start, end):
        return "denied"
    first, last = scene.reading.sentences[index].start, scene.reading.sentences[index].end
    if scene.search("hearsay", first, end + 1) and scene.search("refuted", at[1], last):
        return "denied"
    told = scene.search("rumoured", first, end) or scene.search("report", at[1], end)
    if told and scene.search("denied", end, last):
        return "denied"
    before = end if scene.side == "zh" else at[1]
    proposed = scene.search("unsourced", first, end) or scene.search("proposed", start, before)
    return "proposed" if proposed else "reported"


def refuted(scene: Scene) -> Iterator[tuple[int, Ids]]:
    """Each sentence that calls reports about companies false, and those companies."""
    for index, sentence in enumerate(scene.reading.sentences):
        if scene.says("refuted", index):
            ids = unique(one.id for one in scene.mentions((sentence.start, sentence.end)))
            if ids:
                yield index, ids


def told_on(scene: Scene, index: int) -> bool:
    """Whether a sentence goes on with what the one before has from others."""
    here, last = scene.reading.sentences[index], scene.reading.sentences[max(0, index - 1)]
    return here.block == last.block and hearsay(scene, max(0, index - 1))
