"""Which lines of a scraped page are not the article: by their words, then by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from diglot.patterns import pattern
from diglot.text import head, region
from diglot.text.headline import is_headline, strip_site
from diglot.text.lines import Line, ends_sentence
from diglot.text.page import Page
from diglot.text.parts import classify, group_of, split
from diglot.text.patterns import groups, metadata
from diglot.text.script import to_simplified

_KANA: Final = re.compile("[\u3041-\u30fa]")
_FEW: Final = 4
"""So many kana make a line Japanese."""
_MOST: Final = 4
"""One line in so many must be in Chinese at least."""
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"\d+")
_CAPTION: Final = 300
"""Widest caption, in columns."""
_BUTTON: Final = 32
"""Widest button, and widest head of an offer."""
_OFFER: Final = 6
"""Lines of an offer at most."""
_OFTEN: Final = 3
"""So often a running head stands on the pages of a text."""
_SIGN: Final = 8
"""Fewer characters make no line that can be told from another."""


def survey(lines: list[Line]) -> Page:
    """The page with verdicts by words and by place from the article's beginning on."""
    page = Page(lines, [classify(line.text) for line in lines])
    if not page.prose:
        speak(page)
    head.labels(page)
    foreign(page)
    running(page)
    twins(page)
    sections(page)
    offers(page)
    region.find(page)
    released(page)
    foreign_stamps(page)
    return page


def speak(page: Page) -> None:
    """A page that says nothing but captions says them."""
    for index, line in enumerate(page.lines):
        if line.is_prose and page.reasons(index) == {"caption"}:
            page.verdicts[index] = ()


def foreign(page: Page) -> None:
    """Notices in Japanese on a Chinese page."""
    if not any(_KANA.search(line.text) for line in page.lines if not line.text.isascii()):
        return
    kana = [len(_KANA.findall(line.text)) >= _FEW for line in page.lines]
    if sum(kana) * _MOST < len(kana):
        for index in (i for i, found in enumerate(kana) if found):
            page.condemn(index, "foreign")


def running(page: Page) -> None:
    """Running heads, which differ in their page numbers; a headline at most once, in a ranking."""
    free = [i for i in page.free(0, len(page.lines)) if not page.lines[i].ends_sentence]
    heads = {i: _NUMBER.sub("", "".join(page.lines[i].text.split())) for i in free}
    often = Counter(heads.values())
    forms = Counter(words for words, _ in {(w, page.lines[i].text) for i, w in heads.items()})
    for index, words in heads.items():
        if often[words] >= _OFTEN and len(words) > _SIGN and forms[words] >= _OFTEN:
            page.condemn(index, "running-head")


def twins(page: Page) -> None:
    """A line that a caption beside it says once more is a caption too."""
    opening = min(page.prose, default=0) - 1
    for index in page.free(0, len(page.lines)):
        text = page.lines[index].text
        if _says_twice(text):
            page.condemn(index, "caption")
            continue
        if index == opening and is_headline(text):
            continue  # a picture above may be called by the headline
        beside = (i for i in (index - 1, index + 1) if 0 <= i < len(page.lines))
        if len(text) > _SIGN and any(
            "caption" in page.reasons(i) and text in page.lines[i].text for i in beside
        ):
            page.condemn(index, "caption")
    doubled(page)
    for index, below in pairwise(page.free(0, len(page.lines))):
        pair = page.lines[index], page.lines[below]
        if below == index + 1 and _alike(*pair):
            page.condemn(index, "caption")
            page.condemn(below, "caption")


def _says_twice(text: str) -> bool:
    """Whether a line is one sentence and the same sentence again."""
    half = text.find(text[:_FEW], _SIGN) if len(text) <= _CAPTION else 0
    return half > 0 and text[:half].strip() == text[half:] and ends_sentence(text)


def doubled(page: Page) -> None:
    """A line that stands twice on end is a caption: in place of the picture, and below it.

    A headline may stand twice at the head of a page.
    """
    free = page.free(0, len(page.lines))
    first = min(page.prose, default=len(page.lines))
    pairs = [
        (index, below)
        for index, below in pairwise(free)
        if below == index + 1 and index >= first and _twice(page.lines[index], page.lines[below])
    ]
    for one in {one for pair in pairs for one in pair} if len(pairs) * _OFTEN < len(free) else ():
        page.condemn(one, "caption")


def _twice(one: Line, other: Line) -> bool:
    return one.text == other.text and not other.gap and one.columns <= _CAPTION


def _alike(one: Line, other: Line) -> bool:
    """Whether a picture's name in place of its caption stands beside it, in much the same words."""
    if "-" not in one.text or one.is_prose or other.is_prose or one.text == other.text:
        return False
    if strip_site(one.text) == other.text:  # the headline, and the headline of the page
        return False
    words, others = (set(_WORD.findall(line.text.casefold())) for line in (one, other))
    return len(words) > _FEW and 4 * len(words & others) > 3 * min(len(words), len(others))


def sections(page: Page) -> None:
    """Headlines and names below a line such as “Related” go with it, up to the next paragraph.

    A short line that stands apart right before a paragraph is that paragraph's heading.
    """
    end = 0
    for index in range(min(page.prose, default=0), len(page.lines)):
        if index >= end and _opens_section(page, index):
            end = _section_end(page, index + 1)
            for below in page.free(index + 1, end):
                page.condemn(below, page.verdicts[index][-1].reason)


def offers(page: Page) -> None:
    """Lines between a short one and the button below them offer something: tickets of an event."""
    first = min(page.prose, default=len(page.lines))
    for index in range(first, len(page.lines)):
        text = to_simplified(page.lines[index].text).lower()
        if len(text) > _BUTTON or not pattern("words", "button").fullmatch(text):
            continue
        start = index
        while not page.lines[start].gap and first < start and index - start < _OFFER:
            start -= 1
        head = page.lines[start]
        headed = head.gap and head.columns <= _BUTTON and not head.ends_sentence
        if headed and any(_addresses(line) for line in page.lines[start + 1 : index]):
            for line in page.free(start, index + 1):
                page.condemn(line, "offer")


def _addresses(line: Line) -> bool:
    """Whether a line speaks to the reader, and is no paragraph."""
    said = pattern("words", "reader", "addressed").search(line.text.lower())
    return said is not None and line.columns <= _CAPTION


def released(page: Page) -> None:
    """Above the article a section has no end: one of the lines below it may be the headline."""
    reasons = {group.reason for group in groups() if group.section}
    for index in range(page.start):
        text = page.lines[index].text
        if page.reasons(index) <= reasons and is_headline(text) and not classify(text):
            page.verdicts[index] = ()


def _section_end(page: Page, start: int) -> int:
    """Index of the next paragraph or its heading."""
    for index in range(start, len(page.lines)):
        below = page.lines[index]
        if below.is_prose or (below.gap and _before_prose(page, index)):
            return index
    return len(page.lines)


def _opens_section(page: Page, index: int) -> bool:
    if not page.verdicts[index]:
        return False
    text = to_simplified(page.lines[index].text)
    pieces = [text, *(piece for _, piece in split(text))]
    return any(group.section for piece in pieces if (group := group_of(piece)))


def _before_prose(page: Page, index: int) -> bool:
    below = index + 1
    return below < len(page.lines) and page.lines[below].is_prose and not page.verdicts[below]


def foreign_stamps(page: Page) -> None:
    """A date among the headlines below the article is not the article's."""
    openers = [i for i in range(page.end, len(page.lines)) if _opens_section(page, i)]
    dated = any(page.states(i, "stamp") for i in range(page.end))
    first = min(openers, default=len(page.lines))
    for index in range(page.end, len(page.lines)):
        if page.states(index, "stamp") and (dated or index >= first):
            text = to_simplified(page.lines[index].text)
            if not metadata("stamp", "own").fullmatch(text):
                page.condemn(index, "related")
