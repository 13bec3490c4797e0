"""The headline of a text: labelled, repeated, or by its shape and place."""

from __future__ import annotations

import re
from typing import Final

from diglot.text.inside import words
from diglot.text.lines import Line, columns, is_chinese
from diglot.text.page import Page
from diglot.text.parts import Part
from diglot.text.patterns import metadata
from diglot.text.script import to_simplified

_SITE: Final = re.compile(
    r"\s*(?:\s[-–—]+\s|\s*[|｜_]\s*|(?<=[一-鿿])-(?=[一-鿿]{2,6}(?:网|在线|频道)$))((?-i:[^a-z\s-])[^-–—|｜_]{1,24})$"
)
_HEAD: Final = 30
"""So many lines above the article may be its headline."""
_STATED: Final = frozenset({"stamp", "byline", "source"})
_CLOCK: Final = re.compile(r"\d{1,2}[:：]\d\d(?!\d)")
_LEAST: Final = 2
"""Points a line needs to be taken for the headline."""
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
    lead = _lead(page)
    scores = {i: _score(page, i, lead) for i in candidates}
    best = max(candidates, key=lambda i: (scores[i], -i), default=None)
    if best is None or scores[best] < _LEAST:
        return "", []
    return _collect(page, best, page.lines[best].text)


def _lead(page: Page) -> set[str]:
    """The words of the first paragraphs."""
    leads = page.free(page.start, page.end)[:_LEADS]
    return {word for i in leads for word in words(page.lines[i].text[:600])}


def _label(line: Line) -> bool:
    match = metadata("label", "title").match(to_simplified(line.text))
    return bool(match and match.end() < len(line.text))


def _unlabelled(text: str) -> str:
    match = metadata("label", "title").match(to_simplified(text))
    return text[match.end() :] if match else text


def is_headline(text: str) -> bool:
    """Long enough for one, no end of a sentence, and no date with a time."""
    if _CLOCK.search(text):
        return False
    if re.search(r"[。；;,，:：]$|(?<!\.)\.$", text) or columns(text) > 160:
        return False
    if is_chinese(text):
        return columns(text) >= 12
    return (len(text.split()) >= 4 and not text.isupper()) or len(text.split()) >= 6


def _score(page: Page, index: int, lead: set[str]) -> float:
    """Points for a line's shape, its place, its being repeated, and its words in the lead."""
    line = page.lines[index]
    bare = strip_site(line.text)
    others = [o.text for i, o in enumerate(page.lines) if i != index]
    named = columns(bare) <= _NAME
    score = 4.0 * (not named and any(_same(bare, other) for other in others))
    score += 3 * any(line.text in other and other.startswith(("Home", "首页")) for other in others)
    beside = [page.verdicts[i] for i in range(max(0, index - 1), min(index + 2, len(page.lines)))]
    score += 2 * any(part.role in _STATED for parts in beside for part in parts)
    score += (index == page.start - 1) + (columns(bare) > 28) + (columns(bare) > 40)
    own = words(bare)
    score += 8 * len(own & lead) / max(6, len(own)) - 2 * named
    score -= 3 * (index - 1 in page.free(0, index) and _wide(page.lines[index - 1].text))
    return score - 4 * bool(_CODE.search(bare)) - 4 * bool(_MENU.fullmatch(bare))


def _wide(text: str) -> bool:
    """Whether a line may be the headline of which the next one is the subheading."""
    return is_headline(text) and columns(text) > _SUBHEADED and not _MENU.fullmatch(text)


def _collect(page: Page, index: int, text: str) -> tuple[str, list[int]]:
    """The title without the site's name, and every line that repeats it."""
    title = " ".join(strip_site(text).split())
    same = [
        i
        for i, line in enumerate(page.lines)
        if i == index or _same(title, strip_site(_unlabelled(line.text)))
    ]
    return title, same


def strip_site(text: str) -> str:
    """The headline without the name of the site after a dash, bar or underscore."""
    match = _SITE.search(text)
    if not match or columns(text[: match.start()]) < 12:
        return text
    name = match[1].strip()
    return (
        text if len(name.split()) > 4 or columns(name) > 24 else strip_site(text[: match.start()])
    )


def _same(one: str, other: str) -> bool:
    return _key(one) == _key(other)


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


def mark(page: Page, title: str, indexes: list[int]) -> None:
    """Give the title's lines their verdict."""
    for index in indexes:
        text = page.lines[index].text
        match = metadata("label", "title").match(to_simplified(text))
        at = match.end() if match else 0
        label = (Part(0, text[:at], "label", "label"),) if match else ()
        reason = "labelled" if match else "headline" if index == indexes[0] else "repeated"
        page.verdicts[index] = (*label, Part(at, text[at:], "title", reason))
