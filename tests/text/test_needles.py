"""A pattern is only tried on lines that have one of the words it needs, and none is missed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.text.needles import Index, needles
from diglot.text.parts import group_of
from diglot.text.patterns import groups
from diglot.yamlfile import data

ROWS = [(group["reason"], row) for group in data("chrome") for row in group["patterns"]]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("skip to (?:main )?content", {"skip to "}),
        ("home|news(?:room)?|a+b", {"home", "news", "a"}),
        (".{0,40}(?:左起|右起)", {"左起", "右起"}),
        ("[上下]一?篇[:：].*", {"篇"}),
        ("(?i:Share)?", {""}),
        (r"\d+", {""}),
        ("x*", {""}),
    ],
)
def test_the_needles_of_a_pattern_are_words_a_match_has_one_of(
    pattern: str, words: set[str]
) -> None:
    found = needles(pattern) or {""}
    assert found == words


@pytest.mark.parametrize(("reason", "row"), ROWS, ids=lambda v: str(v)[:40])
def test_a_pattern_of_chrome_is_tried_on_its_example(reason: str, row: dict[str, str]) -> None:
    assert Index([row["pattern"]]).candidates(row["example"]) == [0]
    group = group_of(row["example"])
    assert group is not None
    assert reason in [g.reason for g in groups()]


PATTERNS = ("ab+c?", "(?:ab|cd)e", "[ab]c", "a(?=b)", "d?", "(?:a|b?)c", "cab|d{2,}", "[^a]b")


@given(st.text(alphabet="abcdeABx", max_size=8))
def test_no_pattern_that_matches_is_left_out(text: str) -> None:
    tried = Index(PATTERNS).candidates(text)
    for place, pattern in enumerate(PATTERNS):
        if re.fullmatch(pattern, text, re.IGNORECASE):
            assert place in tried
