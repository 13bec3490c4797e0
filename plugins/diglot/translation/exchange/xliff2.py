"""XLIFF 2.0 through translate-toolkit.

The old original of a stale text is a note. Tools may cut a unit into segments of their own; they
are put together again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from translate.storage.xliff2 import Xliff2File, Xliff2Unit

from diglot.translation.exchange.batch import Incoming, Outgoing, one_lang
from diglot.translation.exchange.units import Answer, Entry, Mark
from diglot.translation.exchange.xliff import Element, base, children, first, slug_of, text
from diglot.translation.units import State

_STATES: Final[Mapping[State, str]] = {
    "missing": "initial",
    "machine": "initial",
    "stale": "initial",
    "translated": "translated",
    "reviewed": "reviewed",
}
_MARKS: Final[Mapping[str, Mark]] = {
    "initial": "open",
    "translated": "done",
    "reviewed": "approved",
    "final": "approved",
}
_RANK: Final[Sequence[Mark]] = ("open", "done", "approved")
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def write(batch: Sequence[Outgoing]) -> bytes:
    """An XLIFF 2.0 file of records that are translated in one direction."""
    source, target = (
        one_lang([getattr(one, end) for one in batch]) for end in ("source", "target")
    )
    file = Xliff2File(sourcelanguage=source, targetlanguage=target)
    root = file.document.getroot()
    root.remove(file.body)
    for one in batch:
        node = file.createfilenode(one.slug, source, target)
        node.set("original", one.path)
        root.append(node)
        file.body = node
        for entry in one.entries:
            _add(file, entry)
    return bytes(file)


def _add(file: Xliff2File, entry: Entry) -> None:
    """Add a unit, in the order of the standard: translate-toolkit puts notes into segments."""
    unit = Xliff2Unit(entry.source)
    segment: Element = unit.xmlelement
    if entry.target:
        unit.target = entry.target
    file.addunit(unit)
    segment.set("state", _STATES[entry.state])
    if entry.state in ("machine", "stale"):
        segment.set("subState", f"diglot:{entry.state}")
    segment.attrib.pop(_XML_SPACE, None)
    above: Element = unit.getunitelement()
    above.set("id", entry.key)
    above.set("canResegment", "no")
    above.set(_XML_SPACE, "preserve")
    notes = above.makeelement(file.namespaced("notes"))
    rows = [("position", note) for note in entry.notes]
    rows += [("previous-source", entry.previous)] if entry.previous else []
    for category, words in (*rows, ("diglot", str(entry.base))):
        note = notes.makeelement(file.namespaced("note"), {"category": category})
        note.text = words
        notes.append(note)
    above.insert(0, notes)


def read(data: bytes) -> Incoming:
    """The units of an XLIFF 2.0 file."""
    file = Xliff2File.parsestring(data)
    units = dict.fromkeys(unit.getunitelement() for unit in file.units)
    return Incoming(tuple(_answer(unit) for unit in units))


def _answer(unit: Element) -> Answer:
    above = next(up for up in unit.iterancestors() if up.tag.rpartition("}")[2] == "file")
    notes = [note for group in children(unit, "notes") for note in children(group, "note")]
    parts = children(unit, "segment", "ignorable")
    return Answer(
        slug=slug_of(above.get("original") or above.get("id", "")),
        key=unit.get("id", ""),
        source="".join(text(first(part, "source")) for part in parts),
        target=_target(parts),
        mark=_mark(children(unit, "segment")),
        base=base(notes),
        line=unit.sourceline or 1,
    )


def _target(parts: Sequence[Element]) -> str:
    """All targets; what stands between segments stays where it has none."""
    targets = [first(part, "target") for part in parts]
    if not any(map(text, targets)):
        return ""
    pairs = zip(parts, targets, strict=True)
    between = ("ignorable",)
    return "".join(
        text(first(part, "source"))
        if target is None and part.tag.rpartition("}")[2] in between
        else text(target)
        for part, target in pairs
    )


def _mark(segments: Sequence[Element]) -> Mark | None:
    """The least of the segments' marks; None if one of them has none."""
    if not all(text(first(segment, "target")) for segment in segments):
        return None
    states = [segment.get("state") for segment in segments]
    if None in states:
        return None
    marks = [_MARKS.get(state, "open") for state in states]
    return min(marks, key=_RANK.index, default=None)
