"""The linguistic data of facts: each pattern finds its own example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from diglot.yamlfile import data

FILES = ("company_shapes", "deals", "place_shapes", "theme_rules")


def _patterns(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if "pattern" in value:
            yield path, value
        for key, inner in value.items():
            yield from _patterns(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _patterns(inner, f"{path}.{index}")


@pytest.mark.parametrize(
    ("path", "entry"), [pair for name in FILES for pair in _patterns(data(name), name)]
)
def test_each_pattern_finds_its_example(path: str, entry: dict[str, Any]) -> None:
    assert re.search(entry["pattern"], entry["example"]), path


def test_each_pair_of_words_is_as_long_as_the_window_it_is_looked_for_in() -> None:
    for pair in data("company_shapes")["halves_zh"]:
        assert len(pair.replace(" ", "")) == 3, pair
        assert pair.strip().count(" ") == 1, pair


WORDS = (*FILES, "bylines", "company_votes", "roles", "titles", "words")


def _lists(value: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, f"{path}.{key}")
    elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        yield path, value
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _lists(inner, f"{path}.{index}")


@pytest.mark.parametrize(
    ("path", "words"), [pair for name in WORDS for pair in _lists(data(name), name)]
)
def test_each_list_has_a_word_but_once(path: str, words: list[str]) -> None:
    assert len(words) == len(set(words)), path
