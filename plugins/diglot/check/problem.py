"""What a check gives back, and what checks share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from diglot import markdown, yamlfile
from diglot.authority import Registry
from diglot.problems import Finding, Message, Severity
from diglot.records import store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding whose code and severity the table of checks supplies."""

    path: str
    line: int
    what: Message
    mend: Message
    column: int = 1

    def finding(self, code: str, severity: Severity) -> Finding:
        """The finding."""
        return Finding(self.path, self.line, code, self.what, self.mend, severity, self.column)


def at(record: store.Record, path: yamlfile.Path, what: Message, mend: Message) -> Problem:
    """A problem with a value of an original's front matter."""
    line, column = record.sheet.lines.mark(path)
    return Problem(record.sheet.path, line, what, mend, column)


@lru_cache(maxsize=2)
def blocks(body: str) -> tuple[markdown.Node, ...]:
    """The blocks of a body; those of a record's two texts are wanted by one check after another."""
    return markdown.parse(body)


def plain_blocks(body: str) -> tuple[str, ...]:
    """Plain text of each block of a body."""
    return tuple(node.plain for node in blocks(body))


Problems = Iterator[Problem]


def of_registry(make: Callable[[Registry], T]) -> Callable[[Registry], T]:
    """Makes something of a registry once: what the last one gave is remembered."""
    last: list[tuple[Registry, T]] = []

    @wraps(make)
    def made(registry: Registry) -> T:
        if not last or last[0][0] is not registry:
            last[:] = [(registry, make(registry))]
        return last[0][1]

    return made
