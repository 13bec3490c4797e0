"""Findings as text for people, as annotations for GitHub, as JSON for tools."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from diglot.config import Project
from diglot.problems import Finding, Message, Severity, Translate, tell
from diglot.records import store
from diglot.records.reading import seed_files

_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
"""What GitHub calls the severities."""


def text(findings: Sequence[Finding], translate: Translate) -> str:
    """One line for each finding: ``path:line:column: [code] what is wrong; how to mend it``."""
    return "".join(f"{one.said(translate)}\n" for one in findings)


def closing(project: Project, findings: Sequence[Finding]) -> Message:
    """How much was looked at and what was found, so that silence is never taken for a failure."""
    seen = tell(
        "Checked: records %(records)s, raw texts %(seeds)s",
        records=len(store.slugs(project.content, [])),
        seeds=len(seed_files(project)[0]),
    )
    if not findings:
        return tell("%(seen)s. Nothing to mend.", seen=seen)
    counts = Counter(one.severity for one in findings)
    return tell(
        "%(seen)s. Errors %(errors)s, warnings %(warnings)s, notes %(notes)s.",
        seen=seen,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )


def github(findings: Sequence[Finding], translate: Translate) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request.

    Form and escapes: GitHub's documentation, "Workflow commands", and ``command.ts`` of
    actions/toolkit.
    """
    return "".join(f"{_command(one, translate)}\n" for one in findings)


def _command(finding: Finding, translate: Translate) -> str:
    values = {
        "file": finding.path,
        "line": str(max(finding.line, 1)),
        "col": str(finding.column),
        "title": finding.code,
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in values.items())
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(finding.words(translate))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Sequence[Finding], translate: Translate) -> str:
    """A JSON object: ``findings``, and how many there are of each severity (`docs/findings.md`)."""
    counts = Counter(one.severity for one in findings)
    shown = {
        "findings": [_plain(one, translate) for one in findings],
        "counts": {one.name.lower(): counts[one] for one in sorted(Severity, reverse=True)},
    }
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def _plain(finding: Finding, translate: Translate) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": max(finding.line, 1),
        "column": finding.column,
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "what": finding.what.said(translate),
        "mend": finding.mend.said(translate),
    }


FORMATS: Final[Mapping[str, Callable[[Sequence[Finding], Translate], str]]] = MappingProxyType(
    {"text": text, "github": github, "json": as_json}
)
"""Forms of a report, by the word that asks for them."""


def status(findings: Iterable[Finding], worst: Severity = Severity.ERROR) -> int:
    """The exit status: 1 where a finding is as bad as ``worst`` or worse."""
    return int(any(one.severity >= worst for one in findings))
