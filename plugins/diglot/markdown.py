"""The door to markdown-it-py: CommonMark bodies, raw HTML off.

A body is a sequence of top-level nodes; each has its source, its HTML and its plain text, which
is what evidence, translation units and sentences count in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape as html_escape
from itertools import pairwise
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from diglot.problems import Message, tell

Kind = Literal["heading", "paragraph", "list", "quote", "other"]
_KINDS: Final[dict[str, Kind]] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
}
KINDS: Final[dict[Kind, Message]] = {
    "heading": tell("heading"),
    "paragraph": tell("paragraph"),
    "list": tell("list"),
    "quote": tell("quotation"),
    "other": tell("block of another kind"),
}
"""What the kinds are called in messages."""
_INLINE: Final = re.compile(r"([\\`*_\[\]<])|&(?=#?\w+;)")
_LINE_START: Final = re.compile(r"^(#{1,6}(?=\s|$)|[>=~+-]|\d{1,9}(?=[.)](?:\s|$)))")


@dataclass(frozen=True, slots=True)
class Node:
    """A top-level node of a body."""

    kind: Kind
    source: str
    """Markdown, without the blank lines around it."""
    plain: str
    """Rendered text: NFC, white space collapsed."""
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Wrap:
    """An HTML element to lay around a stretch of a node's plain text."""

    start: int
    end: int
    open: str
    close: str
    reopen: str
    """Opening tag where markup forces the element to be split (without ``id``)."""


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False})


@cache
def _renderer() -> RendererHTML:
    return RendererHTML(_parser())


def collapse(text: str) -> str:
    """NFC, each run of white space one space, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def escape(text: str) -> str:
    """Markdown of one paragraph whose plain text is the given text, white space collapsed."""
    line = _INLINE.sub(lambda m: "\\" + m.group(), collapse(text))
    return _LINE_START.sub(lambda m: m[1] + "\\" if m[1][0].isdigit() else "\\" + m[1], line)


def parse(body: str) -> tuple[Node, ...]:
    """The top-level nodes of a Markdown body."""
    return tuple(_nodes(_parser().parse(body), body.split("\n")))


def _nodes(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Node]:
    start = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            part = tokens[start : index + 1]
            start = index + 1
            first, last = part[0].map or [0, 0]
            source = "\n".join(lines[first:last]).strip("\n")
            _tidy(part)
            kind = _KINDS.get(part[0].type, "other")
            yield Node(kind, source, _plain(part), tuple(part))


def _tidy(tokens: Iterable[Token]) -> None:
    """Collapse white space in the text of inline tokens, so that offsets count in plain text."""
    for inline in (t for t in tokens if t.type == "inline"):
        leaves = [t for t in inline.children or [] if _text(t)]
        before = " "
        for leaf in leaves:
            text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", _text(leaf)))
            leaf.content = text.lstrip() if before.endswith(" ") else text
            before = leaf.content or before
        for leaf in reversed(leaves):
            leaf.content = leaf.content.rstrip()
            if leaf.content:
                break


def _text(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return token.content or " "
    return token.content if token.type in ("text", "code_inline", "text_special") else ""


def _plain(tokens: Iterable[Token]) -> str:
    inlines = [t for t in tokens if t.type == "inline"]
    if not inlines:
        return " ".join(collapse(t.content) for t in tokens if t.content)
    return " ".join("".join(c.content for c in t.children or [] if _leaf(c)) for t in inlines)


def _leaf(token: Token) -> bool:
    return token.type in ("text", "code_inline", "text_special", "softbreak", "hardbreak")


def inner_html(node: Node, wraps: Sequence[Wrap] = ()) -> str:
    """HTML of a heading or paragraph without its own tags; of other nodes, the whole.

    The wraps may nest but not cross; where emphasis or a link crosses one, it is split.
    """
    if node.kind not in ("heading", "paragraph"):
        return "".join(_outer(node.tokens, wraps))
    inline = next(t for t in node.tokens if t.type == "inline")
    return _inline_html(inline.children or [], wraps, 0)[0]


def outer_html(node: Node) -> str:
    """HTML of a node with its own tags."""
    return "".join(_outer(node.tokens, ()))


def _outer(tokens: Sequence[Token], wraps: Sequence[Wrap]) -> Iterator[str]:
    renderer, options, at = _renderer(), _parser().options, 0
    for index, token in enumerate(tokens):
        if token.type == "inline":
            html, at = _inline_html(token.children or [], wraps, at)
            at += 1
            yield html
        elif token.type in renderer.rules:
            yield renderer.rules[token.type](tokens, index, options, {})
        else:
            yield renderer.renderToken(tokens, index, options, {})


def _inline_html(tokens: Sequence[Token], wraps: Sequence[Wrap], at: int) -> tuple[str, int]:
    writer, markup = _Writer(), list[Wrap]()
    for token in tokens:
        if _leaf(token):
            code = token.type == "code_inline"
            for start, end in _cuts(at, at + len(token.content), wraps):
                text = html_escape(token.content[start - at : end - at], quote=False)
                around = [w for w in wraps if w.start <= start and end <= w.end]
                writer.move([*around, *markup])
                writer.out.append(f"<code>{text}</code>" if code else text)
            at += len(token.content)
            if token.type == "hardbreak":
                writer.out.append("<br>")
        elif token.nesting == 1:
            tag = _tag(token)
            markup.append(Wrap(at, at, tag, f"</{token.tag}>", tag))
        elif token.nesting == -1:
            markup.pop()
        elif token.type == "image":
            writer.out.append(html_escape(token.content))
    writer.move([])
    return "".join(writer.out), at


def _cuts(start: int, end: int, wraps: Iterable[Wrap]) -> Iterator[tuple[int, int]]:
    inside = {p for w in wraps for p in (w.start, w.end) if start < p < end}
    points = [start, *sorted(inside), end]
    return pairwise(points)


def _tag(token: Token) -> str:
    attrs = "".join(f' {k}="{html_escape(str(v))}"' for k, v in token.attrs.items())
    return f"<{token.tag}{attrs}>"


class _Writer:
    """Opens and closes elements so that the output is always well nested."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._open: list[Wrap] = []
        self._seen: set[int] = set()

    def move(self, path: Sequence[Wrap]) -> None:
        """Close and open elements until exactly those of the path are open."""
        shared = 0
        while shared < min(len(path), len(self._open)) and path[shared] is self._open[shared]:
            shared += 1
        self.out += [wrap.close for wrap in reversed(self._open[shared:])]
        for wrap in path[shared:]:
            self.out.append(wrap.reopen if id(wrap) in self._seen else wrap.open)
            self._seen.add(id(wrap))
        self._open = list(path)
