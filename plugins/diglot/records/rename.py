"""``diglot rename``: another slug for a record."""

from __future__ import annotations

from pathlib import Path

from diglot.model import SIDES
from diglot.problems import ContentError, Finding
from diglot.records import store
from diglot.records.refresh import unknown_slug


def rename(content: Path, old: str, new: str) -> list[Path]:
    """Move all files of a record.

    Returns:
        The new paths.

    Raises:
        ContentError: there is no such record, or the new slug is taken or cannot be one.
    """
    moves = list(zip(_paths(content, old), _paths(content, new), strict=True))
    if not store.SLUG.fullmatch(new):
        raise _error(new, "cannot be a slug", "use small Latin letters, digits and hyphens")
    if not any(source.is_file() for source, _ in moves[:-1]):
        raise ContentError(unknown_slug(old))
    if any(target.exists() for _, target in moves):
        raise _error(new, "is taken", "choose another slug")
    present = [(source, target) for source, target in moves if source.is_file()]
    return [source.rename(target) for source, target in present]


def _paths(content: Path, slug: str) -> list[Path]:
    articles = [store.sheet_path(content, slug, side) for side in SIDES]
    return [*articles, store.state_path(content, slug)]


def _error(slug: str, what: str, mend: str) -> ContentError:
    return ContentError(Finding("content/articles", 0, "slug-invalid", f"“{slug}” {what}", mend))
