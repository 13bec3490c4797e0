"""A state file that does not parse."""

from __future__ import annotations

from diglot.config import Project
from diglot.records.importer import import_seeds


def test_a_record_whose_state_is_broken_is_not_imported_again(project: Project) -> None:
    import_seeds(project)
    before = sorted(path.name for path in project.articles.iterdir())
    for path in project.state.glob("*.json"):
        path.write_text('{"oops', encoding="utf-8")
    report = import_seeds(project)
    assert report.created == []
    assert {one.code for one in report.findings} == {"state-syntax"}
    told = sorted(one.path for one in report.findings)
    assert told == sorted(project.relative(path) for path in project.state.iterdir())
    assert sorted(path.name for path in project.articles.iterdir()) == before
