"""Where each value of a record came from."""

from __future__ import annotations

from diglot.config import Project
from diglot.records import registry, store
from diglot.records.explain import explain
from diglot.records.importer import import_seeds
from diglot.records.reading import Reader, seed_at


def _explained(project: Project, slug: str) -> dict[str, str]:
    record, _ = store.load(project.content, slug)
    assert record is not None
    assert record.article.source.file
    authority, _ = registry.load(project.content)
    seed = seed_at(project, project.root / record.article.source.file)
    found = explain(record, Reader(authority).read(seed), "deals")
    return {one.path: str(one) for one in found}


def test_a_machines_deal_names_its_rule_and_its_words_with_their_place_in_the_seed(
    project: Project,
) -> None:
    for slug in import_seeds(project).created:
        told = _explained(project, slug)["deals.0"]
        assert "by: machine, rule " in told
        assert "block 1, seed 3:" in told


def test_an_editors_evidence_is_found_in_the_seed_instead_of_the_machines_words(
    project: Project,
) -> None:
    created = import_seeds(project).created
    [path] = [p for slug in created for p in project.articles.glob(f"{slug}.en.md")
              if "signed a strategic agreement" in p.read_text(encoding="utf-8")
              and "deals:" in p.read_text(encoding="utf-8")]  # fmt: skip
    head, key, tail = path.read_text(encoding="utf-8").partition("deals:\n")
    lines = tail.split("\n")
    lines[lines.index("  evidence:") + 1] = "  - strategic agreement"
    path.write_text(head + key + "\n".join(lines), encoding="utf-8")
    told = _explained(project, path.name.removesuffix(".en.md"))["deals.0"]
    assert "by: editor" in told
    assert "“strategic agreement” (block 1, seed 3:" in told
