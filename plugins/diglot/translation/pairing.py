"""Which block of the translation belongs to which block of the original.

Equal texts first, through the unit that holds both; then blocks that were edited, by how alike
they are; then what stands in the same place; at last blocks that were merged into a neighbour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz

from diglot.records.state import Unit

_ALIKE: Final = 50.0
"""Per cent of likeness from which a text counts as another one, edited."""
_WITHIN: Final = 90.0
"""Per cent of likeness from which a text counts as a part of a longer one."""
_SHORT: Final = 8
"""Characters below which a text stands inside others by chance."""


@dataclass(frozen=True, slots=True)
class Match:
    """What belongs to a block of the original, by position."""

    target: int | None = None
    unit: int | None = None
    joined: bool = False
    """Whether the target belongs to a neighbour and says what this block says too."""


@dataclass(slots=True)
class _Board:
    """The blocks, and the matches found so far."""

    sources: Sequence[str]
    targets: Sequence[str]
    units: Sequence[Unit]
    found: dict[int, Match] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    """Positions of targets that have their source."""

    def put(self, source: int, target: int, unit: int | None) -> None:
        self.found[source] = Match(target, unit)
        self.taken.add(target)

    def free_sources(self) -> list[int]:
        return [i for i in range(len(self.sources)) if i not in self.found]

    def free_targets(self) -> list[int]:
        return [j for j in range(len(self.targets)) if j not in self.taken]

    def free_units(self) -> list[int]:
        used = {match.unit for match in self.found.values()}
        return [n for n in range(len(self.units)) if n not in used]


def pair_up(
    sources: Sequence[str], targets: Sequence[str], units: Sequence[Unit]
) -> tuple[Match, ...]:
    """A match for each block of the original; no target serves two unless the match is joined."""
    board = _Board(sources, targets, units)
    for step in (_equal, _edited, _placed):
        step(board)
    joined = dict(_joined(board))
    return tuple(board.found.get(i) or joined.get(i) or Match() for i in range(len(sources)))


def _equal(board: _Board) -> None:
    """Pairs whose texts are both those of one unit."""
    units = defaultdict[str, list[int]](list)
    for place, unit in enumerate(board.units):
        units[unit.source].append(place)
    places = defaultdict[str, list[int]](list)
    for place, text in enumerate(board.targets):
        places[text].append(place)
    for source, text in enumerate(board.sources):
        for place in units[text]:
            if free := [j for j in places[board.units[place].target] if j not in board.taken]:
                board.put(source, free[0], place)
                break


def _edited(board: _Board) -> None:
    """Pairs that resemble a unit on both sides, the likest first."""
    free = board.free_units()
    likely = []
    sources, targets = board.free_sources(), board.free_targets()
    for place in free:
        unit = board.units[place]
        left = [(i, like) for i in sources if (like := _likeness(board.sources[i], unit.source))]
        right = [(j, like) for j in targets if (like := _likeness(board.targets[j], unit.target))]
        likely += [(-a - b, abs(i - j), i, j, place) for i, a in left for j, b in right]
    for _, _, source, target, place in sorted(likely):
        if source not in board.found and target not in board.taken and place in free:
            board.put(source, target, place)
            free.remove(place)


def _likeness(text: str, known: str) -> float:
    """Per cent; 0 where they do not seem to be versions of one text."""
    like = fuzz.ratio(text, known, score_cutoff=_ALIKE)
    if not like and min(len(text), len(known)) >= _SHORT:
        like = fuzz.partial_ratio(text, known, score_cutoff=_WITHIN) / 2
    return like


def _placed(board: _Board) -> None:
    """Pairs by place: what follows the twin of the block before."""
    for source in board.free_sources():
        before = -1 if source == 0 else board.found.get(source - 1, Match()).target
        target = None if before is None else before + 1
        if target is None or target not in board.free_targets():
            continue
        # A picture or a rule has no text; it is nobody's translation of one.
        if bool(board.sources[source]) == bool(board.targets[target]):
            board.put(source, target, _unit_of(board, source, target))


def _unit_of(board: _Board, source: int, target: int) -> int | None:
    """The unit two blocks replace: one that holds either text, else the next in order."""
    free, units = board.free_units(), board.units
    before = board.found[source - 1].unit if source else -1
    ways = (
        # What a machine wrote for another text is out of date here, not a person's.
        [n for n in free if units[n].target == board.targets[target]],
        [n for n in free if units[n].source == board.sources[source]],
        # A unit whose original still stands elsewhere was not replaced here.
        [n for n in free if n - 1 == before and units[n].source not in board.sources],
    )
    return next((way[0] for way in ways if way), None)


def _joined(board: _Board) -> Iterator[tuple[int, Match]]:
    """Blocks whose translation, or whose other half, stands in a neighbour's pair."""
    of_unit = {match.unit: match for match in board.found.values() if match.unit is not None}
    for source in board.free_sources():
        text = board.sources[source]
        for place, unit in enumerate(board.units):
            if unit.source == text and place not in of_unit:
                target = _holding(unit.target, board, source)
                if target is not None:
                    yield source, Match(target, place, joined=True)
                    break
            elif place in of_unit and unit.source != text and _is_part(text, unit.source):
                yield source, Match(of_unit[place].target, place, joined=True)
                break


def _holding(text: str, board: _Board, source: int) -> int | None:
    """The target of a neighbouring pair that holds a text."""
    for neighbour in (source - 1, source + 1):
        target = board.found.get(neighbour, Match()).target
        if target is not None and _is_part(text, board.targets[target]):
            return target
    return None


def _is_part(text: str, whole: str) -> bool:
    if not _SHORT <= len(text) < len(whole):
        return False
    return fuzz.partial_ratio(text, whole, score_cutoff=_WITHIN) > 0
