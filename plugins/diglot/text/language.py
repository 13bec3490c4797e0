"""Language of a text by the scripts it is written in."""

from __future__ import annotations

import re
from typing import Final

from diglot.model import Lang
from diglot.text.script import HAN, traditional_share

_HAN: Final = re.compile(f"[{HAN}]")
_LATIN_WORD: Final = re.compile(r"[A-Za-zÀ-ɏ]+")


def detect(text: str) -> Lang:
    """The language: Han characters against Latin words, then traditional against simplified ones.

    A Han character carries about as much as half an English word, so names in the other
    script do not decide.
    """
    han, words = len(_HAN.findall(text)), len(_LATIN_WORD.findall(text))
    if han <= words:
        return "en"
    return "zh-Hant" if traditional_share(text) > 0.5 else "zh-Hans"
