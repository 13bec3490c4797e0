"""Rules are general: no pattern in data/ may have been taken from one article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from re import _parser as regex  # type: ignore[attr-defined]  # the only parser of patterns there is
from typing import Any, Final

import pytest

from diglot import yamlfile
from diglot.text.script import to_simplified
from tests.ground import KINDS, ROOT

DATA: Final = ROOT / "plugins" / "diglot" / "data"
THEMES: Final = ROOT / "content" / "themes"
EVAL: Final = ROOT / "tests" / "eval"
TEXTS: Final = (ROOT / "seeds", EVAL / "dev", EVAL / "nasty")

WRITTEN: Final = {"brief.yml", "prompt.yml"}
"""What is written only, and never looked for in a text."""

HAN_AT_MOST: Final = 6
WORDS_AT_MOST: Final = 4
NOT_PATTERNS: Final = {"example", "value", "before", "name", "description", "reason", "rule"}
"""Keys whose texts match nothing: they explain a pattern or name a thing."""
ANYTHING: Final = "\0"
"""Stands between literal runs of a pattern where the text may say anything."""
READINGS_AT_MOST: Final = 2000


def files() -> list[Path]:
    found = sorted([*DATA.glob("*.yml"), *THEMES.glob("*.yml"), KINDS])
    return [path for path in found if path.name not in WRITTEN]


@cache
def texts() -> tuple[str, ...]:
    """All texts to tune on, in simplified characters, lower case, without line breaks."""
    found = (path for folder in TEXTS for path in sorted(folder.glob("*.txt")))
    return tuple(normal(decoded(path.read_bytes())) for path in found)


def decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def normal(text: str) -> str:
    return " ".join(to_simplified(text).casefold().split())


def leaves(value: Any) -> Iterator[str]:
    """Keys and texts of a YAML file that may be matched against an article."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            if key not in NOT_PATTERNS:
                yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif isinstance(value, str):
        yield value


def runs(pattern: str) -> set[str]:
    """The literal stretches a pattern asks for, one set for all its alternatives."""
    bare = re.sub(r"\{[A-Za-z_]+\}", ".", pattern)
    try:
        readings = _sequence(regex.parse(bare))
    except re.error:
        readings = {bare}
    return {run.strip() for reading in readings for run in reading.split(ANYTHING) if run.strip()}


def _sequence(nodes: Iterable[Any]) -> set[str]:
    """What a sequence of nodes may read as; too many readings are kept apart as their parts."""
    readings, apart = {""}, set[str]()
    for node in nodes:
        own = _node(node)
        if len(readings) * len(own) > READINGS_AT_MOST:
            apart |= readings | own
            readings = {ANYTHING}
        else:
            readings = {a + b for a, b in product(readings, own)}
    return readings | apart


def _node(node: Any) -> set[str]:
    op, value = str(node[0]), node[1]
    readings = _READINGS.get(op)
    return {ANYTHING} if readings is None else readings(value)


def _class(items: list[Any]) -> set[str]:
    return {chr(value) for _, value in items} if _few(items) else {ANYTHING}


def _few(items: list[Any]) -> bool:
    """Whether a class such as [日号] is just a short way to write alternatives."""
    return len(items) <= 4 and all(str(op) == "LITERAL" for op, _ in items)


def _repeat(least: int, most: Any, inner: Iterable[Any]) -> set[str]:
    once = _sequence(inner)
    if most == 1:
        return once if least else {"", *once}
    return {ANYTHING + reading + ANYTHING for reading in once}


def _look(value: Any) -> set[str]:
    return {ANYTHING + reading + ANYTHING for reading in _sequence(value[1])}


_READINGS: Final[dict[str, Callable[[Any], set[str]]]] = {
    "LITERAL": lambda value: {chr(value)},
    "IN": _class,
    "BRANCH": lambda value: set().union(*map(_sequence, value[1])),
    "SUBPATTERN": lambda value: _sequence(value[3]),
    "ATOMIC_GROUP": _sequence,
    "ASSERT": _look,
    "ASSERT_NOT": _look,
    "MAX_REPEAT": lambda value: _repeat(*value),
    "MIN_REPEAT": lambda value: _repeat(*value),
    "POSSESSIVE_REPEAT": lambda value: _repeat(*value),
    "AT": lambda _: {""},
}
"""What each kind of node may read as; any other may read as anything."""


def is_long(run: str) -> bool:
    han = len(re.findall(r"[\u3400-\u9fff]", run))
    words = len(re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", run))
    return han > HAN_AT_MOST or words > WORDS_AT_MOST


def memorised(value: Any) -> list[str]:
    """Long literal stretches of a YAML value that occur in exactly one text."""
    long = {normal(run) for leaf in leaves(value) for run in runs(leaf) if is_long(run)}
    return sorted(run for run in long if sum(run in text for text in texts()) == 1)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_no_pattern_was_taken_from_one_article(path: Path) -> None:
    found = memorised(yamlfile.load(path.read_text("utf-8")))
    assert not found, "occurs in one text only; make it general: " + " | ".join(found)


def test_there_are_texts_patterns_and_themes_to_look_at() -> None:
    assert len(texts()) == len(set(texts())) == 75
    assert any(path.parent == DATA for path in files())
    assert any(path.parent == THEMES for path in files())


def once() -> str:
    """Ten Han characters that one text alone has."""
    han = re.compile(r"[\u4e00-\u9fff]{10}")
    for text in texts():
        for found in han.findall(text):
            if sum(found in other for other in texts()) == 1:
                return found
    raise AssertionError


@pytest.mark.parametrize(
    "disguise",
    ["{}", "(?:或者|{})", "x?{}", "(?P<name>{})", "(?<={})，", "(?!{})"],
)
def test_a_memorised_phrase_is_found_in_every_disguise(disguise: str) -> None:
    assert memorised({"patterns": [{"pattern": disguise.format(once()), "example": "无关"}]})


def test_a_phrase_parted_into_groups_is_still_one_phrase() -> None:
    words = once()
    parted = f"(?:{words[:3]})(?:{words[3:6]}|另外){words[6]}?{words[7:]}"
    assert memorised({"pattern": parted})


def test_short_words_and_phrases_of_many_articles_pass() -> None:
    assert memorised({"cues": [once()[:6], "战略合作"]}) == []
