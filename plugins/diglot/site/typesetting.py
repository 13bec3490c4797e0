"""Lines of a title: Chinese breaks anywhere but before closing marks, English between words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from diglot.model import Lang

Measure = Callable[[str], float]
"""Width of a stretch of text."""
_TOKEN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,’'&+/%-]*|\s+|.")
_CLOSING: Final = frozenset("，。、；：？！）》〉」』】”’…—·％")
_OPENING: Final = frozenset("（《〈「『【“‘")


def lines(text: str, lang: Lang, measure: Measure, width: float) -> list[str]:
    """The text in lines no wider than the width, where its words allow."""
    joint = " " if lang == "en" else ""
    pieces = text.split() if lang == "en" else list(_bound(_TOKEN.findall(text)))
    found = [""]
    for piece in pieces:
        longer = f"{found[-1]}{joint}{piece}" if found[-1] else piece.lstrip()
        if found[-1] and measure(longer.rstrip()) > width:
            found.append(piece.lstrip())
        else:
            found[-1] = longer
    return [line.rstrip() for line in found]


def balanced(text: str, lang: Lang, measure: Measure, width: float) -> list[str]:
    """As many lines as `lines` makes, of lengths as equal as may be."""
    best = lines(text, lang, measure, width)
    step = measure("国" if lang != "en" else "n")
    while width > step:
        width -= step
        tried = lines(text, lang, measure, width)
        if len(tried) > len(best) or max(map(measure, tried)) > width:
            break
        best = tried
    return best


def _bound(tokens: Iterable[str]) -> Iterator[str]:
    """Tokens with the marks that must not part from them."""
    held = ""
    for token in tokens:
        if held and not (held[-1] in _OPENING or token[0] in _CLOSING):
            yield held
            held = ""
        held += token
    if held:
        yield held
