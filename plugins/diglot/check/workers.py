"""Judging many records: from the cache, and what is not there by all processors."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from diglot.check.basis import Basis
from diglot.check.judging import judge
from diglot.check.judging import judged as judge_read
from diglot.check.verdict import Verdict
from diglot.check.verdicts import Verdicts
from diglot.config import Project
from diglot.problems import Finding
from diglot.records.content import Content

_WORTH: Final = 24
"""So many records are worth processes of their own."""


class Outdated(Exception):  # no error: a newer state is to be checked instead
    """What was to be judged is of no interest any more."""


def judged(
    project: Project,
    slugs: Sequence[str],
    content: Content,
    wanted: Callable[[], bool] = lambda: True,
) -> list[Verdict]:
    """The verdict on each record; those ``content`` holds are not read again.

    Raises:
        Outdated: ``wanted``, asked for each record, said no; what was judged is remembered.
    """
    verdicts, read = Verdicts(project), {record.slug: record for record in content.records}

    basis = Basis(project, content.registry)

    def one(slug: str) -> Verdict:
        if slug not in read:
            verdict = judge(content, slug)
        else:
            reading = _of(slug, content.findings)
            verdict = replace(judge_read(content, read[slug]), reading=reading)
        return replace(verdict, basis=basis.rests(verdict, slug))

    keys = {slug: verdicts.key(slug) for slug in slugs}
    known: dict[str, Verdict] = {}
    for slug, key in keys.items():
        if not wanted():
            raise Outdated
        if held := verdicts.get(key, partial(basis.of, slug)):
            known[slug] = held
    todo = [slug for slug in slugs if slug not in known]
    for slug, verdict in zip(todo, _each(one, todo, content), strict=True):
        known[slug] = verdict
        verdicts.put(keys[slug], verdict)
        if not wanted():
            verdicts.save()
            raise Outdated
    verdicts.save()
    return [known[slug] for slug in slugs]


def _of(slug: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those about the files of a record."""
    begin = (f"content/articles/{slug}.", f"content/state/{slug}.")
    return tuple(one for one in findings if one.path.startswith(begin))


_work: list[Callable[[str], Verdict]] = []
"""What the processes that are forked do; a closure cannot be sent to them."""


def _each(
    one: Callable[[str], Verdict], todo: Sequence[str], content: Content
) -> Iterable[Verdict]:
    count = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if len(todo) < _WORTH or count < 2 or threading.active_count() > 1:
        return map(one, todo)
    from diglot.check import lints

    lints.linter(content.registry)  # made once, for all of them
    _work[:] = [one]
    with multiprocessing.get_context("fork").Pool(count) as pool:
        return pool.map(_do, todo, chunksize=4)


def _do(slug: str) -> Verdict:
    return _work[0](slug)
