"""What stands between an article's paragraphs without being one of them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from diglot.text.lines import is_chinese
from diglot.text.page import Page
from diglot.text.script import HAN, to_simplified

_BUTTON: Final = 8
"""Widest word of a button in brackets."""
_BOX: Final = 3
"""So many short lines on end are a list of links, not headings."""
_ASIDE: Final = re.compile(r"[（(\[［【〔『].{0,120}[）)\]］】〕』]")
_WORD: Final = re.compile(r"[a-zà-ÿ0-9][a-zà-ÿ0-9.-]+[a-zà-ÿ0-9]")
_PAIR: Final = re.compile(f"(?=([{HAN}]{{2}}))")
_COMMON: Final = frozenset(
    {"the", "and", "for", "with", "from", "its", "that", "this", "has", "are", "was"}
)
_SLOGAN: Final = 10
"""Words from which on a line without any of the article's own is a slogan."""
NUMBERED: Final = re.compile(r"[（(]?[一二三四五六七八九十\d]+[、.)）．]|[●■▍◆▎]")
"""How an item of a list or a numbered heading begins."""


def asides(page: Page) -> None:
    """Lines in brackets, and boxes of short lines, between the article's paragraphs."""
    box: list[int] = []
    for index in range(page.start, page.end + 1):
        inside = index < page.end and not page.verdicts[index]
        line = page.lines[index] if inside else None
        if line and not line.ends_sentence and not line.is_prose and not _listed(page, index):
            box.append(index)
            continue
        if len(box) >= _BOX and not _announced(page, box[0]):
            for one in box:
                page.condemn(one, "box")
        box = [] if inside or index == page.end else box
    for index in page.free(page.start, page.end):
        if _ASIDE.fullmatch(page.lines[index].text) and not _heads(page, index):
            page.condemn(index, "aside")
    strangers(page)


def strangers(page: Page) -> None:
    """Slogans that share no words with the article, and notices in the other script."""
    inside = [i for i in page.free(page.start, page.end) if page.lines[i].is_prose]
    chinese = sum(is_chinese(page.lines[i].text) for i in inside) * 2 > len(inside)
    cries = [
        i for i in inside if page.lines[i].text[-1] in "!！" and "。" not in page.lines[i].text
    ]
    known = Counter(w for i in inside for w in words(page.lines[i].text)) if cries else {}
    for index in inside:
        own = words(page.lines[index].text) if index in cries else set()
        shared = sum(known[word] > 1 for word in own)
        foreign = chinese and not is_chinese(page.lines[index].text)
        if foreign or (len(own) > _SLOGAN and shared * 8 < len(own)):
            page.condemn(index, "stranger")


def words(text: str) -> set[str]:
    """Latin words of some length, numbers, and pairs of Han characters."""
    plain = to_simplified(text).casefold()
    return {*_PAIR.findall(plain), *_WORD.findall(plain)} - _COMMON


def _announced(page: Page, index: int) -> bool:
    """Whether the line above ends in a colon: what follows is a list."""
    return index > page.start and page.lines[index - 1].text[-1] in ":："


def _listed(page: Page, index: int) -> bool:
    """Whether a line is numbered, or one of a list a colon announces."""
    line = page.lines[index]
    return bool(NUMBERED.match(line.text)) or line.text[-1] in "；;,，、:："


def _heads(page: Page, index: int) -> bool:
    """Whether a line in heavy brackets is the heading of what is below."""
    below = index + 1
    prose = below < len(page.lines) and page.lines[below].is_prose
    return page.lines[index].text[0] in "【〔[" and prose and page.lines[index].columns > _BUTTON
