"""The committed records are what importing `seeds/` gives, but for what is the editor's."""

from __future__ import annotations

import shutil

import pytest

from diglot.config import Project
from diglot.records import bodies, frontmatter, importer, merge, store
from tests.ground import ROOT

COMMITTED = [r for r in store.load_all(ROOT / "content").records if r.state is not None]
STALE = "extraction has changed since: run “diglot import --refresh”, look it over and commit"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, store.Record]:
    """Records imported into a content folder with the registries only, by raw text."""
    root = tmp_path_factory.mktemp("fresh")
    for name in ("companies", "themes", "glossary"):
        shutil.copytree(ROOT / "content" / name, root / "content" / name)
    shutil.copytree(ROOT / "seeds", root / "seeds")
    importer.import_seeds(Project(root=root))
    records = store.load_all(root / "content").records
    return {record.article.source.file or "": record for record in records}


def test_every_raw_text_has_a_committed_record(fresh: dict[str, store.Record]) -> None:
    assert {r.state.seed_path for r in COMMITTED if r.state} == set(fresh)


@pytest.mark.parametrize("record", COMMITTED, ids=lambda record: record.slug)
def test_importing_anew_gives_the_committed_original_but_for_the_editors(
    record: store.Record, fresh: dict[str, store.Record]
) -> None:
    assert record.state is not None
    machine, memory = fresh[record.state.seed_path], record.state.extracted
    front, blocks = frontmatter.plain(machine.article), bodies.split(machine.body)
    assert front == memory.front_matter, STALE
    assert blocks == list(memory.blocks), STALE
    committed, body = frontmatter.plain(record.article), bodies.split(record.body)
    assert merge.fields(memory.front_matter, front, committed) == committed
    assert merge.blocks(memory.blocks, blocks, body) == body
