"""Which characters the matches of a regular expression begin with, for searches that skip others.

`re` jumps from one possible first character to the next in an expression that opens with a letter,
a class, or letters only. One that opens with anything else (a word boundary, a look-behind, an
optional group in one of its alternatives) it tries in full at every place of a text. A look-ahead
for the characters a match can begin with ends most of these trials at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _parser as regex  # type: ignore[attr-defined]  # the only parser of patterns there is
from typing import Any, Final

Beginnings = frozenset[str]
"""Members of a class, as they stand in a source; the empty one if a match may be empty."""
_EMPTY: Final[Beginnings] = frozenset({""})
_ANY: Final[Beginnings] = frozenset({"."})
"""Stands for characters too many to tell a place by (the dot itself is escaped)."""
_FEW: Final = 26
"""Characters of a range that is looked for."""
_CATEGORIES: Final = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}
_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CASELESS: Final = "(?i:"
"""What opens a group for which small letters and capitals are the same."""
_NO_WIDTH: Final = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


def quickened(source: str, flags: int = 0) -> str:
    """The source of an expression with the same matches and groups, found faster where it may be.

    To be compiled with the same flags. It gains what is searched for, not what is tried at one
    place only.
    """
    parsed = regex.parse(source, flags)
    found = _sequence(parsed)
    quick = _is_quick(parsed) and not flags & re.IGNORECASE
    inline = parsed.state.flags & ~flags & ~re.UNICODE  # (?i) must stay in front
    if quick or inline or found & (_EMPTY | _ANY):
        return source
    first = f"[{''.join(sorted(found))}]"
    return f"(?={f'(?i:{first})' if _CASELESS in source else first})(?:{source})"


def _is_quick(nodes: Sequence[Any]) -> bool:
    """Whether `re` itself knows the first characters."""
    if not nodes:
        return True
    name, value = str(nodes[0][0]), nodes[0][1]
    if name == "SUBPATTERN":
        return _is_quick(value[-1])
    if name == "BRANCH":
        return all(one and str(one[0][0]) == "LITERAL" for one in value[1])
    return name in ("LITERAL", "IN")


def _sequence(nodes: Iterable[Any]) -> Beginnings:
    found = _EMPTY
    for op, value in nodes:
        if "" not in found:
            break
        found = (found - _EMPTY) | _node(str(op), value)
    return found


def _node(name: str, value: Any) -> Beginnings:
    if name in _NO_WIDTH:
        return _EMPTY
    if name == "BRANCH":
        return frozenset().union(*map(_sequence, value[1]))
    if name in _REPEATS:
        return _sequence(value[2]) | (_EMPTY if value[0] == 0 else frozenset())
    if name == "SUBPATTERN":
        return _sequence(value[-1])
    members = value if name == "IN" else ((name, value),)
    return frozenset().union(*(_member(str(op), one) for op, one in members))


def _member(name: str, value: Any) -> Beginnings:
    """What a member of a class adds; a range of small letters begins nearly any word."""
    if name == "LITERAL":
        return frozenset({re.escape(chr(value))})
    if name == "RANGE" and value[1] - value[0] < _FEW and not chr(value[0]).islower():
        return frozenset(re.escape(chr(code)) for code in range(value[0], value[1] + 1))
    return frozenset({_CATEGORIES[str(value)]}) if str(value) in _CATEGORIES else _ANY
