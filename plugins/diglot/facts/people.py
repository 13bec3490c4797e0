"""People a text names, with office and company."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from diglot.facts import people_en, people_words, people_zh
from diglot.facts.companies import Companies
from diglot.facts.cover import beginning, cover, covers, overlapping
from diglot.facts.evidence import quote
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.reading import Reading
from diglot.model import Person
from diglot.patterns import any_word
from diglot.yamlfile import data

_BEFORE: Final = 120
"""Characters before an office in which the company begins that stands right before it, …"""
_GAP: Final = 16
"""… and fewer than so many between the two."""
_SHORTEST: Final = 4
"""Characters up to which words that end like a company's name are but such an ending."""
_PAIR: Final = 30
"""Characters one who leads a company may stand behind that word: a second founder, behind “and”."""
_OF: Final = re.compile(r"(?: \([^()]{2,40}\))? (?:of|at|for|from) (?P<tail>[^.;,]{0,40})")
"""What follows a name or an office, and names the company it is of."""
_BETWEEN: Final = re.compile(r"(?!.*\b(?:and|or|with)\b)的?(?:[^\W的是]| )*")
"""What stands between a company and an office at it: no verb."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A person at a place: the name, and the words of office if they stand next to it."""

    start: int
    end: int
    role: tuple[int, int] | None


def find(
    reading: Reading, companies: Companies, gazetteer: Gazetteer
) -> tuple[tuple[Person, tuple[int, int]], ...]:
    """People in order of appearance, each with the place of the name."""
    out: dict[str, tuple[Person, tuple[int, int]]] = {}
    for one in _places(reading, companies):
        name = reading.text[one.start : one.end]
        if name in out and out[name][0].role:
            continue
        id_ = _id(reading, one, companies)
        start, end = (
            min(one.start, *(one.role or (one.start,))),
            max(one.end, *(one.role or (one.end,))),
        )
        org = _org(reading, one, companies) or _usual(id_, companies, gazetteer)
        person = Person(
            id=id_ if _same_org(id_, org, companies, gazetteer) else None,
            name=name,
            role=reading.text[slice(*one.role)] if one.role else None,
            org=org,
            evidence=(quote(reading.text, start, end),),
        )
        out[name] = (person, (one.start, one.end))
    return tuple(sorted(out.values(), key=lambda pair: pair[1]))


def _places(reading: Reading, companies: Companies) -> list[Found]:
    """Names by shape, and those of the glossary that no shape has found."""
    taken = tuple((one.start, one.end) for one in companies.body)
    other = tuple((s.start, s.end) for s in companies.spans if s.kind in ("place", "publisher"))
    rules = people_en if reading.side == "en" else people_zh
    mask = cover([*taken, *other])
    free = [
        Found(start, end, role)
        for start, end, role in rules.find(reading)
        if not covers(mask, start, end)
        or not (
            any(not start < a < b <= end for a, b in overlapping(taken, start, end))
            or any(not _inside(a, b, start, end, role) for a, b in overlapping(other, start, end))
        )
    ]
    free = [_with_company(reading, one, companies) for one in free]
    told = {reading.text[one.start : one.end] for one in free if one.role}
    known = [
        _known(reading, s.start, s.end, companies, told)
        for s in companies.spans
        if s.kind == "person"
    ]
    ends = {one.end for one in (*free, *known)}
    known = [one for one in known if not _again(reading, one, ends)]
    named = cover([(one.start, one.end) for one in free])
    fresh = [one for one in known if not covers(named, one.start, one.end)]
    return sorted([*free, *fresh])


def _known(reading: Reading, start: int, end: int, companies: Companies, told: set[str]) -> Found:
    """A name of the glossary, with the office before it where no shape has told one."""
    sought = reading.side == "zh" and reading.text[start:end] not in told
    role = people_zh.before(reading, start) if sought else None
    return _with_company(reading, Found(start, end, role), companies)


def _inside(a: int, b: int, start: int, end: int, role: tuple[int, int] | None) -> bool:
    """Whether a place is but a part of a name (Austin Russell), or its like (总裁阿曼)."""
    return start <= a < b <= end and (b - a < end - start or role is not None)


def _again(reading: Reading, one: Found, ends: set[int]) -> bool:
    """Whether a name only stands in brackets behind another one: 刘扬伟（Young Liu）."""
    before = reading.plain[max(0, one.start - 2) : one.start]
    opened = re.search(r"\s?[(（\[【]$", before)
    return bool(opened) and one.start - len(opened[0] if opened else "") in ends


def _with_company(reading: Reading, one: Found, companies: Companies) -> Found:
    """In Chinese an office begins with the company right before it: 腾讯公司副总裁."""
    if reading.side == "en" or not one.role or one.role[0] > one.start:
        return one
    for named in reversed(beginning(companies.body, one.role[0] - _BEFORE, one.role[0])):
        between = reading.plain[named.end : one.role[0]]
        near = len(between) < _GAP and _BETWEEN.fullmatch(between)
        if near and not people_zh.names_office(between):
            return Found(one.start, one.end, (named.start, one.role[1]))
    return one


def _id(reading: Reading, one: Found, companies: Companies) -> str | None:
    return next(
        (s.ids[0] for s in companies.spans if s.kind == "person" and s.start == one.start), None
    )


def _usual(id_: str | None, companies: Companies, gazetteer: Gazetteer) -> str | None:
    """The company the glossary knows a person for, where the text names it."""
    org = gazetteer.registry.people[id_].org if id_ else None
    return org if org in companies.known else None


def _same_org(id_: str | None, org: str | None, companies: Companies, gazetteer: Gazetteer) -> bool:
    """Whether a known person may be meant: a namesake speaks for a company of his own."""
    usual = gazetteer.registry.people[id_].org if id_ else None
    return None in (usual, org) or usual in companies.known


def _org(reading: Reading, one: Found, companies: Companies) -> str | None:
    """The company next to the office: inside it, before it, or the last named in the sentence."""
    sentence = reading.sentences[reading.sentence_at(one.start)]
    low, high = one.role or (one.start, one.end)
    behind = high + 3 * (one.role is not None or reading.side == "en")
    inside = [c.id for c in beginning(companies.body, low, behind) if c.end <= high + 40]
    if inside:
        return inside[0]
    if one.role and any_word("roles", "public").search(reading.plain, *one.role):
        return None
    if reading.side == "zh" and _elsewhere(reading.plain, sentence.start, low):
        return None
    if of := _OF.match(reading.text, max(high, one.end), sentence.end):
        said = any_word("roles", "says_en").search(reading.text, *of.span("tail"))
        own = beginning(companies.body, of.start("tail"), said.start() if said else of.end())
        if own:
            return own[0].id
    before = beginning(companies.body, sentence.start, high)
    near = before and (_held(reading, one) or _beside(reading, before[-1].end, low))
    return None if not near or _of_another(reading, before[-1].end, low) else before[-1].id


def _held(reading: Reading, one: Found) -> bool:
    """Whether an office is one within a company: no analyst’s or professor’s."""
    if not one.role:
        return False
    return not any_word("roles", "detached").search(reading.plain[slice(*one.role)].lower())


def _of_another(reading: Reading, end: int, office: int) -> bool:
    """Whether words of a company that is not known stand between a known one and an office."""
    if reading.side == "en":
        return False
    last = re.split("[，、；：]", reading.plain[end:office])[-1] if end < office else ""
    return len(last) > _SHORTEST and last.endswith(tuple(data("company_shapes")["tails_zh"]))


def _elsewhere(plain: str, start: int, office: int) -> bool:
    """Whether right before an office stands a body that is no company: 清华大学教授."""
    return plain.endswith(tuple(data("roles")["others_zh"]), start, office)


def _beside(reading: Reading, end: int, start: int) -> bool:
    """Whether a name follows its company with no verb between, or that of who leads it."""
    led = people_words.led().search(reading.plain, end, start)
    near = start - end < _GAP and _BETWEEN.fullmatch(reading.plain, end, start)
    return bool(near or (led and start - led.end() < _PAIR))
