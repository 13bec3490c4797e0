"""All mentions of a new English company, once a text has named it: Foo Robotics, later Foo."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from diglot.authority import Company
from diglot.facts import people_en, shapes_en
from diglot.facts.boundaries import bounded
from diglot.facts.gazetteer import Span, longest
from diglot.facts.ids import bare
from diglot.facts.reading import Reading
from diglot.facts.shape_data import words
from diglot.patterns import alternatives
from diglot.yamlfile import data

_SHORT: Final = 4
"""Letters the first word of a name has at least to stand for the whole."""


def added(
    spans: dict[Reading, tuple[Span, ...]], proposed: Mapping[str, Company]
) -> dict[Reading, tuple[Span, ...]]:
    """The spans with every other mention of the proposed companies in them."""
    if shorter := _shorter(spans, proposed):
        spans = {reading: _renamed(known, shorter) for reading, known in spans.items()}
    forms = _forms(spans, proposed)
    if not forms:
        return spans
    pattern = re.compile(alternatives(forms))
    out = dict(spans)
    for reading, known in spans.items():
        if reading.side == "en":
            new = [one for one in _again(reading, pattern, forms) if not _touches(one, known)]
            out[reading] = longest([*known, *new]) if new else known
    return out


def _shorter(
    spans: Mapping[Reading, tuple[Span, ...]], proposed: Mapping[str, Company]
) -> dict[str, str]:
    """Ids of new companies that are but the first word of one other: Foo, of Foo Robotics."""
    named = {one.ids[0] for known in spans.values() for one in known if one.kind == "company"}
    new = [id_ for id_ in named if id_ in proposed]
    out: dict[str, str] = {}
    for id_ in new:
        first = proposed[id_].name.en
        longer = [one for one in new if proposed[one].name.en.startswith(f"{first} ")]
        if len(longer) == 1 and " " not in first and _distinct(first):
            out[id_] = longer[0]
    return out


def _renamed(known: tuple[Span, ...], same: Mapping[str, str]) -> tuple[Span, ...]:
    return tuple(
        one._replace(ids=(same[one.ids[0]],))
        if one.kind == "company" and one.ids[0] in same
        else one
        for one in known
    )


def _forms(
    spans: Mapping[Reading, tuple[Span, ...]], proposed: Mapping[str, Company]
) -> dict[str, str]:
    """Ids by the forms a text may name its new companies with."""
    full: dict[str, str] = {}
    short: dict[str, set[str]] = {}
    taken: set[str] = set()
    for reading, known in spans.items():
        for span in known:
            form = reading.text[span.start : span.end]
            taken.add(form)
            if reading.side == "en" and span.kind == "company" and span.ids[0] in proposed:
                full[form] = full[bare(form)] = span.ids[0]
                first = form.split(" ", 1)[0]
                if first != form and _distinct(first):
                    short.setdefault(first, set()).add(span.ids[0])
    for first, bearers in short.items():
        if len(bearers) == 1 and first not in full and first not in taken:
            full[first] = next(iter(bearers))
    return {form: id_ for form, id_ in full.items() if len(form) > 1}


def _distinct(word: str) -> bool:
    """Whether the first word of a name says which company it is."""
    general = shapes_en.general([word]) or word in words("never_en") or word in words("opening_en")
    votes = data("company_votes")
    return (
        len(word) >= _SHORT
        and not general
        and word not in (*votes["plain"], *votes["institutions"])
    )


def _again(reading: Reading, pattern: re.Pattern[str], forms: Mapping[str, str]) -> Iterator[Span]:
    people = [hit[:2] for hit in people_en.find(reading) if people_en.certain(reading, hit)]
    for match in pattern.finditer(reading.text):
        start, end = match.span()
        if bounded(reading.text, start, end) and not any(a < end and start < b for a, b in people):
            yield Span(start, end, "company", (forms[match[0]],))


def _touches(one: Span, known: tuple[Span, ...]) -> bool:
    return any(span.start < one.end and one.start < span.end for span in known)
