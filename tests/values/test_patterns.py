"""Regular expressions made from the lists of data files."""

from __future__ import annotations

import re

import pytest

from diglot import patterns
from diglot.yamlfile import data


def test_alternatives_do_not_reach_into_each_other() -> None:
    expression = re.compile(patterns.either(["a|b", "cd"]))
    assert [bool(expression.fullmatch(text)) for text in ("a", "b", "cd", "bd")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They will sign.", "will"),
        ("The willow signs.", None),
        ("双方将签约。", "将"),
        ("A C++ shop", "C++"),
        ("Do it ASAP.", None),
    ],
)
def test_words_are_whole_where_a_script_parts_words(text: str, found: str | None) -> None:
    match = re.search(patterns.words(["will", "sign", "将", "C++", "SAP"]), text)
    assert (match[0] if match else None) == found


def test_the_longest_of_words_that_begin_alike_is_found() -> None:
    match = re.search(patterns.words(["签", "签订", "签订合同"]), "双方签订合同")
    assert match
    assert match[0] == "签订合同"


def test_what_stands_at_a_path_is_compiled_once() -> None:
    path = ("dates", "cues", "future", "en")
    assert patterns.listed(*path) == data("dates")["cues"]["future"]["en"]
    assert patterns.any_word(*path) is patterns.any_word(*path)


def test_a_list_of_patterns_gives_one_expression() -> None:
    expression = patterns.pattern("company_shapes", "tickers")
    for row in data("company_shapes")["tickers"]:
        assert expression.search(row["example"])
