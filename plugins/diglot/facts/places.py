"""Places a text names: those of the glossary, and towns by their shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Final

from diglot.authority import Company
from diglot.facts.companies import Companies
from diglot.facts.cover import cover, covers
from diglot.facts.gazetteer import Span
from diglot.facts.likely import may
from diglot.facts.reading import Reading
from diglot.model import Place
from diglot.patterns import compiled, pattern
from diglot.yamlfile import data

Found = tuple[int, int, str | None]
"""Offsets and id in the glossary."""


def find(
    reading: Reading, companies: Companies, people: list[tuple[int, int]]
) -> tuple[tuple[Place, tuple[int, int]], ...]:
    """Places in order of appearance, each with its first place in the text."""
    known = [_exact(reading, s) for s in companies.spans if s.kind == "place"]
    new = [*_zones(reading, known), *_towns(reading, known), *_short(reading)]
    covered = [(start, end) for start, end, _ in new]
    free = [one for one in known if not _within(one, covered) and _stands(reading, one)]
    names = {reading.text[start:end] for start, end in people}
    taken = [(one.start, one.end) for one in companies.body]
    taken += [m.span() for name in names for m in re.finditer(re.escape(name), reading.text)]
    mask = cover(taken)
    found = [one for one in [*free, *new] if not covers(mask, *one[:2])]
    found += _owners(reading, companies)
    return tuple(_grouped(reading, sorted(found, key=lambda one: one[:2])))


def _exact(reading: Reading, span: Span) -> Found:
    """Without “the” or “mainland” before it, with 省, 市 or 州 after it."""
    start, end = span.start, span.end
    if reading.side == "en":
        lead = _SMALL.match(reading.text, start, end)
        tail = _pattern("tail_en").match(reading.text, end)
        return (lead.end() if lead else start), tail.end() if tail else end, span.ids[0]
    tail = _pattern("tail_zh").match(reading.plain, end)
    return start, (tail.end() if tail else end), span.ids[0]


def _grouped(reading: Reading, found: list[Found]) -> Iterator[tuple[Place, tuple[int, int]]]:
    groups: dict[str, list[Found]] = {}
    for start, end, id_ in found:
        groups.setdefault(id_ or reading.text[start:end], []).append((start, end, id_))
    for own in groups.values():
        forms = Counter(reading.text[start:end] for start, end, _ in own)
        # The usual form of the article first: in Chinese one in Chinese.
        usual = sorted(forms, key=lambda f: (reading.side == "zh" and f.isascii(), -forms[f]))
        yield Place(id=own[0][2], as_=tuple(usual)), own[0][:2]


_SMALL: Final = re.compile(r"(?:[a-z]+ )*")
_OPENED: Final = frozenset("‘“「『《")


def _within(one: Found, spans: list[tuple[int, int]]) -> bool:
    return any(start <= one[0] and one[1] <= end for start, end in spans)


_pattern: Final = partial(pattern, "place_shapes")


def _stands(reading: Reading, one: Found) -> bool:
    """Whether a name is a place of its own, no adjective and no part of another name."""
    return _stands_zh(reading, one) if reading.side == "zh" else _stands_en(reading, one)


def _stands_zh(reading: Reading, one: Found) -> bool:
    start, end, _ = one
    around = (reading.plain[start - 1 : end], reading.plain[start : end + 1])
    if any(words in data("place_shapes")["halves_zh"] for words in around):
        return False
    quoted = reading.plain[start - 1 : start] in _OPENED
    if quoted and _pattern("named").match(reading.plain, end):
        return False
    if reading.plain[start].isascii() and (
        re.match(r"[ -]?[A-Za-z]", reading.plain[end : end + 2]) or around[0][:1] == "."
    ):
        return False
    match = _pattern("organisation_zh").match(reading.plain, end)
    return not match or any(char in data("place_shapes")["breaks_zh"] for char in match["inner"])


def _stands_en(reading: Reading, one: Found) -> bool:
    start, end, _ = one
    if _pattern("organisation_en").match(reading.text, end):
        return False
    if reading.text[start:end] in data("place_shapes")["bare_en"]:
        return bool(_pattern("bare_after").match(reading.text, end))
    return reading.text[start : start + 1].isupper()


def _short(reading: Reading) -> Iterator[Found]:
    """美、日、德: countries by one character, in a list."""
    if reading.side == "zh":
        for match in _pattern("short_zh").finditer(reading.plain):
            for at in range(match.start(), match.end(), 2):
                yield at, at + 1, None


def _owners(reading: Reading, companies: Companies) -> Iterator[Found]:
    """日本丰田: the country before a company of its own, if the name goes without it."""
    if reading.side == "zh":
        table, known = data("place_shapes")["countries_zh"], companies.known
        ids = {reading.plain[s.start : s.end]: s.ids[0] for s in companies.spans}
        for one in companies.body:
            land = table.get(known[one.id].country)
            if land and reading.plain.startswith(land, one.start):
                end = one.start + len(land)
                if reading.plain[end : one.end] in _zh_forms(known[one.id]):
                    yield one.start, end, ids.get(land)


def _zh_forms(company: Company) -> tuple[str, ...]:
    return company.name.zh, *company.aliases.zh, *company.ambiguous


def _zones(reading: Reading, known: list[Found]) -> Iterator[Found]:
    """合肥经济技术开发区: a zone that bears a town's name."""
    for start, end, _ in known:
        match = _pattern("zones_zh").match(reading.plain, end)
        if match:
            yield start, match.end(), None


def _towns(reading: Reading, known: list[Found]) -> Iterator[Found]:
    """Towns the glossary lacks: after a province, before “in X” or “, X”."""
    inside = cover((start, end) for start, end, _ in known)
    if reading.side == "zh":
        for match in _pattern("towns_zh").finditer(reading.plain):
            if not covers(inside, *match.span()):
                yield *match.span(), None
        return
    for start, end in _counties(reading):
        if not covers(inside, start, end):
            yield start, end, None
    for start, _, _ in known:
        for entry in data("place_shapes")["towns_en"]:
            head = compiled(entry["pattern"]).search(reading.text[max(0, start - 60) : start])
            if head:
                base = max(0, start - 60)
                town = base + head.start("name"), base + head.end("name")
                if not covers(inside, *town):
                    yield *town, None


def _counties(reading: Reading) -> Iterator[tuple[int, int]]:
    """Counties and prefectures, by their names."""
    if may(reading, 0, len(reading.text), ("place_shapes", "counties_en")):
        for match in _pattern("counties_en").finditer(reading.text):
            yield match.span("name")
