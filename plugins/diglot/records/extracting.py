"""What the commands `extract` and `explain` do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diglot.config import Project
from diglot.facts.evalshape import as_eval
from diglot.problems import ContentError, Finding, SeedError, Severity, tell
from diglot.records import files, registry
from diglot.records.reading import Reader, Reading, seed_at

if TYPE_CHECKING:  # `extract` starts without what only `explain` needs
    from diglot.records.explain import Explanation
    from diglot.records.store import Record


def extract_files(
    project: Project, paths: Sequence[Path]
) -> tuple[list[dict[str, Any]], list[Finding]]:
    """The evaluation shape of each raw text, and what is wrong with those that give none."""
    authority, findings = registry.load(project.content)
    if not authority.companies and not findings:
        findings.append(_unregistered(project))
    reader, found = Reader(authority), []
    for path in paths:
        try:
            reading = reader.read(seed_at(project, path))
        except SeedError as error:
            findings += error.findings
        except OSError as error:
            findings.append(files.unusable(path.as_posix(), error))
        else:
            found.append(as_eval(path.stem, reading.document, reading.extraction, authority))
    return found, findings


def _unregistered(project: Project) -> Finding:
    what = tell("no company is registered in this folder’s content/, so that names are guessed")
    mend = tell("go to the folder of your site (cd), or name it with --root")
    return Finding(str(project.root), 0, "registry-missing", what, mend, Severity.WARNING)


def explain_record(
    project: Project, slug: str, field: str | None
) -> tuple[list[Explanation], list[Finding]]:
    """The origin of each value of a record, and what hinders telling it.

    Raises:
        ContentError: there is no such record or field.
    """
    from diglot.records import explain, store
    from diglot.records.refresh import unknown_slug

    record, findings = store.load(project.content, slug)
    if record is None:
        raise ContentError(*(findings or [unknown_slug(slug)]))
    reading = _reading(project, record, findings)
    explained = explain.explain(record, reading, field)
    if field and not explained:
        what, mend = (
            tell("the record has no “%(field)s”", field=field),
            tell("name a key of its front matter"),
        )
        raise ContentError(Finding(record.sheet.path, 1, "field-unknown", what, mend))
    return explained, findings


def _reading(project: Project, record: Record, findings: list[Finding]) -> Reading | None:
    from diglot.records.refresh import Seeds, missing

    if record.state is None:
        return None
    seed = Seeds(project).of(record.state)
    if seed is None:
        findings.append(missing(record.sheet.path, record.state.seed_path))
        return None
    authority, _ = registry.load(project.content)
    return Reader(authority).read(seed)
