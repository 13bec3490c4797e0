"""A translation follows its original, block by block, and no person's sentence gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.records.following import follow
from diglot.records.state import UNTRANSLATED, Unit

BLOCKS = st.lists(st.sampled_from("abcdef"), max_size=6)


def blocks(text: str) -> list[str]:
    return [UNTRANSLATED if char == "?" else char for char in text]


@pytest.mark.parametrize(
    ("old", "new", "twin", "expected"),
    [
        ("ab", "ab", "甲乙", "甲乙"),
        ("ab", "axb", "甲乙", "甲?乙"),
        ("ab", "xyb", "甲乙", "甲?乙"),
        ("abc", "ac", "甲?丙", "甲丙"),
        ("abc", "ac", "甲乙丙", "甲丙"),
        ("ab", "ba", "甲乙", "乙甲"),
        ("abc", "cxab", "甲乙丙", "丙?甲乙"),
        ("ab", "", "甲乙", ""),
        ("", "ab", "", "??"),
    ],
)
def test_a_moved_block_takes_its_translation_along(
    old: str, new: str, twin: str, expected: str
) -> None:
    found, _ = follow(list(old), list(new), blocks(twin), (), "Li")
    assert found == blocks(expected)


@st.composite
def translated(draw: st.DrawFn) -> tuple[list[str], list[str], list[Unit]]:
    """Blocks, their translations, and units for some of them, edited since or not."""
    old = draw(BLOCKS)
    numbered = [f"{char}。{i}" for i, char in enumerate(old)]
    twin = [draw(st.sampled_from([text, UNTRANSLATED])) for text in numbered]
    made = [Unit(source=a, target=b) for a, b in zip(old, numbered, strict=True)]
    return old, twin, [unit for unit in made if draw(st.booleans())]


@given(translated(), BLOCKS)
def test_no_sentence_is_lost_and_each_block_has_its_place(
    given_: tuple[list[str], list[str], list[Unit]], new: list[str]
) -> None:
    old, twin, units = given_
    found, after = follow(old, new, twin, units, "Li")
    assert len(found) == len(new)
    assert set(twin) - {UNTRANSLATED} <= {*found, *(unit.target for unit in after)}
    assert [unit for unit in after if unit in units] == units
    for place, block in enumerate(new):
        if old.count(block) == new.count(block) == 1:
            assert found[place] == twin[old.index(block)]


def test_a_translation_that_leaves_the_body_is_kept_beside_its_neighbours() -> None:
    units = [Unit(source=a, target=b) for a, b in zip("abc", "甲乙丙", strict=True)]
    _, after = follow(list("abc"), list("ac"), ["甲", "乙二", "丙"], units, "Li")
    assert [unit.target for unit in after] == ["甲", "乙", "乙二", "丙"]
    assert after[2] == Unit(source="b", target="乙二", by="Li")
