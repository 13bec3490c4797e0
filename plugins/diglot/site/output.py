"""The output directory: written by comparison, pruned by manifest, never deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from diglot.problems import ContentError, Finding, tell
from diglot.records.files import write_bytes

MANIFEST: Final = ".diglot-manifest.json"
"""In the output directory: the files Diglot wrote there, so that it removes no others."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the output directory."""

    total: int
    changed: int
    removed: int


def write(output: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Write files by their paths below the directory and remove those no longer made.

    Files that stand unchanged are left alone; files Diglot did not write are never touched.

    Raises:
        ContentError: paths lead out of the directory; all other files are written.
    """
    before = _manifest(output)
    paths, changed, refused = set(), 0, []
    for path, data in files:
        if not _inside(path):
            refused.append(_refusal(path))
            continue
        paths.add(path)
        changed += write_bytes(output / path, data)
    gone = before - paths
    for path in sorted(gone):
        _remove(output, path)
    text = json.dumps(sorted(paths), ensure_ascii=False, indent=0) + "\n"
    write_bytes(output / MANIFEST, text.encode())
    if refused:
        raise ContentError(*refused)
    return Written(len(paths), changed, len(gone))


def _inside(path: str) -> bool:
    """Whether a path stays below the directory it is joined to."""
    return not PurePath(path).is_absolute() and ".." not in PurePath(path).parts


def _refusal(path: str) -> Finding:
    what = tell("a page would be written outside the output directory")
    return Finding(path, 0, "file-unusable", what, tell("mend the id or slug its path is made of"))


def _manifest(output: Path) -> set[str]:
    """Files written last time; an unreadable manifest prunes nothing."""
    try:
        found = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {path for path in found if isinstance(path, str)} if isinstance(found, list) else set()


def _remove(output: Path, path: str) -> None:
    target = output / path
    if output.resolve() not in target.resolve().parents:
        return  # a manifest that was tampered with must not reach outside
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == output or any(parent.iterdir()):
            break
        parent.rmdir()
