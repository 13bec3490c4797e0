"""What is looked for before a pattern is tried: it must never rule out a match."""

from __future__ import annotations

import re

import pytest

from diglot.facts import hints, likely
from diglot.facts.reading import Reading, read_line
from diglot.patterns import listed
from diglot.yamlfile import data


def _in_a_text(words: str) -> tuple[Reading, int, int]:
    text = f"Foo. {words} bar."
    return read_line(text, "en"), 5, 5 + len(words)


@pytest.mark.parametrize("path", likely._LISTS, ids="-".join)
def test_a_list_may_match_where_its_words_and_examples_stand(path: likely.Path) -> None:
    for row in listed(*path):
        words = row.strip() if isinstance(row, str) else row["example"]
        reading, start, end = _in_a_text(words)
        assert likely.may(reading, start, end, path)


@pytest.mark.parametrize("path", likely._LISTS, ids="-".join)
def test_a_list_does_not_match_where_nothing_of_it_stands(path: likely.Path) -> None:
    reading, start, end = _in_a_text("xyz")
    assert not likely.may(reading, start, end, path)


def test_words_outside_a_stretch_do_not_count() -> None:
    reading = read_line("It will come, it has come.", "en")
    assert likely.may(reading, 0, 12, ("deals", "future"))
    assert not likely.may(reading, 12, len(reading.text), ("deals", "future"))


def test_a_letter_whose_small_form_is_longer_moves_no_place() -> None:
    reading = read_line("İİİ It will come.", "en")
    assert likely.may(reading, 4, 11, ("deals", "future"))
    assert not likely.may(reading, 11, len(reading.text), ("deals", "future"))


@pytest.mark.parametrize("path", sorted(hints._sources(), key=str), ids=str)
def test_a_line_that_a_pattern_matches_may_have_it(path: tuple[str | int, ...]) -> None:
    source = hints._sources()[path]
    found = [line for line in _lines() if re.search(source, line)]
    assert all(hints.may(line, *path) for line in found)


def test_a_line_without_any_of_its_words_does_not_have_a_pattern() -> None:
    assert not hints.may("xyz", "triggers", "desks")


def _lines() -> list[str]:
    table = data("bylines")
    rows = (row for value in table.values() if isinstance(value, list) for row in value)
    named = (group for group in table.values() if isinstance(group, dict))
    return [
        *(row["example"] for row in rows if isinstance(row, dict)),
        *(text for group in named for text in group.values()),
    ]
