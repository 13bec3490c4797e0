"""What the commands `extract` and `explain` do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diglot.config import Project
from diglot.facts.evalshape import as_eval
from diglot.problems import ContentError, Finding, SeedError
from diglot.records import explain, registry, store
from diglot.records.reading import Reader, Reading, seed_at
from diglot.records.refresh import Seeds, missing, unknown_slug


def extract_files(
    project: Project, paths: Sequence[Path]
) -> tuple[list[dict[str, Any]], list[Finding]]:
    """The evaluation shape of each raw text, and what is wrong with those that give none."""
    authority, findings = registry.load(project.content)
    reader, found = Reader(authority), []
    for path in paths:
        try:
            reading = reader.read(seed_at(project, path))
        except SeedError as error:
            findings += error.findings
        except OSError as error:
            findings.append(_unusable(path, error))
        else:
            found.append(as_eval(path.stem, reading.document, reading.extraction, authority))
    return found, findings


def _unusable(path: Path, error: OSError) -> Finding:
    what, mend = error.strerror or str(error), "name a readable text file"
    return Finding(path.as_posix(), 0, "file-unusable", what, mend)


def explain_record(
    project: Project, slug: str, field: str | None
) -> tuple[list[explain.Explanation], list[Finding]]:
    """The origin of each value of a record, and what hinders telling it.

    Raises:
        ContentError: there is no such record or field.
    """
    record, findings = store.load(project.content, slug)
    if record is None:
        raise ContentError(*(findings or [unknown_slug(slug)]))
    reading = _reading(project, record, findings)
    explained = explain.explain(record, reading, field)
    if field and not explained:
        what, mend = f"the record has no “{field}”", "name a key of its front matter"
        raise ContentError(Finding(record.sheet.path, 1, "field-unknown", what, mend))
    return explained, findings


def _reading(project: Project, record: store.Record, findings: list[Finding]) -> Reading | None:
    if record.state is None:
        return None
    seed = Seeds(project).of(record.state)
    if seed is None:
        findings.append(missing(record, record.state))
        return None
    authority, _ = registry.load(project.content)
    return Reader(authority).read(seed)
