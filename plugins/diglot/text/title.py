"""The headline of a text: labelled, repeated, or by its shape and place."""

from __future__ import annotations

import re
from typing import Final

from diglot.text.chrome import Page
from diglot.text.lines import Line, columns, is_chinese
from diglot.text.parts import Part
from diglot.text.patterns import metadata
from diglot.text.script import to_simplified

_SITE: Final = re.compile(
    r"\s*(?:\s[-–—]+\s|\s*[|｜_]\s*|(?<=[一-鿿])-(?=[一-鿿]{2,6}(?:网|在线|频道)$))((?-i:[^a-z\s-])[^-–—|｜_]{1,24})$"
)
_HEAD: Final = 12
"""So many lines above the first paragraph may be its headline."""
_STATED: Final = frozenset({"stamp", "byline", "source"})


def find(page: Page) -> tuple[str, list[int]]:
    """The headline and the indexes of the lines that hold it; empty if there is none."""
    labelled = [i for i, line in enumerate(page.lines) if _label(line)]
    if labelled:
        return _collect(page, labelled[0], _unlabelled(page.lines[labelled[0]].text))
    first = min(page.prose, default=0)
    candidates = [i for i in page.free(0, first) if is_headline(page.lines[i].text)][-_HEAD:]
    if not candidates:
        return "", []
    best = max(candidates, key=lambda i: (_score(page, i, first), -i))
    return _collect(page, best, page.lines[best].text)


def _label(line: Line) -> bool:
    match = metadata("label", "title").match(to_simplified(line.text))
    return bool(match and match.end() < len(line.text))


def _unlabelled(text: str) -> str:
    match = metadata("label", "title").match(to_simplified(text))
    return text[match.end() :] if match else text


def is_headline(text: str) -> bool:
    """Long enough for one, and no end of a sentence."""
    if re.search(r"[。；;,，:：]$|(?<!\.)\.$", text) or columns(text) > 160:
        return False
    if is_chinese(text):
        return columns(text) >= 12
    return (len(text.split()) >= 4 and not text.isupper()) or len(text.split()) >= 6


def _score(page: Page, index: int, first: int) -> int:
    """Repeated 4, beside metadata 2, right above the article 1, wide 1."""
    line = page.lines[index]
    others = [o.text for i, o in enumerate(page.lines) if i != index]
    score = 4 * any(_same(strip_site(line.text), other) for other in others)
    score += 3 * any(line.text in other and other.startswith(("Home", "首页")) for other in others)
    beside = [page.verdicts[i] for i in (index - 1, index + 1) if 0 <= i < len(page.lines)]
    score += 2 * any(part.role in _STATED for parts in beside for part in parts)
    return score + (index == first - 1) + (columns(line.text) > 28)


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
