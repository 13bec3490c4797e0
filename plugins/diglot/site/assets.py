"""The theme's static files; style and scripts under names that change with what they hold.

Browsers may keep such files for ever. A script that imports another names it by its file in the
theme (``import … from "./files.js"``); in the site it names the file made of it, so that modules
need no import map, work below any path, and change their own names when an import changes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Final, TypeVar

from diglot.problems import ContentError, Finding, tell

T = TypeVar("T")

_IMPORT: Final = re.compile(rb'^((?:import|\} from|import .+ from) ")(\.{1,2}/[^"]+)(?=";$)', re.M)
_NAMED: Final = (".css", ".js")
"""Endings of the files that are named by what they hold."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as the site has it."""

    path: str
    """Below the site's root."""
    data: bytes
    modules: tuple[str, ...]
    """Paths of the modules it needs, those that they need too."""


class _Files(dict[str, T]):
    """Files of the theme by name; to ask for one it does not have is a fault of the theme."""

    def __init__(self, folder: Path, files: Mapping[str, T]) -> None:
        super().__init__(files)
        self.folder = folder

    def __missing__(self, name: str) -> T:
        what, mend = tell("the theme lacks this file"), tell("put it there")
        raise ContentError(Finding(str(self.folder / name), 0, "theme", what, mend))


def assets(theme: Path) -> Mapping[str, Asset]:
    """Every static file by its name in the theme.

    Raises:
        graphlib.CycleError: Modules import each other in a circle.
        ContentError: A module that is imported is not there, or later: the file asked for.
    """
    folder = theme / "static"
    paths = (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith("."))
    named = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    texts = _Files(folder, named)
    graph = {name: _imports(name, data) for name, data in texts.items()}
    made: dict[str, Asset] = {}
    for name in TopologicalSorter(graph).static_order():
        made[name] = _made(name, texts[name], {other: made[other] for other in graph[name]})
    return _Files(folder, {name: made[name] for name in texts})


def _imports(name: str, data: bytes) -> list[str]:
    found = _IMPORT.findall(data) if name.endswith(".js") else []
    return [_target(name, other) for _, other in found]


def _target(name: str, other: bytes) -> str:
    return normpath(join(dirname(name), other.decode()))


def _made(name: str, data: bytes, imported: Mapping[str, Asset]) -> Asset:
    def final(found: re.Match[bytes]) -> bytes:
        path = imported[_target(name, found[2])].path
        return found[1] + f"./{relpath(path, dirname(f'static/{name}'))}".encode()

    data = _IMPORT.sub(final, data) if imported else data
    needed = (path for one in imported.values() for path in (one.path, *one.modules))
    return Asset(f"static/{_named(name, data)}", data, tuple(dict.fromkeys(needed)))


def _named(name: str, data: bytes) -> str:
    stem, dot, ending = name.rpartition(".")
    if dot + ending not in _NAMED:
        return name
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}.{ending}"
