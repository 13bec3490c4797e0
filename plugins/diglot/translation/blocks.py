"""A block of Markdown as the segments to translate in it, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from diglot import markdown
from diglot.markdown import Node

_LEAD: Final = re.compile(r"(?:[ \t]*(?:[-*+>]|\d{1,9}[.)]|#{1,6})(?=\s))*[ \t]*")
"""Marks of lists, quotations and headings before the text of a line."""
_LETTERS: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Parts:
    """The segments of a block, and how a block is made of their translations."""

    segments: tuple[str, ...]
    """Plain text of a heading or paragraph; Markdown of each line of other blocks."""
    build: Callable[[Sequence[str]], str]
    """Markdown of the block with these segments in place of its own."""


def parts(node: Node) -> Parts:
    """What there is to translate in a block; nothing in code, rules and blocks without a word."""
    if node.kind in ("heading", "paragraph"):
        if not node.plain:  # a picture
            return Parts((), lambda _: node.source)
        mark = f"{'#' * int(node.tokens[0].tag[1])} " if node.kind == "heading" else ""
        return Parts((node.plain,), lambda done: mark + markdown.escape(done[0]))
    if node.kind in ("list", "quote"):
        return _lines(node.source)
    return Parts((), lambda _: node.source)


def _lines(source: str) -> Parts:
    """A list or quotation: its lines, those of one item or paragraph joined."""
    rows = list(_rows(source))
    wanted = [n for n, (_, text) in enumerate(rows) if _LETTERS.search(text)]

    def build(done: Sequence[str]) -> str:
        texts = dict(zip(wanted, map(markdown.collapse, done), strict=True))
        return "\n".join(lead + texts.get(n, text) for n, (lead, text) in enumerate(rows))

    return Parts(tuple(rows[n][1] for n in wanted), build)


def _rows(source: str) -> Iterator[tuple[str, str]]:
    """Marks and text of each line; a line that only goes on is joined to the one before."""
    held: tuple[str, str] | None = None
    for line in source.split("\n"):
        match = _LEAD.match(line)
        lead = match.group() if match else ""
        text = line[len(lead) :]
        goes_on = held is not None and held[1] and text and not lead.strip(" \t>")
        if held is not None and goes_on:
            held = held[0], f"{held[1]} {text.strip()}"
        else:
            if held is not None:
                yield held
            held = lead, text
    if held is not None:
        yield held


def plain(source: str) -> str:
    """Plain text of Markdown blocks, as translation units hold it."""
    nodes = markdown.parse(source)
    return "\n\n".join(node.plain for node in nodes) if nodes else source
