"""``diglot import-translation``: what a translator's tool gives back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from diglot.config import Project
from diglot.problems import ContentError, Finding, tell
from diglot.records import store
from diglot.records.state import Review
from diglot.translation.bitext import Bitext
from diglot.translation.exchange import taking
from diglot.translation.exchange.batch import Incoming, broken, read_bytes
from diglot.translation.exchange.leaving import door
from diglot.translation.exchange.taking import Taken
from diglot.translation.exchange.units import Answer
from diglot.translation.work import readable

_XLIFF: Final = (".xlf", ".xliff", ".mxliff", ".sdlxliff", ".mqxliff")


@dataclass(slots=True)
class Report:
    """What an import has done."""

    written: dict[str, Taken] = field(default_factory=dict)
    """Of the records that changed, by slug."""
    findings: list[Finding] = field(default_factory=list)


def take_in(project: Project, path: Path, by: str | None, on: str) -> Report:
    """Put what a translator changed in a file into the records.

    Args:
        project: The project.
        path: A PO or XLIFF file that was exported from it.
        by: The translator; None: whom the file names.
        on: The day, for reviews (ISO 8601).

    Raises:
        ContentError: the file cannot be read, or nobody says who the translator is.
        SettingsError: a library is not installed.
    """
    shown = _shown(project, path)
    incoming = read(path, shown)
    name, report = (by or incoming.by or "").strip(), Report()
    mark = Review(by=name, on=on)
    changes = list(_changes(project, _once(incoming.answers, shown, report), shown, mark, report))
    if changes and not name:
        what, mend = (
            tell("the file does not name its translator"),
            tell("give --by NAME; nothing was imported"),
        )
        raise ContentError(Finding(shown, 0, "exchange-name", what, mend))
    for work, taken in changes:
        _write(project, work, taken, mark)
        report.written[work.record.slug] = taken
    return report


def read(path: Path, shown: str) -> Incoming:
    """The entries of a PO or XLIFF file.

    Raises:
        ContentError: it is neither, or broken.
        SettingsError: a library is not installed.
    """
    head = read_bytes(path, shown)[:4096].replace(b"\0", b"")
    suffix = path.suffix.lower()
    if suffix == ".tmx" or b"<tmx" in head:
        what = tell("this is a TMX file: a memory, with no place of its own in the records")
        raise broken(shown, 1, what, tell("let your CAT tool read it, and import its XLIFF or PO"))
    is_xliff = suffix in _XLIFF or b"<xliff" in head
    found: Incoming = door("xliff" if is_xliff else "po").read(path, shown)
    if not any(answer.slug and answer.key for answer in found.answers):
        raise broken(
            shown, 1, tell("the file has no entry of “diglot export”"), tell("export it again")
        )
    return found


def _shown(project: Project, path: Path) -> str:
    """The path for findings: from the root, where it is below it."""
    whole = path.resolve()
    root = project.root.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()


def _once(
    answers: Iterable[Answer], shown: str, report: Report
) -> Mapping[str, Mapping[str, Answer]]:
    """The answers by slug and key."""
    found: dict[str, dict[str, Answer]] = {}
    for answer in answers:
        of_slug = found.setdefault(answer.slug, {})
        if answer.key in of_slug:
            what = tell(
                "“%(slug)s/%(key)s” stands in the file twice", slug=answer.slug, key=answer.key
            )
            mend = tell("only the first is read; delete one of them")
            report.findings.append(Finding(shown, answer.line, "exchange-twice", what, mend))
        of_slug.setdefault(answer.key, answer)
    return found


def _changes(
    project: Project,
    answers: Mapping[str, Mapping[str, Answer]],
    shown: str,
    mark: Review,
    report: Report,
) -> Iterable[tuple[Bitext, Taken]]:
    """The records that change."""
    for slug, of_slug in answers.items():
        record, findings = store.load(project.content, slug)
        first = next(iter(of_slug.values()))
        if record is None or not readable(project.content, record):
            report.findings += findings or [_unknown(shown, first, len(of_slug))]
            continue
        work = Bitext.of(record)
        taken = taking.take(work, of_slug.values(), shown, mark)
        report.findings += taken.findings
        if taken.units:
            yield work, taken


def _unknown(shown: str, answer: Answer, count: int) -> Finding:
    what = tell(
        "no record is called “%(slug)s” (entries of it: %(count)s)", slug=answer.slug, count=count
    )
    mend = tell("if it was renamed, export again; entries are made by “diglot export” alone")
    return Finding(shown, answer.line, "exchange-unknown", what, mend)


def _write(project: Project, work: Bitext, taken: Taken, mark: Review) -> None:
    """Write the state first, as a run of translation does."""
    after, slug = taking.put(work, taken, mark), work.record.slug
    store.write_state(project.content, slug, after.state)
    if work.record.translation is not None or taken.texts:
        store.write_sheet(project.content, slug, after.translation, after.body)
