"""How much of a text a fact may quote where the rights keep the text itself from being shown."""

from __future__ import annotations

import re
from typing import Final

from diglot.languages import Lang
from diglot.text.segment import sentences

HAN: Final = 60
"""Han characters of a quotation at most."""
WORDS: Final = 25
"""Words of a quotation of an English text at most."""
_NAME: Final = {"zh-Hans": 10, "zh-Hant": 10, "en": 5}
"""Size of a line without a full stop that is a name or term: a fact, not a sentence."""
_TOKEN: Final = re.compile(r"[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[\w’'.-])+")
_CLAUSE: Final = re.compile(r"[，、；：]|[,;:](?=\s)|\s[–—-](?=\s)|——")
_START: Final = " \t“‘「『\"'(（"
_END: Final = " \t。！？.!?…”’」』\"')）"


def clause(quote: str, block: str, lang: Lang) -> str:
    """The quotation, cut to a clause where it is long or holds a whole sentence of its block.

    Args:
        quote: Words of the block.
        block: Plain text of the block they stand in.
        lang: Language of the text.
    """
    whole = _first_whole(quote, block, lang)
    tokens = list(_TOKEN.finditer(quote[:whole]))
    most = WORDS if lang == "en" else HAN
    if whole is None and len(tokens) <= most:
        return quote
    kept = most if whole is None else max(1, min(most, len(tokens) * 2 // 3))
    head = quote[: tokens[kept - 1].end()]
    clauses = [found.start() for found in _CLAUSE.finditer(head) if found.start() > len(head) // 3]
    return head[: clauses[-1] if clauses else None].rstrip() + "…"


def _is_name(text: str, lang: Lang) -> bool:
    return len(_TOKEN.findall(text)) <= _NAME[lang]


def _first_whole(quote: str, block: str, lang: Lang) -> int | None:
    """Where the first sentence that stands whole in the quotation ends in it."""
    at = block.find(quote)
    for start, end in sentences(block, lang):
        last = start + len(block[start:end].rstrip(_END))
        first = end - len(block[start:end].lstrip(_START))
        named = not block[last:end].strip() and _is_name(block[first:last], lang)
        if at <= first < last <= at + len(quote) and not named:
            return last - at
    return None
