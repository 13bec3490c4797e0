"""Addresses that records and companies had before: each may lead to one page only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from diglot.check.companies import where
from diglot.check.problem import Problem, Problems
from diglot.check.verdict import Former, Gist
from diglot.problems import tell
from diglot.records.content import Content

Claim = tuple[str, Former]
"""What is called so now, and what it says it was called before."""


def address_taken(content: Content, gists: Sequence[Gist]) -> Problems:
    """A former slug or id that something else is called now, or was called as well."""
    records = [(gist.slug, former) for gist in gists for former in gist.former]
    yield from _taken({gist.slug for gist in gists}, records)
    yield from _taken(content.registry.companies, _companies(content))


def _companies(content: Content) -> Iterator[Claim]:
    for key, company in content.registry.companies.items():
        for i, old in enumerate(company.former_ids):
            yield key, Former(old, *where(content, (key, ("former_ids", i))))


def _taken(present: Collection[str], claims: Iterable[Claim]) -> Problems:
    mend = tell("take it out where it does not belong: an address leads to one page")
    by_name = defaultdict[str, list[Claim]](list)
    for claim in claims:
        by_name[claim[1].name].append(claim)
    for name, claimed in by_name.items():
        if name in present:
            what, wrong = tell("“%(name)s” is the address of a page there is", name=name), claimed
        else:
            first, *wrong = claimed
            what = tell("“%(name)s” was %(other)s before too", name=name, other=first[0])
        for _, former in wrong:
            yield Problem(former.path, former.line, what, mend, former.column)
