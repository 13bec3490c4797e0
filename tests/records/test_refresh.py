"""`diglot import --refresh` takes over what is new and keeps what editors changed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from diglot.config import Project
from diglot.records import importer, store
from diglot.records.refresh import refresh

from .conftest import CHINESE, ENGLISH, Write
from .test_importer import codes, snapshot

LONGER = ENGLISH.replace("in Wuhan", "in Wuhan today") + "\nA third block is here.\n"


@pytest.fixture
def slug(project: Project) -> str:
    """The English record, imported."""
    return importer.import_seeds(project).created[0]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def record(project: Project, slug: str) -> store.Record:
    found, bad = store.load(project.content, slug)
    assert bad == []
    assert found is not None
    return found


@pytest.mark.usefixtures("slug")
def test_nothing_new_changes_nothing(project: Project) -> None:
    before = snapshot(project)
    report = refresh(project)
    assert (report.changed, report.findings) == ([], [])
    assert snapshot(project) == before


def test_what_the_registry_has_learnt_reaches_a_record(
    project: Project, slug: str, write: Write
) -> None:
    write("content/companies/voyah.yml", "name: {zh: 岚图, en: Voyah}\n")
    report = refresh(project)
    assert slug in report.changed
    assert "voyah" in [company.id for company in record(project, slug).article.companies]
    before = snapshot(project)
    assert refresh(project).changed == []
    assert snapshot(project) == before


def test_an_editors_changes_stay_and_so_do_comments(
    project: Project, slug: str, write: Write
) -> None:
    path = store.sheet_path(project.content, slug, "en")
    edit(path, "title: ", "# from the print edition\ntitle: ")
    edit(path, "- id: tencent\n", "- id: nobody # asked\n- id: tencent\n")
    edit(path, "The two companies will", "Both will")
    write("seeds/a.txt", LONGER)
    assert refresh(project, [slug]).changed == [slug]
    text = path.read_text(encoding="utf-8")
    assert "# from the print edition\n" in text
    assert "- id: nobody # asked\n" in text
    blocks = record(project, slug).body.split("\n\n")
    assert "in Wuhan today" in blocks[0]
    assert blocks[1].startswith("Both will")
    assert blocks[2] == "A third block is here."


def test_a_new_block_waits_to_be_translated_and_a_changed_one_keeps_its_unit(
    project: Project, slug: str, write: Write
) -> None:
    path = store.sheet_path(project.content, slug, "zh")
    edit(path, "[[untranslated]]", "一。")
    edit(path, "[[untranslated]]", "二。")
    memory = record(project, slug).state
    assert memory is not None
    unit = store.state.Unit(source="On September 28", target="一。", by="language-model")
    store.write_state(project.content, slug, dataclasses.replace(memory, units=(unit,)))
    write("seeds/a.txt", LONGER)
    refresh(project, [slug])
    after = record(project, slug)
    assert after.translation_body == "一。\n\n二。\n\n[[untranslated]]"
    assert after.state is not None
    assert after.state.units == (unit,)


def test_a_seed_that_moved_is_found(project: Project, slug: str) -> None:
    (project.seeds / "a.txt").rename(project.seeds / "z.txt")
    assert refresh(project, [slug]).changed == [slug]
    assert record(project, slug).article.source.file == "seeds/z.txt"
    assert refresh(project, [slug]).changed == []


def test_a_seed_that_is_gone_or_faulty_leaves_its_record(project: Project, slug: str) -> None:
    (project.seeds / "b.txt").write_bytes(b"")
    (project.seeds / "a.txt").unlink()
    before = snapshot(project)
    report = refresh(project)
    assert [one.split()[1] for one in codes(report)] == ["seed-missing", "seed-empty"]
    assert slug in codes(report)[0]
    assert snapshot(project) == before


def test_a_record_written_by_hand_is_left_alone(project: Project, write: Write) -> None:
    write("content/articles/own.en.md", "---\nlang: en\ntitle: T\n---\n\nOne.\n")
    report = refresh(project)
    assert (report.changed, report.findings) == ([], [])


def test_a_seed_in_another_language_does_not_change_the_records(
    project: Project, slug: str, write: Write
) -> None:
    write("seeds/a.txt", CHINESE.replace("东风", "东风集团"))
    refresh(project, [slug])
    assert record(project, slug).article.lang == "en"


def test_a_slug_nobody_has_is_told(project: Project) -> None:
    assert codes(refresh(project, ["nobody"])) == ["content/articles slug-unknown"]
