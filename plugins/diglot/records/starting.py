"""``diglot init``: a new site on another subject, from the files of ``skeleton/``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath
from typing import Final

from diglot.config import Project
from diglot.problems import ContentError, Finding, tell
from diglot.records import canonical, files

SKELETON: Final = Path(__file__).parents[1] / "skeleton"
"""The files of a new site: ``dot-`` stands for a leading dot, and ``.in`` ends the name of one
with values to be filled in, written as ``@NAME@``."""
_EMPTY: Final = ("content/articles", "content/state", "seeds")
"""Folders that are there from the start, though nothing is in them."""


def start(folder: Path, name: str, requirement: str) -> list[Path]:
    """Make a new site.

    Args:
        folder: Where; made if it does not exist.
        name: Title of the site.
        requirement: How pip is to get Diglot: a line of requirements.txt.

    Raises:
        ContentError: the folder holds something already.
    """
    if folder.exists() and (not folder.is_dir() or any(_inside(folder))):
        what = tell("%(dir)s is not empty", dir=folder.name)
        mend = tell("name a new folder, or an empty one")
        raise ContentError(Finding(str(folder), 0, "file-unusable", what, mend))
    values = {
        "@NAME@": repr(name),
        "@TITLE@": " ".join(name.split()),
        "@DIGLOT@": requirement,
    }
    written = list(_copied(folder, values))
    for empty in _EMPTY:
        files.write_text(folder / empty / ".gitkeep", "")
    # The schemas, and the lines in the registries that name them.
    formed, _ = canonical.write(Project(root=folder))
    return sorted({*written, *(folder / name for name in formed)})


def installed() -> str:
    """The line of requirements that gets Diglot from where this one came."""
    own = distribution("diglot")
    return _requirement(own.version, own.read_text("direct_url.json"))


def _requirement(version: str, origin: str | None) -> str:
    """A line of requirements.

    Args:
        version: Of Diglot.
        origin: What pip notes of a package it did not get from an index (PEP 610), as JSON.
    """
    if origin is None:
        return f"diglot=={version}"
    place = json.loads(origin)
    if "vcs_info" in place:
        vcs = place["vcs_info"]
        return f"diglot @ {vcs['vcs']}+{place['url']}@{vcs['commit_id']}"
    return f"diglot @ {place['url']}"


def is_local(requirement: str) -> bool:
    """Whether only this machine can follow a line of requirements."""
    return "@ file:" in requirement


def _inside(folder: Path) -> Iterator[Path]:
    """What counts as something: a repository that was just made does not."""
    return (path for path in folder.iterdir() if path.name not in (".git", ".venv"))


def _copied(folder: Path, values: Mapping[str, str]) -> Iterator[Path]:
    for source in sorted(SKELETON.rglob("*")):
        if source.is_file():
            name, text = source.relative_to(SKELETON).as_posix(), files.read_text(source)
            if name.endswith(".in"):
                for key, value in values.items():
                    text = text.replace(key, value)
            path = folder / _named(name)
            files.write_text(path, text)
            yield path


def _named(name: str) -> PurePosixPath:
    parts = PurePosixPath(name.removesuffix(".in")).parts
    return PurePosixPath(*(f".{p[4:]}" if p.startswith("dot-") else p for p in parts))
