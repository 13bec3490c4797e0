"""Raw texts that did not become records."""

from __future__ import annotations

from diglot.check.problem import Problem, Problems
from diglot.facts.gazetteer import Gazetteer
from diglot.problems import Finding, SeedError
from diglot.records import bodies
from diglot.records.content import Content
from diglot.records.known import Known, duplicate
from diglot.records.reading import seeds
from diglot.records.refresh import Seeds, missing
from diglot.text.clean import clean


def seed_faults(content: Content) -> list[Finding]:
    """Seeds that cannot be read, that changed, or that stand there twice."""
    present, findings = seeds(content.project), list[Finding]()
    known = Known(content.project, present)
    fresh = [seed for seed in present if not known.has(seed, findings)]
    names = Gazetteer(content.registry).forms() if fresh else frozenset[str]()
    for seed in fresh:
        try:
            blocks = clean(seed.data, seed.path, names).blocks
        except SeedError as error:
            findings += error.findings
            continue
        if twin := known.twin(map(bodies.of_block, blocks)):
            findings.append(duplicate(seed, twin))
    return findings


def seed_missing(content: Content) -> Problems:
    """A record whose raw text is not where its state file says, nor anywhere else."""
    found = Seeds(content.project)
    for record in content.records:
        written = record.state is not None and not record.state.seed_path  # by hand
        if record.state and not written and found.of(record.state) is None:
            told = missing(record, record.state)
            yield Problem(told.path, told.line, told.what, told.mend)
