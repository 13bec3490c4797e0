"""Names of outlets, by their shape and their words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Final

from diglot.facts.around import rules
from diglot.facts.dates.expression import scan
from diglot.model import SIDES
from diglot.text.lines import RECENT
from diglot.text.script import to_simplified
from diglot.yamlfile import data

CELLS: Final = re.compile(
    r"(?=[\s|｜»＞&>_])\s*(?:[|｜»＞]|&gt;|(?<!-)>|\s/\s|\s[-–—·•]\s|_|\s{2,}|\u3000+|\t)\s*"
)
"""What parts the cells of a menu, breadcrumb or line of credit."""
_LONGEST: Final = 40
"""Letters a name of an outlet has at most."""
_LONGEST_HAN: Final = 14
"""The same for one in Han characters."""
HAN: Final = re.compile("[\u3400-\u9fff]")


@lru_cache(maxsize=RECENT)
def like_outlet(name: str) -> bool:
    """Whether a word in the name says that it is an outlet's."""
    return bool(_pattern("outlet").search(to_simplified(name)))


def outletish(name: str) -> bool:
    """The same, or an abbreviation or brand among its words: “EV Wire”, “AutoWire”."""
    return like_outlet(name) or (not name.isupper() and bool(_pattern("brand").search(name)))


@lru_cache(maxsize=RECENT)
def like_person(name: str) -> bool:
    """Whether it has the shape of a person's: a family name and more, or two words."""
    if _pattern("person_zh").fullmatch(to_simplified(name)):
        return True
    return bool(re.fullmatch(r"(?!The )[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+", name))


@lru_cache(maxsize=RECENT)
def trimmed(name: str) -> str:
    """A name without what may follow it."""
    for rule in rules("tails"):
        match = rule.search(to_simplified(name))
        name = name[: match.start()] if match else name
    return name.strip(' \u3000.,，、:：|｜《》“”"()（）[]【】〔〕-–—_·•')


@lru_cache(maxsize=RECENT)
def is_outlet(name: str) -> bool:
    """Whether it can be the name of an outlet at all: short, and no item of a menu or offer."""
    words, table = to_simplified(name).casefold(), data("bylines")
    if words in table["not_outlets"] or re.search(table["not_names"], words):
        return False
    if re.search(r"\d", name) and any(
        one.day for side in SIDES for one in scan(to_simplified(name), side)
    ):
        return False
    longest = _LONGEST_HAN if HAN.search(name) else _LONGEST
    return 1 < len(name) <= longest and not re.search(r"\d{4}|^[\d\W]+$", name)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    table: dict[str, Any] = data("bylines")["names"]
    return re.compile(table[name])
