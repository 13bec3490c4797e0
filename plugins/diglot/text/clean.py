"""From the bytes of a seed to a clean document: the pipeline of the text layer.

decode → repair of characters → unwrap → full-width to ASCII → part heads and tails of long lines
→ chrome, metadata, title → dateline → glued headings → run-together words → white space → blocks
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from diglot.problems import Finding, SeedError, tell
from diglot.text import chrome, head, region, title
from diglot.text.blocks import blocks, items, tidy
from diglot.text.decode import decode
from diglot.text.document import Document, Removed, Title
from diglot.text.headings import split_headings
from diglot.text.headline import flash
from diglot.text.language import detect, foreign
from diglot.text.ledger import Edit, Traced
from diglot.text.lines import Line, lines
from diglot.text.parts import Part
from diglot.text.patterns import opening
from diglot.text.repair import narrow, repair
from diglot.text.script import to_simplified
from diglot.text.structure import part
from diglot.text.words import separate
from diglot.text.wrap import unwrap

_NEWLINE: Final = re.compile(r"[\r\n](?:(?<=\r)\n)?")
_LEADS: Final = 3
"""A dateline opens one of so many paragraphs."""


def clean(data: bytes, path: str, names: frozenset[str]) -> Document:
    """The clean document of a seed.

    Args:
        data: the file's bytes.
        path: its path, for findings.
        names: every surface form of the registry; none of them is ever split.

    Raises:
        SeedError: ``seed-empty``, ``seed-binary``, ``seed-encoding``, ``seed-no-sentence``,
            ``seed-foreign``.
    """
    raw = decode(data, path)
    starts = [0, *(match.end() for match in _NEWLINE.finditer(raw.text))]
    traced, headline, removed = _strip(part(flash(narrow(unwrap(repair(raw))))), starts)
    traced, more = _heads(traced, starts)
    traced = tidy(separate(split_headings(traced, names), names))
    if not traced.text:
        what = tell("no sentence is left after cleaning")
        raise SeedError(
            Finding(path, 1, "seed-no-sentence", what, tell("put the article's text into it"))
        )
    if foreign(traced.text):
        what = tell("the text is in neither Chinese nor English")
        mend = tell("put a translation into one of them there; no other language is read")
        raise SeedError(Finding(path, 1, "seed-foreign", what, mend))
    everything = tuple(sorted((*removed, *more), key=lambda r: r.line))
    found = blocks(traced.text, items(traced))
    return Document(traced, detect(traced.text), headline, found, everything, tuple(starts))


def _strip(traced: Traced, starts: list[int]) -> tuple[Traced, Title | None, list[Removed]]:
    """The text without chrome, metadata lines and title."""
    page = chrome.survey(list(lines(traced.text)))
    text, indexes = title.find(page)
    title.mark(page, text, indexes)
    above = [i for i in indexes if i < page.start]
    head.datelines(page)
    head.clear(page, above[-1] if above else None)
    region.keep_sentences(page, above)
    head.writers(page)
    head.captions(page, above[-1] if above else None)
    head.standfirst(page)
    if not page.prose:
        return traced.apply("chrome:no-sentence", [Edit(0, traced.text, "")]), None, []
    at = Lines(traced, starts)
    removed, edits = [], []
    for line, verdict in zip(page.lines, page.verdicts, strict=True):
        if verdict:
            number = at.line(line.start)
            removed += [Removed(number, p.text.strip(), p.role, p.reason) for p in verdict]
            edits.append((_rule(verdict), Edit(line.start, line.text, "")))
    headline = Title(text, at.line(page.lines[indexes[0]].start)) if indexes else None
    return traced.apply_all(edits), headline, removed


def _rule(verdict: tuple[Part, ...]) -> str:
    lead = next((p for p in verdict if p.role != "chrome"), verdict[0])
    return f"chrome:{lead.reason}" if lead.role == "chrome" else f"metadata:{lead.role}"


def _heads(traced: Traced, starts: list[int]) -> tuple[Traced, list[Removed]]:
    """The text without label and dateline before its first sentence."""
    removed: list[Removed] = []
    for role in ("label", "dateline"):
        path = ("label", "body") if role == "label" else ("dateline",)
        leads = list(_leads(traced))
        found = ((line, end) for line in leads if (end := _end(line.text, *path)))
        first, end = next(found, (None, 0))
        if first and end < len(first.text):
            words = first.text[:end]
            line = Lines(traced, starts).line(first.start)
            removed.append(Removed(line, words.strip(), role, role))
            body = first.text[end:].strip()
            twin = [Edit(one.start, one.text, "") for one in leads if one.text == body]
            traced = traced.apply(f"metadata:{role}", [*twin, Edit(first.start, words, "")])
    return traced, removed


def _leads(traced: Traced) -> Iterator[Line]:
    """The lines down to the third paragraph: a dateline may stand before the first heading too."""
    prose = 0
    for line in lines(traced.text):
        prose += line.is_prose
        yield line
        if prose == _LEADS:
            return


def _end(text: str, *path: str) -> int:
    """Where what the patterns find at a text's beginning ends, once or several times over."""
    plain, end = to_simplified(text), 0
    while (match := opening(plain, end, *path)) and match.end() > end:
        end = match.end()
    return end


@dataclass(frozen=True, slots=True)
class Lines:
    """Raw line numbers of a text's characters."""

    traced: Traced
    starts: list[int]
    """Where the lines of the raw text begin."""

    def line(self, offset: int) -> int:
        """1-based line of the raw text a character stands on."""
        return bisect_right(self.starts, self.traced.origin(offset))
