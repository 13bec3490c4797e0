"""Names of authors: which part is the surname, where that can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from diglot.yamlfile import data

_WORD: Final = r"[^\W\d_](?:[^\W\d_]|[.’'-])*"
_LATIN: Final = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}}")
_HAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SYLLABLE: Final = r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]+(?:ng|n|r)?"
_PINYIN: Final = re.compile(rf"(?:{_SYLLABLE}['’-]?){{1,3}}")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, whole or in two parts."""

    family: str
    """Surname; the whole of a name that is not parted (Chinese, a desk, an institution)."""
    given: str = ""
    eastern: bool = False
    """Whether the surname comes first in running text, as in pinyin."""

    @property
    def running(self) -> str:
        """The name as it is said."""
        parts = (self.family, self.given) if self.eastern else (self.given, self.family)
        return " ".join(part for part in parts if part)

    @property
    def inverted(self) -> str:
        """“Smith, John”."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initials(self) -> tuple[str, ...]:
        """First letters of the given names; a double name keeps its hyphen."""
        words = self.given.replace("’", "").replace("'", "").split()
        return tuple("-".join(p[0].upper() for p in word.split("-") if p) for word in words)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(str(data("citation")["surnames"]).casefold().split())


def name(text: str) -> Name:
    """The parts of an author's name; a name in Chinese characters stays whole."""
    text = " ".join(text.split())
    if _HAN.search(text) or not _LATIN.fullmatch(text):
        return Name(text)
    first, *middle, last = text.split(" ")
    if not middle and first.casefold() in _surnames() and _PINYIN.fullmatch(last.casefold()):
        return Name(first, last, eastern=True)
    return Name(last, " ".join([first, *middle]))


def names(line: str | None) -> tuple[Name, ...]:
    """The authors of a record, who are joined by “、”."""
    return tuple(name(one) for one in (line or "").split("、") if one.strip())
