"""What was found in single records, remembered under a digest of all it depends on.

A record's findings follow from its three files, what the registry says of the names in them
(`check.basis`) and this code alone, so they are kept in ``.cache/diglot/verdicts.json`` and hold
until one of these changes. A cache that is missing, damaged or cannot be written only costs time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import diglot
from diglot.check.verdict import Anchor, Former, Gist, Link, Order, Quoted, Verdict
from diglot.config import Project
from diglot.languages import SIDES
from diglot.problems import Finding, Message, Severity
from diglot.records import files, registry, store

_LAYERS: Final = ("*.py", "data/*.yml")
"""The code and knowledge verdicts follow from, below the package."""
_PARTS: Final = {
    "links": Link,
    "orders": Order,
    "anchors": Anchor,
    "former": Former,
    "quoted": Quoted,
}
"""What the lists of a gist hold, where it is more than a word."""


class Verdicts:
    """Verdicts by key, from the cache where it has them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._path = project.root / ".cache" / "diglot" / "verdicts.json"
        self._registry = _registry(project)
        registry, self._known = _read(self._path)
        self.sure = registry == self._registry
        """Whether the registry is the one the verdicts were made by."""
        self._used: dict[str, Any] = {}
        self._new = not self.sure

    def key(self, slug: str) -> str:
        """Digest of a record's name and files, and of the code."""
        digest = blake2b(f"{slug}\0".encode(), key=_code(), digest_size=16)
        for data in sources(self._project.content, slug):
            digest.update(f"{'' if data is None else len(data)}\0".encode() + (data or b""))
        return digest.hexdigest()

    def get(self, key: str, basis: Callable[[], str]) -> Verdict | None:
        """The verdict remembered under a key, if there is one that still holds.

        Args:
            key: See `key`.
            basis: Finds out what it would rest on now; asked only if the registry has changed.
        """
        try:
            verdict = _decoded(self._known[key])
        except (LookupError, TypeError, ValueError):
            return None
        if not self.sure and basis() != verdict.basis:
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
            kept = {"registry": self._registry, "verdicts": self._used}
            files.write_text(self._path, json.dumps(kept, ensure_ascii=False))
        except (OSError, TypeError, ValueError):
            return  # a folder that cannot be written to


def sources(content: Path, slug: str) -> Iterator[bytes | None]:
    """The files of a record; None for one that is not there."""
    for side in SIDES:
        yield _bytes(store.sheet_path(content, slug, side))
    yield _bytes(store.state_path(content, slug))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _registry(project: Project) -> str:
    """Digest of the registry's files."""
    digest = blake2b(digest_size=16)
    content = project.content
    named = [path for name in registry.FOLDERS for path in registry.files_of(content, name)]
    named += [registry.glossary(content, name) for name in registry.GLOSSARIES]
    for path in named:
        digest.update(f"{path.relative_to(content).as_posix()}\0".encode() + (_bytes(path) or b""))
    return digest.hexdigest()


@cache
def _code() -> bytes:
    digest, package = blake2b(digest_size=32), Path(diglot.__file__).parent
    for path in sorted(path for pattern in _LAYERS for path in package.rglob(pattern)):
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes())
    return digest.digest()


def _read(path: Path) -> tuple[str, Mapping[str, Any]]:
    """Digest of the registry the verdicts were made by, and the verdicts by key."""
    try:
        kept = json.loads(path.read_bytes())
        return str(kept["registry"]), dict(kept["verdicts"])
    except (OSError, ValueError, LookupError, TypeError):
        return "", {}


def _encoded(verdict: Verdict) -> list[Any]:
    gist = verdict.gist and asdict(verdict.gist) | {"clauses": sorted(verdict.gist.clauses)}
    both = [[_plain(one) for one in some] for some in (verdict.reading, verdict.found)]
    return [*both, gist, verdict.basis]


def _decoded(data: Sequence[Any]) -> Verdict:
    reading, found, gist, basis = data
    return Verdict(_findings(reading), _findings(found), _gist(gist) if gist else None, basis)


def _gist(kept: Mapping[str, Any]) -> Gist:
    flat = {name: tuple(v) if isinstance(v, list) else v for name, v in dict(kept).items()}
    parts = {name: tuple(part(**one) for one in kept[name]) for name, part in _PARTS.items()}
    return Gist(**flat | parts | {"clauses": frozenset(kept["clauses"])})


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
