"""Commands on records and registries: import, extract, explain, check, rename, companies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diglot.cli.base import end, pass_project
from diglot.config import Project
from diglot.problems import Message, tell

if TYPE_CHECKING:
    from diglot.records.importer import Report


@click.command("import")
@click.argument("slugs", nargs=-1)
@click.option("--refresh", is_flag=True, help="Extract again, keeping what editors changed.")
@pass_project
def import_(project: Project, slugs: tuple[str, ...], *, refresh: bool) -> None:
    """Make a record of each text in seeds/ that has none.

    With --refresh, records that exist (all, or those named by their SLUGS) are extracted anew;
    whatever an editor changed stays.
    """
    from diglot.records import importer
    from diglot.records.refresh import refresh as refresh_records

    if slugs and not refresh:
        raise click.UsageError("name records together with --refresh only")
    report = refresh_records(project, slugs) if refresh else importer.import_seeds(project)
    for slug in report.created:
        click.echo(f"new: {slug}")
    for slug in report.changed:
        click.echo(f"refreshed: {slug}")
    end(report.findings, _closing(report, refresh=refresh))


def _closing(report: Report, *, refresh: bool) -> Message:
    """How much was looked at."""
    if refresh:
        return tell(
            "Raw texts read again: %(seen)s. Records changed: %(changed)s.",
            seen=report.seen,
            changed=len(report.changed),
        )
    return tell(
        "Raw texts in seeds/: %(seen)s. New records: %(created)s.",
        seen=report.seen,
        created=len(report.created),
    )


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["json"]), default="json", help="Form of the output."
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write <stem>.json for each file into this folder.",
)
@click.pass_obj
def extract(project: Project, files: Sequence[Path], form: str, out: Path | None) -> None:
    """Print what FILES say, without touching content/.

    One file gives a JSON object, several give an array.
    """
    from diglot.records.extracting import extract_files

    found, findings = extract_files(project, files)
    if out is not None:
        _write_each(out, found)
    elif found:
        shown = found[0] if len(files) == 1 else found
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    end(findings)


def _write_each(out: Path, found: Iterable[dict[str, Any]]) -> None:
    from diglot.records import files

    for one in found:
        text = json.dumps(one, ensure_ascii=False, indent=1)
        files.write_text(out / f"{one['id']}.json", text + "\n")


@click.command()
@click.argument("slug")
@click.argument("field", required=False)
@pass_project
def explain(project: Project, slug: str, field: str | None) -> None:
    """Print where each value of a record came from.

    FIELD is a key of the front matter (deals), or one item of it (deals.0, companies.tencent).
    """
    from diglot.records.extracting import explain_record

    explanations, findings = explain_record(project, slug, field)
    for explanation in explanations:
        click.echo(str(explanation))
    end(findings)


@click.command()
@click.argument("old")
@click.argument("new")
@pass_project
def rename(project: Project, old: str, new: str) -> None:
    """Give the record OLD the slug NEW.

    Its old addresses lead to the new ones (aliases). Where records name its deals (same_as,
    not_same_as), they get the new ids.
    """
    from diglot.records.rename import rename as move

    for path in move(project.content, old, new):
        click.echo(project.relative(path))


@click.group()
def companies() -> None:
    """Work on the registry of companies."""


@companies.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="Read every text in seeds/.")
@click.option("--lac", "with_lac", is_flag=True, help="Ask the tagger LAC too (extra “lac”).")
@pass_project
def propose(project: Project, files: Sequence[Path], *, every: bool, with_lac: bool) -> None:
    """Draft entries for companies nobody knows yet.

    FILES are texts; each company they name that the registry does not know becomes
    content/companies/<id>.yml with the key “proposed”, for an editor to look over. A file that
    exists is left alone.
    """
    from diglot.facts import lac
    from diglot.records.proposing import propose as write_drafts

    if bool(files) == every:
        raise click.UsageError("name FILES, or give --all")
    if with_lac and not lac.available():
        raise click.UsageError("LAC is not installed: pip install 'diglot[lac]'")
    written, findings = write_drafts(project, None if every else files, with_lac=with_lac)
    for path in written:
        click.echo(f"new: {project.relative(path)}")
    if not written and not findings:
        click.echo("Nothing to propose: every company named there has its file.")
    end(findings)
