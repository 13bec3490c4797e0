"""Commands on a site that is built: limits, changes."""

from __future__ import annotations

from pathlib import Path

import click

from diglot.cli.base import end
from diglot.config import Project

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("output", type=_FOLDER, required=False)
@click.pass_obj
def limits(project: Project, output: Path | None) -> None:
    """Say whether the built site fits GitHub Pages.

    OUTPUT is the folder it was built in; output/ if left out.
    """
    from diglot.site import limits as pages

    end(pages.findings(output or project.root / "output"))


@click.command()
@click.argument("before", type=_FOLDER)
@click.argument("after", type=_FOLDER)
def changes(before: Path, after: Path) -> None:
    """Print how two built sites differ.

    BEFORE and AFTER are the folders they were built in; what is printed is Markdown.
    """
    from diglot.site import changes as site

    click.echo(site.told(before, after), nl=False)
