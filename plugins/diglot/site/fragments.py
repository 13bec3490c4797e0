"""Links to words on another site: text fragments (WICG), which browsers scroll to and mark."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from diglot.languages import Lang

_LONG: Final = {"zh-Hans": 40, "zh-Hant": 40, "en": 120}
"""Characters beyond which first and last words stand for the whole."""
_ENDS: Final = {"zh-Hans": 12, "zh-Hant": 12, "en": 5}
"""How many characters, or words of English, these are."""


def to_words(url: str, words: str, lang: Lang) -> str:
    """The address of a page, leading to words on it.

    Args:
        url: Address of the page; a fragment of its own stays before the directive.
        words: Words of the page; an ellipsis that stands for cut ones is left out.
        lang: Their language.
    """
    text = " ".join(words.removesuffix("…").split())
    if len(text) <= _LONG[lang]:
        said = _encoded(text)
    else:
        parts = text.split(" ") if lang == "en" else list(text)
        joint, most = (" " if lang == "en" else ""), _ENDS[lang]
        ends = (joint.join(parts[:most]), joint.join(parts[-most:]))
        said = ",".join(map(_encoded, ends))
    page, _, fragment = url.partition("#")
    own = re.sub(r":~:.*", "", fragment)
    return f"{page}#{own}:~:text={said}"


def _encoded(text: str) -> str:
    """Percent-encoded, the hyphens too, which part a fragment from what stands around it."""
    return quote(text, safe="").replace("-", "%2D")
