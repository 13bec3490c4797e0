"""What changed between two versions of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diglot.translation.changes import changes

TEXT = st.text("ab 东风，。12", max_size=30)


@given(TEXT, TEXT)
def test_both_versions_can_be_read_off_the_changes(old: str, new: str) -> None:
    found = changes(old, new)
    assert "".join(c.text for c in found if c.kind != "added") == old
    assert "".join(c.text for c in found if c.kind != "removed") == new
    assert all(c.text for c in found)


def test_words_are_replaced_whole_and_chinese_by_the_character() -> None:
    assert [(c.kind, c.text) for c in changes("sells 9,000 cars", "sells 9,000 vans")] == [
        ("same", "sells 9,000 "),
        ("removed", "cars"),
        ("added", "vans"),
    ]
    assert [(c.kind, c.text) for c in changes("签署战略合作协议", "签署全面合作协议")] == [
        ("same", "签署"),
        ("removed", "战略"),
        ("added", "全面"),
        ("same", "合作协议"),
    ]


def test_changes_a_word_apart_read_as_one() -> None:
    found = changes("on 3 May 2024 they met", "on 4 June 2025 they met")
    assert [c.kind for c in found] == ["same", "removed", "added", "same"]
