"""``diglot status``: how far the translations are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import click

from diglot.cli.base import end, pass_project
from diglot.config import Project
from diglot.translation.units import State


@click.command()
@click.option("--companies", "by_company", is_flag=True, help="A line for each company too.")
@pass_project
def status(project: Project, *, by_company: bool) -> None:
    """Say how far the translations are.

    Counts the blocks of text that are original, translated, reviewed, stale or missing. A block
    is a paragraph, a heading, a list or a quotation.
    """
    from diglot.records import content
    from diglot.translation import coverage
    from diglot.translation.bitext import Bitext

    loaded = content.load(project)
    bitexts = [Bitext.of(record) for record in loaded.records]
    sides = coverage.by_side(bitexts)
    _table(f"{len(bitexts)} records", {side: dict(counts) for side, counts in sides.items()})
    if by_company:
        names = loaded.registry.companies
        rows = coverage.by_company(bitexts).items()
        _table("company", {names[k].name.en if k in names else k: dict(c) for k, c in rows})
    end(loaded.findings)


def _table(title: str, rows: Mapping[str, Mapping[State, int]]) -> None:
    states: Sequence[State] = get_args(State)
    width = max(map(len, (title, *rows)), default=0)
    click.echo(_line(title, width, states))
    for name, counts in rows.items():
        click.echo(_line(name, width, (str(counts.get(state, 0)) for state in states)))


def _line(name: str, width: int, cells: Iterable[str]) -> str:
    return f"{name:{width}}" + "".join(f"{cell:>12}" for cell in cells)
