"""The door to polib: PO files for Poedit, Weblate and the like.

A translation a machine made and nobody has read is fuzzy, as is one whose original has changed;
that has its old original in ``#| msgid``. Taking the flag away says that one has read it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import polib

from diglot.problems import tell
from diglot.translation.exchange.batch import Incoming, Outgoing, broken, one_lang, read_bytes
from diglot.translation.exchange.units import Answer, Base, Entry, Mark

_FUZZY: Final = ("machine", "stale")
_NAME: Final = re.compile(r"\s*([^<>]*?)\s*(?:<[^>]*>)?\s*")
_NOBODY: Final = ("", "FULL NAME", "Automatically generated")
"""What gettext's tools write where nobody gave a name."""
_LINE: Final = re.compile(r"\(line (\d+)\)")
_QUOTED: Final = re.compile(r"\s*(?:#[~|]\s*)*(?:msg[\w\[\]]+\s*)?\"")
_CLOSED: Final = re.compile(r"[^\"]*\"(?:[^\"\\]|\\.)*\"\s*")
_MEND: Final = tell("save it as PO again, or take the last version that worked")


def write(batch: Sequence[Outgoing]) -> bytes:
    """A PO file of records that are translated into one language."""
    file = polib.POFile(wrapwidth=78)
    file.header = "Translations for Diglot; see docs/exchange.md."
    target = one_lang([one.target for one in batch])
    file.metadata = {
        "Project-Id-Version": "Diglot",
        "Language": target.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "Diglot",
        "X-Source-Language": one_lang([one.source for one in batch]).replace("-", "_"),
    }
    for one in batch:
        file += [_entry(entry) for entry in one.entries]
    for one in batch:
        file += [_obsolete(entry) for entry in one.former]
    return (str(file).rstrip("\n") + "\n").encode()


def _entry(entry: Entry) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=f"{entry.slug}/{entry.key}",
        msgid=entry.source,
        msgstr=entry.target,
        previous_msgid=entry.previous or None,
        comment="\n".join((*entry.notes, str(entry.base))),
        occurrences=[(entry.path, str(entry.line))],
        flags=["fuzzy"] if entry.state in _FUZZY else [],
    )


def _obsolete(entry: Entry) -> polib.POEntry:
    context = f"{entry.slug}/{entry.key}"
    return polib.POEntry(msgctxt=context, msgid=entry.source, msgstr=entry.target, obsolete=True)


def read(path: Path, shown: str) -> Incoming:
    """The entries of a PO file, but for obsolete ones.

    Raises:
        ContentError: it is no PO file.
    """
    data = read_bytes(path, shown)
    try:
        _whole(data.decode(polib.detect_encoding(str(path)), "replace"), shown)
        file = polib.pofile(str(path))
    except UnicodeDecodeError as error:
        what = tell("the file is not in the encoding it says: %(reason)s", reason=error.reason)
        raise broken(shown, 1, what, tell("save it as UTF-8")) from None
    except (OSError, ValueError, LookupError, AttributeError) as error:
        line = _LINE.search(str(error))
        what = tell("the PO file does not parse here")
        raise broken(shown, int(line[1]) if line else 1, what, _MEND) from None
    answers = tuple(_answer(entry) for entry in file if not entry.obsolete)
    return Incoming(answers, _name(file.metadata.get("Last-Translator", "")))


def _whole(text: str, shown: str) -> None:
    """Every quotation mark closed; polib would drop the last letter of a line cut short."""
    for number, line in enumerate(text.split("\n"), 1):
        if _QUOTED.match(line) and not _CLOSED.fullmatch(line):
            raise broken(
                shown, number, tell("the quotation marks of this line do not close"), _MEND
            )


def _answer(entry: polib.POEntry) -> Answer:
    slug, _, key = (entry.msgctxt or "").partition("/")
    mark: Mark | None = None
    if entry.msgstr:
        mark = "open" if "fuzzy" in entry.flags else "done"
    return Answer(
        slug=slug,
        key=key,
        source=entry.msgid,
        target=entry.msgstr,
        mark=mark,
        base=Base.find(entry.comment),
        line=entry.linenum or 1,
    )


def _name(text: str) -> str | None:
    match = _NAME.fullmatch(text)
    name = match[1] if match else text
    return None if name in _NOBODY else name
