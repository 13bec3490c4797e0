"""From the bytes of a seed to the record the machine would write."""

from __future__ import annotations

import gc
import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from diglot.authority import Registry
from diglot.config import Project
from diglot.facts.extract import Extraction, extract
from diglot.facts.gazetteer import Gazetteer
from diglot.model import Article, Translation
from diglot.records.blank import untranslated
from diglot.records.formats import SUFFIXES, plain
from diglot.text.clean import clean
from diglot.text.document import Document

if TYPE_CHECKING:  # what writes records loads slowly, and extracting does without
    from diglot.records.state import State


@dataclass(frozen=True, slots=True)
class Seed:
    """A raw text in ``seeds/``."""

    path: str
    """From the project's root, with forward slashes."""
    data: bytes

    @property
    def sha256(self) -> str:
        """Digest of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the machine makes of a seed."""

    seed: Seed
    document: Document
    extraction: Extraction

    @property
    def article(self) -> Article:
        """Front matter of the original."""
        return self.extraction.article

    @property
    def blocks(self) -> tuple[str, ...]:
        """Markdown of each block; its plain text is the block's text."""
        from diglot.records import bodies

        return tuple(bodies.of_block(block) for block in self.document.blocks)

    @property
    def translation(self) -> Translation:
        """Front matter of a translation nobody has made yet."""
        return untranslated(self.article.lang)

    @property
    def state(self) -> State:
        """The machine's memory of a record it has just made."""
        from diglot.records import frontmatter
        from diglot.records.state import Extracted, State

        extracted = Extracted(front_matter=frontmatter.plain(self.article), blocks=self.blocks)
        return State(seed_path=self.seed.path, seed_sha256=self.seed.sha256, extracted=extracted)


class Reader:
    """Reads seeds by the light of a registry."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names of the registry."""
        found = Gazetteer(self.registry)
        gc.freeze()  # they stay; the collector need not walk them again for each text (7 % of time)
        return found

    @cached_property
    def _names(self) -> frozenset[str]:
        return self.gazetteer.forms()

    def read(self, seed: Seed) -> Reading:
        """The record of a seed.

        Raises:
            SeedError: the bytes cannot be read as an article.
        """
        text = plain(seed.path, seed.data)
        document = clean(text.data, seed.path, self._names)
        found = extract(document, self.gazetteer, seed.path)
        return Reading(seed, document, _at(found, text.url))


def seeds(project: Project) -> list[Seed]:
    """All raw texts of a project, in order of their paths."""
    return [Seed(project.relative(path), path.read_bytes()) for path in seed_files(project)[0]]


def seed_files(project: Project) -> tuple[list[Path], list[Path]]:
    """The files below ``seeds/`` that are read, and those that are not.

    Hidden files count as neither, nor do the folders browsers put beside a page they save.
    """
    found: tuple[list[Path], list[Path]] = ([], [])
    for path in sorted(project.seeds.rglob("*")):
        parts = path.relative_to(project.seeds).parts
        aside = any(part.startswith(".") for part in parts)
        if path.is_file() and not aside and not any(map(_beside_page, parts[:-1])):
            found[path.suffix.lower() not in SUFFIXES].append(path)
    return found


def _beside_page(folder: str) -> bool:
    return folder.endswith(("_files", ".files"))


def _at(found: Extraction, url: str | None) -> Extraction:
    """The extraction with the address the file itself states."""
    if url is None or found.article.source.url:
        return found
    source = replace(found.article.source, url=url)
    return replace(found, article=replace(found.article, source=source))


def seed_at(project: Project, path: Path) -> Seed:
    """A raw text anywhere, named by its path from the root where it lies below it."""
    inside = path.resolve().is_relative_to(project.root.resolve())
    shown = path.resolve().relative_to(project.root.resolve()) if inside else path
    return Seed(shown.as_posix(), path.read_bytes())
