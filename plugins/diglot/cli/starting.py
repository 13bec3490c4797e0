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
    help="How pip is to get Diglot, such as “diglot @ git+https://…”; this version if left out.",
)
def init(dir: Path, name: str | None, requirement: str | None) -> None:
    """Make a new site on another subject.

    It goes into the folder DIR and has the same theme, registries with an example of each
    entry, no articles, settings and workflows, and builds at once. Its README explains the
    rest.
    """
    from diglot.records.starting import start

    folder = dir.resolve()
    for path in start(folder, name or folder.name, requirement):
        click.echo(f"new: {dir / path.relative_to(folder)}")
    click.echo(f"next: cd {dir} && diglot build && diglot serve")
