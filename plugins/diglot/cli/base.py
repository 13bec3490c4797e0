"""What all commands share: findings instead of tracebacks, and the options they have in common."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

from diglot.problems import DiglotError, Finding, Severity, ranked, system, tell

SETTINGS: Final = "pelican.conf.py"
"""The settings file, in the project's root."""


class Findings(click.ClickException):
    """Ends a command by printing findings; the exit status is 1 if one is an error."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = ranked(findings)
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


class Group(click.Group):
    """Commands that end in findings, never in a traceback, when the input is at fault."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except DiglotError as error:
            raise Findings(error.findings) from None
        except BrokenPipeError:
            raise  # whoever read the output has seen enough; click ends quietly
        except OSError as error:
            name = str(error.filename or "?")
            what, mend = system(error), tell("check the path and its permissions")
            raise Findings([Finding(name, 0, "file-unusable", what, mend)]) from None


def end(findings: Iterable[Finding]) -> None:
    """Print findings, if any, and set the exit status."""
    if listed := list(findings):
        raise Findings(listed)


settings_option = click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Settings file; pelican.conf.py in the root if left out.",
)

day_option = click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: f"{datetime.now():%Y-%m-%d}",  # noqa: DTZ005  # the reviewer's own day
    show_default="today",
    help="Day of the review.",
)
