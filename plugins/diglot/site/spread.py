"""Long lists spread over pages: the first has the list's own address, then comes ``page-2/``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

ITEMS: Final = 20
"""Records or deals of a page at most: a page with as many of each can still be looked through."""
LINES: Final = 60
"""Lines of a plain list at most."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the pages a list is spread over."""

    path: str
    """Path of the list below a language."""
    number: int = 1
    of: int = 1
    size: int = ITEMS

    def cut(self, items: Sequence[_T]) -> Sequence[_T]:
        """What of a list stands on this page."""
        return items[(self.number - 1) * self.size : self.number * self.size]

    @property
    def own(self) -> str:
        """Path of this page below a language."""
        return at(self.path, self.number)

    @property
    def first(self) -> bool:
        """Whether it is the list's own address."""
        return self.number == 1


def at(path: str, number: int) -> str:
    """Path of a page of a list."""
    return path if number == 1 else f"{path}page-{number}/"


def parts(path: str, longest: int, size: int = ITEMS) -> tuple[Part, ...]:
    """The pages of a list; ``longest``: length of the longest list they show."""
    of = max(1, -(-longest // size))
    return tuple(Part(path, number, of, size) for number in range(1, of + 1))
