"""Raw texts that did not become records."""

from __future__ import annotations

from diglot.check.problem import Problem, Problems
from diglot.facts.gazetteer import Gazetteer
from diglot.problems import Finding, SeedError
from diglot.records import bodies
from diglot.records.content import Content
from diglot.records.known import Known, duplicate
from diglot.records.reading import seeds
from diglot.text.clean import clean


def seed_faults(content: Content) -> list[Finding]:
    """Seeds that cannot be read, that changed, or that stand there twice."""
    known, findings = Known(content.project), list[Finding]()
    fresh = [seed for seed in seeds(content.project) if not known.has(seed, findings)]
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
    present = seeds(content.project)
    known = {seed.path for seed in present} | {seed.sha256 for seed in present}
    for record in content.records:
        memory = record.state
        if memory and memory.seed_path not in known and memory.seed_sha256 not in known:
            what = f"the raw text {memory.seed_path} is gone"
            mend = "put it back, or delete the state file to keep the record as it is"
            yield Problem(record.sheet.path, 0, what, mend)
