"""The words of ``data/roles.yml`` that tell English names of people from other capital words."""

from __future__ import annotations

import re
from functools import cache

from diglot.patterns import alternatives
from diglot.yamlfile import data


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of the data."""
    return frozenset(data("roles")[key])


@cache
def choice(key: str) -> str:
    """An expression for any word of a list of the data."""
    return alternatives(data("roles")[key])


@cache
def led() -> re.Pattern[str]:
    """What stands between a company and who leads it, or founded it: “founded in 2019 by”."""
    return re.compile(rf"\b(?:{choice('led_by_en')}|[Ff]ounded in \d{{4}} by)\b")


@cache
def last_words() -> frozenset[str]:
    """The words offices end with, in small letters."""
    return frozenset(re.split(r"[ -]", role.lower())[-1] for role in data("roles")["roles_en"])


@cache
def never() -> frozenset[str]:
    """Words no name has: those of the data, and the words of offices."""
    roles = data("roles")
    offices = {word.title() for role in roles["roles_en"] for word in re.split(r"[ -]", role)}
    says = {word.capitalize() for word in roles["says_en"]}
    says |= set(data("company_shapes")["tails_en"])
    return frozenset(roles["not_en"]) | offices | says | frozenset(roles["titles_en"]) | {"CEO"}


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(data("company_votes")["abbreviations"])


@cache
def _surnames() -> frozenset[str]:
    return frozenset(data("citation")["surnames"].split())


def family(word: str) -> bool:
    """Whether a word in capitals is a Chinese family name set off so (“LI Ming”), or initials."""
    initials = re.fullmatch("[A-Z]{2}", word)
    named = initials or (word.isupper() and word.title() in _surnames())
    return bool(named) and word not in _abbreviations()
