"""Gettext catalogues: .po files are compiled in memory."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diglot.problems import ContentError, Finding, tell

if TYPE_CHECKING:  # Babel's reader of catalogues takes 0.1 s to load, and dates do without
    from babel.messages import Catalog, Message

_PLACEHOLDER: Final = re.compile(r"%\(\w+\)[a-z]|(?<!\{)\{\w*\}(?!\})|<[^>]*>")


def load_catalog(po_path: Path) -> NullTranslations:
    """The messages of a .po file, compiled once for each version of it; fuzzy ones are left out.

    Raises:
        OSError: the file cannot be read.
        ContentError: it is not a catalogue.
    """
    return _compiled(po_path, po_path.stat().st_mtime_ns)


@cache
def _compiled(po_path: Path, version: int) -> NullTranslations:
    from babel.messages.mofile import write_mo

    compiled = io.BytesIO()
    write_mo(compiled, _read(po_path))
    compiled.seek(0)
    return GNUTranslations(compiled)


def catalog_problems(po_path: Path) -> list[str]:
    """What is wrong with a catalogue, as ``kind: msgid``.

    Kinds: fuzzy, untranslated, placeholders (those of message and translation differ), obsolete.
    """
    catalog = _read(po_path)
    problems = [f"{kind}: {_id(m)}" for m in catalog if m.id for kind in _problems(m)]
    return problems + [f"obsolete: {_id(message)}" for message in catalog.obsolete.values()]


def _read(po_path: Path) -> Catalog:
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.StringIO(_text(po_path)), abort_invalid=True)
    except PoFileError as error:
        what = tell("the catalogue of messages cannot be read: %(error)s", error=error.args[0])
        mend = tell("correct this line, or take the file's last version that worked")
        raise ContentError(Finding(str(po_path), error.lineno + 1, "theme", what, mend)) from None
    catalog.charset = "utf-8"  # as it was read, whatever its header says
    return catalog


def _text(po_path: Path) -> str:
    data = po_path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what, mend = tell("the catalogue of messages is not UTF-8"), tell("save it as UTF-8")
        raise ContentError(Finding(str(po_path), line, "theme", what, mend)) from None


def _id(message: Message) -> str:
    return _forms(message.id)[0]


def _forms(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def _problems(message: Message) -> list[str]:
    forms = _forms(message.string)
    if not all(forms):
        return ["untranslated"]
    wanted = set(_PLACEHOLDER.findall(_forms(message.id)[-1]))
    differ = any(set(_PLACEHOLDER.findall(form)) != wanted for form in forms)
    return ["fuzzy"] * message.fuzzy + ["placeholders"] * differ
