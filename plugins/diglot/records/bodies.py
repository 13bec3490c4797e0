"""Bodies as sequences of blocks, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from diglot import markdown
from diglot.records.state import UNTRANSLATED
from diglot.text.document import Block

HEADING: Final = "## "
"""Mark of a heading; the title of the page is the first level."""


def of_block(block: Block) -> str:
    """Markdown whose plain text is the block's text."""
    return (HEADING if block.kind == "heading" else "") + markdown.escape(block.text)


def join(blocks: Sequence[str]) -> str:
    """Markdown of a body."""
    return "\n\n".join(blocks)


def untranslated(blocks: Sequence[str]) -> str:
    """Body of a translation nobody has made yet."""
    return join([UNTRANSLATED] * len(blocks))


def split(body: str) -> list[str]:
    """Markdown of each block; what belongs to none (link targets) stays with the one before."""
    starts, at = [], 0
    for node in markdown.parse(body):
        start = body.find(node.source, at)
        if start < 0:
            return re.split(r"\n(?:[ \t]*\n)+", body.strip())
        starts.append(start)
        at = start + len(node.source)
    ends = [*starts[1:], len(body)]
    parts = zip([0, *starts[1:]], ends, strict=False) if starts else [(0, len(body))]
    return [part for start, end in parts if (part := body[start:end].strip("\n"))]
