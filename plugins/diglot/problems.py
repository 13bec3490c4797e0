"""What can go wrong, as values (`Finding`) and as exceptions (`DiglotError`)."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

Translate = Callable[[str], str]
"""Gives a message in another language: `gettext` of a catalogue."""


class Message(str):
    """A sentence that can be said in any language the catalogues have; as text it is English."""

    __slots__ = ("msgid", "values")
    msgid: str
    """The English sentence with ``%(name)s`` for each value."""
    values: Mapping[str, object]
    """What stands in it; messages among them are translated too."""

    def __new__(cls, msgid: str, values: Mapping[str, object]) -> Message:
        """The sentence; without values a percent sign is only itself."""
        made = super().__new__(cls, msgid % values if values else msgid)
        made.msgid, made.values = msgid, values
        return made

    def __reduce__(self) -> tuple[type[Message], tuple[str, Mapping[str, object]]]:
        return Message, (self.msgid, self.values)

    def said(self, translate: Translate) -> str:
        """The sentence in another language."""
        values = {
            name: value.said(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        text = translate(self.msgid)
        return text % values if values else text


def tell(msgid: str, **values: object) -> Message:
    """A message; `make messages` gathers what stands in quotation marks after ``tell(``."""
    return Message(msgid, values)


def listed(words: Iterable[str]) -> str:
    """Words one after the other, strung together as the language of the sentence does it."""
    first, *rest = [*words] or [""]
    return tell("%(first)s, %(rest)s", first=first, rest=listed(rest)) if rest else first


SYSTEM: Final = {
    errno.ENOENT: tell("No such file or directory"),
    errno.EACCES: tell("Permission denied"),
    errno.EPERM: tell("Operation not permitted"),
    errno.EISDIR: tell("Is a directory"),
    errno.ENOTDIR: tell("Not a directory"),
    errno.EEXIST: tell("File exists"),
    errno.ENOSPC: tell("No space left on device"),
    errno.EROFS: tell("Read-only file system"),
}
"""What the operating system says most often."""


def system(error: OSError) -> Message:
    """What the operating system says, in words that can be translated where they are known."""
    known = SYSTEM.get(error.errno or 0)
    return known or tell("%(reason)s", reason=error.strerror or str(error))


class Severity(IntEnum):
    """How bad a finding is; the exit status of a run follows the worst one."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing an editor should know, as ``path:line:column: [code] what; how to mend it``."""

    path: str
    """File, relative to the project's root, with forward slashes."""
    line: int
    """1-based line; 0 when the finding is about the whole file (printed as 1)."""
    code: str
    """Stable code, see ``docs/findings.md``."""
    what: Message
    """What is wrong."""
    mend: Message
    """How to mend it."""
    severity: Severity = Severity.ERROR
    column: int = 1
    """1-based column, counted in characters."""

    def __str__(self) -> str:
        return self.said(lambda msgid: msgid)

    def said(self, translate: Translate) -> str:
        """The line in another language."""
        place = f"{self.path}:{max(self.line, 1)}:{self.column}"
        return f"{place}: [{self.code}] {self.words(translate)}"

    def words(self, translate: Translate) -> str:
        """What is wrong and how to mend it, without the place."""
        return tell("%(what)s; %(mend)s", what=self.what, mend=self.mend).said(translate)

    def at(self, mark: tuple[int, int]) -> Finding:
        """The same finding at a line and column."""
        return replace(self, line=mark[0], column=mark[1])


def refused(error: OSError) -> Finding:
    """What to tell of a file the operating system refuses."""
    name, mend = str(error.filename or "?"), tell("check the path and its permissions")
    return Finding(name, 0, "file-unusable", system(error), mend)


CAUSES: Final = ("settings", "registry-")
"""How the codes of findings begin that others may follow from."""


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once: the most serious first, those of one severity by their place.

    Faults of settings and registries come before what may only follow from them.
    """

    def rank(one: Finding) -> tuple[int, bool, str, int, int, Finding]:
        follows = not one.code.startswith(CAUSES)
        return -one.severity, follows, one.path, one.line, one.column, one

    return sorted(set(findings), key=rank)


class DiglotError(Exception):
    """Base of everything Diglot raises on purpose; carries the findings to print."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class SeedError(DiglotError):
    """A raw text cannot be read as an article."""


class ContentError(DiglotError):
    """A file in ``content/`` cannot be used as it stands."""


class SettingsError(DiglotError):
    """A setting is missing or has an unusable value."""
