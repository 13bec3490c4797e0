"""Which companies a text names, where, and under which id."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from diglot.authority import Company, Forms, collective
from diglot.facts import (
    context,
    families,
    ids,
    introduced,
    misspelt,
    models,
    repeats_en,
    shapes,
    tickers,
    votes_en,
)
from diglot.facts.boundaries import END
from diglot.facts.cover import overlapping
from diglot.facts.gazetteer import Gazetteer, Span, longest
from diglot.facts.reading import Reading
from diglot.facts.shape_data import words
from diglot.patterns import alternatives
from diglot.yamlfile import data


class Named(NamedTuple):
    """One mention of a company."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Companies:
    """The companies of an article."""

    body: tuple[Named, ...]
    title: tuple[Named, ...]
    known: dict[str, Company]
    """Every company named, by id, those of the registry and the proposed ones."""
    proposed: tuple[tuple[str, Company], ...]
    guessed: frozenset[str]
    """Companies of the registry named only under misspelt names."""
    spans: tuple[Span, ...]
    """People, places and publishers of the registry in the body."""
    cues: tuple[tuple[str, Forms], ...]
    """Kinds of companies, with what tells of each in words that stand for a company."""

    def ids(self) -> tuple[str, ...]:
        """Ids in order of appearance, the title's last."""
        return tuple(dict.fromkeys(one.id for one in (*self.body, *self.title)))


def find(body: Reading, title: Reading, gazetteer: Gazetteer) -> Companies:
    """All mentions in body and title."""
    proposed: dict[str, Company] = {}
    spans = {reading: _spans(reading, gazetteer, proposed) for reading in (body, title)}
    spans = _voted(introduced.one_each(spans, proposed), gazetteer, proposed)
    slips = misspelt.meant(proposed, gazetteer)
    stated = {id_ for one in spans.values() for span in one for id_ in span.ids}
    spans = introduced.renamed(spans, slips)
    companies: Mapping[str, Company] = ChainMap(proposed, gazetteer.companies)
    found = _named(spans, companies)
    merged, dropped = families.merged(_forms(found), companies), models.only(found, companies)
    out: dict[Reading, tuple[Named, ...]] = {}
    for reading, names in found.items():
        kept = [Named(n.start, n.end, merged.get(n.id, n.id)) for n in names if n.id not in dropped]
        kept = [_widened(reading, named) for named in kept]
        out[reading] = tuple(sorted([*kept, *_tickers(reading, kept, gazetteer)]))
    present = {named.id for names in out.values() for named in names}
    return Companies(
        body=out[body],
        title=out[title],
        known={id_: companies[id_] for id_ in sorted(present)},
        proposed=tuple((id_, one) for id_, one in proposed.items() if id_ in present),
        guessed=frozenset(slips.values()) - stated,
        spans=tuple(span for span in spans[body] if span.kind != "company"),
        cues=tuple((id_, kind.cues) for id_, kind in gazetteer.registry.kinds.items()),
    )


def _named(
    spans: dict[Reading, tuple[Span, ...]], companies: Mapping[str, Company]
) -> dict[Reading, list[Named]]:
    """The companies the spans name, doubtful ones where their context speaks for them."""
    everything = [span for one in spans.values() for span in one if span.kind == "company"]
    sure = {id_ for span in everything if not span.doubtful for id_ in span.ids}
    named = {id_ for span in everything for id_ in span.ids}
    sure |= {id_ for id_ in named if sure.intersection(companies[id_].parents)}
    return {
        reading: [
            Named(span.start, span.end, id_)
            for span in context.settled(reading, one, frozenset(sure))
            if span.kind == "company"
            for id_ in _chosen(span, reading, sure, companies)
        ]
        for reading, one in spans.items()
    }


def _spans(
    reading: Reading, gazetteer: Gazetteer, proposed: dict[str, Company]
) -> tuple[Span, ...]:
    """Names of the registry, and shapes of names that are wider than those or new."""
    known = gazetteer.mentions(reading.text, reading.lang)
    found = list(known)
    slips = misspelt.han(reading, known, gazetteer) if reading.side == "zh" else ()
    for start, end in (*shapes.proposals(reading, known), *slips):
        inside = overlapping(known, start, end)
        if any(span.start <= start and end <= span.end for span in inside):
            continue
        if any(span.start < start or span.end > end for span in inside) or _placed(inside, end):
            continue
        id_ = ids.same(reading.text[start:end], gazetteer) or _propose(
            reading.text[start:end], proposed, inside
        )
        if id_:
            found.append(Span(start, end, "company", (id_,)))
    spans = longest(found) if len(found) > len(known) else known
    return introduced.added(reading, spans, proposed)


def _placed(inside: tuple[Span, ...], end: int) -> bool:
    """Whether a shape is but a place before a known company: 台湾裕隆."""
    if [span.kind for span in inside] != ["place", "company"]:
        return False
    return inside[0].end == inside[1].start and inside[1].end == end


def _voted(
    spans: dict[Reading, tuple[Span, ...]], gazetteer: Gazetteer, proposed: dict[str, Company]
) -> dict[Reading, tuple[Span, ...]]:
    """Add the names that a whole text speaks of as companies, and all mentions of proposed ones."""
    if not any(reading.side == "en" for reading in spans):
        return spans
    out = dict(spans)
    for reading, found in votes_en.places(spans).items():
        new: list[Span] = []
        for start, end in found:
            form = reading.text[start:end]
            id_ = ids.same(form, gazetteer) or _propose(form, proposed, ())
            if id_:
                new.append(Span(start, end, "company", (id_,)))
        out[reading] = (
            introduced.added(reading, longest([*out[reading], *new]), proposed)
            if new
            else out[reading]
        )
    return repeats_en.added(out, proposed)


def _propose(form: str, proposed: dict[str, Company], inside: Iterable[Span]) -> str | None:
    never = words("never_en")
    if form in never or form.split(" ", 1)[0] in never or any(s.kind == "person" for s in inside):
        return None
    if any(span.kind != "company" and span.end - span.start == len(form) for span in inside):
        return None
    id_, company = ids.propose(form)
    proposed.setdefault(id_, company)
    return id_


def _chosen(
    span: Span, reading: Reading, sure: set[str], companies: Mapping[str, Company]
) -> tuple[str, ...]:
    """Of the companies that bear a name, the one it is the name of, else one named elsewhere.

    All of them, if it is one word for them all.
    """
    if len(span.ids) == 1:
        return span.ids
    form = reading.plain[span.start : span.end].casefold()
    if collective(form, [companies[id_] for id_ in span.ids]):
        return span.ids
    for id_ in span.ids:
        name = companies[id_].name
        if form in (name.en.casefold(), name.zh.casefold()):
            return (id_,)
    return (next((id_ for id_ in span.ids if id_ in sure), span.ids[0]),)


def _forms(found: dict[Reading, list[Named]]) -> dict[str, set[str]]:
    """The forms under which each company is named, in simplified characters."""
    forms: dict[str, set[str]] = {}
    for reading, names in found.items():
        for one in names:
            forms.setdefault(one.id, set()).add(reading.plain[one.start : one.end])
    return forms


def _widened(reading: Reading, named: Named) -> Named:
    """With the legal form that follows: “Dongfeng Motor Corporation”, 腾讯公司."""
    match = _legal(reading.text[named.end - 1].isascii()).match(reading.plain, named.end)
    return Named(named.start, match.end(), named.id) if match else named


@cache
def _legal(latin: bool) -> re.Pattern[str]:
    forms = data("company_shapes")["legal" if latin else "legal_after_zh"]
    ends = alternatives(forms)
    return re.compile(rf",? (?:{ends}){END}" if latin else rf"(?:{ends})")


def _tickers(reading: Reading, names: list[Named], gazetteer: Gazetteer) -> Iterator[Named]:
    """Tickers belong to the name before their bracket, else to the company the registry says."""
    for start, end, key in tickers.find(reading.text):
        opened = max(reading.text.rfind("(", 0, start), reading.text.rfind("（", 0, start))
        near = [one for one in names if opened - 2 < one.end <= start and opened >= 0]
        closed = any(char in reading.text[opened:start] for char in ")）。\n")
        owner = near[-1].id if near and not closed else gazetteer.tickers.get(key)
        if owner:
            yield Named(start, end, owner)
