"""Commands that look after the files of ``content/``: check, fmt."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from diglot.cli.base import end, pass_project
from diglot.config import Project
from diglot.languages import SIDES, Side
from diglot.problems import Severity


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="Lines for people, annotations of a pull request, or an object for tools.",
)
@click.option(
    "--lang",
    type=click.Choice(SIDES),
    help="Language of the findings; that of the terminal's locale if left out.",
)
@click.option("--fix", is_flag=True, help="First mend what is safe to mend, and say what that was.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    show_default=True,
    help="From which severity on the exit status is 1.",
)
@pass_project
def check(project: Project, form: str, lang: Side | None, fail_on: str, *, fix: bool) -> None:
    """Say what is wrong, and how to mend it.

    Looks at all of content/ and seeds/. The most serious findings come first. As text, a last
    line on stderr tells how much was checked.
    """
    from diglot.check import report, run
    from diglot.i18n.said import spoken, translate

    words = translate(lang or spoken(os.environ))
    if fix:
        from diglot.check.fixing import fix as mend

        for done in mend(project):
            click.echo(done.said(words), err=True)
    findings = run(project)
    click.echo(report.FORMATS[form](findings, words), nl=False)
    if form == "text":
        click.echo(report.closing(project, findings).said(words), err=True)
    sys.exit(report.status(findings, Severity[fail_on.upper()]))


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@pass_project
def fmt(project: Project, files: Sequence[Path], *, only: bool) -> None:
    """Bring files of content/ into their canonical form.

    FILES are Markdown files of articles or YAML files of the registries; all of content/ if left
    out. Comments, the order of lists and the body stay. What cannot be read stays as it is.
    """
    from diglot.records import canonical

    changed, findings = canonical.write(project, files, only=only)
    for path in changed:
        click.echo(f"{'would change' if only else 'changed'}: {path}")
    end(findings)
    sys.exit(int(only and bool(changed)))
