"""A YAML text under repair: what was mended, with its place, and comments that stay with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from diglot import yamlfile
from diglot.problems import Message, Translate, tell
from diglot.yamlfile import comments


@dataclass(frozen=True, slots=True)
class Fixed:
    """Something that was mended."""

    path: str
    line: int
    what: Message

    def said(self, translate: Translate) -> str:
        """One line, in a language."""
        done = tell("mended: %(what)s", what=self.what)
        return f"{self.path}:{self.line}: {done.said(translate)}"


@dataclass
class Repair:
    """A YAML text under repair."""

    path: str
    text: str
    data: Any
    lines: yamlfile.Lines
    done: list[Fixed] = field(default_factory=list)

    @cached_property
    def kept(self) -> comments.Comments:
        """Its comments."""
        return comments.read(self.text)

    def say(self, path: yamlfile.Path, what: Message) -> None:
        """Note what was mended at a path."""
        self.done.append(Fixed(self.path, self.lines.of(path), what))

    def drop(self, at: yamlfile.Path, items: list[Any], index: int, twin: int) -> None:
        """Take an item out of a list; its comments go to the item it repeats."""
        del items[index]
        for some in (self.kept.above, self.kept.beside):
            moved = [(_moved(path, at, index, twin), words) for path, words in some.items()]
            some.clear()
            for path, words in moved:
                some[path] += words


def _moved(path: yamlfile.Path, at: yamlfile.Path, index: int, twin: int) -> yamlfile.Path:
    """Where a path leads once an item is gone."""
    size = len(at)
    if path[:size] != at or len(path) == size:
        return path
    place = path[size]
    if not isinstance(place, int) or place < index:
        return path
    return (*at, twin) if place == index else (*at, place - 1, *path[size + 1 :])
