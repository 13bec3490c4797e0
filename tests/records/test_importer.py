"""Import: each raw text becomes a record, once; faulty ones never stop the others."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from diglot.config import Project
from diglot.problems import Severity
from diglot.records import importer, store
from diglot.records.refresh import refresh
from diglot.records.rename import rename

from .conftest import CHINESE, ENGLISH, Write


def codes(report: importer.Report) -> list[str]:
    return [f"{one.path} {one.code}" for one in report.findings]


def snapshot(project: Project) -> dict[Path, tuple[bytes, int]]:
    paths = [path for path in project.content.rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def test_each_seed_becomes_two_files_and_a_state(project: Project) -> None:
    report = importer.import_seeds(project)
    assert report.findings == []
    english, chinese = report.created
    assert english == "2025-09-28-dongfeng-tencent"
    assert chinese == "2025-09-28-dongfeng-tencent-2"
    loaded = store.load_all(project.content)
    assert loaded.findings == ()
    sides = {record.slug: record.side for record in loaded.records}
    assert sides == {english: "en", chinese: "zh"}
    for record in loaded.records:
        assert record.translation_body == "[[untranslated]]\n\n[[untranslated]]"
        assert record.state is not None
        assert record.state.units == ()


def test_a_second_run_writes_nothing(project: Project) -> None:
    importer.import_seeds(project)
    before = snapshot(project)
    again = importer.import_seeds(project)
    assert (again.created, again.findings) == ([], [])
    assert snapshot(project) == before


def test_importing_anew_gives_the_same_bytes(project: Project) -> None:
    importer.import_seeds(project, day=date(2026, 1, 2))
    before = {path: data for path, (data, _) in snapshot(project).items()}
    for path in [*project.articles.iterdir(), *project.state.iterdir()]:
        path.unlink()
    importer.import_seeds(project, day=date(2026, 1, 2))
    assert {path: data for path, (data, _) in snapshot(project).items()} == before


def test_an_edited_record_is_not_touched(project: Project) -> None:
    importer.import_seeds(project)
    path = next(iter(project.articles.glob("*.en.md")))
    path.write_text(path.read_text(encoding="utf-8").replace("2025", "2024"), encoding="utf-8")
    before = snapshot(project)
    importer.import_seeds(project)
    assert snapshot(project) == before


def test_a_record_an_editor_deleted_is_not_imported_again(project: Project) -> None:
    importer.import_seeds(project)
    for path in project.articles.iterdir():
        path.unlink()
    assert importer.import_seeds(project).created == []
    assert list(project.articles.iterdir()) == []


@pytest.mark.parametrize("act", ["move", "rename", "lose state", "break state", "break record"])
def test_a_seed_is_known_again(project: Project, act: str) -> None:
    (slug, _) = importer.import_seeds(project).created
    if act == "move":
        (project.seeds / "a.txt").rename(project.seeds / "z.txt")
    elif act == "rename":
        rename(project.content, slug, "another")
    elif act == "lose state":
        (project.state / f"{slug}.json").unlink()
    elif act == "break state":
        path = project.state / f"{slug}.json"
        path.write_text(path.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    else:
        (project.articles / f"{slug}.en.md").write_text("---\n[")
    assert importer.import_seeds(project).created == []


def test_a_seed_that_changed_is_told_and_left(project: Project, write: Write) -> None:
    importer.import_seeds(project)
    write("seeds/a.txt", ENGLISH + "\nOne more sentence stands here now.\n")
    report = importer.import_seeds(project)
    assert report.created == []
    assert codes(report) == ["seeds/a.txt seed-changed"]


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.replace("\n", "\r\n"), f"\ufeff{ENGLISH}"])
def test_two_seeds_with_the_same_text_give_one_record(
    project: Project, write: Write, text: str
) -> None:
    write("seeds/c.txt", text)
    report = importer.import_seeds(project)
    assert len(report.created) == 2
    assert codes(report) == ["seeds/c.txt seed-duplicate"]
    assert codes(importer.import_seeds(project)) == ["seeds/c.txt seed-duplicate"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "seed-empty"),
        (b" \n\n", "seed-empty"),
        (b"\x00\x01\x02PNG\x00\xff", "seed-binary"),
        (b"caf\xe9 \xff\xfe\x81\x80 \xc3", "seed-encoding"),
        (b"Menu\nHome\n", "seed-no-sentence"),
    ],
)
def test_a_faulty_seed_is_told_and_the_others_go_on(
    project: Project, data: bytes, code: str
) -> None:
    (project.seeds / "0.txt").write_bytes(data)
    report = importer.import_seeds(project)
    assert codes(report) == [f"seeds/0.txt {code}"]
    assert report.findings[0].severity is Severity.ERROR
    assert len(report.created) == 2


def test_importing_can_be_forbidden(project: Project) -> None:
    report = importer.import_seeds(project, "off")
    assert report.created == []
    assert codes(report) == ["seeds/a.txt seed-unimported", "seeds/b.txt seed-unimported"]
    assert all(one.severity is Severity.ERROR for one in report.findings)
    assert not project.articles.exists()


def test_a_company_nobody_knows_gets_a_registry_file(project: Project, write: Write) -> None:
    text = CHINESE.replace("东风汽车", "北京星河云途科技有限公司")
    write("seeds/b.txt", text)
    report = importer.import_seeds(project)
    (proposed,) = {path.stem for path in project.companies.iterdir()} - {"tencent", "dongfeng"}
    text = (project.companies / f"{proposed}.yml").read_text(encoding="utf-8")
    note = "# Proposed from seeds/b.txt; check the names, then take out “proposed”."
    assert text.splitlines()[1] == note
    assert proposed in report.created[1]
    assert store.load_all(project.content).findings == ()
    assert refresh(project).changed == []  # its own draft is no news: the name stays inferred


def test_the_state_file_comes_after_everything_else(project: Project, write: Write) -> None:
    write("seeds/b.txt", CHINESE.replace("东风汽车", "北京星河云途科技有限公司"))
    (project.seeds / "a.txt").unlink()
    for path in project.companies.iterdir():
        path.unlink()
    project.companies.rmdir()
    write("content/companies", "in the way")
    with pytest.raises(OSError, match="companies"):
        importer.import_seeds(project)
    assert len(list(project.articles.iterdir())) == 2
    assert not project.state.exists()


def test_the_day_of_import_is_the_day_given(project: Project) -> None:
    (slug, _) = importer.import_seeds(project, day=date(2026, 1, 2)).created
    state = json.loads((project.state / f"{slug}.json").read_text(encoding="utf-8"))
    assert state["imported"] == "2026-01-02"


def test_a_text_that_took_the_path_of_one_that_moved_is_imported(
    project: Project, write: Write
) -> None:
    first = importer.import_seeds(project).created
    (project.seeds / "a.txt").rename(project.seeds / "z.txt")
    write("seeds/a.txt", ENGLISH.replace("September 28", "October 30"))
    report = importer.import_seeds(project)
    assert report.findings == []
    assert report.created == ["2025-10-30-dongfeng-tencent"]
    again = importer.import_seeds(project)
    assert (again.created, again.findings) == ([], [])
    assert refresh(project, first).findings == []
    sources = {r.slug: r.article.source.file for r in store.load_all(project.content).records}
    assert sources == {
        first[0]: "seeds/z.txt",
        first[1]: "seeds/b.txt",
        "2025-10-30-dongfeng-tencent": "seeds/a.txt",
    }


def test_a_state_file_holds_what_was_extracted(project: Project) -> None:
    (slug, _) = importer.import_seeds(project).created
    state = json.loads((project.state / f"{slug}.json").read_text(encoding="utf-8"))
    assert state["seed_path"] == "seeds/a.txt"
    assert state["extracted"]["front_matter"]["source"]["file"] == "seeds/a.txt"
    assert [block.split()[0] for block in state["extracted"]["blocks"]] == ["On", "The"]
