"""From the bytes of a seed to a clean document: the pipeline of the text layer.

decode → repair of characters → unwrap → full-width to ASCII → part heads and tails of long lines
→ chrome, metadata, title → dateline → glued headings → run-together words → white space → blocks
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from diglot.problems import Finding, SeedError
from diglot.text import chrome, head, title
from diglot.text.decode import decode
from diglot.text.document import Document, Removed, Title
from diglot.text.headings import split_headings
from diglot.text.language import detect
from diglot.text.ledger import Edit, Traced
from diglot.text.lines import lines
from diglot.text.parts import Part
from diglot.text.patterns import metadata
from diglot.text.repair import narrow, repair
from diglot.text.script import to_simplified
from diglot.text.structure import blocks, part, tidy
from diglot.text.words import separate
from diglot.text.wrap import unwrap

_NEWLINE: Final = re.compile(r"\r\n?|\n")


def clean(data: bytes, path: str, names: frozenset[str]) -> Document:
    """The clean document of a seed.

    Args:
        data: the file's bytes.
        path: its path, for findings.
        names: every surface form of the registry; none of them is ever split.

    Raises:
        SeedError: ``seed-empty``, ``seed-binary``, ``seed-encoding``, ``seed-no-sentence``.
    """
    traced = part(narrow(unwrap(repair(decode(data, path)))))
    traced, headline, removed = _strip(traced)
    traced, more = _heads(traced)
    traced = tidy(separate(split_headings(traced, names), names))
    if not traced.text:
        what = "no sentence is left after cleaning"
        raise SeedError(
            Finding(path, 1, "seed-no-sentence", what, "put the article's text into it")
        )
    everything = tuple(sorted((*removed, *more), key=lambda r: r.line))
    return Document(traced, detect(traced.text), headline, blocks(traced.text), everything)


def _strip(traced: Traced) -> tuple[Traced, Title | None, list[Removed]]:
    """The text without chrome, metadata lines and title."""
    page = chrome.survey(list(lines(traced.text)))
    text, indexes = title.find(page)
    title.mark(page, text, indexes)
    above = [i for i in indexes if i < page.start]
    head.clear(page, above[-1] if above else None)
    head.standfirst(page)
    if not page.prose:
        return traced.apply("chrome:no-sentence", [Edit(0, traced.text, "")]), None, []
    at = Lines(traced)
    removed, edits = [], []
    for line, verdict in zip(page.lines, page.verdicts, strict=True):
        number = at.line(line.start)
        removed += [Removed(number, p.text.strip(), p.role, p.reason) for p in verdict]
        if verdict:
            edits.append((_rule(verdict), Edit(line.start, line.text, "")))
    headline = Title(text, at.line(page.lines[indexes[0]].start)) if indexes else None
    return traced.apply_all(edits), headline, removed


def _rule(verdict: tuple[Part, ...]) -> str:
    lead = next((p for p in verdict if p.role != "chrome"), verdict[0])
    return f"chrome:{lead.reason}" if lead.role == "chrome" else f"metadata:{lead.role}"


def _heads(traced: Traced) -> tuple[Traced, list[Removed]]:
    """The text without label and dateline before its first sentence."""
    removed: list[Removed] = []
    for role in ("label", "dateline"):
        pattern = metadata("label", "body") if role == "label" else metadata("dateline")
        leads = [line for line in lines(traced.text) if line.is_prose][:3]
        found = (
            (line, match) for line in leads if (match := pattern.match(to_simplified(line.text)))
        )
        first, match = next(found, (None, None))
        if first and match and match.end() < len(first.text):
            words = first.text[: match.end()]
            line = Lines(traced).line(first.start)
            removed.append(Removed(line, words.strip(), role, role))
            traced = traced.apply(f"metadata:{role}", [Edit(first.start, words, "")])
    return traced, removed


class Lines:
    """Raw line numbers of a text's characters."""

    def __init__(self, traced: Traced) -> None:
        self.traced = traced
        self.starts = [0, *(match.end() for match in _NEWLINE.finditer(traced.raw()))]

    def line(self, offset: int) -> int:
        """1-based line of the raw text a character stands on."""
        return bisect_right(self.starts, self.traced.origin(offset))
