"""Chinese names of people by their shape: office and name, name and verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diglot.facts.reading import Reading
from diglot.patterns import alternatives, compiled
from diglot.yamlfile import data

HAN = r"\u3400-\u9fff"
Hit = tuple[int, int, tuple[int, int] | None]
_ROOM = 24
"""Characters an office has at most."""


@cache
def _any(key: str) -> str:
    return alternatives(data("roles")[key])


@cache
def _name() -> str:
    """Family name and one or two characters, or a transliterated name with a dot."""
    roles = data("roles")
    double = "|".join(_doubles())
    single = "".join(roles["surnames"])
    own = rf"(?:(?:{double})[{HAN}]{{1,2}}|[{single}][{HAN}]{{1,2}})"
    foreign = rf"[{HAN}]{{1,6}}·(?:[{HAN}]{{1,8}}·)?[{HAN}]{{1,8}}?"
    return rf"(?:{foreign}|{own})"


@cache
def _office() -> str:
    """An office, or several held together."""
    office = rf"(?:{_any('roles_zh')})"
    # An office stands outside the repetition: `re` is quick to find what a pattern begins with.
    unit = rf"(?:[{HAN}]{{0,10}}(?:B[GU]|事业[部群]|业务|中心)\s?)"
    field = rf"(?:[{HAN}]{{2,4}}(?=CEO|总裁|总经理))"
    joint = rf"(?:(?:兼任?{field}?|、|暨|及|/){unit}?)?"
    return rf"(?P<role>{office}{joint}(?:{office}{joint})*)"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The patterns, and of each whether it begins with a name beside a mark (`_starts`)."""
    office = rf"(?:{_any('roles_zh')})"
    role = _office()
    end = rf"(?=[，。、；：！？（）()“”《》\s\d]|{_any('after_zh')}|$)"
    latin = rf"[A-Z][a-z]+(?: (?:{_any('particles_en')}))?(?: [A-Z][a-zA-Z-]+){{1,2}}"
    name, behind = rf"(?P<name>{_name()})", rf"(?P<role>[{HAN}A-Za-z]{{0,12}}?{office})"
    sources = (
        (rf"{role}(?:是|为|，|\s(?=[{HAN}·]{{2,8}}：))?{name}{end}", False),
        (rf"(?P<role>{office})由?(?P<name>[{HAN}·]{{2,6}})(?=\s?[（(][A-Z][a-z]+ [A-Z])", False),
        (rf"(?P<role>{office})\s?(?P<name>{latin})\s?{end}", False),
        (rf"(?P<role>{office})(?P<name>[{HAN}]{{2,4}}?)(?={_any('polite_zh')})", False),
        (rf"(?P<role>{office})(?P<name>[{HAN}]{{3}})(?=[与和、]|{_any('meets_zh')})", False),
        (rf"{name}[（(]{behind}[）)]", True),
        (rf"{name}，{behind}(?=[，。])", True),
        (rf"{name}(?={_any('polite_zh')})", True),
        (
            rf"(?:(?<=[，。、；：由])|^)(?P<name>(?!由)[{HAN}]{{2,4}}?)(?:{_any('takes_zh')})"
            rf"(?P<role>[{HAN}A-Za-z]{{0,10}}?{office})",
            False,
        ),
        (rf"(?<![与和]){name}(?=(?:在[^，。]{{1,14}})?(?:{_any('says_zh')})[，：“])", True),
    )
    return tuple((re.compile(source), named) for source, named in sources)


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(rf"(?<=[，。、；：\n”与和])(?={_name()})|^(?={_name()})")


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of all patterns; where names by themselves can stand is found but once."""
    starts = [match.start() for match in _starts().finditer(text)]
    for pattern, named in _patterns():
        if not named:
            yield from pattern.finditer(text)
            continue
        at = 0
        for start in starts:
            match = pattern.match(text, start) if start >= at else None
            if match:
                yield match
                at = match.end()


def find(reading: Reading) -> Iterator[Hit]:
    """Names with their offices; of overlapping ones the first rule's."""
    taken: set[int] = set()
    for match in _matches(reading.plain):
        start, end = match.span("name")
        end = _cut(reading.plain, start, end)
        if not _likely(reading.plain[start:end]) or taken.intersection(range(start, end)):
            continue
        taken.update(range(start, end))
        yield start, end, _role(match)


def before(reading: Reading, start: int) -> tuple[int, int] | None:
    """The place of the office right before a name that is known by itself."""
    match = _held().search(reading.plain, max(0, start - _ROOM), start)
    return _role(match) if match else None


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"{_office()}$")


def _role(match: re.Match[str]) -> tuple[int, int] | None:
    """The place of the office, with the public body right before it: 市委秘书长."""
    if "role" not in match.re.groupindex:
        return None
    start, end = match.span("role")
    body = _bodies().search(match.string, max(0, start - 4), start)
    return (body.start() if body else start), end


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('bodies_zh')})$")


def _cut(text: str, start: int, end: int) -> int:
    """Leave out a last character that begins the verb (李斌曾 is 李斌, 山田一郎说 山田一郎)."""
    double = text.startswith(_doubles(), start)
    whole = end - start != 3 + double or "·" in text[start:end]
    return end if whole or not text.startswith(_cuts(), end - 1) else end - 1


@cache
def _cuts() -> tuple[str, ...]:
    """What follows a name, as far as it has more than one character, and what only seems to."""
    roles = data("roles")
    return (*(word for word in roles["after_zh"] if len(word) > 1), *roles["cut_zh"])


@cache
def _doubles() -> tuple[str, ...]:
    return tuple(data("roles")["surnames_double"].split())


def names_office(text: str) -> bool:
    """Whether simplified words name an office."""
    return bool(compiled(_any("roles_zh")).search(text))


def _likely(name: str) -> bool:
    bad = compiled(_any("not_zh")).search(name) or names_office(name)
    return not bad and _never_in().isdisjoint(name) and len(name) > 1


@cache
def _never_in() -> frozenset[str]:
    return frozenset(data("roles")["never_in_zh"])
