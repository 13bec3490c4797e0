"""``diglot review``: what wants a human eye, and that somebody has read a translation."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import click

from diglot.attention import Group, queue
from diglot.cli.base import day_option, pass_project
from diglot.config import Project
from diglot.languages import SIDES, Side
from diglot.problems import Translate, tell
from diglot.records.state import Review

_SHOWN: Final = 20
"""Records listed for people where no limit is given."""


@click.command()
@click.argument("slug", required=False)
@click.option("--block", type=int, help="Only this block; 1 is the first, headings count.")
@click.option("--by", "name", help="Name of the person who has read it.")
@day_option
@click.option(
    "--limit", type=click.IntRange(0), metavar="N", help="Records to list; 0: all, 20 if left out."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for people, or an array for tools.",
)
@click.option("--lang", type=click.Choice(SIDES), help="Language of the list; else the terminal's.")
@pass_project
def review(  # noqa: PLR0913  # one argument for each option
    project: Project,
    /,
    *,
    slug: str | None,
    block: int | None,
    name: str | None,
    on: datetime,
    limit: int | None,
    form: str,
    lang: Side | None,
) -> None:
    """List what wants a human eye; mark what was read.

    Without --by: doubtful dates, drafts of companies, machine translations, what is out of date,
    what the checks doubt, conflicting reports and notes, the weightiest record first; with SLUG,
    those of this record. With --by: the translation of the record SLUG, or one block of it, has
    been read by that person.
    """
    if name is not None:
        _mark(project, slug, block, name, on)
        return
    if block is not None:
        raise click.UsageError("--block wants --by, the name of the person who has read it")
    from diglot.i18n.said import spoken, translate

    words = translate(lang or spoken(os.environ))
    _list(_groups(project, slug), form, limit, words)


def _mark(project: Project, slug: str | None, block: int | None, name: str, on: datetime) -> None:
    from diglot.translation.review import review as mark

    if not name.strip():
        raise click.UsageError("--by wants a name")
    if slug is None:
        raise click.UsageError("--by wants the SLUG of the record that was read")
    found = mark(project, slug, block, Review(by=name.strip(), on=f"{on:%Y-%m-%d}"))
    click.echo(f"{found.blocks} blocks reviewed by {name}; {found.missing} not translated yet")


def _groups(project: Project, slug: str | None) -> Sequence[Group]:
    """The queue, or the part of it that is about one record."""
    from diglot.check import check
    from diglot.problems import ContentError
    from diglot.records import content
    from diglot.records.refresh import unknown_slug

    loaded = content.load(project)
    if slug is not None and slug not in {record.slug for record in loaded.records}:
        raise ContentError(unknown_slug(slug))
    groups = queue(loaded, check(loaded))
    return [group for group in groups if slug in (None, group.key)]


def _list(groups: Sequence[Group], form: str, limit: int | None, words: Translate) -> None:
    if form == "json":
        shown = groups[: limit or None]
        made = [group.plain(words) for group in shown]
        click.echo(json.dumps(made, ensure_ascii=False, indent=1))
        return
    shown = groups[: (_SHOWN if limit is None else limit) or None]
    for group in shown:
        click.echo(f"{group.key}  {group.title}  ({group.weight})")
        for item in group.items:
            click.echo(f"  {item.said(words)}")
    left = len(groups) - len(shown)
    if left:
        more = tell("%(count)s more; “--limit 0” lists all", count=left)
        click.echo(more.said(words))
    elif not groups:
        click.echo(tell("nothing waits for a human eye").said(words))
