"""A record that was renamed keeps its old slug, and nobody else gets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot.config import Project
from diglot.problems import ContentError
from diglot.records import former, importer, store
from diglot.records.rename import rename

FILE = "---\nlang: en\ntitle: T # said so\n{more}---\n\nText.\n"
SEED = "Acme buys Beta\n\nNovember 3, 2026\n\nAcme Motors has bought Beta Works, it said Monday.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    put(tmp_path, "first")
    return tmp_path / "content"


def put(root: Path, slug: str, more: str = "") -> None:
    path = root / "content" / "articles" / f"{slug}.en.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FILE.format(more=more), encoding="utf-8")


def aliases(content: Path, slug: str) -> tuple[str, ...]:
    record, _ = store.load(content, slug)
    assert record is not None
    return record.article.aliases


def test_a_rename_leaves_the_old_slug_as_an_alias_and_the_rest_as_it_was(content: Path) -> None:
    rename(content, "first", "second")
    text = (content / "articles" / "second.en.md").read_text("utf-8")
    assert text == FILE.format(more="aliases:\n- first\n")


def test_a_record_renamed_again_has_all_its_old_slugs(content: Path) -> None:
    rename(content, "first", "second")
    rename(content, "second", "third")
    assert aliases(content, "third") == ("first", "second")


def test_a_record_renamed_back_is_no_alias_of_itself(content: Path) -> None:
    rename(content, "first", "second")
    rename(content, "second", "first")
    assert aliases(content, "first") == ("second",)


def test_no_record_can_be_renamed_to_what_another_one_was_called(content: Path) -> None:
    put(content.parent, "other", "aliases: [before]\n")
    with pytest.raises(ContentError, match="taken"):
        rename(content, "first", "before")
    assert former.slugs(content) == {"before": "other"}


def test_an_import_never_gives_a_slug_that_was_left(tmp_path: Path) -> None:
    project = Project(root=tmp_path)
    project.seeds.mkdir()
    (project.seeds / "a.txt").write_text(SEED, encoding="utf-8")
    (slug,) = importer.import_seeds(project).created
    rename(project.content, slug, "elsewhere")
    (project.seeds / "b.txt").write_text(SEED.replace("Monday", "Tuesday"), encoding="utf-8")
    assert importer.import_seeds(project).created == [f"{slug}-2"]
