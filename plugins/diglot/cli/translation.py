"""``diglot translate``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diglot import settingsfile
from diglot.cli.base import end, pass_project, settings_option
from diglot.config import Project
from diglot.problems import Finding, SettingsError, tell
from diglot.translation.engines import MEMORY, NAMES, Engines
from diglot.translation.engines.base import Engine, EngineError
from diglot.translation.work import Job, Report

if TYPE_CHECKING:
    from diglot.records.content import Content


@click.command()
@click.argument("slugs", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Translate every record.")
@click.option("--engine", type=click.Choice([*NAMES, MEMORY]), help="Use this engine.")
@click.option("--list", "listing", is_flag=True, help="Say which engines are ready, and why.")
@settings_option
@pass_project
def translate(  # noqa: PLR0913  # one argument for each option
    project: Project,
    slugs: Sequence[str],
    engine: str | None,
    settings: Path,
    *,
    every: bool,
    listing: bool,
) -> None:
    """Translate what is missing or out of date.

    What people wrote stays as it is. A run that was stopped goes on where it ended.
    """
    from diglot.translation.settings import load

    chosen = load(settings)
    engines = Engines(project.root, chosen.engines, os.environ)
    if listing:
        _list(engines, engine or chosen.engine)
        return
    if bool(slugs) == every:
        raise click.UsageError("name SLUGS of records, or give --all")
    try:
        _translate(project, slugs, engines, engine or chosen.engine or engines.best())
    except EngineError as error:
        mend = tell("see “diglot translate --list”")
        raise SettingsError(
            Finding(settingsfile.NAME, 0, "engine", tell("%(reason)s", reason=error), mend)
        ) from None


def _list(engines: Engines, chosen: str) -> None:
    """The engines, one line each; the one that would be used is marked."""
    used = chosen or engines.best()
    for name, offer in engines.offers().items():
        mark = "*" if name == used else " "
        click.echo(f"{mark} {name:12} {'ready' if offer.ready else '-':6} {offer.why}")
    mark = "*" if used == MEMORY else " "
    click.echo(f"{mark} {MEMORY:12} {'ready':6} earlier translations of this project")


def _translate(project: Project, slugs: Sequence[str], engines: Engines, name: str) -> None:
    from diglot.records import content
    from diglot.translation import work

    loaded, report = content.load(project), work.Report()
    todo = work.jobs(loaded, slugs, report)
    if todo or not report.findings:
        wanted = any(job.segments for job in todo)
        _run(loaded, todo, report, engines.open(name) if wanted else None)
        for slug in report.written:
            click.echo(f"translated: {slug}")
        click.echo(_summary(report, name))
    end([*loaded.findings, *report.findings])


def _run(loaded: Content, todo: Sequence[Job], report: Report, engine: Engine | None) -> None:
    """Translate, with a bar of progress; nobody else holds the engine, which goes at the end."""
    from diglot.translation.memory import Memory
    from diglot.translation.run import Run

    total = sum(len(job.segments) for job in todo)
    try:
        with click.progressbar(length=total, label=f"{total} segments", file=sys.stderr) as bar:
            Run(loaded.project, Memory.of(loaded), engine, report, bar.update, _ending).do(todo)
    except KeyboardInterrupt:
        click.echo(
            "stopped; what was answered is kept, and the next run goes on from here", err=True
        )
        raise


def _ending() -> None:
    click.echo("\nstopping: what is under way is still taken in", err=True)


def _summary(report: Report, name: str) -> str:
    """One line on what a run has done."""
    parts = [f"{report.reused} reused", f"{report.translated} translated by {name}"]
    parts.append(f"{report.failed} failed")
    if report.left:
        parts.append(f"{report.left} left, as no engine was asked (see “diglot translate --list”)")
    if report.waiting:
        mend = tell("bring them up to date, then “diglot review”")
        parts.append(f"{report.waiting} out of date but a person's: {mend}")
    usage = report.usage
    if usage.unit:
        cost = "" if usage.cost is None else f" (cost {usage.cost:.4f})"
        parts.append(f"{usage.units:,} {usage.unit}{cost}")
    return "; ".join(parts)
