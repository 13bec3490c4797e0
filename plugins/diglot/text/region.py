"""Where the article runs on its page: the stretch of lines in which prose outweighs all else.

Each line gets a gain in columns of prose: paragraphs as many as they are wide, lines known as no
part of the article and short lines of any kind a loss. The article is the stretch with the largest
sum; what little prose stands apart from it is a promotion, a comment or a biography.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import Final

from diglot.text.ends import announced, extend
from diglot.text.inside import NUMBERED, asides, words
from diglot.text.lines import Line
from diglot.text.page import Page
from diglot.text.patterns import may_match, metadata, opening
from diglot.text.script import to_simplified

_WIDEST: Final = 300
"""Columns a paragraph counts at most: one long line alone is no article among many."""
_PARAGRAPH: Final = 100
"""Narrower sentences count half: slogans, captions and comments are short."""
_SHORT: Final = -12
"""Gain of a short line that ends no sentence, such as a heading or button."""
_LISTED: Final = -30
"""Gain of a headline with its date, as lists of other articles have them."""
_LOSS: Final = {"stamp": -50, "byline": -40, "source": -40}
"""Gains of lines that state where the text is from."""
_CHROME: Final = -25
"""Gain of other lines that were known by their words."""
_WITHIN: Final = frozenset(
    {"page-number", "advertisement", "caption", "code", "share", "counter", "page-marker", "aside"}
)
"""Reasons for lines that may as well stand between two paragraphs."""
_AFTER: Final = {
    **dict.fromkeys(("related", "tags", "copyright", "disclaimer", "editor"), 0.3),
    **dict.fromkeys(("credits", "biography"), 0.4),
    "comment-form": 0.5,
    "safe-harbour": 0.5,
    "boilerplate": 0.6,
    "contact": 0.6,
}
"""Reasons that say the article is over, and how much of the page's prose may come after them."""
_ENDING: Final = -60
_TEASED: Final = 0.6
"""Share of the prose that may come after the end if it looks like headlines with teasers."""
_DEEPEST: Final = -150
"""Loss of a stretch without prose, however long it is."""
_FULL: Final = 1000
"""Columns of prose from which on losses count in full."""
_HEADLINE: Final = 160
"""Widest headline."""
_PERSON: Final = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}")
_STANDFIRST: Final = 60
"""Narrower sentences above a dateline are notices."""
_SAID: Final = 28
"""Narrower sentences below the headline are cries of the page."""
_LISTS: Final = re.compile(r"\s[/|｜>»]\s")
"""What parts the names of sections, not the words of a subtitle."""
_SUBTITLE: Final = 20
"""Narrower lines are no subtitles."""
_SHARED: Final = 2
"""So many words of a subtitle at least, and one in so many of all …"""
_SHARE: Final = 3
"""… are the article's too."""
_LEADS: Final = 3
"""So many lines may stand before the paragraph with the dateline."""


def find(page: Page) -> None:
    """Take out what is beyond the article's ends and give the page their places."""
    boilerplate(page)
    biography(page)
    ending(page)
    announced(page)
    page.start, page.end = run(page)
    extend(page)
    _trim(page)
    page.start = max(page.start, _dateline(page)) - _opens_with_heading(page)
    for index in page.free(page.end, len(page.lines)):
        page.condemn(index, "tail")
    asides(page)


def gain(page: Page, index: int) -> float:
    """How much a line speaks for the article (negative: against it), in columns of prose."""
    if not page.verdicts[index]:
        return prose_gain(page.lines[index])
    reasons = page.reasons(index)
    if reasons & _AFTER.keys():
        return _ENDING
    if reasons <= _WITHIN:
        return _SHORT
    return min(_LOSS.get(part.role, _CHROME) for part in page.verdicts[index])


def prose_gain(line: Line) -> float:
    """The gain of a line by its shape."""
    width = min(line.columns, _WIDEST)
    if line.is_prose and (line.ends_sentence or line.columns > _WIDEST):
        return width if width >= _PARAGRAPH else width / 2
    if line.is_prose:
        return width / 3
    if line.ends_sentence:
        return width / 4
    return _LISTED if dated(line.text) else _SHORT


def dated(text: str) -> bool:
    """Whether a date of a stamp's form opens or closes a line."""
    plain = to_simplified(text)
    if not may_match(plain, "stamp", "date"):
        return False
    dates = list(metadata("stamp", "date").finditer(plain))
    return bool(dates) and (dates[0].start() < 2 or dates[-1].end() > len(text) - 9)


def run(page: Page) -> tuple[int, int]:
    """First index and the one after the last of the stretch with the largest sum of gains.

    On a page with little prose losses weigh less, and no stretch without prose more than so much.
    """
    gains = [gain(page, index) for index in range(len(page.lines))]
    scale = min(1.0, sum(one for one in gains if one > 0) / _FULL)
    best, place, start, total, depth = 0.0, (0, 0), 0, 0.0, 0.0
    for index, one in enumerate(gains):
        loss = max(min(one, 0.0), _DEEPEST - depth)
        depth = 0.0 if one > 0 else depth + loss
        total += one if one > 0 else loss * scale
        if total <= 0:
            start, total = index + 1, 0.0
        elif total > best:
            best, place = total, (start, index + 1)
    return place


def keep_sentences(page: Page, title: list[int]) -> None:
    """What is said between the headline and the article is its standfirst, whatever stands beside.

    Args:
        page: the page, the lines above the article judged.
        title: indexes of the title's lines above the article, if it has any.
    """
    for index in range(title[0] + 1 if title else page.start, page.start):
        line = page.lines[index]
        if line.ends_sentence and line.columns >= _SAID and page.reasons(index) == {"head"}:
            page.verdicts[index] = ()
    subtitle(page, title)


def _words(page: Page, index: int) -> frozenset[str]:
    return words(page.lines[index].text)


def subtitle(page: Page, title: list[int]) -> None:
    """A line right below the headline that speaks of what the article says is its standfirst."""
    for index in range(title[-1] + 1 if title else page.start, page.start):
        line = page.lines[index]
        if page.reasons(index) != {"head"} or line.columns < _SUBTITLE or _LISTS.search(line.text):
            return
        own = words(line.text)
        shared = len(own & {w for i in page.free(page.start, page.end) for w in _words(page, i)})
        if shared < _SHARED or shared * _SHARE < len(own):
            return
        page.verdicts[index] = ()


def _trim(page: Page) -> None:
    """The article begins with a sentence: a headline with a mark inside only looks like one."""
    for index in range(page.start, page.end):
        line = page.lines[index]
        whole = line.ends_sentence or line.columns > _HEADLINE
        if not page.verdicts[index] and whole:
            page.start = index
            return


def ending(page: Page) -> None:
    """What little prose comes after the article's end belongs to the page."""
    prose = page.prose
    sums = list(accumulate((min(page.lines[i].columns, _WIDEST) for i in prose), initial=0))
    for index in (i for i, parts in enumerate(page.verdicts) if parts):
        share = max((_AFTER[reason] for reason in page.reasons(index) & _AFTER.keys()), default=0)
        above = bisect_left(prose, index)
        if share and share < _TEASED and _teasers(prose[above:]):
            share = _TEASED
        if sums[above] and sums[-1] - sums[above] < share * sums[-1]:
            for below in page.free(index, len(page.lines)):
                page.condemn(below, "tail")
            return


def _teasers(below: list[int]) -> bool:
    """Whether each paragraph has a line of its own above, as those of other stories have."""
    return bool(below) and not any(after - i == 1 for i, after in pairwise(below))


def boilerplate(page: Page) -> None:
    """“About Example Motor” above a paragraph that begins with that name."""
    for index in page.free(min(page.prose, default=0) + 1, len(page.lines) - 1):
        match = metadata("label", "boilerplate").fullmatch(to_simplified(page.lines[index].text))
        if match and not page.lines[index].is_prose:
            name = re.findall(r"\w+", match["name"].casefold())[0]
            below = to_simplified(page.lines[index + 1].text[:100]).casefold()
            if name[:4] in below:
                page.condemn(index, "boilerplate")


def biography(page: Page) -> None:
    """A paragraph that begins with the name on a line of its own right above it."""
    for index in page.prose[2:]:
        for above in range(max(0, index - 2), index):
            name = page.lines[above].text
            if _PERSON.fullmatch(name) and page.lines[index].text.startswith(name):
                page.condemn(above, "biography")
                page.condemn(index, "biography")


def _dateline(page: Page) -> int:
    """Index of the one of the first paragraphs an agency's dateline opens; 0 if none has one.

    What stands above it must be no standfirst, that is a sentence of some width.
    """
    for index in page.free(page.start, page.end)[:_LEADS]:
        line = page.lines[index]
        if opening(to_simplified(line.text), 0, "dateline"):
            return index
        if line.ends_sentence and line.columns >= _STANDFIRST:
            return 0
    return 0


def _opens_with_heading(page: Page) -> bool:
    """Whether the line above the article is marked as those of its headings are."""
    above = page.start - 1
    if above not in page.free(0, page.start) or not (mark := _mark(page.lines[above].text)):
        return False
    inside = (page.lines[i] for i in page.free(page.start, page.end))
    return any(_mark(line.text) == mark for line in inside if not line.is_prose)


def _mark(text: str) -> str:
    """The bullet, bracket or kind of number a line begins with."""
    if match := NUMBERED.match(text):
        return re.sub(r"\w+", "1", match[0])
    return text[0] if text[0] in "【〔[" and text[-1] in "】〕]" else ""
