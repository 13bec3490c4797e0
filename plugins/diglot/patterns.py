"""Regular expressions made from the lists of ``data/*.yml``, each when it is first asked for.

Compiling them is most of what the first article costs, so nothing here is compiled at import, and
what a text gives no cause for is not compiled at all. A class of Han characters is dear to compile
(`re` walks through all 27,000: 2 ms for each time it stands in a pattern, and 6 where case is
ignored): name it seldom, and ignore case only around Latin letters, ``(?i:…)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from diglot.beginnings import quickened
from diglot.yamlfile import data


def either(sources: Iterable[str]) -> str:
    """The source of an expression for any of these; the first that matches wins."""
    return "|".join(f"(?:{source})" for source in sources)


def alternatives(forms: Iterable[str]) -> str:
    """The source of an expression for any of these texts as they stand, the longest first."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


def words(forms: Iterable[str]) -> str:
    """The source of an expression for any of these texts, the longest first, as whole words.

    Chinese has no word boundaries, and a sign at an end of a form is one.
    """
    longest = sorted(forms, key=len, reverse=True)
    latin = [form for form in longest if _letter(form[0]) and _letter(form[-1])]
    sources = [rf"\b(?:{'|'.join(map(re.escape, latin))})\b"] if latin else []
    return either([*sources, *(_bounded(form) for form in longest if form not in latin)])


def _bounded(form: str) -> str:
    before, after = (r"\b" if _letter(char) else "" for char in (form[0], form[-1]))
    return before + re.escape(form) + after


def _letter(char: str) -> bool:
    return char.isascii() and char.isalnum()


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The expression of a source; unlike `re.compile`, this never forgets one."""
    return re.compile(source, flags)


@cache
def searched(source: str, flags: int = 0) -> re.Pattern[str]:
    """The expression of a source that texts are searched for, and not tried at one place only."""
    return compiled(quickened(source, flags), flags)


def around(hits: Iterable[tuple[int, int]], reach: int) -> list[tuple[int, int]]:
    """The stretches that extend so far around places of a text, in order; those that touch as one.

    A dear pattern is tried in them only, where each match has a hit in it that is quick to find.
    """
    out: list[tuple[int, int]] = []
    for start, end in hits:
        low = max(0, start - reach)
        if out and low <= out[-1][1]:
            low = out.pop()[0]
        out.append((low, end + reach))
    return out


def listed(name: str, *path: str) -> Any:
    """What stands at a path of keys in ``data/<name>.yml``."""
    value = data(name)
    for key in path:
        value = value[key]
    return value


@cache
def pattern(name: str, *path: str, flags: int = 0) -> re.Pattern[str]:
    """The expression for the pattern, or for any of the patterns, at a path of a data file."""
    value = listed(name, *path)
    source = value if isinstance(value, str) else either(row["pattern"] for row in value)
    return searched(source, flags)


@cache
def any_word(name: str, *path: str, flags: int = 0) -> re.Pattern[str]:
    """The expression for any word of the list at a path of a data file."""
    return compiled(words(listed(name, *path)), flags)
