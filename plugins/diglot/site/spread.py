"""Long lists spread over pages: the first has the list's own address, then comes ``page-2/``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.words import N_

ITEMS: Final = 40
"""Records or deals of a page at most: with 40 of each it stays under 60 KB, compressed."""
LINES: Final = 60
"""Lines of a plain list at most."""
_NEAR: Final = 2
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


def titled(desk: Desk, part: Part, title: str) -> str:
    """The title of a page of a list: that of the list, with its number beyond the first."""
    if part.first:
        return title
    numbered = N_("%(title)s (%(number)s of %(of)s)")
    number, of = desk.words.number(part.number), desk.words.number(part.of)
    return desk.words.say(numbered, title=title, number=number, of=of)


def ordinal(desk: Desk, part: Part) -> str:
    """“2 of 5”; empty on the first page."""
    number, of = desk.words.number(part.number), desk.words.number(part.of)
    return "" if part.first else desk.words.say(N_("%(number)s of %(of)s"), number=number, of=of)


def home(desk: Desk, part: Part, label: str) -> views.Link:
    """The way to the first page."""
    return views.Link(label=label, href=desk.page(part.path), current=part.first)


def pager(desk: Desk, part: Part) -> views.Pager | None:
    """Links to the first, the near and the last pages; None where there is one page."""
    if part.of == 1:
        return None
    near = range(part.number - _NEAR, part.number + _NEAR + 1)
    shown = sorted({1, part.of, *(n for n in near if 1 <= n <= part.of)})
    links: list[views.Link] = []
    for before, number in zip((0, *shown), shown, strict=False):
        if number > before + 1:
            links.append(views.Link(label="…", href=""))
        href = desk.page(at(part.path, number))
        current = number == part.number
        links.append(views.Link(label=desk.words.number(number), href=href, current=current))
    return views.Pager(
        links=tuple(links),
        before=_step(desk, part, N_("Previous page"), part.number - 1),
        after=_step(desk, part, N_("Next page"), part.number + 1),
    )


def _step(desk: Desk, part: Part, label: str, number: int) -> views.Link | None:
    if not 1 <= number <= part.of:
        return None
    return views.Link(label=desk.words.say(label), href=desk.page(at(part.path, number)))
