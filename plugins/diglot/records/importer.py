"""Seeds to records. A record that exists is never touched here; see `refresh`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from diglot.authority import Registry
from diglot.config import ImportMode, Project
from diglot.problems import Finding, SeedError, tell
from diglot.records import bodies, proposing, registry, store
from diglot.records.known import Known, duplicate
from diglot.records.reading import Reader, Reading, Seed, seeds


@dataclass(slots=True)
class Report:
    """What a run did."""

    created: list[str] = field(default_factory=list)
    """Slugs of new records."""
    changed: list[str] = field(default_factory=list)
    """Slugs of records a refresh changed."""
    findings: list[Finding] = field(default_factory=list)
    seen: int = 0
    """Raw texts looked at."""


def import_seeds(project: Project, mode: ImportMode = "on", day: date | None = None) -> Report:
    """Make a record of each seed that has none; a second run writes nothing.

    Args:
        project: Where the seeds are, and the records come to be.
        mode: With ``off`` nothing is written, and each seed without a record is an error.
        day: Day the records are said to have been imported on; today (UTC) if left out.
    """
    present = seeds(project)
    report = Report(seen=len(present))
    known = Known(project, present)
    report.findings += known.findings
    fresh = [seed for seed in present if not known.has(seed, report.findings)]
    if mode == "off":
        report.findings += [_unimported(seed) for seed in fresh]
    elif fresh:
        _import(project, known, fresh, day or datetime.now(UTC).date(), report)
    return report


def _import(project: Project, known: Known, fresh: list[Seed], day: date, report: Report) -> None:
    authority, findings = registry.load(project.content)
    report.findings += findings
    reader = Reader(authority)
    for seed in fresh:
        try:
            reading = reader.read(seed)
        except SeedError as error:
            report.findings += error.findings
            continue
        twin = known.twin(reading.blocks)
        if twin is None:
            slug = known.add(reading)
            _write(project, authority, slug, reading, day)
            report.created.append(slug)
        else:
            report.findings.append(duplicate(seed, twin))


def _write(project: Project, authority: Registry, slug: str, reading: Reading, day: date) -> None:
    content, blocks = project.content, reading.blocks
    store.write_sheet(content, slug, reading.article, bodies.join(blocks))
    store.write_sheet(content, slug, reading.translation, bodies.untranslated(blocks))
    proposing.drafts(project, authority, reading)
    # The state comes last: alone, it would mean that an editor deleted the record.
    store.write_state(content, slug, replace(reading.state, imported=day.isoformat()))


def _unimported(seed: Seed) -> Finding:
    what, mend = (
        tell("seed without a record, and importing is off"),
        tell("run “diglot import” and commit"),
    )
    return Finding(seed.path, 0, "seed-unimported", what, mend)
