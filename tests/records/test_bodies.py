"""Bodies as blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot import markdown
from diglot.records import bodies
from diglot.records.state import UNTRANSLATED
from diglot.text.document import Block

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)


@given(TEXT, st.sampled_from(["heading", "paragraph"]))
def test_the_rendered_text_of_a_block_is_its_text(text: str, kind: str) -> None:
    text = markdown.collapse(text)
    nodes = markdown.parse(bodies.of_block(Block(kind, text, 0)))  # type: ignore[arg-type]
    assert [node.plain for node in nodes] == ([text] if text or kind == "heading" else [])
    assert all(node.kind == kind for node in nodes)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("# H\nOne\nline.\n\n\n- a\n\n- b", ["# H", "One\nline.", "- a\n\n- b"]),
        ("See [x].\n\n[x]: http://x.y\n\nTwo.", ["See [x].\n\n[x]: http://x.y", "Two."]),
        ("```\na\n\nb\n```\n\n---", ["```\na\n\nb\n```", "---"]),
        ("Same.\n\nSame.", ["Same.", "Same."]),
    ],
)
def test_a_body_is_split_at_its_top_level_nodes(body: str, expected: list[str]) -> None:
    assert bodies.split(body) == expected


@given(st.text("ab\n #-*>`1.[]: ", max_size=40))
def test_splitting_loses_no_character(body: str) -> None:
    assert "".join("".join(bodies.split(body)).split()) == "".join(body.split())


@pytest.mark.parametrize(
    ("old", "new", "twin", "expected"),
    [
        ("ab", "ab", "甲乙", "甲乙"),
        ("ab", "axb", "甲乙", "甲?乙"),
        ("ab", "xyb", "甲乙", "甲?乙"),
        ("abc", "ac", "甲?丙", "甲丙"),
        ("abc", "ac", "甲乙丙", "甲乙丙"),
        ("abc", "ac", "甲乙", "甲乙"),
    ],
)
def test_the_translation_follows_its_original(old: str, new: str, twin: str, expected: str) -> None:
    def blocks(text: str) -> list[str]:
        return [UNTRANSLATED if char == "?" else char for char in text]

    assert bodies.follow(list(old), list(new), blocks(twin)) == blocks(expected)
