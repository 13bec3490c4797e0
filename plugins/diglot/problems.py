"""What can go wrong, as values (`Finding`) and as exceptions (`DiglotError`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is; the exit status of a run follows the worst one."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing an editor should know, printed as ``path:line: [code] what; how to mend it``."""

    path: str
    """File, relative to the project's root, with forward slashes."""
    line: int
    """1-based line; 0 when the finding is about the whole file (printed as 1)."""
    code: str
    """Stable code, see ``docs/findings.md``."""
    what: str
    """What is wrong."""
    mend: str
    """How to mend it."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.path}:{max(self.line, 1)}: [{self.code}] {self.what}; {self.mend}"


class DiglotError(Exception):
    """Base of everything Diglot raises on purpose; carries the findings to print."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class SeedError(DiglotError):
    """A raw text cannot be read as an article."""


class ContentError(DiglotError):
    """A file in ``content/`` cannot be used as it stands."""


class SettingsError(DiglotError):
    """A setting is missing or has an unusable value."""
