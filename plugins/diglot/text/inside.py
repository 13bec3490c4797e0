"""What stands between an article's paragraphs without being one of them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import groupby
from operator import add
from typing import Final

from diglot.patterns import pattern
from diglot.text.lines import RECENT, Line, is_chinese
from diglot.text.needles import Index
from diglot.text.page import Page
from diglot.text.script import HAN_RUN, to_simplified
from diglot.yamlfile import data

_BUTTON: Final = 8
"""Widest word of a button in brackets."""
_BOX: Final = 3
"""So many short lines on end are a list of links, not headings."""
_ASIDE: Final = re.compile(
    r"(?![^）)\]］】〕』]{0,60}[）)\]］】〕』]\s*[^）)\]］】〕』（(\[［【〔『\s])[（(\[［【〔『].{0,120}[）)\]］】〕』]"
)
_WORD: Final = re.compile(r"[a-zà-ÿ0-9][a-zà-ÿ0-9.-]+[a-zà-ÿ0-9]")
_QUOTED: Final = re.compile(r"[“\"「][^”\"」]*[”\"」]?")
_BOTH: Final = 2
"""Ways a notice speaks to the reader in: of him, and of its offers."""
_WIDE: Final = 80
"""Columns of a teaser, or of a caption that is no heading, at least."""
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
    retold(page)
    strangers(page)


def retold(page: Page) -> None:
    """A wide line no sign ends tells of a picture if the paragraph beside it says all of it."""
    free = page.free(page.start, page.end)
    for place, index in enumerate(free):
        line = page.lines[index]
        if line.columns <= _WIDE or line.ends_sentence or line.is_prose or _listed(page, index):
            continue
        own = words(line.text)
        beside = (page.lines[i] for i in free[max(0, place - 1) : place + 2] if i != index)
        if any(4 * len(own & words(one.text)) > 3 * len(own) for one in beside if one.is_prose):
            page.condemn(index, "caption")


def strangers(page: Page) -> None:
    """Slogans that share no words with the article, and notices in the other script."""
    inside = [i for i in page.free(page.start, page.end) if page.lines[i].is_prose]
    chinese = sum(is_chinese(page.lines[i].text) for i in inside) * 2 > len(inside)
    cries = [
        i for i in inside if page.lines[i].text[-1] in "!！" and "。" not in page.lines[i].text
    ]
    known = Counter(w for i in inside for w in words(page.lines[i].text)) if cries else {}
    over = page.free(0, page.start) if cries else []
    above = {word for i in over for word in words(page.lines[i].text)}
    for index in inside:
        own = words(page.lines[index].text) if index in cries else set()
        if 4 * len(own & above) > len(own):
            continue
        shared = sum(known[word] > 1 for word in own)
        foreign = chinese and not is_chinese(page.lines[index].text)
        if foreign or (len(own) > _SLOGAN and shared * 8 < len(own)):
            page.condemn(index, "stranger")
    teasers(page)
    offers(page)


def teasers(page: Page) -> None:
    """Teasers of other stories break off, and have their headline right above."""
    inside = [i for i in page.free(page.start, page.end) if page.lines[i].is_prose]
    free = page.free(page.start, page.end)
    cut = [i for i in free if page.lines[i].columns >= _WIDE and _breaks_off(page.lines[i].text)]
    if not cut or len(cut) * 3 > len(inside):
        return
    known = Counter(w for i in inside for w in words(page.lines[i].text))
    last = max(i for i in inside if i not in cut) if len(cut) < len(inside) else 0
    for index in (i for i in cut if i < last):
        own = words(page.lines[index].text)
        least = 8 if is_chinese(page.lines[index].text) else 2
        shared = sum(known[word] > (index in inside) for word in own)
        headed = index - 1 in free and _is_headline(page, index - 1)
        least *= 1 if headed else 2  # a sentence of the text's own may lack its full stop
        if len(own) > _SLOGAN and shared * least < len(own) and index > inside[0]:
            page.condemn(index, "teaser")
            if headed and not page.lines[index].gap:
                page.condemn(index - 1, "teaser")


def _is_headline(page: Page, index: int) -> bool:
    """Whether a line is neither prose nor a whole sentence."""
    return not (page.lines[index].is_prose or page.lines[index].ends_sentence)


def _breaks_off(text: str) -> bool:
    """Whether a paragraph ends in the middle of a sentence."""
    return text[-1].isalnum() or text.endswith(("[…]", "[...]"))


def offers(page: Page) -> None:
    """What speaks to the reader of the page's offers, and what stands between two such lines."""
    free = page.free(page.start, page.end)
    if not any(_speaks(page.lines[i].text) for i in free):
        return
    spoken = {i: _spoken(page.lines[i].text) for i in free}
    found = [i for i in free if spoken[i]]
    if len(found) * 3 > 2 * len(free):
        return
    widths = {i: page.lines[i].columns for i in free}
    if 2 * sum(widths[i] for i in found) > sum(widths.values()):
        return
    known = Counter(w for i in free if not spoken[i] for w in words(page.lines[i].text))
    for apart, run in groupby(free, lambda i: _apart(page.lines[i], known, not spoken[i])):
        box = list(run)
        said = [i for i in box if spoken[i]]
        if apart and any(len(spoken[i]) == _BOTH for i in said):
            first = box[0] if box[0] == free[0] else said[0]
            among = [i for i in box if first <= i <= said[-1]]
            own = sum(page.lines[i].is_prose and not spoken[i] for i in among)
            above = [said[0] - 1] if said[0] - 1 in box and box[-1] == free[-1] else []
            heads = [i for i in above if not page.lines[i].is_prose]
            for index in [*heads, *(among if own < len(said) else said)]:
                page.condemn(index, "offer")


def _apart(line: Line, known: Counter[str], own: bool) -> bool:
    """Whether a line is no prose, or shares few words with the others that are known."""
    if not line.is_prose:
        return True
    said = words(line.text)
    return 3 * sum(known[word] > own for word in said) < len(said)


def _speaks(text: str) -> bool:
    """Whether a line speaks to the reader in both ways; few have the words to do it in one."""
    plain = to_simplified(text).casefold()
    return all(words.may_match(plain) for words in _cues()) and len(_spoken(text)) == _BOTH


def _spoken(text: str) -> set[str]:
    """The ways a line speaks to the reader outside quotation marks: of him, and of its offers."""
    plain = _QUOTED.sub(" ", to_simplified(text).casefold())
    return {way for way, said in _speech() if said.search(plain)}


@cache
def _speech() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((way, pattern("words", "reader", way)) for way in ("offered", "addressed"))


@cache
def _cues() -> tuple[Index, ...]:
    """For each way, the words without which a line does not speak in it."""
    return tuple(Index([said.pattern]) for _, said in _speech())


@lru_cache(maxsize=RECENT)
def words(text: str) -> frozenset[str]:
    """Latin words of some length, numbers, and pairs of Han characters."""
    plain = to_simplified(text).casefold()
    runs = () if plain.isascii() else HAN_RUN.findall(plain)
    pairs = (map(add, run, run[1:]) for run in runs)
    return frozenset(_WORD.findall(plain)).union(*pairs) - _common()


@cache
def _common() -> frozenset[str]:
    """Words any two texts share."""
    return frozenset(data("words")["common"])


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
