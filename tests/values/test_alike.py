"""Words that differ by one slip, against the distance a library measures."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from diglot.alike import one_slip

WORDS = st.text("abc", max_size=6)


@given(WORDS, WORDS)
def test_one_slip_is_a_distance_of_one(one: str, other: str) -> None:
    assert one_slip(one, other) == (OSA.distance(one, other) == 1)


@given(WORDS, st.integers(0, 5), st.sampled_from("abc"))
def test_a_letter_put_in_or_left_out_is_a_slip(word: str, at: int, letter: str) -> None:
    longer = word[:at] + letter + word[at:]
    assert one_slip(word, longer)
    assert one_slip(longer, word)
