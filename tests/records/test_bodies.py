"""Bodies as blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot import markdown
from diglot.records import bodies
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
