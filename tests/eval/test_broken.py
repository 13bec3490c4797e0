"""No page, however broken, makes the whole reading fail in another way than by refusing it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.config import Project
from diglot.problems import SeedError
from diglot.records import frontmatter, registry
from diglot.records.reading import Reader, Seed
from tests.text.test_robust import GLUE, broken

ROOT = Path(__file__).parents[2]


@cache
def reader() -> Reader:
    """One with the registry of the site, whose names overlap as no small one's do."""
    return Reader(registry.load(Project(root=ROOT).content)[0])


@settings(max_examples=120, deadline=None)
@given(
    st.integers(0, 10**9),
    st.floats(0, 0.9),
    st.booleans(),
    st.lists(st.sampled_from(GLUE), min_size=1, max_size=3).map(tuple),
)
def test_a_broken_page_is_read_or_refused(
    seed: int, drop: float, shuffle: bool, glue: tuple[str, ...]
) -> None:
    data = broken(seed, drop, shuffle, glue).encode()
    try:
        made = reader().read(Seed("a.txt", data))
    except SeedError:
        return
    assert made.document.traced.revert() == data
    assert frontmatter.plain(made.article)
    known = {company.id for company in made.article.companies}
    assert all(known.issuperset(deal.parties) for deal in made.article.deals)
