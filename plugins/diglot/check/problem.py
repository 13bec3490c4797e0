"""What a check gives back, and what checks share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from diglot import markdown, yamlfile
from diglot.problems import Finding, Severity
from diglot.records import store


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding whose code and severity the table of checks supplies."""

    path: str
    line: int
    what: str
    mend: str

    def finding(self, code: str, severity: Severity) -> Finding:
        """The finding."""
        return Finding(self.path, self.line, code, self.what, self.mend, severity)


def at(record: store.Record, path: yamlfile.Path, what: str, mend: str) -> Problem:
    """A problem with a value of an original's front matter."""
    line = record.sheet.lines.of(path)
    return Problem(record.sheet.path, line, what, mend)


@cache
def plain_blocks(body: str) -> tuple[str, ...]:
    """Plain text of each block of a body."""
    return tuple(node.plain for node in markdown.parse(body))


Problems = Iterator[Problem]
