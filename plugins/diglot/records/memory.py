"""What was read before, for programs that read the same files again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")
Stamp = tuple[tuple[int, int] | None, ...]
"""Time and size of each file of a thing; None where one is not there."""


@dataclass(slots=True)
class Memory(Generic[T]):
    """Things by their names, each with the stamp of the files it was read from."""

    known: dict[str, tuple[Stamp, T]] = field(default_factory=dict)

    def recall(self, name: str, paths: Iterable[Path], read: Callable[[], T]) -> T:
        """A thing; read only if one of its files has another time or size than before."""
        stamp = tuple(map(_stamp, paths))
        if name not in self.known or self.known[name][0] != stamp:
            self.known[name] = (stamp, read())
        return self.known[name][1]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
