"""Quotations that stand as evidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diglot.facts.evidence import quote


def test_words_that_are_unique_are_quoted_as_they_are() -> None:
    assert quote("双方于2019年签约。", 3, 8) == "2019年"


def test_words_that_stand_twice_grow_to_their_clause_or_sentence() -> None:
    text = "In 2019, they met. By 2019, they were one."
    assert quote(text, 22, 26) == "By 2019"
    assert quote("2019年签约，2019年上市。", 8, 13) == "2019年上市"


def test_a_quotation_does_not_break_a_name_at_its_legal_form_or_initials() -> None:
    text = "Foo Co., Ltd.'s car arm signed. Bar Inc. of the U.S. signed too. Foo signed."
    assert quote(text, 24, 30) == "Foo Co., Ltd.'s car arm signed"
    assert quote(text, 53, 59) == "Bar Inc. of the U.S. signed too"


def test_a_quotation_ends_at_a_legal_form_that_ends_its_sentence() -> None:
    text = "It met Foo Ltd. Then it met Bar."
    assert quote(text, 3, 6) == "It met Foo Ltd"


def test_a_quotation_never_leaves_its_block() -> None:
    text = "2019年\n\n2019年"
    assert quote(text, 0, 5) == "2019年"


@given(st.text("ab 年月,\n", min_size=1, max_size=30), st.data())
def test_a_quotation_holds_the_words_and_is_unique_unless_it_is_its_whole_block(
    text: str, data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from([part for part in text.split("\n") if part] or ["a"]))
    start = text.find(line) if line in text else 0
    low = data.draw(st.integers(0, len(line) - 1))
    high = data.draw(st.integers(low + 1, len(line)))
    quoted = quote(text, start + low, start + high)
    assert line[low:high].strip() in quoted or line not in text
    assert text.count(quoted) == 1 or "\n" not in quoted
