"""``diglot init``: a new site."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("dir", type=click.Path(path_type=Path))
@click.option("--name", help="Title of the site; the folder's name if left out.")
@click.option(
    "--diglot",
    "requirement",
    metavar="REQUIREMENT",
    help="How pip is to get Diglot, such as “diglot @ git+https://…”; if left out, from where"
    " this one came.",
)
def init(dir: Path, name: str | None, requirement: str | None) -> None:
    """Make a new site on another subject.

    It goes into the folder DIR and has the same theme, registries with an example of each
    entry, no articles, settings and workflows, and builds at once. Its README explains the
    rest.
    """
    from diglot.records import starting

    folder, line = dir.resolve(), requirement or starting.installed()
    for path in starting.start(folder, name or folder.name, line):
        click.echo(f"new: {dir / path.relative_to(folder)}")
    if starting.is_local(line):
        click.echo(
            f"note: {dir / 'requirements.txt'} names a folder of this machine ({line}); before you"
            " publish, write there a place that others can reach, such as diglot @ git+https://…"
        )
    click.echo(f"next: cd {dir}; README.md there says how to go on")
