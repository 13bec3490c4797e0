"""Names a text explains: short ones it introduces, and new ones a known name stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from diglot.authority import Company
from diglot.facts.boundaries import END
from diglot.facts.gazetteer import Span, longest
from diglot.facts.reading import Reading
from diglot.patterns import compiled
from diglot.yamlfile import data

_BRACKET: Final = frozenset("(（")
_CLOSING: Final = frozenset(")）")


def added(
    reading: Reading, spans: tuple[Span, ...], proposed: Mapping[str, Company]
) -> tuple[Span, ...]:
    """Add the short names a text gives its companies: “（以下简称“引望”）”."""
    extra: list[Span] = []
    same: list[Span] = []
    patterns = data("company_shapes")["introduced"]
    own = {span.start: span for span in spans if span.kind == "company"}
    for span in own.values():
        if span.doubtful or _BRACKET.isdisjoint(reading.text[span.end : span.end + 2]):
            continue
        for entry in patterns:
            match = compiled(r"\s?" + entry["pattern"]).match(reading.plain, span.end)
            known = own.get(match.start("name")) if match else None
            if match and known and span.ids[0] in proposed:  # a full name of a known company
                same.append(span._replace(ids=known.ids))
            elif match:
                extra += _again(reading, match["name"].strip(), span)
    return longest([*same, *spans, *extra]) if same or extra else spans


def _again(reading: Reading, name: str, span: Span) -> Iterator[Span]:
    if len(name) < 2 or name.casefold() in data("company_shapes")["no_alias"]:
        return
    bound = END if name.isascii() else ""
    for match in re.finditer(re.escape(name) + bound, reading.plain):
        yield Span(match.start(), match.end(), "company", span.ids)


def one_each(
    spans: dict[Reading, tuple[Span, ...]], proposed: dict[str, Company]
) -> dict[Reading, tuple[Span, ...]]:
    """A name explained once by a known one, “某某科技（Foo）”, means that company everywhere."""
    same: dict[str, str] = {}
    for reading, one in spans.items():
        for first, second in pairwise(one):
            between = reading.plain[first.end : second.start].strip()
            if between in _BRACKET and first.ids[0] in proposed and second.kind == "company":
                closed = reading.plain[second.end : second.end + 1] in _CLOSING
                if closed and second.ids[0] not in proposed:
                    same[first.ids[0]] = second.ids[0]
    return renamed(spans, same)


def renamed(
    spans: dict[Reading, tuple[Span, ...]], same: Mapping[str, str]
) -> dict[Reading, tuple[Span, ...]]:
    """The spans of new companies that turned out to be known ones under the ids of those."""
    return {
        reading: tuple(s._replace(ids=(same[s.ids[0]],)) if s.ids[0] in same else s for s in one)
        for reading, one in spans.items()
    }
