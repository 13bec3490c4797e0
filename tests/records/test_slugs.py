"""Slugs say when and who."""

from __future__ import annotations

import pytest

from diglot.model import Article, Deal, Event, Mention, Published
from diglot.records.slugs import slug

SHA = "0123456789abcdef"
TWO = (Mention(id="a", central=True), Mention(id="b"), Mention(id="c", central=True))


def article(published: str | None = None, **parts: object) -> Article:
    return Article(lang="en", title="T", published=Published(date=published), **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (article("2019-06-28", companies=TWO), "2019-06-28-a-c"),
        (article("2019-06", companies=TWO[1:2]), "2019-06-b"),
        (article("2019"), "2019-01234567"),
        (article(), "undated-01234567"),
        (article("2019-06?/2020"), "2019-06-01234567"),
        (article("../2020"), "2020-01234567"),
        (article(deals=(Deal(kind="order", parties=("a",), date="XXXX-09-28"),), companies=TWO),
         "xxxx-09-28-a-c"),
        (article(events=(Event(date="2018"), Event(date="2019", what="signing"))), "2019-01234567"),
        (article(events=(Event(date="2018"),)), "2018-01234567"),
    ],
)  # fmt: skip
def test_a_slug_is_made_of_date_and_companies(record: Article, expected: str) -> None:
    assert slug(record, SHA, ()) == expected


def test_a_collision_adds_a_number() -> None:
    assert slug(article("2019"), SHA, {"2019-01234567", "2019-01234567-2"}) == "2019-01234567-3"
