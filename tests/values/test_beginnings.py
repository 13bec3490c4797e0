"""An expression that says with what its matches begin finds the same ones."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.beginnings import quickened

PATTERNS = (
    r"\b(?:ab|[cd]a)",
    r"(?:a|b?)c|\.d",
    r"(?<!a)b+(?P<x>c)?|(?P<y>d)",
    r"(?:(?:a|(?=b))b|$)",
    r"a*(?:b|c)*[.\]]|(?>d|\s)a",
    r"(?i:a)b|(?:ſ|c)",
    r"(?P<x>a)?(?:(?P=x)b|cd)",
    r"(?:[^a]|\d)b|[a-d]d",
    r"(?!a)(?:[A-D]|\]|\^)c?|\sd",
)


@pytest.mark.parametrize(
    ("source", "first"),
    [
        (r"\b(?:will|would) (?:buy|sell)", "w"),
        (r"(?:将|已)?签|[与和]某", "与和将已签"),
        (r"(?<!\d)[1-3]\.", "123"),
        (r"(?:\s*|x)\.", r"\.\sx"),
    ],
)
def test_what_its_matches_begin_with_stands_before_an_expression(source: str, first: str) -> None:
    assert quickened(source) == f"(?=[{first}])(?:{source})"


def test_what_begins_with_small_letters_or_capitals_is_found_by_both() -> None:
    assert quickened(r"\b(?:(?i:a)b|c)") == r"(?=(?i:[ac]))(?:\b(?:(?i:a)b|c))"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "ab|cd",
        "[ab]c",
        "(a)b",
        "a?",
        r"\b.b",
        "(?:[a-z]|1)x",
        r"\b\wx",
        "(?:[^a]|b)c",
        r"(?i)\ba",
    ],
)
def test_an_expression_stays_that_is_found_fast_or_begins_with_anything(source: str) -> None:
    assert quickened(source) == source


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("source", PATTERNS)
@given(st.text(alphabet="abcdABCDſK1.]^ \n", max_size=9))
def test_the_matches_and_their_groups_are_the_same(source: str, flags: int, text: str) -> None:
    plain, quick = (re.compile(one, flags) for one in (source, quickened(source, flags)))
    assert [(one.span(), one.groupdict()) for one in quick.finditer(text)] == [
        (one.span(), one.groupdict()) for one in plain.finditer(text)
    ]
