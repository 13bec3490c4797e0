"""Commands for translators' tools: export, import-translation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from diglot.cli.base import day_option, end, pass_project
from diglot.config import Project
from diglot.languages import SIDES, Side

if TYPE_CHECKING:
    from diglot.translation.exchange.leaving import Form
    from diglot.translation.exchange.taking import Taken


@click.command()
@click.argument("slugs", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Export every record.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["po", "xliff", "tmx"]),
    required=True,
    help="PO for Poedit and Weblate, XLIFF for CAT tools, TMX for their memory.",
)
@click.option(
    "--xliff-version",
    type=click.Choice(["1.2", "2.0"]),
    default="1.2",
    show_default=True,
    help="Version of XLIFF.",
)
@click.option("--to", type=click.Choice(SIDES), help="Only records translated into this language.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write this file; else print it."
)
@pass_project
def export(  # noqa: PLR0913  # one argument for each option
    project: Project,
    slugs: Sequence[str],
    *,
    every: bool,
    form: str,
    xliff_version: str,
    to: Side | None,
    out: Path | None,
) -> None:
    """Write records as a file for a translator's tool."""
    from diglot.records import content, files
    from diglot.translation.exchange import leaving

    if bool(slugs) == every:
        raise click.UsageError("name SLUGS of records, or give --all")
    loaded = content.load(project)
    findings = list(loaded.findings)
    bitexts = leaving.chosen(loaded, slugs, to, findings)
    if not bitexts and not findings:
        click.echo("no record to export", err=True)
    elif bitexts:
        name = f"xliff-{xliff_version}" if form == "xliff" else form
        data = leaving.export(loaded, bitexts, cast("Form", name))
        if out is None:
            click.echo(data, nl=False)
        else:
            files.write_bytes(out, data)
    end(findings)


@click.command("import-translation")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", "name", help="The translator; else whom a PO file names.")
@day_option
@pass_project
def import_translation(project: Project, file: Path, name: str | None, on: datetime) -> None:
    """Take in what a translator changed in FILE.

    FILE is a PO or XLIFF file that “diglot export” wrote.
    """
    from diglot.translation.exchange.returning import take_in

    report = take_in(project, file, name, f"{on:%Y-%m-%d}")
    for slug, taken in report.written.items():
        click.echo(f"imported: {slug} ({_summary(taken)})")
    if not report.written:
        click.echo("nothing to import")
    end(report.findings)


def _summary(taken: Taken) -> str:
    """What came into a record."""
    parts = [f"{len(taken.texts)} translated", f"{taken.read} reviewed"]
    if taken.doubted:
        parts.append(f"{taken.doubted} not reviewed any more")
    return ", ".join(parts)
