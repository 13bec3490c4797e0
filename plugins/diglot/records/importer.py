"""Seeds to records. A record that exists is never touched here; see `refresh`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from diglot.authority import Registry
from diglot.config import ImportMode, Project
from diglot.problems import Finding, SeedError
from diglot.records import bodies, files, registry, store
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


def import_seeds(project: Project, mode: ImportMode = "on") -> Report:
    """Make a record of each seed that has none; a second run writes nothing."""
    report = Report()
    known = Known(project)
    fresh = [seed for seed in seeds(project) if not known.has(seed, report.findings)]
    if mode == "off":
        report.findings += [_unimported(seed) for seed in fresh]
    elif fresh:
        _import(project, known, fresh, report)
    return report


def _import(project: Project, known: Known, fresh: list[Seed], report: Report) -> None:
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
            report.created.append(_write(project, authority, known, reading))
        else:
            report.findings.append(duplicate(seed, twin))


def _write(project: Project, authority: Registry, known: Known, reading: Reading) -> str:
    slug = known.add(reading)
    content, blocks = project.content, reading.blocks
    store.write_article(content, slug, reading.article, bodies.join(blocks))
    store.write_translation(content, slug, reading.translation, bodies.untranslated(blocks))
    # The state comes last: alone, it would mean that an editor deleted the record.
    today = datetime.now(UTC).date().isoformat()
    store.write_state(content, slug, replace(reading.state, imported=today))
    _propose(project, authority, reading)
    return slug


def _propose(project: Project, authority: Registry, reading: Reading) -> None:
    """Registry files for companies nobody knew; an editor's file is left alone."""
    for key, company in reading.extraction.proposed:
        path = project.companies / f"{key}.yml"
        if key not in authority.companies and not path.exists():
            comment = f"Proposed by the importer from {reading.seed.path}; check the names."
            files.write_text(path, registry.dump_company(company, comment))


def _unimported(seed: Seed) -> Finding:
    what, mend = "seed without a record, and importing is off", "run “diglot import” and commit"
    return Finding(seed.path, 0, "seed-unimported", what, mend)
