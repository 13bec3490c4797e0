"""Sentences end where they end, and not at an abbreviation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.languages import Lang
from diglot.text.segment import sentences
from tests.text.cases import cases


@pytest.mark.parametrize(("title", "text", "expected"), cases("segment"), ids=lambda v: v[:30])
def test_sentences_are_those_of_the_fixture(title: str, text: str, expected: str) -> None:
    lang: Lang = "en" if title.startswith("en") else "zh-Hans"
    assert "\n".join(text[a:b] for a, b in sentences(text, lang)) == expected


@given(st.text(alphabet='a.B 。！“”（）(\n"5', max_size=60), st.sampled_from(["en", "zh-Hans"]))
def test_spans_are_in_order_and_leave_out_only_white_space(text: str, lang: Lang) -> None:
    spans = sentences(text, lang)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(char.isspace() for i, char in enumerate(text) if i not in covered)
