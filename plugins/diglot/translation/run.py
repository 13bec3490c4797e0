"""``diglot translate``: fill in what is missing or stale, and nothing else.

Each answer is written down as it comes (`journal`), each record as soon as its last answer is
there; whatever stops the run, the next one goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from threading import Event

from diglot.config import Project
from diglot.markdown import collapse
from diglot.problems import Finding, Severity, tell
from diglot.records import files, store
from diglot.translation import plan
from diglot.translation.bitext import Bitext
from diglot.translation.engines import MEMORY
from diglot.translation.engines.base import Closing, Engine, EngineError
from diglot.translation.journal import Journal, Question
from diglot.translation.memory import Memory
from diglot.translation.work import Job, Report, readable

Told = Callable[[int], object]
"""Called with the number of segments that were just settled."""


@dataclass(slots=True)
class Asked:
    """A question, and the jobs that wait for its answer."""

    question: Question
    jobs: list[Job] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a batch."""

    answers: Mapping[int, str]
    """By position in the batch."""
    fault: EngineError | None = None
    """Why the others have none; None too if they were not asked any more."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run over some jobs."""

    project: Project
    memory: Memory
    engine: Engine | None
    """Asked for what the memory does not know; None: nobody is."""
    report: Report
    """Filled in."""
    told: Told
    """Told of progress."""
    ending: Callable[[], None]
    """Called when the run is interrupted, and only waits for what is under way."""
    stop: Event = field(default_factory=Event)
    """Set once it is pointless to ask on."""

    @property
    def journal(self) -> Journal:
        """Earlier answers."""
        return Journal(self.project.root / ".cache" / "diglot" / "translations")

    def do(self, todo: Sequence[Job]) -> None:
        """Translate jobs, and write each as soon as it is done."""
        asked: dict[str, Asked] = {}
        for job in todo:
            self._recall(job, asked)
        for job in todo:
            if not job.open:
                self._finish(job)
        if self.engine is not None:
            try:
                self._ask(self.engine, list(_batches(asked.values(), self.engine.batch)))
            finally:
                self.report.usage = self.engine.usage()
                if isinstance(self.engine, Closing):
                    with suppress(EngineError):  # the next run tidies up
                        self.engine.close()

    def _recall(self, job: Job, asked: dict[str, Asked]) -> None:
        """Answer what is known already, and gather what is to be asked."""
        for text in job.segments:
            if (known := self.memory.recall(text, job.source, job.target)) is not None:
                job.answers[text] = known, MEMORY
            elif self.engine is None:
                self.report.left += 1
            else:
                question = job.question(self.engine.name, text)
                if (known := self.journal.find(question)) is not None:
                    job.answers[text] = known, self.engine.name
                else:
                    asked.setdefault(question.key, Asked(question)).jobs.append(job)
                    job.open += 1
        self.report.reused += len(job.answers)
        self.told(len(job.answers))

    def _ask(self, engine: Engine, batches: Sequence[Sequence[Asked]]) -> None:
        with ThreadPoolExecutor(max_workers=engine.threads) as pool:
            under_way = {pool.submit(self._put, engine, batch): batch for batch in batches}
            try:
                for future in as_completed(under_way):
                    self._settle(engine, under_way[future], future.result())
            except BaseException:
                # What is under way may be paid for already: it is still written down.
                self.stop.set()
                if isinstance(engine, Closing):
                    engine.stop()
                self.ending()
                raise

    def _put(self, engine: Engine, batch: Sequence[Asked]) -> Heard:
        """Ask the engine; runs in a thread, and writes down what it hears before anything else."""
        if self.stop.is_set():
            return Heard({})
        questions = [asked.question for asked in batch]
        heard = _hear(engine, questions)
        for place, answer in heard.answers.items():
            self.journal.keep(questions[place], answer)
        if heard.fault is not None and heard.fault.fatal:
            self.stop.set()
        return heard

    def _settle(self, engine: Engine, batch: Sequence[Asked], heard: Heard) -> None:
        """Take in what came of a batch."""
        report, failed = self.report, dict[Job, None]()
        for place, asked in enumerate(batch):
            answer = heard.answers.get(place)
            for job in asked.jobs:
                job.open -= 1
                if answer is None:
                    failed[job] = None
                else:
                    job.answers[asked.question.text] = answer, engine.name
            report.failed += len(asked.jobs) if answer is None else 0
            report.translated += answer is not None
            report.reused += len(asked.jobs) - 1 if answer is not None else 0
            self.told(len(asked.jobs))
        if heard.fault is not None:
            report.findings += [_failed(job, heard.fault) for job in failed]
        for job in dict.fromkeys(job for asked in batch for job in asked.jobs):
            if not job.open:
                self._finish(job)

    def _finish(self, job: Job) -> None:
        """Write a record; one that cannot be written stops no other."""
        try:
            self._write(job)
        except OSError as error:
            name = Path(error.filename2 or error.filename or job.record.sheet.path)
            inside = name.is_relative_to(self.project.root)
            shown = self.project.relative(name) if inside else str(name)
            self.report.findings.append(files.unusable(shown, error))

    def _write(self, job: Job) -> None:
        """Write a record as it is on the disk now: an editor may have been at work meanwhile."""
        content, slug = self.project.content, job.record.slug
        record, _ = store.load(content, slug)
        if record is None or not readable(content, record):
            self.report.findings.append(_changed(job))
            return
        work = Bitext.of(record)
        answers, by = job.whole(plan.wanted(work))
        # Rules and code need no translator, and make no translation on their own.
        if answers and (any(answers.values()) or work.info.by):
            after = plan.done(work, answers, by)
            # The state goes first: a text it knows and the file lacks is only missing, but a
            # text the file has and the state does not know would count as a person's.
            store.write_state(content, slug, after.state)
            store.write_sheet(content, slug, after.translation, after.body)
            self.report.written.append(slug)


def _batches(asked: Iterable[Asked], size: int) -> Iterator[Sequence[Asked]]:
    """What is asked in one call: segments of one record, in their order."""
    for _, group in groupby(asked, key=lambda one: one.jobs[0]):
        left = list(group)
        for start in range(0, len(left), size):
            yield left[start : start + size]


def _hear(engine: Engine, questions: Sequence[Question]) -> Heard:
    """The answers of an engine, as far as they can be used."""
    texts, first = [question.text for question in questions], questions[0]
    terms = dict.fromkeys(term for question in questions for term in question.terms)
    glossary = sorted(terms, key=lambda term: -len(term.source))
    fault = None
    try:
        found = engine.translate(texts, first.source, first.target, glossary)
        answers: Mapping[int, str] = dict(enumerate(found))
        if len(answers) != len(texts):
            answers, fault = {}, EngineError(f"{len(found)} answers to {len(texts)} segments")
    except EngineError as error:
        answers, fault = error.done, error
    good = {n: text for n, answer in answers.items() if (text := collapse(answer))}
    if fault is None and len(good) < len(texts):
        fault = EngineError("an empty answer")
    return Heard(good, fault)


def _failed(job: Job, error: EngineError) -> Finding:
    mend = tell("run “diglot translate” again: only what failed is asked again")
    if error.fatal:
        mend = tell("see “diglot translate --list”, and then %(mend)s", mend=mend)
    return Finding(
        job.record.sheet.path,
        0,
        "translation-failed",
        tell("%(reason)s", reason=error),
        mend,
        Severity.ERROR,
    )


def _changed(job: Job) -> Finding:
    what = tell(
        "a file of this record could not be read any more when its translation was to be written"
    )
    mend = tell("mend the file, and run “diglot translate” again: nothing is asked twice")
    return Finding(job.record.sheet.path, 0, "translation-failed", what, mend, Severity.ERROR)
