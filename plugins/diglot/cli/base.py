"""What all commands share: findings instead of tracebacks, and the options they have in common."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import update_wrapper
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

from diglot import settingsfile
from diglot.config import Project
from diglot.problems import (
    ContentError,
    DiglotError,
    Finding,
    Message,
    Severity,
    ranked,
    refused,
    tell,
)

P = ParamSpec("P")
T = TypeVar("T")


class Findings(click.ClickException):
    """Ends a command by printing findings; the exit status is 1 if one is an error.

    A last line may say how much was looked at, so that silence is never taken for a failure.
    """

    def __init__(self, findings: Iterable[Finding], closing: Message | None = None) -> None:
        self.findings, self.closing = ranked(findings), closing
        super().__init__("")

    @property
    def exit_code(self) -> int:  # type: ignore[override]  # click has a constant here
        """1 if a finding is an error, else 0."""
        return int(any(f.severity is Severity.ERROR for f in self.findings))

    def show(self, file: Any = None) -> None:
        """Print one line for each finding, in the language of the terminal."""
        from diglot.i18n.said import spoken, translate

        words = translate(spoken(os.environ))
        for finding in self.findings:
            click.echo(finding.said(words), err=True)
        if self.closing:
            click.echo(self.closing.said(words), err=True)


class Group(click.Group):
    """Commands that end in findings, never in a traceback, when the input is at fault."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of work, not of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except DiglotError as error:
            raise Findings(error.findings) from None
        except BrokenPipeError:
            raise  # whoever read the output has seen enough; click ends quietly
        except OSError as error:
            raise Findings([refused(error)]) from None


def end(findings: Iterable[Finding], closing: Message | None = None) -> None:
    """Print findings and a last line, if any, and set the exit status."""
    listed = list(findings)
    if listed or closing:
        raise Findings(listed, closing)


def pass_project(command: Callable[Concatenate[Project, P], T]) -> Callable[P, T]:
    """Gives a command the project as its first argument.

    Raises, when the command is run:
        ContentError: the folder holds none.
    """

    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        project: Project = click.get_current_context().obj
        if not (project.content.is_dir() or project.seeds.is_dir()):
            what = tell("no project here: this folder has neither content/ nor seeds/")
            mend = tell(
                "go to the folder of your site (cd), name it with --root, or make one: diglot init"
            )
            raise ContentError(Finding(str(project.root), 0, "project-missing", what, mend))
        return command(project, *args, **kwargs)

    return update_wrapper(run, command)


def _settings(context: click.Context, _: click.Parameter, given: Path | None) -> Path:
    project: Project = context.obj
    return given or project.root / settingsfile.NAME


settings_option = click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    callback=_settings,
    help="Settings file; pelican.conf.py in the root if left out.",
)

day_option = click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    default=lambda: f"{datetime.now():%Y-%m-%d}",  # noqa: DTZ005  # the reviewer's own day
    show_default="today",
    help="Day of the review.",
)
