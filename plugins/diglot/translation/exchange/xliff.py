"""XLIFF 1.2 and 2.0, for CAT tools: what both have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, Final, Literal, TypeAlias

from diglot.problems import tell
from diglot.records.store import NAME
from diglot.translation.exchange.batch import Incoming, Outgoing, broken, read_bytes
from diglot.translation.exchange.units import Base

Version = Literal["1.2", "2.0"]
Element: TypeAlias = Any
"""An lxml element; translate-toolkit has them without types."""
_ROOT: Final = re.compile(rb"<xliff\b[^>]*?\bversion\s*=\s*[\"']([\d.]+)")
_MEND: Final = tell("save it as XLIFF again, or take the last version that worked")


def write(batch: Sequence[Outgoing], version: Version) -> bytes:
    """An XLIFF file with one ``<file>`` for each record."""
    from diglot.translation.exchange import xliff1, xliff2

    return xliff1.write(batch) if version == "1.2" else xliff2.write(batch)


def read(path: Path, shown: str) -> Incoming:
    """The units of an XLIFF file.

    Raises:
        ContentError: it is no XLIFF file of a version that is known.
    """
    from diglot.translation.exchange import xliff1, xliff2

    data = read_bytes(path, shown)
    match = _ROOT.search(data.replace(b"\0", b""))  # UTF-16 too
    major = match[1].decode().partition(".")[0] if match else "1"
    if major not in ("1", "2"):
        what = tell("XLIFF %(major)s is not known", major=major)
        raise broken(shown, 1, what, tell("save it as XLIFF 1.2 or 2.0"))
    with parsing(shown):
        return xliff1.read(data) if major == "1" else xliff2.read(data)
    raise AssertionError


@contextmanager
def parsing(shown: str) -> Iterator[None]:
    """Turns what translate-toolkit says of a broken file into a finding."""
    try:
        yield
    except SyntaxError as error:  # lxml's errors are
        what = tell(
            "the XML does not parse: %(partition)s", partition=error.msg.partition(", line ")[0]
        )
        raise broken(shown, error.lineno or 1, what, _MEND) from None
    except (ValueError, AssertionError, StopIteration, AttributeError, LookupError, TypeError):
        raise broken(shown, 1, tell("this is not XLIFF 1.2 or 2.0"), _MEND) from None


def text(element: Element | None) -> str:
    """All text in an element, that of inline elements too."""
    return "" if element is None else "".join(element.itertext())


def children(element: Element, *names: str) -> list[Element]:
    """Child elements of these names, whatever their namespace."""
    return [
        child
        for child in element
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in names
    ]


def first(element: Element, name: str) -> Element:
    """The first child element of a name; None where there is none."""
    return next(iter(children(element, name)), None)


def base(notes: Iterable[Element]) -> Base | None:
    """What the notes of a unit remember of the export."""
    return Base.find("\n".join(map(text, notes)))


def slug_of(name: str) -> str:
    """The slug a file's name holds; the name itself where it is none."""
    match = NAME.fullmatch(PurePosixPath(name.replace("\\", "/")).name)
    return match["slug"] if match else name
