"""Language of a text by the scripts it is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from diglot.languages import Lang
from diglot.text.lines import is_chinese
from diglot.text.script import HAN_RUN, traditional
from diglot.yamlfile import data

_SAMPLE: Final = 2000
"""Characters of a text that show its language."""
_KANA: Final = re.compile("[\u3041-\u30ff]")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_SOME: Final = 12
_SHARE: Final = 0.2
"""Characters, and the share of them, that no name in a Chinese text makes up."""
_FEW: Final = 30
"""Words from which on a text has some every English text has: a sixth are, of French ones none."""
_ENGLISH: Final = 0.03
_LATIN_WORD: Final = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ]*")

_TRADITIONAL: Final = 0.1
"""Share of Han characters of traditional script alone; it is a third there, and else near none."""


def detect(text: str) -> Lang:
    """The language: Han characters against Latin words, then how many of them are traditional.

    A Han character carries about as much as half an English word, so names in the other
    script do not decide.
    """
    if text.isascii():
        return "en"
    han = sum(map(len, HAN_RUN.findall(text))) if is_chinese(text) else 0
    if not han or han <= len(_LATIN_WORD.findall(text)):
        return "en"
    return "zh-Hant" if traditional(text) > _TRADITIONAL * han else "zh-Hans"


def foreign(text: str) -> bool:
    """Whether a text is in neither language, as Japanese, Korean or French are."""
    sample = text[:_SAMPLE]
    han = sum(map(len, HAN_RUN.findall(sample)))
    kana, hangul = len(_KANA.findall(sample)), len(_HANGUL.findall(sample))
    if kana + hangul > _SOME and kana + hangul > _SHARE * (han + kana + hangul):
        return True
    words = _LATIN_WORD.findall(sample) if han <= _FEW else []
    known = sum(word.lower() in _english() for word in words)
    return len(words) > _FEW and known < _ENGLISH * len(words)


@cache
def _english() -> frozenset[str]:
    return frozenset(data("words")["english"])
