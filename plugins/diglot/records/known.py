"""The seeds that have a record, or had one that an editor deleted."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from diglot.config import Project
from diglot.problems import Finding, Severity, tell
from diglot.records import former, slugs, state, store
from diglot.records.reading import Reading, Seed


class Known:
    """Seeds by sha256, path and text, as state files and front matter name them."""

    def __init__(self, project: Project, present: Sequence[Seed]) -> None:
        self._project = project
        self._present = {seed.path: seed.sha256 for seed in present}
        self._states: dict[str, tuple[str, state.State]] = {}
        self._paths = defaultdict[str, list[str]](list)
        """Paths the state files give for each sha256."""
        self._texts: dict[str, str] = {}
        self.findings: list[Finding] = []
        """State files that do not parse."""
        # Files without a readable state: what they mention counts as imported.
        self._mentions: list[str] = []
        with_state = {path.stem for path in project.state.glob("*.json")}
        for slug in sorted(with_state):
            self._note(slug)
        found = (store.NAME.fullmatch(path.name) for path in project.articles.glob("*.md"))
        articles = {match["slug"]: None for match in found if match}
        self._slugs = {*with_state, *articles, *former.slugs(project.content)}
        for slug in set(articles) - with_state:
            self._mentions += map(_raw, project.articles.glob(f"{slug}.??.md"))

    def _note(self, slug: str) -> None:
        path = store.state_path(self._project.content, slug)
        value, bad = state.load(path, self._project.relative(path))
        self.findings += bad
        if value is None:
            # A broken state may have lost the seed's name; the record itself still has it.
            self._mentions.append(_raw(path))
            self._mentions += map(_raw, self._project.articles.glob(f"{slug}.??.md"))
        elif value.seed_path:
            self._states[value.seed_path] = (slug, value)
            self._paths[value.seed_sha256].append(value.seed_path)
            self._texts.setdefault(_digest(value.extracted.blocks), value.seed_path)

    def has(self, seed: Seed, findings: list[Finding]) -> bool:
        """Whether the seed was imported; adds what is odd about it."""
        if owners := self._paths.get(seed.sha256):
            twins = [path for path in owners if self._present.get(path) == seed.sha256]
            if twins and seed.path not in twins:
                findings.append(duplicate(seed, twins[0]))
            return True
        slug, memory = self._states.get(seed.path, ("", None))
        # A text that is still there under another name has only lost its path to this one.
        if memory and memory.seed_sha256 not in self._present.values():
            if self._exists(slug):
                findings.append(_changed(seed))
            return True
        return any(seed.path in text or seed.sha256 in text for text in self._mentions)

    def _exists(self, slug: str) -> bool:
        return any(self._project.articles.glob(f"{slug}.??.md"))

    def twin(self, blocks: Iterable[str]) -> str | None:
        """Path of another seed with the same text, by the Markdown of its blocks."""
        return self._texts.get(_digest(blocks))

    def add(self, reading: Reading) -> str:
        """Give a new record its slug."""
        slug = slugs.slug(reading.article, reading.seed.sha256, self._slugs)
        self._slugs.add(slug)
        self._texts.setdefault(_digest(reading.blocks), reading.seed.path)
        return slug


def duplicate(seed: Seed, twin: str) -> Finding:
    """The finding about a seed whose text another one has."""
    what, mend = tell("same text as %(twin)s", twin=twin), tell("delete one of the two")
    return Finding(seed.path, 0, "seed-duplicate", what, mend, Severity.WARNING)


def _changed(seed: Seed) -> Finding:
    what = tell("seed differs from what was imported")
    mend = tell("take the change over with “diglot import --refresh”")
    return Finding(seed.path, 0, "seed-changed", what, mend, Severity.WARNING)


def _raw(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _digest(blocks: Iterable[str]) -> str:
    """Digest of a text without regard to white space, breaks and the marks the importer sets."""
    plain = re.sub(r"[\s\\#]", "", "".join(blocks))
    return hashlib.sha256(plain.encode()).hexdigest()
