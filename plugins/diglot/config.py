"""Where a project keeps its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ImportMode = Literal["on", "off"]
"""``off`` forbids importing during a build; a seed without a record is an error then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The folders of a project."""

    root: Path
    """Folder with ``seeds/`` and ``content/``."""

    @property
    def seeds(self) -> Path:
        """Raw texts."""
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        """Everything reviewed: records and registries."""
        return self.root / "content"

    @property
    def articles(self) -> Path:
        """Markdown files of the records."""
        return self.content / "articles"

    @property
    def state(self) -> Path:
        """The machine's memory of the records."""
        return self.content / "state"

    @property
    def pages(self) -> Path:
        """Markdown of pages that are no articles, ``<name>.<side>.md``."""
        return self.content / "pages"

    @property
    def companies(self) -> Path:
        """Registry of companies."""
        return self.content / "companies"

    def relative(self, path: Path) -> str:
        """The path as findings and records write it: from the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()
