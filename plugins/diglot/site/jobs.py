"""Pages and other files to be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from diglot.site.views import Page

Made = tuple[Page, object]
"""A page's frame and its view."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made; ``make`` depends on nothing but the catalog."""

    path: str
    """Path below the site's root, as in links."""
    make: Callable[[], Made]


def job(path: str, make: Callable[..., Made], *args: object) -> Job:
    """A page made by a function of some things."""
    return Job(path, lambda: make(*args))


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files that are made at once: a page with its twin, or a single file."""

    paths: tuple[str, ...]
    """In the output directory."""
    make: Callable[[], tuple[bytes, ...]]
    """Their contents, in the order of the paths."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files, made now."""
        yield from zip(self.paths, self.make(), strict=True)


@dataclass(frozen=True, slots=True)
class FileJob:
    """A file to be made that is no page."""

    path: str
    make: Callable[[], bytes]

    def bundle(self) -> Bundle:
        """The file as a bundle of one."""
        return Bundle((self.path,), lambda: (self.make(),))


@dataclass(frozen=True, slots=True)
class Lot:
    """Files of a folder of which even the names cost much to find out."""

    folder: str
    """Path that theirs begin with, and nobody else's."""
    make: Callable[[], Iterator[FileJob]]

    def bundles(self) -> Iterator[Bundle]:
        """The files, none made yet."""
        yield from (file.bundle() for file in self.make())

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files, made now."""
        for bundle in self.bundles():
            yield from bundle.files()
