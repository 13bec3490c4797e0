"""What words that stand for a company tell of it: “the Japanese chipmaker”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from diglot.authority import Forms
from diglot.yamlfile import data


@cache
def kinds(epithet: str, cues: tuple[tuple[str, Forms], ...]) -> frozenset[str]:
    """The kinds of companies an epithet tells of, by the cues of each."""
    return frozenset(kind for kind, forms in cues if _any(forms, epithet.lower()))


@cache
def country(epithet: str) -> str | None:
    """The country of the company an epithet stands for (ISO 3166), if it tells one."""
    countries: Mapping[str, list[str]] = data("deals")["epithet_countries"]
    return next((key for key, forms in countries.items() if _any(forms, epithet.lower())), None)


def _any(forms: Iterable[str], low: str) -> bool:
    """Whether one of the forms stands in a text; Latin ones at the beginning of a word."""
    found = (rf"\b{re.escape(form.lower())}" if form.isascii() else form for form in forms)
    return any(re.search(form, low) for form in found)
