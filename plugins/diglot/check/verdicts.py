"""What was found in single records, remembered under a digest of all it depends on.

A record's findings follow from its three files, the registry and this code alone, so they are kept
in ``.cache/diglot/verdicts.json`` and hold until one of these changes. A cache that is missing,
damaged or cannot be written only costs time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import diglot
from diglot.config import Project
from diglot.model import SIDES
from diglot.problems import Finding, Message, Severity
from diglot.records import files, registry, store

_LAYERS: Final = ("*.py", "data/*.yml")
"""The code and knowledge verdicts follow from, below the package."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site, in a body."""

    path: str
    """File it stands in."""
    line: int
    column: int
    target: str


@dataclass(frozen=True, slots=True)
class Order:
    """What an editor says of two deals: that they are the same, or that they are not."""

    deal: str
    """Id of the deal it stands at."""
    same: bool
    other: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id that stands in the front matter of a deal."""

    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Former:
    """What something was called before."""

    name: str
    """Slug of a record, or id of a company."""
    path: str
    """File that says so."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Gist:
    """What checks that compare records need to know of one."""

    slug: str
    path: str
    """File of the original, from the project's root."""
    line: int
    """First line of its body."""
    seed: tuple[str, str] | None
    """Path and sha256 of the raw text; None for a record written by hand or without a state."""
    digest: str
    """Of the words of the original, white space and marks left out."""
    clauses: frozenset[int]
    """Hashes of the parts of its sentences."""
    companies: tuple[str, ...]
    themes: tuple[str, ...]
    links: tuple[Link, ...]
    deals: tuple[str, ...]
    """Ids of its deals."""
    orders: tuple[Order, ...]
    anchors: tuple[Anchor, ...]
    former: tuple[Former, ...]
    """Slugs it had before."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a record, and its gist."""

    reading: tuple[Finding, ...]
    """Found while its files were read."""
    found: tuple[Finding, ...]
    """Found by the checks."""
    gist: Gist | None
    """None for a record that cannot be read."""


class Verdicts:
    """Verdicts by key, from the cache where it has them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._path = project.root / ".cache" / "diglot" / "verdicts.json"
        self._base = _base(project)
        self._known = _read(self._path)
        self._used: dict[str, Any] = {}
        self._new = False

    def key(self, slug: str) -> str:
        """Digest of a record's files and of all else its verdict follows from."""
        digest = blake2b(self._base, digest_size=16)
        content = self._project.content
        sheets = [store.sheet_path(content, slug, side) for side in SIDES]
        for path in (*sheets, store.state_path(content, slug)):
            data = _bytes(path)
            digest.update(f"{path.name}\0{'' if data is None else len(data)}\0".encode())
            digest.update(data or b"")
        return digest.hexdigest()

    def get(self, key: str) -> Verdict | None:
        """The verdict remembered under a key, if there is one."""
        try:
            verdict = _decoded(self._known[key])
        except (LookupError, TypeError, ValueError):
            return None
        self._used[key] = self._known[key]
        return verdict

    def put(self, key: str, verdict: Verdict) -> None:
        """Remember a verdict."""
        self._used[key] = _encoded(verdict)
        self._new = True

    def save(self) -> None:
        """Keep what was used in this run, if anything is new."""
        if not self._new and len(self._used) == len(self._known):
            return
        try:
            files.write_text(self._path, json.dumps(self._used, ensure_ascii=False))
        except (OSError, TypeError, ValueError):
            return  # a folder that cannot be written to


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _base(project: Project) -> bytes:
    """Digest of the code and of the registry."""
    digest = blake2b(_code(), digest_size=16)
    content = project.content
    named = [path for name in registry.FOLDERS for path in registry.files_of(content, name)]
    named += [registry.glossary(content, name) for name in registry.GLOSSARIES]
    for path in named:
        digest.update(f"{path.relative_to(content).as_posix()}\0".encode() + (_bytes(path) or b""))
    return digest.digest()


@cache
def _code() -> bytes:
    digest, package = blake2b(), Path(diglot.__file__).parent
    for path in sorted(path for pattern in _LAYERS for path in package.rglob(pattern)):
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes())
    return digest.digest()


def _read(path: Path) -> Mapping[str, Any]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _encoded(verdict: Verdict) -> list[Any]:
    gist = verdict.gist and (*astuple(verdict.gist)[:5], sorted(verdict.gist.clauses))
    rest = verdict.gist and astuple(verdict.gist)[6:]
    both = [[_plain(one) for one in some] for some in (verdict.reading, verdict.found)]
    return [*both, [*gist, *rest] if gist and rest else None]


def _decoded(data: Sequence[Any]) -> Verdict:
    reading, found, gist = data
    return Verdict(_findings(reading), _findings(found), _gist(*gist) if gist else None)


def _gist(  # noqa: PLR0913, PLR0917  # the fields, in their order
    slug: str,
    path: str,
    line: int,
    seed: Sequence[str] | None,
    digest: str,
    clauses: Iterable[int],
    companies: Iterable[str],
    themes: Iterable[str],
    links: Iterable[Sequence[Any]],
    deals: Iterable[str],
    orders: Iterable[Sequence[Any]],
    anchors: Iterable[Sequence[Any]],
    former: Iterable[Sequence[Any]],
) -> Gist:
    pair = (seed[0], seed[1]) if seed else None
    return Gist(
        slug,
        path,
        line,
        pair,
        digest,
        frozenset(clauses),
        tuple(companies),
        tuple(themes),
        tuple(Link(*link) for link in links),
        tuple(deals),
        tuple(Order(*order) for order in orders),
        tuple(Anchor(*anchor) for anchor in anchors),
        tuple(Former(*one) for one in former),
    )


def _plain(one: Finding) -> list[Any]:
    words = (_message(one.what), _message(one.mend))
    return [one.path, one.line, one.code, *words, int(one.severity), one.column]


def _findings(some: Iterable[Sequence[Any]]) -> tuple[Finding, ...]:
    return tuple(
        Finding(path, line, code, _said(what), _said(mend), Severity(severity), column)
        for path, line, code, what, mend, severity, column in some
    )


def _message(message: Message) -> list[Any]:
    values = {
        name: _message(value) if isinstance(value, Message) else str(value)
        for name, value in message.values.items()
    }
    return [message.msgid, values]


def _said(data: Sequence[Any]) -> Message:
    msgid, values = data
    inner = {name: _said(v) if isinstance(v, list) else v for name, v in values.items()}
    return Message(msgid, inner)
