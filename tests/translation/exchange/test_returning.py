"""What translators change in their files, and nothing else, comes into the records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib
import pytest

from diglot.config import Project
from diglot.model import TranslationInfo
from diglot.problems import ContentError
from diglot.records import store
from diglot.records.rename import rename
from diglot.records.state import Review, State, Unit
from diglot.translation.exchange.leaving import Form
from diglot.translation.exchange.returning import take_in
from tests.translation.exchange import shop
from tests.translation.exchange.shop import FORMS, SLUG, Tool, bitext, codes, key, now, snapshot

FIRST, HEADING, THIRD = "甲是第一段。它有两句。", "乙是小标题", "丙是第三段，现在改了。"
ITEM, OTHER, UNDONE, TWICE = "丁是一项", "戊是**另一项**", "己还没有人翻译。", "庚说两遍。"
TODAY = Review(by="Li Lei", on="2026-03-04")


@pytest.fixture
def made(tmp_path: Path) -> Project:
    return shop.project(tmp_path)


@pytest.fixture(params=FORMS)
def tool(made: Project, request: pytest.FixtureRequest) -> Tool:
    return Tool(made, request.param)


def states(made: Project) -> list[str]:
    return [pair.state for pair in bitext(made).pairs]


STATES = [
    *("machine", "reviewed", "stale", "machine"),
    *("missing", "translated", "machine", "translated"),
]
"""Of the blocks, in order; code is the same in both languages."""


def test_the_record_of_these_tests_is_in_every_state(made: Project) -> None:
    assert states(made) == STATES


def test_a_file_that_comes_back_unchanged_changes_no_byte(made: Project, tool: Tool) -> None:
    before = snapshot(made)
    report = tool.give_back(by=None)
    assert (report.findings, report.written) == ([], {})
    assert snapshot(made) == before


def test_what_is_filled_in_is_a_persons_and_nothing_else_changes(made: Project, tool: Tool) -> None:
    before = now(made)
    tool.say(key(made, UNDONE), "Six, by <hand> & “quoted”.", "done")
    report = tool.give_back()
    assert report.findings == []
    after = now(made)
    undone = key(made, UNDONE)
    assert after[undone].target == "Six, by <hand> & “quoted”."
    assert states(made) == [*STATES[:4], "translated", *STATES[5:]]
    assert {k: (e.target, e.state) for k, e in after.items() if k != undone} == {
        k: (e.target, e.state) for k, e in before.items() if k != undone
    }
    unit = bitext(made).pairs[4].unit
    assert unit is not None
    assert (unit.by, unit.method, unit.reviewed) == ("Li Lei", "human", None)


def test_the_title_and_summary_are_taken_too(made: Project, tool: Tool) -> None:
    tool.say("title", "Another title", "done")
    tool.say("summary", "A summary: one “sentence”.", "done")
    assert codes(tool.give_back()) == []
    work = bitext(made)
    assert work.translation.title == "Another title"
    assert work.translation.summary == "A summary: one “sentence”."
    assert work.memory.title is not None
    assert work.memory.title.method == "human"
    assert states(made) == STATES


def test_a_machines_text_that_is_confirmed_is_reviewed(made: Project, tool: Tool) -> None:
    tool.say(key(made, FIRST), mark="done")
    tool.say("title", mark="done")
    assert codes(tool.give_back()) == []
    work = bitext(made)
    assert states(made) == ["reviewed", *STATES[1:]]
    unit = work.pairs[0].unit
    assert unit is not None
    assert (unit.by, unit.method, unit.reviewed) == ("engine", "machine", TODAY)
    assert work.memory.title is not None
    assert work.memory.title.reviewed == TODAY


def test_a_stale_text_that_is_confirmed_is_up_to_date(made: Project, tool: Tool) -> None:
    tool.say(key(made, THIRD), mark="done")
    assert codes(tool.give_back()) == []
    assert states(made)[2] == "reviewed"
    assert store.sheet_path(made.content, SLUG, "en").read_text("utf-8").count("*is*") == 1


def test_a_stale_text_that_is_changed_is_up_to_date(made: Project, tool: Tool) -> None:
    tool.say(key(made, THIRD), "Three changed.", "done")
    report = tool.give_back()
    assert states(made)[2] == "translated"
    assert codes(report) == ["exchange-markup"], "it had emphasis"


def test_a_stale_text_that_is_changed_but_not_ready_stays_stale(made: Project, tool: Tool) -> None:
    tool.say(key(made, THIRD), "Three, half done.", "open")
    report = tool.give_back()
    assert sorted(codes(report)) == ["exchange-markup", "exchange-unfinished"]
    pair = bitext(made).pairs[2]
    assert (pair.state, pair.machine) == ("stale", False)
    assert now(made)[key(made, THIRD)].previous == "丙是第三段。"


def test_a_review_that_is_doubted_is_withdrawn(made: Project, tool: Tool) -> None:
    tool.say(key(made, HEADING), mark="open")
    assert codes(tool.give_back()) == []
    assert states(made) == [STATES[0], "machine", *STATES[2:]]


@pytest.mark.parametrize("form", FORMS[1:])
def test_what_a_second_person_has_approved_is_reviewed(made: Project, form: Form) -> None:
    tool = Tool(made, form)
    tool.say(key(made, UNDONE), "Six.", "approved")
    tool.say("summary", "Summary.", "approved")
    tool.say(f"{key(made, TWICE)}-2", mark="approved")
    assert codes(tool.give_back()) == []
    assert [states(made)[n] for n in (4, 6, 7)] == ["reviewed", "machine", "reviewed"]
    work = bitext(made)
    assert work.memory.summary is not None
    assert work.memory.summary.reviewed == TODAY


def test_a_mark_leaves_no_second_unit_of_its_text(made: Project, tool: Tool) -> None:
    tool.say(key(made, FIRST), mark="done")
    tool.say(key(made, HEADING), mark="open")
    assert codes(tool.give_back()) == []
    units = bitext(made).memory.units
    assert len({(unit.source, unit.target) for unit in units}) == len(units)


def test_equal_originals_stay_apart(made: Project, tool: Tool) -> None:
    tool.say(f"{key(made, TWICE)}-2", "Seven, again.", "done")
    assert codes(tool.give_back()) == []
    assert bitext(made).targets[-2:] == ["Seven twice.", "Seven, again."]
    assert states(made)[-2:] == ["machine", "translated"]


def test_lines_of_a_list_are_entries_and_keep_their_markdown(made: Project, tool: Tool) -> None:
    tool.say(key(made, OTHER), "Five is *the other*", "done")
    tool.say(key(made, ITEM), mark="done")
    assert codes(tool.give_back()) == []
    body = bitext(made).record.translation_body or ""
    assert "- Four is an item\n- Five is *the other*\n" in body
    assert states(made)[3] == "translated"


def test_a_list_is_reviewed_when_all_its_lines_are(made: Project, tool: Tool) -> None:
    tool.say(key(made, ITEM), mark="done")
    assert codes(tool.give_back()) == ["exchange-partial"]
    assert states(made) == STATES
    tool.say(key(made, OTHER), mark="done")
    assert codes(tool.give_back()) == []
    assert states(made)[3] == "reviewed"


def test_a_list_of_which_only_a_part_is_translated_is_left_alone(tmp_path: Path) -> None:
    made = shop.write(tmp_path, "- 甲\n- 乙", None, State())
    tool = Tool(made, "po")
    tool.say(key(made, "甲"), "one", "done")
    before = snapshot(made)
    assert codes(tool.give_back()) == ["exchange-partial"]
    assert snapshot(made) == before
    tool.say(key(made, "乙"), "two", "done")
    assert codes(tool.give_back()) == []
    assert bitext(made).record.translation_body == "- one\n- two"


def test_a_list_with_another_number_of_lines_is_one_entry(tmp_path: Path, tool: Tool) -> None:
    made = shop.write(tmp_path, "- 甲\n- 乙\n\n丙。", "- one\n\nThree.", State())
    tool = Tool(made, tool.form)
    whole = key(made, "- 甲\n- 乙")
    assert tool.give_back(by=None).written == {}
    tool.say(whole, "One and two.", "done")
    assert codes(tool.give_back()) == ["exchange-shape"]
    assert bitext(made).targets == ["one", "Three."]
    tool.say(whole, "- one\n- two", "done")
    assert codes(tool.give_back()) == []
    assert bitext(made).record.translation_body == "- one\n- two\n\nThree."
    assert Tool(made, tool.form).give_back(by=None).written == {}


def test_a_record_without_a_translation_gets_one(tmp_path: Path, tool: Tool) -> None:
    made = shop.write(tmp_path / "new", "甲。\n\n## 乙", None, State())
    tool = Tool(made, tool.form)
    tool.say("title", "Title", "done")
    tool.say(key(made, "甲。"), "One.", "done")
    assert codes(tool.give_back()) == []
    work = bitext(made)
    assert work.record.translation_body == "One.\n\n[[untranslated]]"
    assert work.info == TranslationInfo(by="Li Lei", method="human")
    assert states(made) == ["translated", "missing"]


def test_a_block_whose_translation_stands_in_its_neighbours_is_told_there(
    tmp_path: Path, tool: Tool
) -> None:
    units = (
        Unit(source="甲是很长的第一段。", target="One is the first of them.", by="engine"),
        Unit(source="乙是很长的第二段。", target="Two is the second of them.", by="engine"),
    )
    twin = "One is the first of them. Two is the second of them."
    made = shop.write(
        tmp_path / "m", "甲是很长的第一段。\n\n乙是很长的第二段。", twin, State(units=units)
    )
    assert [pair.joined for pair in bitext(made).pairs] == [True, False]
    (one,) = [entry for entry in now(made).values() if entry.place not in ("title", "summary")]
    assert (one.source, one.target) == ("乙是很长的第二段。", twin)
    assert "The translation says what block 1 says too." in one.notes
    assert Tool(made, tool.form).give_back(by=None).written == {}


def test_a_review_names_no_translator_where_there_is_none(tmp_path: Path, tool: Tool) -> None:
    units = (Unit(source="甲。", target="One.", by="engine"),)
    made = shop.write(tmp_path / "m", "甲。", "One.", State(units=units), info=TranslationInfo())
    tool = Tool(made, tool.form)
    tool.say(key(made, "甲。"), mark="done")
    path = store.sheet_path(made.content, SLUG, "en")
    before = path.read_bytes()
    assert codes(tool.give_back()) == []
    assert states(made) == ["reviewed"]
    assert path.read_bytes() == before


def test_importing_twice_is_the_same_as_once(made: Project, tool: Tool) -> None:
    tool.say(key(made, UNDONE), "Six.", "done")
    tool.say(key(made, FIRST), mark="done")
    tool.say(key(made, HEADING), mark="open")
    tool.give_back()
    after = snapshot(made)
    report = tool.give_back(by="Han Meimei", on="2027-01-01")
    assert (report.written, report.findings) == ({}, [])
    assert snapshot(made) == after


def test_a_review_of_the_whole_stays_with_every_text_that_stays(tmp_path: Path) -> None:
    info = TranslationInfo(by="engine", reviewed_by="Mei", reviewed_on="2026-01-02")
    units = tuple(replace(unit, reviewed=None) for unit in shop.UNITS)
    made = shop.project(tmp_path, info=info, units=units)
    before = states(made)
    assert before.count("reviewed") > 3
    tool = Tool(made, "po")
    tool.say(key(made, FIRST), "Another first.", "done")
    assert codes(tool.give_back()) == []
    assert states(made) == ["translated", *before[1:]]
    work = bitext(made)
    assert work.info.reviewed_by is None
    assert now(made)["title"].state == "reviewed"


# What cannot be taken


def test_an_original_that_changed_meanwhile_keeps_its_translation(
    made: Project, tool: Tool
) -> None:
    first = key(made, FIRST)
    tool.say(first, "Another first.", "done")
    tool.say(key(made, UNDONE), "Six.", "done")
    shop.edit_original(made, lambda blocks: ["甲改了。", *blocks[1:]])
    report = tool.give_back()
    assert codes(report) == ["exchange-changed"]
    assert report.findings[0].path == tool.path.name
    lines = tool.path.read_text("utf-8").split("\n")[report.findings[0].line - 1 :]
    assert first in "".join(lines[:6])
    assert states(made)[0] == "stale"
    assert bitext(made).targets[0].startswith("One is first.")
    assert states(made)[4] == "translated", "the others are imported"


def test_the_title_is_refused_when_its_original_changed(made: Project, tool: Tool) -> None:
    tool.say("title", "Another", "done")
    record = bitext(made).record
    path = store.sheet_path(made.content, record.slug, "zh")
    path.write_text(path.read_text("utf-8").replace("title: 标题", "title: 新题"), encoding="utf-8")
    assert codes(tool.give_back()) == ["exchange-changed"]
    assert bitext(made).translation.title == "Title"


def test_paragraphs_that_move_take_their_entries_along(made: Project, tool: Tool) -> None:
    tool.say(key(made, FIRST), "Another first.", "done")
    shop.edit_original(made, lambda blocks: ["新的一段在前面。", *blocks])
    assert codes(tool.give_back()) == []
    work = bitext(made)
    assert work.pairs[0].state == "missing"
    assert work.pairs[1].target is not None
    assert work.targets[work.pairs[1].target] == "Another first."


def test_what_others_wrote_meanwhile_is_not_overwritten(made: Project, tool: Tool) -> None:
    tool.say(key(made, FIRST), "A translator's.", "done")
    tool.say(key(made, HEADING), mark="done")
    path = store.sheet_path(made.content, SLUG, "en")
    text = path.read_text("utf-8")
    assert text.count("One is first.") == 1
    path.write_text(text.replace("One is first.", "An editor's."), encoding="utf-8")
    assert codes(tool.give_back()) == ["exchange-conflict"]
    assert bitext(made).targets[0] == "An editor's. It has two sentences."


def test_an_old_file_does_not_bring_old_words_back(made: Project, tool: Tool) -> None:
    tool.save()
    later = Tool(made, tool.form)
    later.say(key(made, FIRST), "Newer words.", "done")
    later.give_back()
    report = tool.give_back()
    assert (report.written, report.findings) == ({}, [])
    assert bitext(made).targets[0] == "Newer words."


def test_confirming_words_that_changed_meanwhile_is_a_conflict(made: Project, tool: Tool) -> None:
    path = store.sheet_path(made.content, SLUG, "en")
    text = path.read_text("utf-8")
    tool.say(key(made, FIRST), mark="done")
    path.write_text(text.replace("[[untranslated]]", "Six."), encoding="utf-8")
    work = bitext(made)
    assert work.pairs[0].state == "machine"
    units = [unit for unit in work.memory.units if unit.by != "engine"]
    newer = Unit(source=FIRST, target="Newer.", by="other engine")
    store.write_state(made.content, SLUG, State(units=(newer, *units)))
    path.write_text(text.replace("One is first. It has two sentences.", "Newer."), encoding="utf-8")
    assert bitext(made).pairs[0].state == "machine"
    assert codes(tool.give_back()) == ["exchange-conflict"]
    assert bitext(made).pairs[0].state == "machine"


def test_emptying_an_entry_deletes_nothing(made: Project, tool: Tool) -> None:
    before = snapshot(made)
    tool.say(key(made, FIRST), "")
    assert codes(tool.give_back()) == ["exchange-emptied"]
    assert snapshot(made) == before


def test_a_placeholder_is_no_translation(made: Project, tool: Tool) -> None:
    before = snapshot(made)
    tool.say(key(made, UNDONE), "[[untranslated]]", "done")
    assert tool.give_back().written == {}
    assert snapshot(made) == before


def test_a_record_that_was_renamed_is_not_known(made: Project, tool: Tool) -> None:
    tool.say(key(made, FIRST), "Another.", "done")
    rename(made.content, SLUG, "b")
    report = tool.give_back()
    assert codes(report) == ["exchange-unknown"]
    assert f"“{SLUG}”" in report.findings[0].what


def test_an_entry_of_somebodys_own_is_not_known(made: Project) -> None:
    tool = Tool(made, "po")
    tool.file.append(polib.POEntry(msgctxt="a/abc", msgid="x", msgstr="y"))
    assert codes(tool.give_back()) == ["exchange-unknown"]


def test_an_entry_that_stands_twice_is_read_once(made: Project) -> None:
    tool = Tool(made, "po")
    tool.say(key(made, UNDONE), "Six.", "done")
    tool.file.append(polib.POEntry(msgctxt=f"a/{key(made, UNDONE)}", msgid=UNDONE, msgstr="No."))
    assert codes(tool.give_back()) == ["exchange-twice"]
    assert bitext(made).targets[4] == "Six."


def test_a_change_without_a_name_is_not_imported(made: Project, tool: Tool) -> None:
    before = snapshot(made)
    tool.say(key(made, FIRST), "Another.", "done")
    with pytest.raises(ContentError, match="--by NAME"):
        tool.give_back(by=None)
    assert snapshot(made) == before


def test_a_faulty_record_is_left_alone_and_the_others_are_imported(made: Project) -> None:
    article = bitext(made).article
    store.write_sheet(made.content, "b", article, "甲另一篇。")
    tool = Tool(made, "po")
    (entry,) = [one for one in tool.file if one.msgctxt.startswith("b/") and "甲" in one.msgid]
    entry.msgstr = "Another text."
    tool.say(key(made, UNDONE), "Six.", "done")
    store.state_path(made.content, SLUG).write_text("{", encoding="utf-8")
    report = tool.give_back()
    assert list(report.written) == ["b"]
    assert codes(report) == ["state-syntax"]


@pytest.mark.parametrize("dropped", ["comment", "flags"])
def test_a_tool_that_drops_comments_or_flags_loses_no_change(made: Project, dropped: str) -> None:
    tool = Tool(made, "po")
    for entry in tool.file:
        setattr(entry, dropped, [] if dropped == "flags" else "")
    tool.say(key(made, UNDONE), "Six.")
    tool.give_back()
    assert bitext(made).targets[4] == "Six."
    assert states(made)[4] == "translated"


def test_an_import_reads_the_file_it_is_given_and_never_writes_it(made: Project) -> None:
    tool = Tool(made, "po")
    tool.say(key(made, UNDONE), "Six.", "done")
    tool.save()
    before = tool.path.read_bytes()
    take_in(made, tool.path, "Li Lei", "2026-03-04")
    assert tool.path.read_bytes() == before
