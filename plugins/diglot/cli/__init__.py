"""The ``diglot`` command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from diglot.cli import (
    checking,
    exchange,
    publishing,
    records,
    reviewing,
    site,
    starting,
    status,
    translation,
    writing,
)
from diglot.cli.base import Group
from diglot.config import Project

COMMANDS: Final = (
    starting.init,
    writing.new,
    records.import_,
    records.extract,
    records.explain,
    checking.check,
    checking.fmt,
    records.rename,
    records.companies,
    translation.translate,
    reviewing.review,
    exchange.export,
    exchange.import_translation,
    status.status,
    site.build,
    site.serve,
    site.admin,
    publishing.limits,
    publishing.changes,
)


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
    """Turn raw news texts into a bilingual research site.

    A record is an article and its translation. Its SLUG is the name of its two files in
    content/articles/, without .zh.md and .en.md.
    """
    context.obj = Project(root=root.resolve())


for _command in COMMANDS:
    main.add_command(_command)


def _contexts(group: click.Group, above: click.Context) -> Iterator[tuple[str, click.Context]]:
    """Full names of a group's commands, those of groups within it too."""
    for name, command in group.commands.items():
        inner = click.Context(command, info_name=name, parent=above)
        yield inner.command_path, inner
        if isinstance(command, click.Group):
            yield from _contexts(command, inner)


def reference() -> str:
    """``docs/reference/commands.md``: the help of every command."""
    context = click.Context(main, info_name="diglot", terminal_width=80)
    parts = ["# Commands\n\nMade from `plugins/diglot/cli/`; do not edit by hand.\n"]
    parts.append(f"```text\n{main.get_help(context)}\n```\n")
    for name, inner in _contexts(main, context):
        parts.append(f"## `{name}`\n\n```text\n{inner.get_help()}\n```\n")
    exits = "Exit status: 0, or 1 if a finding is an error, or 2 if the arguments are unusable."
    return "\n".join([*parts, exits, ""])
