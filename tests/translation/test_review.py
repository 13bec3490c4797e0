"""A review says who has read a block or the whole, and holds while neither side changes."""

from __future__ import annotations

import pytest

from diglot.config import Project
from diglot.problems import ContentError
from diglot.records import bodies, store
from diglot.records.state import UNTRANSLATED, Review
from diglot.translation.review import Reviewed, review
from tests.translation import desk
from tests.translation.desk import edit, put, states
from tests.translation.test_work import Tiny, translate

MARK = Review(by="Li Lei", on="2026-02-03")


@pytest.fixture
def slug(made: Project, slug: str) -> str:
    """A record that a machine has translated."""
    translate(made, Tiny())
    return slug


def test_a_block_is_reviewed_with_name_and_day(made: Project, slug: str) -> None:
    assert review(made, slug, 2, MARK) == Reviewed(1, 0)
    assert states(made, slug) == ["machine", "reviewed", "machine", "machine"]
    unit = desk.bitext(made, slug).pairs[1].unit
    assert unit is not None
    assert (unit.reviewed, unit.by, unit.method) == (MARK, "tiny", "machine")


@pytest.mark.parametrize("side", ["zh", "en"])
def test_a_review_ends_when_either_side_changes_and_returns_when_it_is_taken_back(
    made: Project, slug: str, side: str
) -> None:
    review(made, slug, 2, MARK)
    before = desk.body(made, slug, side)  # type: ignore[arg-type]
    edit(made, slug, side, put(1, before[1] + " 又一句。"))  # type: ignore[arg-type]
    assert states(made, slug)[1] == {"zh": "stale", "en": "translated"}[side]
    edit(made, slug, side, lambda _: before)  # type: ignore[arg-type]
    assert states(made, slug)[1] == "reviewed"


def test_a_stale_block_is_up_to_date_after_a_review(made: Project, slug: str) -> None:
    edit(made, slug, "en", put(1, "A person's words."))
    translate(made, Tiny())
    edit(made, slug, "zh", put(1, desk.body(made, slug, "zh")[1].replace("云服务", "保险服务")))
    review(made, slug, 2, MARK)
    assert states(made, slug)[1] == "reviewed"
    unit = desk.bitext(made, slug).pairs[1].unit
    assert unit is not None
    assert unit.method == "human"


def test_what_a_person_edited_stays_a_persons_when_it_is_reviewed(made: Project, slug: str) -> None:
    edit(made, slug, "en", put(0, "A person's words."))
    review(made, slug, 1, MARK)
    unit = desk.bitext(made, slug).pairs[0].unit
    assert unit is not None
    assert (unit.target, unit.method, unit.by) == ("A person's words.", "human", None)
    assert states(made, slug) == ["reviewed", "machine", "machine", "machine"]


def test_a_review_of_the_whole_covers_title_and_every_block(made: Project, slug: str) -> None:
    assert review(made, slug, None, MARK) == Reviewed(4, 0)
    work = desk.bitext(made, slug)
    assert (work.info.reviewed_by, work.info.reviewed_on) == ("Li Lei", "2026-02-03")
    assert work.memory.title is not None
    assert work.memory.title.reviewed == MARK
    assert states(made, slug) == ["reviewed"] * 4


def test_a_review_of_the_whole_is_not_signed_while_a_block_is_missing(
    made: Project, slug: str
) -> None:
    edit(made, slug, "en", put(2, UNTRANSLATED))
    assert review(made, slug, None, MARK) == Reviewed(3, 1)
    assert desk.bitext(made, slug).info.reviewed_by is None
    assert states(made, slug) == ["reviewed", "reviewed", "missing", "reviewed"]


def test_a_second_reader_takes_the_place_of_the_first(made: Project, slug: str) -> None:
    review(made, slug, None, MARK)
    other = Review(by="Han Meimei", on="2026-03-04")
    review(made, slug, 1, other)
    found = [pair.unit.reviewed for pair in desk.bitext(made, slug).pairs if pair.unit]
    assert found == [other, MARK, MARK, MARK]
    assert len(desk.bitext(made, slug).memory.units) == 4


def test_a_review_changes_no_text(made: Project, slug: str) -> None:
    before = [bodies.join(desk.body(made, slug, side)) for side in ("zh", "en")]
    review(made, slug, None, MARK)
    assert before == [bodies.join(desk.body(made, slug, side)) for side in ("zh", "en")]


@pytest.mark.parametrize("block", [0, 5, -1])
def test_a_block_that_is_not_there_is_a_finding(made: Project, slug: str, block: int) -> None:
    with pytest.raises(ContentError, match="its blocks are 1 to 4") as error:
        review(made, slug, block, MARK)
    assert [finding.code for finding in error.value.findings] == ["block-unknown"]


def test_a_record_with_a_file_that_cannot_be_read_is_left_as_it_is(
    made: Project, slug: str
) -> None:
    path = store.state_path(made.content, slug)
    path.write_text("<<<<<<< HEAD", encoding="utf-8")
    with pytest.raises(ContentError, match="state-syntax"):
        review(made, slug, None, MARK)
    assert path.read_text("utf-8") == "<<<<<<< HEAD"


def test_a_block_translated_together_with_its_neighbour_is_reviewed_there(
    made: Project, slug: str
) -> None:
    edit(made, slug, "en", lambda blocks: [blocks[0], f"{blocks[1]} {blocks[2]}", blocks[3]])
    joined = next(pair.source for pair in desk.bitext(made, slug).pairs if pair.joined)
    with pytest.raises(ContentError, match="has no translation of its own; review block"):
        review(made, slug, joined + 1, MARK)
