"""What translators' tools are given: an entry for each title, summary, block or line of a list.

The key of an entry is made of its text, so that it stays the same wherever the text moves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s
from typing import Final, Literal

from diglot.markdown import Node, collapse
from diglot.translation import blocks
from diglot.translation.bitext import HEADS, Bitext, Place
from diglot.translation.units import Pair, State, head_state, is_text

Mark = Literal["open", "done", "approved"]
"""What a tool says of a translation: not ready; ready; and read by a second person."""
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS: Final = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BASE: Final = re.compile(r"diglot: ([a-z]+) ([0-9a-f]{8})")
_TEXT: Final = ("heading", "paragraph")


@dataclass(frozen=True, slots=True)
class Base:
    """What stood in the record when an entry was exported; it travels with the entry."""

    state: str
    digest: str
    """Of the translation."""

    def __str__(self) -> str:
        return f"diglot: {self.state} {self.digest}"

    @classmethod
    def find(cls, text: str) -> Base | None:
        """The one a comment holds."""
        match = _BASE.search(text)
        return cls(match[1], match[2]) if match else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text to translate, with its translation as it stands."""

    slug: str
    key: str = ""
    place: Place
    part: int | None
    """Position among the segments of its block; None: the Markdown of the whole block."""
    source: str
    target: str
    """Empty while there is none."""
    state: State
    previous: str = ""
    """The original that a stale translation was made from."""
    path: str
    """File of the original."""
    line: int
    """Its line there."""
    notes: tuple[str, ...]
    """For the translator."""

    @property
    def base(self) -> Base:
        """What an import compares with."""
        return Base(self.state, digest(self.target))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An entry as it came back."""

    slug: str
    key: str
    source: str
    target: str
    mark: Mark | None
    """None: the file does not say."""
    base: Base | None
    """None: the tool has dropped it."""
    line: int
    """In the file it came in."""


def tidy(text: str) -> str:
    """A text as it is compared: white space collapsed, without what XML cannot hold."""
    return collapse(_NOT_XML.sub("", text))


def digest(text: str) -> str:
    """Eight hexadecimal digits."""
    return blake2s(tidy(text).encode(), digest_size=4).hexdigest()


def entries(work: Bitext) -> tuple[Entry, ...]:
    """All entries of a record, in its order."""
    seen = Counter[str]()
    return tuple(_keyed(one, seen) for one in (*_heads(work), *_blocks(work)))


def former(work: Bitext) -> tuple[Entry, ...]:
    """Texts the original does not have any more, with the translations that are remembered."""
    path = work.record.sheet.path
    seen = Counter[str](dict.fromkeys(work.sources, 1))
    found = []
    for unit in work.memory.units:
        if not seen[unit.source] and tidy(unit.source) and is_text(unit.target):
            seen[unit.source] += 1
            texts = {"source": tidy(unit.source), "target": tidy(unit.target)}
            kept = Entry(slug=work.record.slug, place=-1, part=0, state="stale", path=path,
                         line=0, notes=(), **texts)  # fmt: skip
            found.append(_keyed(kept, Counter()))
    return tuple(found)


def _keyed(entry: Entry, seen: Counter[str]) -> Entry:
    if not isinstance(entry.place, int):
        return replace(entry, key=entry.place)
    key = digest(entry.source)
    seen[key] += 1
    return replace(entry, key=key if seen[key] == 1 else f"{key}-{seen[key]}")


def _heads(work: Bitext) -> Iterator[Entry]:
    record = work.record
    for name in HEADS:
        own, twin, unit = work.head(name)
        if tidy(own):
            state = head_state(own, twin, unit, work.info)
            yield Entry(
                slug=record.slug,
                place=name,
                part=0,
                source=tidy(own),
                target=tidy(twin) if is_text(twin) else "",
                state=state,
                previous=tidy(unit.source) if unit and state == "stale" else "",
                path=record.sheet.path,
                line=record.sheet.lines.of((name,)),
                notes=(name.capitalize(),),
            )


def _blocks(work: Bitext) -> Iterator[Entry]:
    sheet = work.record.sheet
    for pair in work.pairs:
        node = work.nodes[pair.source]
        own = blocks.parts(node).segments
        if pair.joined or not own or not all(map(tidy, own)):
            continue
        far = _twins(work, pair, len(own))
        start = (node.tokens[0].map or [0])[0]
        whole = Entry(
            slug=work.record.slug,
            place=pair.source,
            part=None,
            source=_lines(node.source),
            target="" if pair.target is None else _lines(work.twin[pair.target].source),
            state=pair.state,
            previous=tidy(pair.unit.source) if pair.unit and pair.state == "stale" else "",
            path=sheet.path,
            line=sheet.parts.body_line + start,
            notes=_notes(work, pair),
        )
        if far is None:
            yield whole
        else:
            for part, (source, target) in enumerate(zip(own, far, strict=True)):
                yield replace(whole, part=part, source=tidy(source), target=tidy(target))


def _twins(work: Bitext, pair: Pair, count: int) -> Sequence[str] | None:
    """Translations of a block's segments; None if the translation has others."""
    if pair.target is None or not is_text(work.targets[pair.target]):
        return [""] * count
    node, twin = work.nodes[pair.source], work.twin[pair.target]
    found = blocks.parts(twin).segments
    alike = node.kind == twin.kind or (node.kind in _TEXT and twin.kind in _TEXT)
    return found if alike and len(found) == count else None


def _lines(source: str) -> str:
    """Markdown without white space at the ends of its lines."""
    text = _NOT_XML.sub("", _BREAKS.sub(" ", source))
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _notes(work: Bitext, pair: Pair) -> tuple[str, ...]:
    node = work.nodes[pair.source]
    kind = node.kind.capitalize() + (", in Markdown" if node.kind not in _TEXT else "")
    notes = [f"{kind}, block {pair.source + 1} of {len(work.nodes)}"]
    others = [p.source + 1 for p in work.pairs if p.joined and p.target == pair.target]
    if others:
        notes.append(f"The translation says what block {', '.join(map(str, others))} says too.")
    if pair.target is not None and has_markup(work.twin[pair.target]):
        notes.append("The translation has links or emphasis that do not show here.")
    return tuple(notes)


def has_markup(node: Node) -> bool:
    """Whether a heading or paragraph is more than its plain text."""
    inner = [c for t in node.tokens if t.type == "inline" for c in t.children or ()]
    marked = any(c.nesting or c.type in ("code_inline", "image", "hardbreak") for c in inner)
    return node.kind in _TEXT and marked
