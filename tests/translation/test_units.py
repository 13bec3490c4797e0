"""Pairs of blocks, and what each pair says about its translation after edits on either side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.model import TranslationInfo
from diglot.records.state import Review, Unit
from diglot.translation.units import UNTRANSLATED, pairs, settle

MACHINE = TranslationInfo(by="language-model")
HUMAN = TranslationInfo(by="Li Lei", method="human")
SOURCES = ("甲", "乙", "丙", "丁")
TARGETS = ("one", "two", "three", "four")
UNITS = tuple(Unit(source=s, target=t, by="language-model") for s, t in zip(SOURCES, TARGETS))  # noqa: B905


def _states(
    sources: tuple[str, ...] = SOURCES,
    targets: tuple[str, ...] = TARGETS,
    units: tuple[Unit, ...] = UNITS,
    info: TranslationInfo = MACHINE,
) -> str:
    """One letter for each pair: machine, translated, reviewed, stale, - for missing."""
    found = pairs(sources, targets, units, info)
    return "".join("-" if p.state == "missing" else p.state[0] for p in found)


def _twins(sources: tuple[str, ...], targets: tuple[str, ...]) -> dict[str, str | None]:
    found = pairs(sources, targets, UNITS, MACHINE)
    return {sources[p.source]: None if p.target is None else targets[p.target] for p in found}


def test_untouched_blocks_are_what_their_maker_made_them() -> None:
    assert _states() == "mmmm"
    human = tuple(replace(unit, by="Li Lei", method="human") for unit in UNITS)
    assert _states(units=human, info=HUMAN) == "tttt"


def test_an_edited_original_makes_its_translation_stale_and_no_other() -> None:
    assert _states(sources=("甲", "乙二", "丙", "丁")) == "msmm"


def test_a_stale_pair_knows_what_the_original_was() -> None:
    found = pairs(("甲", "乙二", "丙", "丁"), TARGETS, UNITS, MACHINE)
    assert found[1].unit == UNITS[1]


def test_an_edited_translation_counts_as_a_persons() -> None:
    assert _states(targets=("one", "second", "three", "four")) == "mtmm"


def test_a_block_edited_on_both_sides_is_stale() -> None:
    sources, targets = ("甲", "乙二", "丙", "丁"), ("one", "second", "three", "four")
    assert _states(sources, targets) == "msmm"


def test_reviewed_holds_only_while_neither_side_changed() -> None:
    units = tuple(replace(unit, reviewed=Review(by="Li Lei", on="2026-01-02")) for unit in UNITS)
    assert _states(units=units) == "rrrr"
    assert _states(sources=("甲", "乙二", "丙", "丁"), units=units) == "rsrr"
    assert _states(targets=("one", "second", "three", "four"), units=units) == "rtrr"


def test_a_review_of_the_whole_counts_for_each_block_that_did_not_change_since() -> None:
    info = TranslationInfo(by="language-model", reviewed_by="Han Mei")
    assert _states(info=info) == "rrrr"
    assert _states(sources=("甲", "乙二", "丙", "丁"), info=info) == "rsrr"


def test_a_review_of_the_whole_covers_nothing_that_came_after_it() -> None:
    """Its units say what was read; neither a new pair nor an edit is among them."""
    info = TranslationInfo(by="language-model", reviewed_by="Han Mei")
    units = tuple(replace(unit, reviewed=Review(by="Han Mei", on="2026-01-02")) for unit in UNITS)
    assert _states((*SOURCES, "戊"), (*TARGETS, "five"), units, info) == "rrrrt"
    edited = ("one", "second", "three", "four")
    later = settle(SOURCES, edited, units, info)
    assert _states(SOURCES, edited, later, info) == "rtrr"


def test_a_picture_or_rule_in_a_translation_is_nobodys_translation_and_stays() -> None:
    found = pairs((*SOURCES, "新"), (*TARGETS, "", "note"), UNITS, MACHINE)
    assert {place for pair in found for place in (pair.target, *pair.extra)} >= {4, 5}


def test_an_inserted_original_block_shifts_no_state_once_its_twin_stands_there() -> None:
    sources = ("甲", "新", "乙", "丙", "丁")
    assert _states(sources, ("one", UNTRANSLATED, "two", "three", "four")) == "m-mmm"
    # Nobody has written the twin's place yet: the units say which target is whose.
    assert _states(sources) == "m-mmm"
    assert _twins(sources, TARGETS) == dict(zip(SOURCES, TARGETS, strict=True)) | {"新": None}


def test_a_deleted_original_block_takes_only_its_own_twin_out() -> None:
    sources = ("甲", "丙", "丁")
    assert _states(sources, ("one", "three", "four")) == "mmm"
    assert _states(sources) == "mmm"
    assert _twins(sources, TARGETS) == {"甲": "one", "丙": "three", "丁": "four"}


def test_a_deleted_translation_block_leaves_one_block_untranslated() -> None:
    targets = ("one", "three", "four")
    assert _states(targets=targets) == "m-mm"
    assert _twins(SOURCES, targets)["丙"] == "three"


@pytest.mark.parametrize("text", ["", UNTRANSLATED])
def test_an_empty_or_marked_block_is_missing(text: str) -> None:
    assert _states(targets=("one", text, "three", "four")) == "m-mm"


def test_without_units_nothing_is_a_machines_for_certain_and_nothing_is_stale() -> None:
    assert _states(units=()) == "tttt"
    assert _states(units=(), info=HUMAN) == "tttt"
    assert _states(units=(), info=TranslationInfo(reviewed_by="Han Mei")) == "rrrr"
    assert _states(units=(), targets=("one", "two")) == "tt--"


def test_a_block_without_a_unit_of_its_own_is_not_called_stale() -> None:
    sources, targets = (*SOURCES, "戊"), (*TARGETS, "five")
    assert _states(sources, targets) == "mmmmt"


def test_a_machine_block_in_a_persons_translation_stays_a_machines() -> None:
    assert _states(info=HUMAN) == "mmmm"


TEXTS = st.lists(st.text("abc", min_size=1, max_size=3), max_size=7).map(tuple)


@given(
    TEXTS, TEXTS, st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=7)
)
def test_each_block_has_one_pair_in_order_and_no_target_serves_twice(
    sources: tuple[str, ...], targets: tuple[str, ...], units: list[tuple[str, str]]
) -> None:
    made = tuple(Unit(source=s, target=t, by="language-model") for s, t in units)
    found = pairs(sources, targets, made, MACHINE)
    assert [pair.source for pair in found] == list(range(len(sources)))
    used = [pair.target for pair in found if pair.target is not None]
    assert used == sorted(set(used))
    assert all(target < len(targets) for target in used)
    for pair in found:
        assert pair.state == "missing" or pair.target is not None
        if pair.state == "stale":
            assert pair.unit
            assert pair.unit.source != sources[pair.source]
