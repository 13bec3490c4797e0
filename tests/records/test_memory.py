"""What was read before is read again only when a file has changed."""

from __future__ import annotations

from pathlib import Path

from diglot.config import Project
from diglot.records import content, store
from diglot.records.memory import Memory
from tests.site import samples


def test_a_thing_is_read_again_only_after_one_of_its_files_changed(tmp_path: Path) -> None:
    paths = [tmp_path / "a", tmp_path / "b"]
    paths[0].write_text("one")
    memory, read = Memory[str](), list[str]()

    def look() -> str:
        return memory.recall("thing", paths, lambda: read.append("x") or str(len(read)))  # type: ignore[func-returns-value]

    assert [look(), look()] == ["1", "1"]
    paths[1].write_text("a new file")
    assert [look(), look()] == ["2", "2"]
    paths[0].write_text("longer")
    assert look() == "3"
    paths[1].unlink()
    assert look() == "4"


def test_content_read_with_a_memory_is_what_it_is_without(tmp_path: Path) -> None:
    samples.write(tmp_path)
    project, known = Project(root=tmp_path), store.Known()
    first = content.load(project, known)
    again = content.load(project, known)
    assert all(a is b for a, b in zip(first.records, again.records, strict=True))
    article = tmp_path / "content" / "articles" / f"{samples.SLUG}.en.md"
    article.write_text(article.read_text().replace("title: ", "titel: ", 1))
    broken = content.load(project, known)
    assert broken.findings == content.load(project).findings != ()
    assert [record.translation for record in broken.records] == [None]
    article.unlink()
    assert content.load(project, known).findings == content.load(project).findings
