"""Sentences of two texts that translate each other one to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diglot.languages import Lang
from diglot.text.segment import sentences
from diglot.translation.align import Name, beads


def twins(
    source: tuple[str, Lang], target: tuple[str, Lang], names: Sequence[Name] = ()
) -> Iterator[tuple[str, str]]:
    """Sentences of two texts that translate each other one to one."""
    (own, own_lang), (far, far_lang) = source, target
    left, right = sentences(own, own_lang), sentences(far, far_lang)
    for bead in beads(own, left, far, right, names):
        if len(bead.source) == len(bead.target) == 1:
            (a, b), (c, d) = bead.source[0], bead.target[0]
            yield own[a:b].strip(), far[c:d].strip()
