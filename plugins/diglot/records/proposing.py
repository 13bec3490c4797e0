"""Draft registry files for companies that texts name and the registry does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from diglot.authority import Company, Registry
from diglot.config import Project
from diglot.facts import lac, reading
from diglot.problems import Finding, SeedError
from diglot.records import files, registry
from diglot.records.reading import Reader, Reading, Seed, seed_at, seeds


def drafts(project: Project, authority: Registry, made: Reading) -> list[Path]:
    """Write a draft for each company extraction proposed; an editor's file is left alone."""
    return _write(project, authority, made.seed, made.extraction.proposed)


def propose(
    project: Project, paths: Sequence[Path] | None, *, with_lac: bool = False
) -> tuple[list[Path], list[Finding]]:
    """Drafts written for raw texts (None: all in ``seeds/``), and what is wrong with texts.

    Raises:
        OSError: a text cannot be read.
        ImportError: LAC is asked for and not installed.
    """
    authority, findings = registry.load(project.content)
    reader, written = Reader(authority), list[Path]()
    texts = seeds(project) if paths is None else [seed_at(project, path) for path in paths]
    for seed in texts:
        try:
            made = reader.read(seed)
        except SeedError as error:
            findings += error.findings
            continue
        written += drafts(project, authority, made)
        if with_lac:
            written += _write(project, authority, seed, _by_lac(made, reader))
    return written, findings


def _by_lac(made: Reading, reader: Reader) -> Iterator[tuple[str, Company]]:
    return lac.proposals(reading.read(made.document), reader.gazetteer)


def _write(
    project: Project, authority: Registry, seed: Seed, found: Iterable[tuple[str, Company]]
) -> list[Path]:
    written = []
    for key, company in found:
        path = project.companies / f"{key}.yml"
        if key not in authority.companies and not path.exists():
            comment = f"Proposed from {seed.path}; check the names, then take out “proposed”."
            files.write_text(path, registry.dump_company(company, comment))
            written.append(path)
    return written
