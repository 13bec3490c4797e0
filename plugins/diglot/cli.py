"""The ``diglot`` command."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click

from diglot.config import Project
from diglot.problems import DiglotError, Finding, Severity

SETTINGS: Final = "pelican.conf.py"


class Findings(click.ClickException):
    """Ends a command by printing findings; the exit status is 1 if one is an error."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(set(findings))
        super().__init__("")

    @property
    def exit_code(self) -> int:  # type: ignore[override]  # click has a constant here
        """1 if a finding is an error, else 0."""
        return int(any(f.severity is Severity.ERROR for f in self.findings))

    def show(self, file: Any = None) -> None:
        """Print one line for each finding."""
        for finding in self.findings:
            click.echo(str(finding), err=True)


class Group(click.Group):
    """Commands that end in findings, never in a traceback, when the input is at fault."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except DiglotError as error:
            raise Findings(error.findings) from None
        except OSError as error:
            name = str(error.filename or "?")
            what, mend = error.strerror or str(error), "check the path and its permissions"
            raise Findings([Finding(name, 0, "file-unusable", what, mend)]) from None


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder with seeds/ and content/; the current one if left out.",
)
@click.version_option(package_name="diglot")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Turn raw news texts into a bilingual research site."""
    context.obj = Project(root=root.resolve())


def _end(findings: Iterable[Finding]) -> None:
    """Print findings, if any, and set the exit status."""
    if listed := list(findings):
        raise Findings(listed)


@main.command("import")
@click.argument("slugs", nargs=-1)
@click.option("--refresh", is_flag=True, help="Extract again, keeping what editors changed.")
@click.pass_obj
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
    _end(report.findings)


@main.command()
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
    _end(findings)


def _write_each(out: Path, found: Iterable[dict[str, Any]]) -> None:
    from diglot.records import files

    for one in found:
        text = json.dumps(one, ensure_ascii=False, indent=1)
        files.write_text(out / f"{one['id']}.json", text + "\n")


@main.command()
@click.argument("slug")
@click.argument("field", required=False)
@click.pass_obj
def explain(project: Project, slug: str, field: str | None) -> None:
    """Print where each value of a record came from.

    FIELD is a key of the front matter (deals), or one item of it (deals.0, companies.tencent).
    """
    from diglot.records.extracting import explain_record

    explanations, findings = explain_record(project, slug, field)
    for explanation in explanations:
        click.echo(str(explanation))
    _end(findings)


@main.command()
@click.pass_obj
def check(project: Project) -> None:
    """Print what is wrong in content/ and seeds/, and how to mend it."""
    from diglot.check import run

    _end(run(project))


@main.command()
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename(project: Project, old: str, new: str) -> None:
    """Move all files of the record OLD to the slug NEW."""
    from diglot.records.rename import rename as move

    for path in move(project.content, old, new):
        click.echo(project.relative(path))


@main.group()
def companies() -> None:
    """Work on the registry of companies."""


@companies.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="Read every text in seeds/.")
@click.option("--lac", "with_lac", is_flag=True, help="Ask Baidu's LAC too (extra “lac”).")
@click.pass_obj
def propose(project: Project, files: Sequence[Path], *, every: bool, with_lac: bool) -> None:
    """Write drafts for companies that FILES name and the registry does not know.

    Each becomes content/companies/<id>.yml with the key “proposed”, for an editor to look over.
    A file that exists is left alone.
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
    _end(findings)


_settings = click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Settings file; pelican.conf.py in the root if left out.",
)


@main.command()
@_settings
@click.pass_context
def build(context: click.Context, settings: Path | None) -> None:
    """Build the site into output/, as “pelican -s pelican.conf.py” does."""
    from diglot.pelican import build as build_site

    context.exit(build_site(settings or context.obj.root / SETTINGS))


@main.command()
@_settings
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.pass_obj
def serve(project: Project, settings: Path | None, host: str, port: int) -> None:
    """Build the site, serve it on this machine, and build again on every change."""
    from diglot.serve import serve as serve_site

    serve_site(project.root, settings or project.root / SETTINGS, host, port)


def _contexts(group: click.Group, above: click.Context) -> Iterator[tuple[str, click.Context]]:
    """Full names of a group's commands, those of groups within it too."""
    for name, command in sorted(group.commands.items()):
        inner = click.Context(command, info_name=name, parent=above)
        yield inner.command_path, inner
        if isinstance(command, click.Group):
            yield from _contexts(command, inner)


def reference() -> str:
    """``docs/reference/commands.md``: the help of every command."""
    context = click.Context(main, info_name="diglot", terminal_width=80)
    parts = ["# Commands\n\nMade from `plugins/diglot/cli.py`; do not edit by hand.\n"]
    parts.append(f"```text\n{main.get_help(context)}\n```\n")
    for name, inner in _contexts(main, context):
        parts.append(f"## `{name}`\n\n```text\n{inner.get_help()}\n```\n")
    exits = "Exit status: 0, or 1 if a finding is an error, or 2 if the arguments are unusable."
    return "\n".join([*parts, exits, ""])
