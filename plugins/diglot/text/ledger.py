"""A text that remembers how it came about, step by step, back to the bytes of the file.

Everything Diglot does to a raw text (decoding, repairs, removal of chrome, joining and splitting
of lines) is a `Step` of edits. So each character of the clean text has a place in the raw one,
and the raw bytes can be had back from the clean text and the ledger alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace ``before`` at ``start`` (an offset in the text as it stood before the step)."""

    start: int
    before: str
    after: str

    @property
    def end(self) -> int:
        """Offset after ``before``."""
        return self.start + len(self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """The edits one rule made in one pass: sorted, not overlapping."""

    rule: str
    """Name of the rule, for removals with the reason: ``chrome:share-bar``."""
    edits: tuple[Edit, ...]
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where each edit's ``after`` begins in the text after the step."""

    def __post_init__(self) -> None:
        starts, shift = [], 0
        for edit in self.edits:
            starts.append(edit.start + shift)
            shift += len(edit.after) - len(edit.before)
        object.__setattr__(self, "starts", tuple(starts))

    def undo(self, text: str) -> str:
        """The text before this step, given the text after it."""
        out, at = [], 0
        for edit, start in zip(self.edits, self.starts, strict=True):
            out += [text[at:start], edit.before]
            at = start + len(edit.after)
        return "".join([*out, text[at:]])

    def origin(self, offset: int) -> int:
        """Where a character of the text after this step stood before it.

        Characters an edit wrote map to the edit's start, or keep their distance from it as far as
        the replaced words reach.
        """
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return offset
        edit, inside = self.edits[index], offset - self.starts[index]
        if inside < len(edit.after):
            return edit.start + min(inside, max(0, len(edit.before) - 1))
        return edit.end + inside - len(edit.after)


@dataclass(frozen=True, slots=True)
class Traced:
    """A text with its ledger."""

    text: str
    encoding: str = "utf-8"
    """Python codec of the file."""
    bom: bytes = b""
    """Byte order mark the file began with."""
    steps: tuple[Step, ...] = ()

    def apply(self, rule: str, edits: Iterable[Edit]) -> Traced:
        """The text after the edits; those that change nothing are dropped.

        Raises:
            ValueError: an edit overlaps another or does not find its ``before``.
        """
        changes = [edit for edit in edits if edit.before != edit.after]
        if not changes:
            return self
        kept = tuple(sorted(changes))
        out, at = [], 0
        for edit in kept:
            if edit.start < at or self.text[edit.start : edit.end] != edit.before:
                raise ValueError(f"{rule}: edit does not fit the text: {edit}")
            out += [self.text[at : edit.start], edit.after]
            at = edit.end
        text = "".join([*out, self.text[at:]])
        return Traced(text, self.encoding, self.bom, (*self.steps, Step(rule, kept)))

    def apply_all(self, edits: Iterable[tuple[str, Edit]]) -> Traced:
        """Edits of several rules, all in offsets of this text: one step for each rule.

        Raises:
            ValueError: as `apply`.
        """
        wanted = list(edits)
        rules = sorted({rule for rule, _ in wanted})
        moved: dict[str, list[Edit]] = {rule: [] for rule in rules}
        shifts = dict.fromkeys(rules, 0)
        for rule, edit in sorted(wanted, key=lambda one: one[1].start):
            moved[rule].append(edit._replace(start=edit.start + shifts[rule]))
            for later in rules[rules.index(rule) + 1 :]:
                shifts[later] += len(edit.after) - len(edit.before)
        traced = self
        for rule in rules:
            traced = traced.apply(rule, moved[rule])
        return traced

    def raw(self) -> str:
        """The decoded text before any step."""
        text = self.text
        for step in reversed(self.steps):
            text = step.undo(text)
        return text

    def revert(self) -> bytes:
        """The bytes of the file."""
        return self.bom + self.raw().encode(self.encoding)

    def origin(self, offset: int) -> int:
        """Offset in `raw` of the character at this offset of the text."""
        for step in reversed(self.steps):
            offset = step.origin(offset)
        return offset
