"""Commands on the site: build, serve, admin."""

from __future__ import annotations

from pathlib import Path

import click

from diglot.cli.base import pass_project, settings_option
from diglot.config import Project


@click.command()
@settings_option
@pass_project
def build(project: Project, settings: Path) -> None:
    """Build the site into output/.

    As “pelican -s pelican.conf.py” does, but what goes wrong is told in one line for each fault.
    """
    from diglot.pelican import build as build_site

    build_site(settings)


@click.command()
@settings_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@pass_project
def serve(project: Project, settings: Path, host: str, port: int) -> None:
    """Show the site on this machine, new on every change.

    Open pages load again by themselves. Nothing is written to output/; Ctrl-C ends it.
    """
    from diglot.serve import serve as serve_site

    serve_site(project.root, settings, host, port)


@click.command()
@settings_option
@pass_project
def admin(project: Project, settings: Path) -> None:
    """Fetch the browser editor (/admin/) from npm.

    The next build has it.
    """
    from diglot.pelican import settings_of
    from diglot.site.admin.fetching import fetch

    fetch(settings_of(settings))
    click.echo("Fetched. The editor comes with the next build: diglot serve, then /admin/")
