"""The three-way merge never loses what an editor did."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diglot.records import merge

WORDS = st.text("abc", min_size=1, max_size=2)
BODY = st.lists(st.text("abcdefg", min_size=1, max_size=1), max_size=7)
DEAL = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["supply", "order"]),
        "parties": st.lists(st.sampled_from("xyz"), min_size=1, max_size=2, unique=True),
        "date": st.sampled_from([None, "2019", "2020"]),
    },
    optional={"evidence": st.lists(WORDS, min_size=1, max_size=2)},
)
COMPANY = st.fixed_dictionaries(
    {"id": st.sampled_from("pqrst")},
    optional={"central": st.just(True), "as": st.lists(WORDS, min_size=1, unique=True)},
)
COMPANIES = st.lists(COMPANY, max_size=5, unique_by=lambda item: item["id"])
RECORD = st.fixed_dictionaries(
    {"title": WORDS, "published": st.fixed_dictionaries({"date": st.sampled_from([None, "2019"])})},
    optional={
        "companies": COMPANIES.filter(bool),
        "deals": st.lists(DEAL, min_size=1, max_size=3),
        "notes": st.fixed_dictionaries({"zh": WORDS, "en": WORDS}),
    },
)


def ids(items: list[dict[str, Any]]) -> list[str]:
    return [item["id"] for item in items]


@given(RECORD, RECORD)
def test_a_refresh_without_a_new_extraction_changes_nothing(
    base: dict[str, Any], file: dict[str, Any]
) -> None:
    assert merge.fields(base, base, file) == file


@given(RECORD, RECORD)
def test_a_record_nobody_edited_follows_the_extraction(
    base: dict[str, Any], new: dict[str, Any]
) -> None:
    assert merge.fields(base, new, base) == new


@given(RECORD, RECORD, RECORD)
def test_merging_again_changes_nothing(
    base: dict[str, Any], new: dict[str, Any], file: dict[str, Any]
) -> None:
    once = merge.fields(base, new, file)
    assert merge.fields(new, new, once) == once


@given(RECORD, RECORD, RECORD)
def test_every_field_an_editor_changed_stays_as_the_editor_has_it(
    base: dict[str, Any], new: dict[str, Any], file: dict[str, Any]
) -> None:
    merged = merge.fields(base, new, file)
    for key in {*base, *file} - {"companies", "deals", "notes"}:
        if file.get(key) != base.get(key):
            assert merged.get(key) == file.get(key)
    for part in ("zh", "en"):
        theirs, was = file.get("notes", {}).get(part), base.get("notes", {}).get(part)
        if theirs != was:
            assert merged.get("notes", {}).get(part) == theirs


@given(COMPANIES, COMPANIES, COMPANIES)
def test_no_change_to_a_list_is_lost(
    base: list[dict[str, Any]], new: list[dict[str, Any]], file: list[dict[str, Any]]
) -> None:
    merged = merge.items("companies", base, new, file)
    was, is_ = ({item["id"]: item for item in items} for items in (base, merged))
    assert len(is_) == len(merged)
    for item in file:
        old = was.get(item["id"])
        if old is None:
            assert is_[item["id"]] == item, "an item the editor added"
        elif old != item:
            kept = is_[item["id"]]
            changed = [key for key in ("central",) if item.get(key) != old.get(key)]
            assert all(kept.get(key) == item.get(key) for key in changed)
            forms, before = item.get("as", []), old.get("as", [])
            assert {*forms} - {*before} <= {*kept.get("as", [])}
            assert not ({*before} - {*forms}) & {*kept.get("as", [])}
    assert not (set(was) - set(ids(file))) & set(is_), "an item the editor removed"


@given(COMPANIES, COMPANIES, st.randoms())
def test_the_order_an_editor_gave_stays(
    base: list[dict[str, Any]], new: list[dict[str, Any]], random: Any
) -> None:
    file = random.sample(base, len(base))
    assume(file != base)
    merged = ids(merge.items("companies", base, new, file))
    theirs = [key for key in ids(file) if key in merged]
    assert [key for key in merged if key in theirs] == theirs


@given(st.lists(DEAL, max_size=4), st.lists(DEAL, max_size=4), DEAL)
def test_a_deal_an_editor_added_stays(
    base: list[dict[str, Any]], new: list[dict[str, Any]], deal: dict[str, Any]
) -> None:
    added = {**deal, "evidence": ["the editor's own words"]}
    assert added in merge.items("deals", base, new, [*base, added])


def test_a_list_both_sides_took_half_of_stays_as_the_editor_has_it() -> None:
    base, new, file = ({"id": "x", "as": forms} for forms in (["a", "b"], ["a"], ["b"]))
    assert merge.items("places", [base], [new], [file]) == [file]


def test_words_found_for_the_machines_date_do_not_bear_out_an_editors() -> None:
    base = {"published": {"date": None}}
    new = {"published": {"date": "2025-09-29", "evidence": ["Sept 29"]}}
    file = {"published": {"date": "2025-09-28", "basis": "editor"}}
    assert merge.fields(base, new, file) == file


def test_a_date_the_machine_learns_reaches_a_deal_whose_companies_an_editor_left_alone() -> None:
    deal = {"kind": "supply", "parties": ["x"], "date": None}
    dated = {**deal, "date": "2019"}
    other = {"kind": "order", "parties": ["y"], "date": None}
    assert merge.items("deals", [deal], [dated], [other, deal]) == [other, dated]


@given(BODY, BODY)
def test_a_body_without_a_new_extraction_is_the_editors(base: list[str], file: list[str]) -> None:
    assert merge.blocks(base, base, file) == file


@given(BODY, BODY)
def test_a_body_nobody_edited_follows_the_extraction(base: list[str], new: list[str]) -> None:
    assert merge.blocks(base, new, base) == new


@given(BODY, BODY, BODY)
def test_merging_a_body_again_changes_nothing(
    base: list[str], new: list[str], file: list[str]
) -> None:
    once = merge.blocks(base, new, file)
    assert merge.blocks(new, new, once) == once


@given(BODY, BODY, BODY)
def test_no_edited_inserted_or_deleted_block_is_lost(
    base: list[str], new: list[str], file: list[str]
) -> None:
    merged = merge.blocks(base, new, file)
    written = [block for block in file if block not in base]
    assert [block for block in merged if block in written] == written or (
        # The machine may come to write what the editor wrote; then it stands at least once.
        set(written) & set(new) and set(written) <= set(merged)
    )
    deleted = set(base) - set(file)
    assert not deleted & set(merged)


@given(BODY, BODY, st.randoms())
def test_blocks_an_editor_moved_stay_in_that_order(
    base: list[str], new: list[str], random: Any
) -> None:
    base = list(dict.fromkeys(base))
    file = random.sample(base, len(base))
    merged = merge.blocks(base, new, file)
    for index, later in enumerate(file):
        for earlier in file[:index]:
            if base.index(earlier) > base.index(later) and {earlier, later} <= {*merged}:
                assert merged.index(earlier) < merged.index(later)


@pytest.mark.parametrize(
    ("base", "new", "file", "expected"),
    [
        ("ab", "Ab", "aB", "AB"),
        ("ab", "Abc", "aB", "ABc"),
        ("abc", "bc", "abC", "bC"),
        ("abc", "aXbc", "aYbc", "aYXbc"),
        ("abc", "cab", "bac", "bac"),
        ("xab", "axb", "xba", "xba"),
        ("ab", "xb", "yb", "yb"),
        ("abc", "cab", "ab", "ab"),
    ],
)
def test_blocks_are_merged_one_by_one(base: str, new: str, file: str, expected: str) -> None:
    assert "".join(merge.blocks(list(base), list(new), list(file))) == expected
