"""What an answer says, seen against the record as it is now.

Three texts are compared: the translation when it was exported, as it came back, and as it stands.
What changed on one side only is taken; what changed on both is for a person to settle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from diglot import markdown
from diglot.problems import Finding, Severity, tell
from diglot.records.state import UNTRANSLATED
from diglot.translation.exchange.units import Answer, Base, Entry, digest, tidy

Says = Literal["nothing", "read", "doubted"]
"""Of a translation that stays: whether somebody has read it, or takes a review back."""
_UNREAD: Final = ("machine", "stale")
"""States that are exported as not ready, so that “ready” says something new."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer that can be taken."""

    entry: Entry
    answer: Answer
    text: str | None
    """The new translation; None: it stays."""
    says: Says


def judge(path: str, answer: Answer, entry: Entry | None) -> Verdict | Finding:
    """A verdict, or why the answer cannot be taken.

    Args:
        path: The file it came in.
        answer: What came back.
        entry: The entry of its key as it is now; None where there is none.
    """
    place = Place(path, answer)
    if entry is None:
        # The key is made of the original: one that fits its own text was ours once.
        known = answer.key.partition("-")[0] == digest(answer.source)
        return place.changed() if known else place.unknown()
    if tidy(answer.source) != tidy(entry.source):
        return place.changed()
    return _compared(place, answer, entry)


def _compared(place: Place, answer: Answer, entry: Entry) -> Verdict | Finding:
    base, now = answer.base or entry.base, digest(entry.target)
    text = "" if tidy(answer.target) == UNTRANSLATED else tidy(answer.target)
    same = digest(text) in (base.digest, now)
    says = _says(answer, entry, base) if same else "nothing"
    if same and (says == "nothing" or digest(text) == now):
        return Verdict(entry, answer, None, says)
    if not text:
        return place.emptied()
    if now != base.digest:
        return place.conflict()
    return Verdict(entry, answer, answer.target, "nothing")


def _says(answer: Answer, entry: Entry, base: Base) -> Says:
    """What the mark of an unchanged text says; an import that is repeated says nothing."""
    if answer.mark == "open":
        return "doubted" if base.state == entry.state == "reviewed" else "nothing"
    if not entry.target or entry.state == "reviewed":
        return "nothing"
    unread = base.state in _UNREAD and entry.state in _UNREAD
    read = answer.mark == "approved" or (answer.mark == "done" and unread)
    return "read" if read else "nothing"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands, for findings about it."""

    path: str
    answer: Answer

    @property
    def name(self) -> str:
        """The entry, as the file names it."""
        return f"{self.answer.slug}/{self.answer.key}"

    def unknown(self) -> Finding:
        """No such text, now or ever."""
        what = tell("the record has no text “%(name)s”", name=self.name)
        mend = tell("entries are made by “diglot export” alone")
        return Finding(self.path, self.answer.line, "exchange-unknown", what, mend)

    def changed(self) -> Finding:
        """The original is another one now."""
        what = tell(
            "the original of “%(name)s” changed after the export: not imported", name=self.name
        )
        mend = tell("export again, and take the translation over from this file")
        return Finding(self.path, self.answer.line, "exchange-changed", what, mend)

    def conflict(self) -> Finding:
        """Somebody else was at work too."""
        what = tell(
            "the translation of “%(name)s” changed in content/ after the export too", name=self.name
        )
        mend = tell("not imported: export again, and take over from this file what is better")
        return Finding(self.path, self.answer.line, "exchange-conflict", what, mend)

    def emptied(self) -> Finding:
        """Nothing is ever deleted."""
        what = tell(
            "“%(name)s” is empty, in content/ it is translated: not imported", name=self.name
        )
        mend = tell(
            "to delete a translation write [[untranslated]] into its file in content/articles/"
        )
        return Finding(
            self.path, self.answer.line, "exchange-emptied", what, mend, Severity.WARNING
        )

    def partial(self) -> Finding:
        """A list is one block."""
        what = tell(
            "only some lines of the list of “%(name)s” are translated or marked", name=self.name
        )
        mend = tell("not imported: a list is taken as a whole; finish its other lines")
        return Finding(
            self.path, self.answer.line, "exchange-partial", what, mend, Severity.WARNING
        )

    def shape(self, kind: markdown.Kind) -> Finding:
        """Markdown that would change the build of the record."""
        what = tell(
            "the translation of “%(name)s” is not one %(kind)s, as the original is",
            name=self.name,
            kind=markdown.KINDS[kind],
        )
        mend = tell("not imported: write it with the marks of the original")
        return Finding(self.path, self.answer.line, "exchange-shape", what, mend)

    def unfinished(self) -> Finding:
        """A person's words, though not the last."""
        what = tell("“%(name)s” was changed and is still marked as not ready", name=self.name)
        mend = tell("imported as a person's words; clear the mark when it is done")
        return Finding(
            self.path, self.answer.line, "exchange-unfinished", what, mend, Severity.NOTE
        )

    def markup(self) -> Finding:
        """Plain text cannot hold links."""
        what = tell(
            "links or emphasis in the translation of “%(name)s” gave way to the new text",
            name=self.name,
        )
        mend = tell("put them in again in the file in content/articles/")
        return Finding(self.path, self.answer.line, "exchange-markup", what, mend, Severity.WARNING)
