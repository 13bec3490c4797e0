"""Slugs that records had before they were renamed; no new record may get one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from diglot.records import store

_KEY: Final = b"\naliases:"
"""Files without it are not parsed: hardly a record was ever renamed."""


def slugs(content: Path) -> dict[str, str]:
    """Former slugs below a content folder, each with the slug its record has now."""
    found: dict[str, str] = {}
    for path in sorted((content / "articles").glob("*.md")):
        match = store.NAME.fullmatch(path.name)
        if match and path.is_file() and _KEY in path.read_bytes():
            record, _ = store.load(content, match["slug"])
            found |= dict.fromkeys(record.article.aliases if record else (), match["slug"])
    return found
