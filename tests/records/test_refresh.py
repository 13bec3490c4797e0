"""`diglot import --refresh` takes over what is new and keeps what editors changed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from diglot.config import Project
from diglot.languages import SIDES
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


def test_a_refresh_remembers_how_title_and_summary_were_translated(
    project: Project, slug: str, write: Write
) -> None:
    memory = record(project, slug).state
    assert memory is not None
    title = store.state.Unit(source="Old title", target="旧标题", by="language-model")
    summary = store.state.Unit(source="Old summary.", target="旧摘要。", by="language-model")
    known = dataclasses.replace(memory, title=title, summary=summary)
    store.write_state(project.content, slug, known)
    write("seeds/a.txt", LONGER)
    refresh(project, [slug])
    after = record(project, slug).state
    assert after is not None
    assert (after.title, after.summary) == (title, summary)


def test_a_seed_that_moved_is_found(project: Project, slug: str) -> None:
    (project.seeds / "a.txt").rename(project.seeds / "z.txt")
    assert refresh(project, [slug]).changed == [slug]
    assert record(project, slug).article.source.file == "seeds/z.txt"
    assert refresh(project, [slug]).changed == []


def test_a_seed_is_found_by_its_bytes_before_its_path(
    project: Project, slug: str, write: Write
) -> None:
    (project.seeds / "a.txt").rename(project.seeds / "z.txt")
    write("seeds/a.txt", "Beta signs.\n\nIt is quite another text that stands here now.\n")
    before = record(project, slug)
    report = refresh(project, [slug])
    assert (report.changed, report.findings) == ([slug], [])
    assert record(project, slug).body == before.body
    assert record(project, slug).article.source.file == "seeds/z.txt"


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
    before = {side: store.sheet_path(project.content, slug, side).read_bytes() for side in SIDES}
    memory = record(project, slug).state
    write("seeds/a.txt", CHINESE.replace("东风", "东风集团"))
    assert codes(refresh(project, [slug])) == ["seeds/a.txt seed-language"]
    after = {side: store.sheet_path(project.content, slug, side).read_bytes() for side in SIDES}
    assert after == before
    assert record(project, slug).state == memory


def test_a_slug_nobody_has_is_told(project: Project) -> None:
    assert codes(refresh(project, ["nobody"])) == ["content/articles slug-unknown"]


def test_a_removed_block_takes_its_translation_along_to_the_units(
    project: Project, slug: str, write: Write
) -> None:
    path = store.sheet_path(project.content, slug, "zh")
    edit(path, "[[untranslated]]", "一。")
    edit(path, "[[untranslated]]", "二。")
    write("seeds/a.txt", ENGLISH[: ENGLISH.index("The two companies")])
    refresh(project, [slug])
    after = record(project, slug)
    assert after.translation_body == "一。"
    assert after.state is not None
    assert [unit.target for unit in after.state.units] == ["一。", "二。"]
    assert after.state.units[1].source.startswith("The two companies")


def test_a_record_that_does_not_read_does_not_stop_the_others(
    project: Project, slug: str, write: Write
) -> None:
    other = next(r.slug for r in store.load_all(project.content).records if r.slug != slug)
    write("content/companies/voyah.yml", "name: {zh: 岚图, en: Voyah}\n")
    write("seeds/b.txt", f"{CHINESE}\n岚图也将参与合作。\n")
    path = store.sheet_path(project.content, slug, "en")
    edit(path, "lang: en\n", "lang: fr\n")
    report = refresh(project)
    assert codes(report) == [f"content/articles/{path.name} front-matter-value"]
    assert report.changed == [other]


def test_what_an_editor_says_of_a_deal_being_another_stays(
    project: Project, slug: str, write: Write
) -> None:
    path = store.sheet_path(project.content, slug, "en")
    edit(path, "- kind: ", "- same_as: [other-deal]\n  not_same_as: [third-deal]\n  kind: ")
    write("seeds/a.txt", LONGER)
    assert refresh(project, [slug]).changed == [slug]
    [deal, *_] = record(project, slug).article.deals
    assert (deal.same_as, deal.not_same_as) == (("other-deal",), ("third-deal",))
