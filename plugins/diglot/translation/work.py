"""What ``diglot translate`` has to do, record by record, and what it did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from diglot.authority import Registry
from diglot.languages import Lang, other
from diglot.problems import Finding
from diglot.records import store
from diglot.records.content import Content
from diglot.records.refresh import unknown_slug
from diglot.translation import plan, terms
from diglot.translation.bitext import Bitext, Place
from diglot.translation.engines import MEMORY
from diglot.translation.engines.base import Term, Usage
from diglot.translation.journal import Question


@dataclass(slots=True)
class Report:
    """What a run has done, in segments: a title, a summary, a block or a line of a list."""

    reused: int = 0
    """Taken from the memory, an earlier run or the same segment elsewhere."""
    translated: int = 0
    failed: int = 0
    left: int = 0
    """Not translated because no engine was there to ask."""
    waiting: int = 0
    """Stale blocks with a person's words: a person must look at them."""
    usage: Usage = field(default_factory=Usage)
    written: list[str] = field(default_factory=list)
    """Slugs of the records that changed."""
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Job:
    """A record and its answers so far."""

    record: store.Record
    source: Lang
    target: Lang
    base: tuple[Term, ...]
    segments: tuple[str, ...]
    """Texts to translate, each once."""
    answers: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Translation and its maker, by segment."""
    open: int = 0
    """Segments still under way."""

    def question(self, engine: str, text: str) -> Question:
        """A segment, for this engine."""
        return Question(engine, self.source, self.target, text, terms.in_text(self.base, text))

    def whole(
        self, wanted: Mapping[Place, Sequence[str]]
    ) -> tuple[dict[Place, list[str]], dict[Place, str]]:
        """Translations and makers of the places all of whose segments were answered."""
        answers: dict[Place, list[str]] = {}
        by: dict[Place, str] = {}
        for place, texts in wanted.items():
            if all(text in self.answers for text in texts):
                found = [self.answers[text] for text in texts]
                answers[place] = [text for text, _ in found]
                by[place] = next((name for _, name in found if name != MEMORY), MEMORY)
        return answers, by


def jobs(content: Content, slugs: Sequence[str], report: Report) -> list[Job]:
    """The named records, or all, as far as they want work.

    A record with a file that cannot be read is left alone: nobody knows what stands in it, and
    the content's own findings say what is wrong.
    """
    records = {record.slug: record for record in content.records}
    report.findings += [unknown_slug(slug) for slug in slugs if slug not in records]
    found = []
    for slug in dict.fromkeys(slugs or records):
        if slug in records and readable(content.project.content, records[slug]):
            work = Bitext.of(records[slug])
            report.waiting += plan.waiting(work)
            if wanted := plan.wanted(work):
                found.append(_job(work, content.registry, wanted))
    return found


def _job(work: Bitext, registry: Registry, wanted: Mapping[Place, Sequence[str]]) -> Job:
    article, segments = work.record.article, chain.from_iterable(wanted.values())
    base = terms.term_base(article, registry, other(work.record.side))
    langs = article.lang, work.translation.lang
    return Job(work.record, *langs, base, tuple(dict.fromkeys(segments)))


def readable(folder: Path, record: store.Record) -> bool:
    """Whether every file of a record that exists was read."""
    twin = record.translation is not None or not store.twin_path(folder, record).exists()
    return twin and (
        record.state is not None or not store.state_path(folder, record.slug).is_file()
    )
