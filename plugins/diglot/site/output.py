"""The output directory: written by comparison, pruned by manifest, never deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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
    """
    before = _manifest(output)
    paths, changed = set(), 0
    for path, data in files:
        paths.add(path)
        changed += write_bytes(output / path, data)
    gone = before - paths
    for path in sorted(gone):
        _remove(output, path)
    text = json.dumps(sorted(paths), ensure_ascii=False, indent=0) + "\n"
    write_bytes(output / MANIFEST, text.encode())
    return Written(len(paths), changed, len(gone))


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
