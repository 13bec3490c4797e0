"""Chinese names of people by their shape: office and name, name and verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diglot.facts.reading import Reading
from diglot.yamlfile import data

HAN = r"\u3400-\u9fff"
Hit = tuple[int, int, tuple[int, int] | None]


@cache
def _any(key: str) -> str:
    return "|".join(re.escape(word) for word in sorted(data("roles")[key], key=len, reverse=True))


@cache
def _name() -> str:
    """Family name and one or two characters, or a transliterated name with a dot."""
    roles = data("roles")
    double = "|".join(roles["surnames_double"].split())
    single = "".join(roles["surnames"])
    own = rf"(?:(?:{double})[{HAN}]{{1,2}}|[{single}][{HAN}]{{1,2}})"
    foreign = rf"[{HAN}]{{1,6}}·(?:[{HAN}]{{1,8}}·)?[{HAN}]{{1,8}}?"
    return rf"(?:{foreign}|{own})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    role = rf"(?P<role>(?:(?:{_any('roles_zh')})(?:兼任?|、|暨|及|/)?)+)"
    end = rf"(?=[，。、；：！？（）“”《》\s]|{_any('after_zh')}|$)"
    latin = r"[A-Z][a-z]+(?: [A-Z][a-zA-Z-]+){1,2}"
    office = rf"(?:{_any('roles_zh')})"
    return (
        re.compile(rf"{role}(?:是|为|，)?(?P<name>{_name()}){end}"),
        re.compile(rf"(?P<role>{office})(?P<name>{latin}){end}"),
        re.compile(rf"(?P<role>{office})(?P<name>[{HAN}]{{3}})(?=[与和、]|表示|出席|介绍|代表|称)"),
        re.compile(
            rf"(?:(?<=[，。、；：由])|^)(?P<name>(?!由)[{HAN}]{{2,4}}?)(?:{_any('takes_zh')})"
            rf"(?P<role>[{HAN}A-Za-z]{{0,10}}?{office})"
        ),
        re.compile(
            rf"(?:(?<=[，。、；：\n”])|^)(?P<name>{_name()})"
            rf"(?=(?:在[^，。]{{1,14}})?(?:{_any('says_zh')})[，：“])"
        ),
    )


def find(reading: Reading) -> Iterator[Hit]:
    """Names with their offices; of overlapping ones the first rule's."""
    taken: set[int] = set()
    for pattern in _patterns():
        for match in pattern.finditer(reading.plain):
            start, end = match.span("name")
            end = _cut(reading.plain, start, end)
            if not _likely(reading.plain[start:end]) or taken.intersection(range(start, end)):
                continue
            taken.update(range(start, end))
            role = match.span("role") if "role" in pattern.groupindex else None
            yield start, end, role


def _cut(text: str, start: int, end: int) -> int:
    """Leave out a last character that begins the verb (李斌曾 is 李斌)."""
    rest = text[start + 2 : start + 6]
    words = tuple(
        word for word in data("roles")["after_zh"] if len(word) > 1 or word in "曾也任对与和称说"
    )
    if end - start == 3 and "·" not in text[start:end] and rest.startswith(words):
        return start + 2
    return end


def _likely(name: str) -> bool:
    roles = data("roles")
    bad = any(word in name for word in roles["not_zh"]) or bool(re.search(_any("roles_zh"), name))
    return not bad and not re.search(r"[的了在与和、]", name) and len(name) > 1
