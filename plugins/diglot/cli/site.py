"""Commands on the site: build, serve, admin."""

from __future__ import annotations

from pathlib import Path

import click

from diglot.cli.base import SETTINGS, settings_option
from diglot.config import Project


@click.command()
@settings_option
@click.pass_context
def build(context: click.Context, settings: Path | None) -> None:
    """Build the site into output/, as “pelican -s pelican.conf.py” does."""
    from diglot.pelican import build as build_site

    context.exit(build_site(settings or context.obj.root / SETTINGS))


@click.command()
@settings_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.pass_obj
def serve(project: Project, settings: Path | None, host: str, port: int) -> None:
    """Build the site, serve it on this machine, and build again on every change."""
    from diglot.serve import serve as serve_site

    serve_site(project.root, settings or project.root / SETTINGS, host, port)


@click.command()
@settings_option
@click.pass_obj
def admin(project: Project, settings: Path | None) -> None:
    """Fetch the browser editor (/admin/) from npm; the next build has it."""
    from diglot.pelican import settings_of
    from diglot.site.admin.fetching import fetch

    fetch(settings_of(settings or project.root / SETTINGS))
    click.echo("Fetched. The editor comes with the next build: diglot serve, then /admin/")
