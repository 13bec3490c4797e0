"""Sentence twins inside a pair of blocks.

Method: dynamic programming over sentence lengths, after W. A. Gale and K. W. Church, "A Program
for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993; numbers and
Latin names that stand in both sentences count as anchors, since zh and en lengths agree loosely.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]

# Costs of joining m source with n target sentences (Gale and Church's probabilities, as -100 ln p).
_BEADS: Final = {(1, 1): 12, (1, 2): 240, (2, 1): 240, (2, 2): 450, (1, 3): 470, (3, 1): 470}
_LONE: Final = {(1, 0): 620, (0, 1): 620}
_VARIANCE: Final = 6.8
_ANCHOR: Final = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z][A-Za-z0-9.&-]+")


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same: spans of characters, empty where one side has none."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]


def beads(
    source: str, source_spans: Sequence[Span], target: str, target_spans: Sequence[Span]
) -> tuple[Bead, ...]:
    """The cheapest series of beads that covers all sentences of both texts in order."""
    left = [source[a:b] for a, b in source_spans]
    right = [target[a:b] for a, b in target_spans]
    steps = _cheapest(left, right, max(1, len(target)) / max(1, len(source)))
    found, i, j = [], 0, 0
    for m, n in steps:
        found.append(Bead(tuple(source_spans[i : i + m]), tuple(target_spans[j : j + n])))
        i, j = i + m, j + n
    return tuple(found)


def _cheapest(left: Sequence[str], right: Sequence[str], ratio: float) -> list[tuple[int, int]]:
    """Numbers of sentences on both sides of each bead, in order."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            ways = []
            for (m, n), price in (_BEADS | _LONE).items():
                if (i - m, j - n) in best:
                    joined = "".join(left[i - m : i]), "".join(right[j - n : j])
                    here = price + _cost(*joined, ratio)
                    ways.append((best[i - m, j - n][0] + here, (m, n)))
            if ways:
                best[i, j] = min(ways)
    steps, at = [], (len(left), len(right))
    while at != (0, 0):
        m, n = best[at][1]
        steps.append((m, n))
        at = (at[0] - m, at[1] - n)
    return steps[::-1]


def _cost(source: str, target: str, ratio: float) -> float:
    """How unlikely it is that the two say the same: by length, less shared anchors."""
    if not source or not target:
        return 0.0
    mean = (len(source) * ratio + len(target)) / 2
    delta = (len(target) - len(source) * ratio) / math.sqrt(_VARIANCE * mean)
    tail = max(1e-12, math.erfc(abs(delta) / math.sqrt(2)))
    a, b = set(_ANCHOR.findall(source)), set(_ANCHOR.findall(target))
    return -100 * math.log(tail) - 60 * len(a & b)
