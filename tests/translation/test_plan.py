"""What is translated, what is left alone, and that a record stays one through all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot import markdown, yamlfile
from diglot.model import Article, Translation, TranslationInfo
from diglot.records import frontmatter, sheets
from diglot.records.state import UNTRANSLATED, State, Unit
from diglot.records.store import Record
from diglot.translation import blocks, plan
from diglot.translation.bitext import Bitext

ORIGINAL = "甲是第一段。\n\n## 乙是小标题\n\n丙是第三段。"
WHOLE = "One is first.\n\n## Two heads\n\nThree is third."
UNITS = tuple(
    Unit(source=s, target=t, by="engine")
    for s, t in (
        ("甲是第一段。", "One is first."),
        ("乙是小标题", "Two heads"),
        ("丙是第三段。", "Three is third."),
    )
)
TITLE = Unit(source="标题", target="Title", by="engine")
INFO = TranslationInfo(by="engine")


def record(
    body: str = ORIGINAL,
    twin: str | None = WHOLE,
    *,
    info: TranslationInfo = INFO,
    title: str = "Title",
    units: tuple[Unit, ...] = UNITS,
) -> Record:
    parts = frontmatter.Parts("", body, 1)
    return Record(
        slug="a",
        side="zh",
        article=Article(lang="zh-Hans", title="标题"),
        body=body,
        translation=Translation(lang="en", title=title, translation=info) if twin else None,
        translation_body=twin,
        state=State(units=units, title=TITLE),
        sheet=sheets.Sheet("content/articles/a.zh.md", "zh", parts, {}, yamlfile.Lines("")),
    )


def translated(before: Record) -> tuple[plan.Done, Record]:
    """The record after a run of an engine that writes ``T(…)`` around each segment."""
    work = Bitext.of(before)
    answers = {place: [f"T({t})" for t in texts] for place, texts in plan.wanted(work).items()}
    after = plan.done(work, answers, dict.fromkeys(answers, "new-engine"))
    return after, replace(
        before,
        translation=after.translation,
        translation_body=after.body,
        state=after.state,
    )


def states(of: Record) -> list[str]:
    return [pair.state for pair in Bitext.of(of).pairs]


def test_a_current_translation_wants_nothing() -> None:
    assert plan.wanted(Bitext.of(record())) == {}


def test_a_record_without_translation_wants_title_and_every_block() -> None:
    before = record(twin=None, units=())
    before = replace(before, state=None)
    after, now = translated(before)
    assert after.translation.title == "T(标题)"
    assert after.body == "T(甲是第一段。)\n\n## T(乙是小标题)\n\nT(丙是第三段。)"
    assert after.translation.translation == TranslationInfo(by="new-engine")
    assert states(now) == ["machine"] * 3
    assert plan.wanted(Bitext.of(now)) == {}


def test_a_stale_machine_block_is_translated_again_and_no_other_is_touched() -> None:
    after, now = translated(record(ORIGINAL.replace("第三段", "最后一段")))
    assert after.body == "One is first.\n\n## Two heads\n\nT(丙是最后一段。)"
    assert states(now) == ["machine"] * 3


def test_a_stale_block_with_a_persons_words_is_kept_and_counted_as_waiting() -> None:
    before = record(
        ORIGINAL.replace("丙是第三段", "丙是最后一段"), WHOLE.replace("third", "the third")
    )
    assert plan.wanted(Bitext.of(before)) == {}
    assert plan.waiting(Bitext.of(before)) == 1


def test_a_persons_edit_beside_a_missing_block_survives_as_a_persons() -> None:
    body = f"One comes first.\n\n{UNTRANSLATED}\n\nThree is third."
    after, now = translated(record(twin=body))
    assert after.body == "One comes first.\n\n## T(乙是小标题)\n\nThree is third."
    assert states(now) == ["translated", "machine", "machine"]


def test_a_new_paragraph_of_the_original_is_put_in_its_place() -> None:
    after, now = translated(record(ORIGINAL.replace("\n\n丙", "\n\n新的一段。\n\n丙")))
    assert after.body == "One is first.\n\n## Two heads\n\nT(新的一段。)\n\nThree is third."
    assert states(now) == ["machine"] * 4


def test_a_machines_block_goes_with_its_original_and_a_persons_stays() -> None:
    shorter = ORIGINAL.replace("甲是第一段。\n\n", "").replace("丙是第三段", "丙是最后一段")
    after, _ = translated(record(shorter))
    assert after.body == "## Two heads\n\nT(丙是最后一段。)"
    after, _ = translated(record(shorter, WHOLE.replace("One is first.", "My own remark here.")))
    assert after.body.count("My own remark here.") == 1


def test_a_review_of_the_whole_does_not_cover_what_a_machine_adds_later() -> None:
    info = TranslationInfo(by="engine", reviewed_by="Li Lei", reviewed_on="2026-02-03")
    before = record(ORIGINAL + "\n\n丁是新的。", info=info)
    after, now = translated(before)
    assert states(now) == ["reviewed"] * 3 + ["machine"]
    assert after.translation.translation.reviewed_by is None
    kept = after.state.units[0].reviewed
    assert kept is not None
    assert (kept.by, kept.on) == ("Li Lei", "2026-02-03")


def test_an_edited_title_of_the_original_gets_a_new_machine_title_but_not_over_a_persons() -> None:
    before = record()
    newer = replace(before, article=replace(before.article, title="新标题"))
    assert translated(newer)[0].translation.title == "T(新标题)"
    own = replace(newer, translation=Translation(lang="en", title="My title", translation=INFO))
    assert translated(own)[0].translation.title == "My title"


@pytest.mark.parametrize(
    ("source", "segments"),
    [
        ("文字 **加粗**。", ["文字 加粗。"]),
        ("### 小标题", ["小标题"]),
        ("小标题\n---", ["小标题"]),
        ("![图](a.png)", []),
        ("- 一\n- 二\n  续行", ["一", "二 续行"]),
        ("> 引文一\n> 引文二", ["引文一 引文二"]),
        ("```\n代码\n```", []),
        ("---", []),
    ],
)
def test_blocks_are_taken_apart_by_their_kind(source: str, segments: list[str]) -> None:
    (node,) = markdown.parse(source)
    assert list(blocks.parts(node).segments) == segments


BODIES = st.lists(
    st.sampled_from(
        ["一段文字。", "## 标题", "- 甲\n- 乙", "> 引", "1. 一\n2. 二", "`x`", "* * *"]
    ),
    min_size=1,
    max_size=6,
).map("\n\n".join)


@given(BODIES)
def test_every_block_keeps_its_kind_when_it_is_put_together_again(body: str) -> None:
    for node in markdown.parse(body):
        found = blocks.parts(node)
        assert all(text.strip() for text in found.segments)
        built = found.build([f"new {text}" for text in found.segments])
        assert [again.kind for again in markdown.parse(built)] == [node.kind]
