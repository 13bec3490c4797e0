"""What engines have answered so far, so that nothing is asked, or paid for, twice.

One small file for each answer, below ``.cache/diglot/translations/``: written whole or not at
all, safe from several threads, and harmless to delete.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from diglot.languages import Lang
from diglot.records import files
from diglot.translation.engines.base import Term


@dataclass(frozen=True, slots=True)
class Question:
    """A segment as it is put to an engine."""

    engine: str
    source: Lang
    target: Lang
    text: str
    terms: Sequence[Term] = ()
    """Those that stand in it."""

    @property
    def key(self) -> str:
        """Name of its file."""
        terms = [(term.source, term.target) for term in self.terms]
        asked = [self.engine, self.source, self.target, self.text, terms]
        return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Journal:
    """The answers in a folder."""

    folder: Path

    def find(self, question: Question) -> str | None:
        """The answer, if it was given before."""
        path = self._path(question)
        return files.read_text(path) if path.is_file() else None

    def keep(self, question: Question, answer: str) -> None:
        """Write an answer down."""
        files.write_text(self._path(question), answer)

    def _path(self, question: Question) -> Path:
        return self.folder / question.key[:2] / question.key
