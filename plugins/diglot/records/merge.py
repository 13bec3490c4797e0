"""Three-way merge of a record: last extracted (base), newly extracted (new), in the file.

Whatever differs from the last extracted value belongs to the editor: a field, an item that was
added, removed or moved, a block. Everything else follows the new extraction. The functions are
pure and know front matter only in its canonical plain form (`frontmatter.plain`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Final

from diglot.records.identity import KEYS, pair

Plain = Mapping[str, Any]
_ABSENT: Final[Any] = object()
_STATEMENT: Final = frozenset({"date", "what", "kind", "basis", "evidence", "status", "role"})
"""Parts of one statement: words found for the machine's value do not bear out an editor's."""


def fields(base: Plain, new: Plain, file: Plain) -> dict[str, Any]:
    """The merged mapping."""
    keys = list(dict.fromkeys((*new, *file)))
    touched = {key for key in {*keys, *base} if _get(file, key) != _get(base, key)}
    own = _STATEMENT if touched & _STATEMENT else frozenset[str]()
    merged = {key: _get(file, key) if key in own else _value(key, base, new, file) for key in keys}
    return {key: value for key, value in merged.items() if value is not _ABSENT}


def _get(mapping: Plain, key: str) -> Any:
    return mapping.get(key, _ABSENT)


def _value(key: str, base: Plain, new: Plain, file: Plain) -> Any:
    was, machine, editor = _get(base, key), _get(new, key), _get(file, key)
    if editor == was:
        return machine
    if machine == was:
        return editor
    if key in KEYS:
        merged = items(key, *([] if v is _ABSENT else v for v in (was, machine, editor)))
        # Both sides may have taken out half of it; some lists must not be empty.
        return merged or editor
    if all(isinstance(value, Mapping) for value in (was, machine, editor)):
        return fields(was, machine, editor)
    return editor


def items(name: str, base: Sequence[Any], new: Sequence[Any], file: Sequence[Any]) -> list[Any]:
    """The merged list; items are the same thing as `identity.pair` says."""
    ours = _named(pair(name, base, file), "file")
    theirs = _named(pair(name, base, new), "new")
    theirs = _same_additions(name, ours, file, theirs, new)
    was = {("base", i): item for i, item in enumerate(base)}
    editor = dict(zip(ours, file, strict=True))
    machine = dict(zip(theirs, new, strict=True))
    kept = [k for k in ours if k not in was or k in machine or editor[k] != was[k]]
    added = [k for k in theirs if k not in was and k not in editor]
    order = _order(ours, theirs, {*kept, *added})
    return [_item(was.get(k), machine.get(k), editor.get(k)) for k in order]


_Name = tuple[str, int]


def _named(pairs: Sequence[int | None], side: str) -> list[_Name]:
    """A name for each item: its place in the base, else its place on its own side."""
    return [(side, i) if place is None else ("base", place) for i, place in enumerate(pairs)]


def _same_additions(
    name: str, ours: list[_Name], file: Sequence[Any], theirs: list[_Name], new: Sequence[Any]
) -> list[_Name]:
    """Names of the machine's items, those the editor has added as well under the editor's name."""
    mine = [(k, item) for k, item in zip(ours, file, strict=True) if k[0] == "file"]
    free = [(k, item) for k, item in zip(theirs, new, strict=True) if k[0] == "new"]
    places = pair(name, [item for _, item in mine], [item for _, item in free])
    same = {k: mine[p][0] for (k, _), p in zip(free, places, strict=True) if p is not None}
    return [same.get(k, k) for k in theirs]


def _item(was: Any, machine: Any, editor: Any) -> Any:
    if editor is None or machine is None or was is None:
        return machine if editor is None else editor
    if isinstance(was, Mapping) and editor != was:
        return fields(was, machine, editor)
    return machine if editor == was else editor


def _order(ours: list[_Name], theirs: list[_Name], kept: set[_Name]) -> list[_Name]:
    """The machine's order with the editor's additions; the editor's, once items were moved."""
    places = [k for k in ours if k[0] == "base"]
    first, then = (ours, theirs) if places != sorted(places) else (theirs, ours)
    order = [k for k in first if k in kept]
    before: _Name | None = None
    for name in (k for k in then if k in kept):
        if name not in order:
            order.insert(0 if before is None else order.index(before) + 1, name)
        before = name
    return order


def blocks(base: Sequence[str], new: Sequence[str], file: Sequence[str]) -> list[str]:
    """The merged body: block by block, what the editor changed, else what the machine did."""
    ours, theirs = _against(base, file), _against(base, new)
    # What the editor took out or put somewhere else does not come (back) through the machine.
    own = set(base) - set(file)
    own.update(*(slot.before for slot in ours), *(slot.block for slot in ours if slot.changed))
    # Once the editor has moved blocks, the machine moves none.
    held = set(base) & set(new) if _moved(base, file) else set[str]()
    merged: list[str] = []
    for mine, machine in zip(ours, theirs, strict=True):
        merged += mine.before
        merged += [block for block in machine.before if block not in own | held]
        if mine.changed or not machine.changed or held.issuperset(mine.block):
            merged += mine.block
        else:
            merged += [block for block in machine.block if block not in own | held]
    return merged


def _moved(base: Sequence[str], file: Sequence[str]) -> bool:
    places = [base.index(block) for block in file if base.count(block) == 1]
    return places != sorted(places)


@dataclass(slots=True)
class _Slot:
    """What became of a block of the base; the last slot stands for the end of the text."""

    block: list[str]
    before: list[str] = field(default_factory=list)
    """Blocks put in before it."""
    changed: bool = False


def _against(base: Sequence[str], other: Sequence[str]) -> list[_Slot]:
    slots = [*(_Slot([block]) for block in base), _Slot([])]
    for tag, a, b, c, d in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
        if tag != "equal":
            for index, slot in enumerate(slots[a:b], c):
                slot.block, slot.changed = list(other[index : min(index + 1, d)]), True
            slots[b].before += other[c + b - a : d]
    return slots
