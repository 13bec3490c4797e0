"""Comments of a YAML text: where they belong, and how they come back into another text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import yaml

from diglot.yamlfile import Loader, Mark, Path, places

_HEADER: Final = re.compile(r"[|>][+-]?\d?[+-]?[ \t]+(#.*)")
"""A comment behind the sign of a block scalar, which the parser counts to the scalar."""


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a text, each without white space around it."""

    head: list[str] = field(default_factory=list)
    """Lines before the first key or item."""
    above: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Lines above a key or item; an empty one is a blank line above a key of the top level."""
    beside: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Behind a value, on its line."""
    tail: list[str] = field(default_factory=list)
    """Lines below everything."""


def read(text: str) -> Comments:
    """The comments of a text that `yamlfile.load` can read."""
    found, spots = Comments(), list(places(text).items())[1:]
    lines = text.split("\n")
    first = spots[0][1][0] if spots else len(lines) + 1
    for (line, column), words in _comments(text):
        mark = (line, column)
        if lines[line - 1][: column - 1].strip():
            owner = [path for path, place in spots if place <= mark]
            (found.beside[owner[-1]] if owner else found.head).append(words)
        elif line < first:
            found.head.append(words)
        elif below := next((path for path, place in spots if place[0] > line), None):
            found.above[below] += _gap(lines, line, below, found.above[below])
            found.above[below].append(words)
        else:
            found.tail.append(words)
    for path, (line, _) in spots[1:]:
        if not found.above[path]:
            found.above[path] += _gap(lines, line, path, [])
    return found


def _gap(lines: Sequence[str], line: int, path: Path, before: Sequence[str]) -> list[str]:
    """A blank line above a key of the top level, or above its first comment."""
    blank = line > 1 and not lines[line - 2].strip()
    return [""] if blank and len(path) == 1 and not before else []


def _comments(text: str) -> Iterator[tuple[Mark, str]]:
    """Place and words of each comment: what no token covers from a “#” on."""
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    headers: dict[int, tuple[int, str]] = {}
    lines = text.split("\n")
    for token in yaml.scan(text, Loader=Loader):
        start, end = token.start_mark, token.end_mark
        block = getattr(token, "style", None) in ("|", ">")
        if block and (match := _HEADER.match(lines[start.line], start.column)):
            headers[start.line] = match.start(1), match[1]
        for line in range(start.line, end.line + 1):
            low = start.column if line == start.line else 0
            high = end.column if line == end.line else len(lines[line])
            covered[line].append((low, high))
    for number, row in enumerate(lines):
        for match in re.finditer(r"(?:^|(?<=[ \t,\[\]{}]))#", row):
            if not any(low <= match.start() < high for low, high in covered[number]):
                yield (number + 1, match.start() + 1), row[match.start() :].rstrip()
                break
        else:
            if number in headers:
                yield (number + 1, headers[number][0] + 1), headers[number][1].rstrip()


def put(text: str, comments: Comments) -> str:
    """The text with comments at the keys and items they belong to.

    Where a key or item is not there any more, its comment goes to what it stood in.
    """
    spots = places(text)
    lines = text.splitlines()
    above: dict[int, list[str]] = defaultdict(list)
    for path, words in comments.above.items():
        above[_line(path, spots)] += words if path in spots else [one for one in words if one]
    for path, words in comments.beside.items():
        line = _line(path, spots)
        if path in spots and path and _ends_here(path, spots, len(lines)):
            lines[line - 1] += "  " + "  ".join(words)
        else:
            above[line] += words
    out = [*comments.head]
    for number, row in enumerate(lines, 1):
        indent = row[: len(row) - len(row.lstrip())]
        out += [f"{indent}{words}" if words else "" for words in above[number]]
        out.append(row)
    return "".join(f"{line}\n" for line in [*out, *comments.tail])


def _line(path: Path, spots: Mapping[Path, Mark]) -> int:
    while path not in spots:
        path = path[:-1]
    return spots[path][0]


def _ends_here(path: Path, spots: Mapping[Path, Mark], count: int) -> bool:
    """Whether nothing but the value itself stands between its line and the next key or item."""
    order = list(spots)
    place = order.index(path)
    after = spots[order[place + 1]][0] if place + 1 < len(order) else count + 1
    return after <= spots[path][0] + 1
