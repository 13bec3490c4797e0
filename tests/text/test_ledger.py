"""The ledger gives every text back as it was, and every character its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.text.ledger import Edit, Traced

TEXT = st.text(alphabet="ab 东，\n。", max_size=40)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Traced, list[tuple[str, Edit]]]:
    text = draw(TEXT)
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(bounds[::2], bounds[1::2], strict=False))
    edits = [
        (draw(st.sampled_from("xyz")), Edit(a, text[a:b], draw(st.text(alphabet="cd", max_size=3))))
        for a, b in pairs
    ]
    return Traced(text), edits


@given(edited())
def test_undoing_every_step_gives_the_raw_text(case: tuple[Traced, list[tuple[str, Edit]]]) -> None:
    traced, edits = case
    assert traced.apply_all(edits).raw() == traced.text


@given(edited())
def test_edits_of_several_rules_give_what_they_give_in_one(
    case: tuple[Traced, list[tuple[str, Edit]]],
) -> None:
    traced, edits = case
    assert traced.apply_all(edits).text == traced.apply("all", [e for _, e in edits]).text


@given(edited())
def test_a_character_no_edit_wrote_comes_from_itself(
    case: tuple[Traced, list[tuple[str, Edit]]],
) -> None:
    done = case[0].apply_all(case[1])
    raw = done.raw()
    for at, char in enumerate(done.text):
        origin = done.origin(at)
        assert 0 <= origin <= len(raw)
        assert char in "cd" or raw[origin] == char


@given(edited())
def test_origins_never_go_backwards(case: tuple[Traced, list[tuple[str, Edit]]]) -> None:
    done = case[0].apply_all(case[1])
    origins = [done.origin(at) for at in range(len(done.text))]
    assert origins == sorted(origins)


def test_an_edit_that_does_not_find_its_words_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Traced("abc").apply("rule", [Edit(0, "x", "y")])


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Traced("abc").apply("rule", [Edit(0, "ab", ""), Edit(1, "bc", "")])
