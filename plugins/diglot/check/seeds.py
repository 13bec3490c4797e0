"""Raw texts that did not become records."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from html import unescape
from typing import Final

from diglot.check.problem import Problem, Problems
from diglot.check.verdict import Gist
from diglot.facts.gazetteer import Gazetteer
from diglot.problems import Finding, SeedError, listed, tell
from diglot.records import bodies
from diglot.records.content import Content
from diglot.records.formats import SUFFIXES, plain
from diglot.records.known import Known, duplicate
from diglot.records.reading import Seed, seed_files, seeds
from diglot.records.refresh import Seeds, missing
from diglot.text.clean import clean
from diglot.text.decode import decode

_MARKS: Final = re.compile(r"[\W_]+")


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
    endings = listed(sorted(SUFFIXES))
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


def evidence_missing(content: Content, gists: Sequence[Gist]) -> Problems:
    """Evidence for the date of publication that is neither in a record's text nor in its raw one.

    Letters and digits are compared: a stamp is often run together with what stands beside it.
    """
    found = Seeds(content.project)
    mend = tell("quote the words as they stand there, or in the title or text")
    for gist in gists:
        seed = found.at(*gist.seed) if gist.quoted and gist.seed else None
        if seed is None:
            continue  # `seed_missing` tells; a record written by hand has none
        text = _letters(_text(seed))
        for one in gist.quoted:
            if _letters(one.words) not in text:
                what = tell(
                    "evidence “%(words)s” does not stand in the raw text %(seed_path)s",
                    words=one.words,
                    seed_path=seed.path,
                )
                yield Problem(gist.path, one.line, what, mend, one.column)


def _text(seed: Seed) -> str:
    """The whole text of a seed; nothing of one that cannot be read, which is told elsewhere."""
    try:
        return decode(plain(seed.path, seed.data).data, seed.path).text
    except SeedError:
        return ""


def _letters(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", unescape(text)).casefold())
