"""Language of a text by the scripts it is written in."""

from __future__ import annotations

import re
from typing import Final

from diglot.languages import Lang
from diglot.text.lines import is_chinese
from diglot.text.script import HAN_RUN, traditional

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
