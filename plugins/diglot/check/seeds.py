"""Raw texts that did not become records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diglot.check.problem import Problem, Problems
from diglot.check.verdict import Gist
from diglot.facts.gazetteer import Gazetteer
from diglot.problems import Finding, SeedError, tell
from diglot.records import bodies
from diglot.records.content import Content
from diglot.records.formats import SUFFIXES, plain
from diglot.records.known import Known, duplicate
from diglot.records.reading import seed_files, seeds
from diglot.records.refresh import Seeds, missing
from diglot.text.clean import clean


def seed_faults(content: Content, gists: Sequence[Gist] = ()) -> list[Finding]:
    """Seeds that cannot be read, that changed, or that stand there twice."""
    present, findings = seeds(content.project), list[Finding]()
    owned = Counter(gist.seed for gist in gists)
    if all(owned[seed.path, seed.sha256] == 1 for seed in present):
        return []  # each is the text of just the record made of it
    known = Known(content.project, present)
    fresh = [seed for seed in present if not known.has(seed, findings)]
    names = Gazetteer(content.registry).forms() if fresh else frozenset[str]()
    for seed in fresh:
        try:
            blocks = clean(plain(seed.path, seed.data).data, seed.path, names).blocks
        except SeedError as error:
            findings += error.findings
            continue
        if twin := known.twin(map(bodies.of_block, blocks)):
            findings.append(duplicate(seed, twin))
    return findings


def seed_format(content: Content) -> Problems:
    """A file in ``seeds/`` of a kind that is not read."""
    endings = ", ".join(sorted(SUFFIXES))
    for path in seed_files(content.project)[1]:
        mend = tell(
            "save the article as one of %(endings)s, or move the file elsewhere", endings=endings
        )
        yield Problem(content.project.relative(path), 0, tell("the file is not read"), mend)


def seed_missing(content: Content, gists: Sequence[Gist]) -> Problems:
    """A record whose raw text is not where its state file says, nor anywhere else."""
    found = Seeds(content.project)
    for gist in gists:
        if gist.seed and found.at(*gist.seed) is None:
            told = missing(gist.path, gist.seed[0])
            yield Problem(told.path, told.line, told.what, told.mend)
