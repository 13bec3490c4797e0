"""The headline of a text: labelled, repeated, or by its shape and place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from diglot.text.document import Role
from diglot.text.inside import words
from diglot.text.lines import RECENT, Line, columns, is_chinese
from diglot.text.page import Page
from diglot.text.parts import Part
from diglot.text.patterns import metadata
from diglot.text.script import to_simplified

_SITE: Final = (
    r"\s*(?:\s[-–—]+\s|\s*[|｜_]\s*|(?<=[一-鿿])-(?=[一-鿿]{2,6}(?:网|在线|频道)$))"
    r"((?-i:[^a-z\s-])[^-–—|｜_]{1,24})$"
)
_HEAD: Final = 30
"""So many lines above the article may be its headline."""
_STATED: Final = frozenset({"stamp", "byline", "source"})
_CLOCK: Final = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:：][0-5]\d(?!\d)")
_STAMPED: Final = re.compile(
    r"^(?:date\s+)?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[\sT]+\d{1,2}:\d\d(?::\d\d)?)?\s+"
)
"""A date before the headline, on the same line."""
_OWN: Final = re.compile(r"\s*[©(（【\[]?\s?(?<=[\s©(（【\[])[原獨独][创創家]\s?[)）】\]]?$")
"""“Original” behind a headline."""
_OWNED: Final = frozenset("创創家")
"""Of its characters one is among the last three."""
_LONGEST: Final = 25
"""Characters of the site's name behind a headline at most."""
_LETTER: Final = re.compile(r"[^\W_]+")
_REACH: Final = 40
"""Characters at the head of a line that show whether it may be the headline once more."""
_LEAST: Final = 2
"""Points a line needs to be taken for the headline."""
_BETTER: Final = 3
"""So many points more a line needs than one above it that a stamp or byline follows."""
_WIDEST: Final = 160
"""Columns a headline has at most."""
_INNER: Final = re.compile("[。！？!?]")
_APART: Final = frozenset({"box"})
"""Reasons of a line inside the article that may be its headline."""
_NAME: Final = 16
"""Lines up to this width are rather a name."""
_SUBHEADED: Final = 40
"""Narrower lines above a headline are rather a section's or site's name."""
_LEADS: Final = 3
"""So many paragraphs are expected to speak of what the headline says."""
_MENU: Final = re.compile(r"(?:[^\sA-Za-z]{1,5}\s+){4,}\S{1,8}")
_CODE: Final = re.compile(r"[a-z]_[a-z]|[{}@\\]|://|\b\w+\.(?:com|cn|net|org)\b|^[#(（·•+]")


def find(page: Page) -> tuple[str, list[int]]:
    """The headline and the indexes of the lines that hold it; empty if there is none."""
    labelled = [i for i, line in enumerate(page.lines) if _label(line)]
    if labelled:
        return _collect(page, labelled[0], _unlabelled(page.lines[labelled[0]].text))
    candidates = [i for i in page.free(0, page.start) if is_headline(page.lines[i].text)][-_HEAD:]
    lead = _lead(page, page.start)
    scores = {i: _score(page, i, lead) for i in candidates}
    fit = [i for i in candidates if scores[i] >= _LEAST]
    first = next((i for i in fit if _published(page, i + 1)), None)
    fit = [i for i in fit if first is None or i <= first or scores[i] >= scores[first] + _BETTER]
    best = max(fit, key=lambda i: (scores[i], -i), default=None)
    if best is None:
        best = _inside(page)
        page.start = page.start if best is None else _first_sentence(page, best + 1)
    if best is None:
        return "", []
    return _collect(page, best, _unlabelled(page.lines[best].text))


def _published(page: Page, index: int) -> bool:
    """Whether a line states when, where or by whom the text was published."""
    return index < len(page.lines) and page.states(index, *_STATED, "label")


def _inside(page: Page) -> int | None:
    """A headline that cries or asks, or one above a stamp while notices open the page."""
    if _cries(page):
        return page.start
    for index in range(page.start, page.end - 1):
        text = page.lines[index].text
        free = page.reasons(index) <= _APART and is_headline(text) and columns(text) > _NAME
        if free and page.states(index + 1, "stamp", "byline"):
            above, below = page.free(page.start, index), page.free(index + 1, page.end)
            return index if 2 * _prose(page, above) < _prose(page, below) else None
    return None


def _first_sentence(page: Page, start: int) -> int:
    """Index of the first paragraph from a line on; what is above it belongs to the headline."""
    free = page.free(start, page.end)
    return next((i for i in free if page.lines[i].ends_sentence), start)


def _cries(page: Page) -> bool:
    """Whether the article seems to open with one short sentence that is its headline."""
    if page.end - page.start < _LEADS:
        return False
    text = page.lines[page.start].text
    if text[-1] not in "!?！？" or _INNER.search(text[:-1]) or not is_headline(text):
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


def _label(line: Line) -> bool:
    match = metadata("label", "title").match(to_simplified(line.text))
    return bool(match and match.end() < len(line.text))


def _unlabelled(text: str) -> str:
    match = metadata("label", "title").match(to_simplified(text))
    return text[match.end() :] if match else text[_stamped(text) :]


def _stamped(text: str) -> int:
    """Where the headline begins behind a date on its line."""
    match = _STAMPED.match(text)
    return match.end() if match else 0


def is_headline(text: str) -> bool:
    """Long enough for one, no end of a sentence, and no date with a time."""
    text = text[_stamped(text) :]
    if _CLOCK.search(text) or text.startswith("—") or _no_headline(text):
        return False
    if re.search(r"[。；;,，:：]$|(?<!\.)\.$", text) or columns(text) > _WIDEST:
        return False
    if is_chinese(text):
        return columns(text) >= 12
    return (len(text.split()) >= 4 and not text.isupper()) or len(text.split()) >= 6


def _no_headline(text: str) -> bool:
    """Whether a line speaks of a picture, opens an item of a list or only names an outlet."""
    plain = to_simplified(text)
    return bool(
        metadata("caption").fullmatch(plain) or metadata("label", "stated").fullmatch(plain)
    )


def _score(page: Page, index: int, lead: set[str]) -> float:
    """Points for a line's shape, its place, its being repeated, and its words in the lead."""
    line = page.lines[index]
    bare = strip_site(_unlabelled(line.text))
    others = [o.text for i, o in enumerate(page.lines) if i != index]
    key = _key(bare)
    named = columns(bare) <= _NAME
    score = 4.0 * (not named and any(_same(key, other) for other in others))
    score += 3 * any(other.startswith(("Home", "首页")) and line.text in other for other in others)
    beside = [page.verdicts[i] for i in range(max(0, index - 1), min(index + 2, len(page.lines)))]
    score += 2 * any(part.role in _STATED for parts in beside for part in parts)
    score += (index == page.start - 1) + (columns(bare) > 28) + (columns(bare) > 40)
    own = words(bare)
    score += 8 * len(own & lead) / max(6, len(own)) - 2 * named
    score -= 3 * (index > 0 and not page.verdicts[index - 1] and _wide(page.lines[index - 1].text))
    return score - 4 * bool(_CODE.search(bare)) - 4 * bool(_MENU.fullmatch(bare))


def _wide(text: str) -> bool:
    """Whether a line may be the headline of which the next one is the subheading."""
    return is_headline(text) and columns(text) > _SUBHEADED and not _MENU.fullmatch(text)


def _collect(page: Page, index: int, text: str) -> tuple[str, list[int]]:
    """The title without the site's name, and every line that repeats it."""
    title = " ".join(strip_site(text).split())
    key = _key(title)
    bare = (_unlabelled(line.text) for line in page.lines)
    same = [
        i
        for i, text in enumerate(bare)
        if i == index or (_may_be(key, text) and _same(key, strip_site(text)))
    ]
    return title, same


def strip_site(text: str) -> str:
    """The headline without the name of the site after a dash, bar or underscore."""
    if not _OWNED.isdisjoint(text[-3:]):
        text = _OWN.sub("", text)
    last = max(map(text.rfind, "-–—|｜_"))
    short = last > 0 and len(text[last + 1 :].strip()) <= _LONGEST
    match = re.search(_SITE, text) if short else None
    if not match or columns(text[: match.start()]) < 12:
        return text
    name = match[1].strip()
    return (
        text if len(name.split()) > 4 or columns(name) > 24 else strip_site(text[: match.start()])
    )


def _same(key: str, other: str) -> bool:
    return _may_be(key, other) and _key(other) == key


def _may_be(key: str, text: str) -> bool:
    """Whether a text begins with the letter a key begins with, signs aside."""
    return not key or _first(text) in ("", key[0])


@lru_cache(maxsize=RECENT)
def _first(text: str) -> str:
    """The first letter of a text, if it stands at its head."""
    first = _LETTER.search(text[:_REACH].casefold())
    return first[0][0] if first else ""


@lru_cache(maxsize=RECENT)
def _key(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(_LETTER.findall(text.casefold()))


def mark(page: Page, title: str, indexes: list[int]) -> None:
    """Give the title's lines their verdict."""
    for index in indexes:
        text = page.lines[index].text
        labelled = _label(page.lines[index])
        at = len(text) - len(_unlabelled(text))
        before: Role = "label" if labelled else "stamp"
        head = (Part(0, text[:at], before, before),) if at else ()
        reason = "labelled" if labelled else "headline" if index == indexes[0] else "repeated"
        page.verdicts[index] = (*head, Part(at, text[at:], "title", reason))
