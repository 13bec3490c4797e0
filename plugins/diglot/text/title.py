"""The headline of a text: labelled, repeated, or by its shape and place."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from diglot.text.document import Role
from diglot.text.head import stated
from diglot.text.headline import (
    is_headline,
    labelled,
    may_repeat,
    same_headline,
    strip_site,
    unlabelled,
)
from diglot.text.inside import words
from diglot.text.lines import Line, columns, is_chinese, letters
from diglot.text.page import Page
from diglot.text.parts import Part
from diglot.text.patterns import metadata
from diglot.text.script import to_simplified

_HEAD: Final = 30
"""So many lines above the article may be its headline."""
_STATED: Final = frozenset({"stamp", "byline", "source"})
_LEAST: Final = 2
"""Points a line needs to be taken for the headline."""
_BETTER: Final = 3
"""So many points more a line needs than one above it that a stamp or byline follows."""
_CRY: Final = re.compile("[！？!?]")
_OPEN: Final = ("!", "?", "！", "？", "…", "...")
"""How a headline ends that may be taken for a sentence."""
_CRIES: Final = 2
"""More such marks no headline has."""
_GOOD: Final = 4
_NEARLY: Final = 1.5
"""Of lines with so many points, or nearly as many as the best, the first is the headline."""
_APART: Final = frozenset({"box"})
"""Reasons of a line inside the article that may be its headline."""
_BEHIND: Final = frozenset({"tail"})
"""Reasons of a line behind the article that may be its headline."""
_NAME: Final = 16
"""Lines up to this width are rather a name."""
_SUBHEADED: Final = 40
"""Narrower lines above a headline are rather a section's or site's name."""
_RANK: Final = re.compile(r"[-–—•·*]|#?\d{1,2}[.、)）]?")
"""A line that only counts the items of a list, as of what is read most."""
_LEADS: Final = 3
"""So many paragraphs are expected to speak of what the headline says."""
_MENU: Final = re.compile(r"(?:[^\sA-Za-z]{1,5}\s+){4,}\S{1,8}")
_CODE: Final = re.compile(r"[a-z]_[a-z]|[{}@\\]|://|\b\w+\.(?:com|cn|net|org)\b|^[#(（·•+]")


def find(page: Page) -> tuple[str, list[int]]:
    """The headline and the indexes of the lines that hold it; empty if there is none."""
    found = [i for i, line in enumerate(page.lines) if labelled(line.text)]
    if found:
        return _collect(page, found[0], unlabelled(page.lines[found[0]].text))
    candidates = [i for i in page.free(0, page.start) if is_headline(page.lines[i].text)][-_HEAD:]
    lead = _lead(page, page.start)
    scores = {i: _score(page, i, lead) for i in candidates}
    fit = [i for i in candidates if scores[i] >= _LEAST]
    first = next((i for i in fit if _published(page, i + 1)), None)
    fit = [i for i in fit if first is None or i <= first or scores[i] >= scores[first] + _BETTER]
    top = max((scores[i] for i in fit), default=0)
    best = next((i for i in fit if scores[i] > max(top - _NEARLY, _GOOD) or scores[i] == top), None)
    if best is None:
        best = _inside(page)
        page.start = page.start if best is None else _first_sentence(page, best + 1)
    best = _below_all(page) if best is None else best
    if best is None:
        return _former(page)
    best = next((i for i in candidates if _begins(page, i, best)), best)
    return _collect(page, best, unlabelled(page.lines[best].text))


def _former(page: Page) -> tuple[str, list[int]]:
    """The headline a text had elsewhere, if it has no other: 原标题."""
    for index, line in enumerate(page.lines):
        if match := metadata("label", "former").match(to_simplified(line.text)):
            return _collect(page, index, line.text[match.end() :])
    return "", []


def _below_all(page: Page) -> int | None:
    """A headline that stands alone behind the article, as some readers of pages put it."""
    last = len(page.lines) - 1
    if page.prose[-1:] != [last - 1] or not page.reasons(last) <= _BEHIND:
        return None
    line, lead = page.lines[last], _lead(page, page.start)
    if line.columns <= _NAME or not is_headline(line.text):
        return None
    own = words(line.text)
    return last if len(own & lead) > max(_LEADS, len(own) // 2) else None


def _begins(page: Page, index: int, other: int) -> bool:
    """Whether a line is the headline that another one has the names of site and section behind."""
    text = page.lines[index].text
    whole, key = (letters(unlabelled(page.lines[i].text)) for i in (other, index))
    return columns(text) > _NAME and len(key) < len(whole) and whole.startswith(key)


def _published(page: Page, index: int) -> bool:
    """Whether a line states when, where or by whom the text was published."""
    return index < len(page.lines) and page.states(index, *_STATED, "label")


def _inside(page: Page) -> int | None:
    """A headline that cries, asks or breaks off, or one beside a stamp below notices."""
    if _cries(page):
        return page.start
    for index in range(page.start, page.end - 1):
        text = page.lines[index].text
        free = page.reasons(index) <= _APART and is_headline(text) and columns(text) > _NAME
        if free and (page.states(index + 1, "stamp", "byline") or _below_stamp(page, index)):
            above, below = page.free(page.start, index), page.free(index + 1, page.end)
            return index if 2 * _prose(page, above) < _prose(page, below) else None
    return None


def _below_stamp(page: Page, index: int) -> bool:
    """Whether a line stands between the date and the author of a text, its subheading aside."""
    dated = index > page.start and page.states(index - 1, "stamp")
    below = range(index + 1, min(index + 3, len(page.lines)))
    return dated and any(page.states(i, "byline", "label") for i in below)


def _first_sentence(page: Page, start: int) -> int:
    """Index of the first paragraph from a line on; what is above it belongs to the headline."""
    free = page.free(start, page.end)
    return next((i for i in free if page.lines[i].ends_sentence), start)


def _cries(page: Page) -> bool:
    """Whether the article seems to open with one short sentence that is its headline."""
    if page.end - page.start < _LEADS:
        return False
    text = page.lines[page.start].text
    if not text.endswith(_OPEN) or len(_CRY.findall(text)) > _CRIES or not is_headline(text):
        return False
    own, lead = words(text), _lead(page, page.start + 1)
    again = any(line.text.startswith(text) for line in page.lines[page.start + 1 :])
    return again or 8 * len(own & lead) / max(6, len(own)) >= _LEAST


def _prose(page: Page, indexes: list[int]) -> int:
    return sum(page.lines[i].columns for i in indexes if page.lines[i].is_prose)


def _lead(page: Page, start: int) -> set[str]:
    """The words of the first paragraphs from a line on."""
    leads = page.free(start, page.end)[:_LEADS]
    return {word for i in leads for word in words(page.lines[i].text[:600])}


def _score(page: Page, index: int, lead: set[str]) -> float:
    """Points for a line's shape, its place, its being repeated, and its words in the lead."""
    line = page.lines[index]
    bare = strip_site(unlabelled(line.text))
    others = [o.text for i, o in enumerate(page.lines) if i != index]
    key = letters(bare)
    named = columns(bare) <= _NAME
    score = 4.0 * (not named and any(same_headline(key, other) for other in others))
    score += 3 * any(other.startswith(("Home", "首页")) and line.text in other for other in others)
    score += 2 * any(map(partial(_stated, page), (index - 1, index, _below(page, index))))
    score += (index == page.start - 1) + (columns(bare) > 28) + (columns(bare) > 40)
    own = words(bare)
    score += 8 * len(own & lead) / max(6, len(own)) - 2 * named
    score -= 3 * (
        index > 0 and not page.verdicts[index - 1] and _heads(page.lines[index - 1], line)
    )
    score -= 4 * (index > 0 and _RANK.fullmatch(page.lines[index - 1].text) is not None)
    return score - 4 * bool(_CODE.search(bare)) - 4 * bool(_MENU.fullmatch(bare))


def _below(page: Page, index: int) -> int:
    """Index of the line below a headline and its subheading, if it has one."""
    free = index + 1 < page.start and not page.verdicts[index + 1]
    return index + 1 + (free and is_headline(page.lines[index + 1].text))


def _stated(page: Page, index: int) -> bool:
    """Whether a line states, or seems to state, when, where or by whom the text was published."""
    if not 0 <= index < len(page.lines):
        return False
    return page.states(index, *_STATED) or (
        not page.verdicts[index] and bool(stated(page.lines[index].text, below=True))
    )


def _heads(above: Line, line: Line) -> bool:
    """Whether a line may be the headline of which the next one is the subheading."""
    least = _SUBHEADED if line.gap or not is_chinese(above.text) else _NAME
    return is_headline(above.text) and above.columns > least and not _MENU.fullmatch(above.text)


def _collect(page: Page, index: int, text: str) -> tuple[str, list[int]]:
    """The title without the site's name, and every line that repeats it."""
    title = " ".join(strip_site(text).split())
    key = letters(title)
    bare = (unlabelled(line.text) for line in page.lines)
    same = [
        i
        for i, text in enumerate(bare)
        if i == index or (may_repeat(key, text) and same_headline(key, strip_site(text)))
    ]
    return title, same


def mark(page: Page, title: str, indexes: list[int]) -> None:
    """Give the title's lines their verdict."""
    for index in indexes:
        text = page.lines[index].text
        known = labelled(text)
        at = len(text) - len(unlabelled(text))
        before: Role = "label" if known else "stamp"
        head = (Part(0, text[:at], before, before),) if at else ()
        reason = "labelled" if known else "headline" if index == indexes[0] else "repeated"
        page.verdicts[index] = (*head, Part(at, text[at:], "title", reason))
