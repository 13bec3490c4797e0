"""What goes out in one file, and what comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from diglot.languages import Lang, side_of
from diglot.problems import ContentError, Finding, Message, tell
from diglot.translation.bitext import Bitext
from diglot.translation.exchange.units import Answer, Entry, entries, former


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A record on its way to a translator."""

    slug: str
    path: str
    """File of the original, from the project's root."""
    source: Lang
    target: Lang
    entries: tuple[Entry, ...]
    former: tuple[Entry, ...]
    """Of texts the original does not have any more."""

    @classmethod
    def of(cls, work: Bitext) -> Outgoing:
        """A record."""
        now = entries(work)
        keys = {entry.key for entry in now}
        gone = tuple(entry for entry in former(work) if entry.key not in keys)
        record = work.record
        langs = record.article.lang, work.translation.lang
        return cls(record.slug, record.sheet.path, *langs, now, gone)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds."""

    answers: tuple[Answer, ...]
    by: str | None = None
    """The translator, where the file names one."""


def one_lang(langs: Sequence[Lang]) -> str:
    """BCP 47 tag for texts of one language; without a script if they are in several."""
    return langs[0] if len(set(langs)) == 1 else side_of(langs[0])


def broken(path: str, line: int, what: Message, mend: Message) -> ContentError:
    """The error about a file that cannot be read."""
    return ContentError(Finding(path, line, "exchange-file", what, mend))


def read_bytes(path: Path, shown: str) -> bytes:
    """The bytes of a file.

    Raises:
        ContentError: there are none.
    """
    data = path.read_bytes()
    if not data.strip():
        raise broken(shown, 1, tell("the file is empty"), tell("export it again"))
    return data
