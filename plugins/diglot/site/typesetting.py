"""Lines of a title: Chinese breaks anywhere but before closing marks, English between words.

In HTML the browser breaks the lines; there `phrases` says where a Chinese title may break, so that
no word it knows is torn apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from markupsafe import Markup, escape

from diglot.authority import Company, KnownPerson, KnownPlace, Registry
from diglot.languages import Lang
from diglot.text.script import HAN_RUN
from diglot.translation import lexicon

Measure = Callable[[str], float]
"""Width of a stretch of text."""
_TOKEN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,’'&+/%-]*|\s+|.")
_CLOSING: Final = frozenset("，。、；：？！）》〉」』】”’…—·％")
_OPENING: Final = frozenset("（《〈「『【“‘")
_LONGEST: Final = 8
"""So long a name stays whole: half a line of a heading on a phone."""


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


def vocabulary(registry: Registry) -> frozenset[str]:
    """Chinese words and names that are not to be torn apart."""
    named: list[Company | KnownPerson | KnownPlace] = [
        *registry.companies.values(), *registry.people.values(), *registry.places.values(),
    ]  # fmt: skip
    names = {name for one in named for name in (one.name.zh, *one.aliases.zh)}
    themes = {theme.name.zh for theme in registry.themes.values()}
    words = names | themes | lexicon.chinese()
    return frozenset(word for word in words if 1 < len(word) <= _LONGEST)


def phrases(text: str, known: frozenset[str]) -> Markup:
    """A title with its places to break, for elements whose ``word-break`` is ``keep-all``."""
    if not HAN_RUN.search(text):
        return escape(text)
    return Markup("<wbr>").join(escape(piece) for piece in _bound(_words(text, known)))


def _words(text: str, known: frozenset[str]) -> Iterator[str]:
    """Known words, the longest at each place; between them the tokens of `lines`."""
    at = 0
    while at < len(text):
        sizes = range(min(_LONGEST, len(text) - at), 1, -1)
        size = next((n for n in sizes if text[at : at + n] in known), 0)
        token = _TOKEN.match(text, at)
        piece = text[at : at + size] if size or token is None else token.group()
        yield piece
        at += len(piece)


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
