"""XLIFF 1.2 through translate-toolkit; the old original of a stale text is in ``alt-trans``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from translate.storage.xliff import Xliff1File, Xliff1Unit

from diglot.translation.exchange.batch import Incoming, Outgoing
from diglot.translation.exchange.units import Answer, Entry, Mark
from diglot.translation.exchange.xliff import Element, base, children, first, slug_of, text
from diglot.translation.units import State

_SPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
_STATES: Final[Mapping[State, str]] = {
    "missing": "new",
    "machine": "needs-review-translation",
    "stale": "needs-review-translation",
    "translated": "translated",
    "reviewed": "signed-off",
}
_DONE: Final[Mapping[str, Mark]] = {
    "translated": "done",
    "signed-off": "approved",
    "final": "approved",
}


class _Unit(Xliff1Unit):
    namespace = _SPACE


class _File(Xliff1File[_Unit]):
    UnitClass = _Unit
    namespace = _SPACE
    XMLskeleton = (
        '<?xml version="1.0"?>'
        f'<xliff version="1.2" xmlns="{_SPACE}">'
        '<file original="NoName" source-language="en" datatype="plaintext"><body/></file></xliff>'
    )


def write(batch: Sequence[Outgoing]) -> bytes:
    """An XLIFF 1.2 file."""
    file = _File()
    for one in batch:
        node = file.createfilenode(one.path, one.source, one.target)
        node.set("target-language", one.target)
        if node.getparent() is None:
            file.document.getroot().append(node)
        file.switchfile(one.path)
        for entry in one.entries:
            file.addunit(_unit(entry))
    return bytes(file)


def _unit(entry: Entry) -> _Unit:
    unit = _Unit(entry.source)
    element: Element = unit.xmlelement
    unit.target = entry.target
    target = first(element, "target")
    target.set("state", _STATES[entry.state])
    if entry.state == "machine":
        target.set("state-qualifier", "leveraged-mt")
    element.set("id", entry.key)
    # translate-toolkit approves whatever has a target.
    element.attrib.pop("approved", None)
    if entry.state == "reviewed":
        element.set("approved", "yes")
    for note in entry.notes:
        unit.addnote(note, origin="developer")
    unit.addnote(str(entry.base), origin="diglot")
    if entry.previous:
        unit.addalttrans(entry.target, sourcetxt=entry.previous)
        first(element, "alt-trans").set("alttranstype", "previous-version")
    return unit


def read(data: bytes) -> Incoming:
    """The units of an XLIFF 1.2 file."""
    file = Xliff1File.parsestring(data)
    return Incoming(tuple(_answer(unit.xmlelement) for unit in file.units))


def _answer(element: Element) -> Answer:
    above = next(up for up in element.iterancestors() if up.tag.rpartition("}")[2] == "file")
    target = first(element, "target")
    return Answer(
        slug=slug_of(above.get("original", "")),
        key=element.get("id", ""),
        source=text(first(element, "source")),
        target=text(target),
        mark=_mark(element, target),
        base=base(children(element, "note")),
        line=element.sourceline or 1,
    )


def _mark(element: Element, target: Element | None) -> Mark | None:
    """The state decides: many tools approve whatever is translated."""
    if target is None or not text(target):
        return None
    state = target.get("state")
    if state is None:
        return "done" if element.get("approved") == "yes" else None
    return _DONE.get(state, "open")
