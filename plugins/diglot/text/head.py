"""What stands above an article: who wrote it and when, and what is merely the page's."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from diglot.patterns import pattern
from diglot.text.document import Role
from diglot.text.inside import NUMBERED
from diglot.text.lines import columns, letters
from diglot.text.page import Page
from diglot.text.parts import Part, is_stamp, split
from diglot.text.patterns import any_of, may_match, metadata, opening
from diglot.text.script import to_simplified
from diglot.yamlfile import data

_PERSON: Final = re.compile(r"[A-Z][a-zé'’-]+(?: [A-Z]\.)?(?: [A-Z][a-zé'’-]+){1,2}")
_PERSONS: Final = re.compile(
    rf"{_PERSON.pattern}(?:(?:,? and |, | & )(?:{_PERSON.pattern}|[A-Z]{{2,5}}))*"
)
"""Several writers, of whom one may be an agency."""
_AND: Final = re.compile(r",? and | & ")
_FROM: Final = re.compile(r"([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\s+From\s+([A-Z]\S{1,20})")
_VALUE: Final = 40
"""Columns a label on a line of its own has at most, and the value below it."""
_FEW: Final = 4
"""A page of so few paragraphs has no furniture among them."""
_NOTICE: Final = 80
"""Columns of a notice that stands at both ends of a page."""
_HEAD: Final = 2
"""So many characters at the head of paragraphs show that they are not the same."""
_STANDFIRSTS: Final = 2
"""So many paragraphs at the beginning may be a standfirst."""
_NARROW: Final = 20
"""Characters of an abstract at least; its label is within them."""
_NEAR: Final = 8
"""So many lines below an abstract show whether it is one."""
_BARE: Final[tuple[Role, ...]] = ("stamp", "source", "byline", "chrome")


def labels(page: Page) -> None:
    """A label on a line of its own says what the next line is."""
    for index, below in pairwise(range(len(page.lines))):
        line = page.lines[index]
        if line.columns > _VALUE or not _any_bare().fullmatch(plain := to_simplified(line.text)):
            continue
        role = next((r for r in _BARE if metadata("bare", r).fullmatch(plain)), None)
        value = page.lines[below]
        if role is None or value.is_prose or page.states(index, "title"):
            continue
        if not page.verdicts[index] or role != "chrome":
            page.verdicts[index] = (Part(0, line.text, "label", "bare"),)
        if not page.verdicts[below] and value.columns <= _VALUE:
            page.verdicts[below] = (Part(0, value.text, role, "below-label"),)


@cache
def _any_bare() -> re.Pattern[str]:
    """The labels of all roles as one expression."""
    return any_of([row for role in _BARE for row in data("metadata")["bare"][role]])


def datelines(page: Page) -> None:
    """A dateline on a line of its own, above the article, says more than a date or a name."""
    for index in range(page.start):
        text = page.lines[index].text
        plain = to_simplified(text)
        if page.states(index, "title") or is_stamp(plain):
            continue
        match = opening(f"{plain} ", 0, "dateline")
        if match and match.end() >= len(plain):
            page.verdicts[index] = (Part(0, text, "dateline", "dateline"),)


def clear(page: Page, title: int | None) -> None:
    """Take out the lines above the article; those that state something keep their role.

    Args:
        page: the page, its title's lines marked.
        title: index of the last title line, if the text has one.
    """
    rights = _rights(page)
    for index in page.free(0, page.start):
        text = page.lines[index].text
        below = title is not None and index > title
        if parts := stated(text, below):
            page.verdicts[index] = parts
        elif metadata("caption").fullmatch(to_simplified(text)):
            page.condemn(index, "caption")
        else:
            site = text.casefold() in rights and not below
            page.condemn(index, "site-name" if site else "head")


def stated(text: str, below: bool) -> tuple[Part, ...]:
    """A writer's name below the title, or a date beside anything."""
    plain = to_simplified(text)
    dated = columns(text) <= 100 and may_match(plain, "stamp", "date")
    if (
        dated
        and metadata("stamp", "date").search(plain)
        and not metadata("caption").fullmatch(plain)
    ):
        return (Part(0, text, "stamp", "dated"),)
    return _names(text) if below else ()


def _rights(page: Page) -> str:
    """The lines on copyright, which name the site."""
    found = zip(page.lines, page.verdicts, strict=True)
    rights = [line.text for line, parts in found if any(p.reason == "copyright" for p in parts)]
    return "\n".join(rights).casefold()


def _names(text: str) -> tuple[Part, ...]:
    """A writer's name, perhaps with the outlet's beside it."""
    if joined := _run_together(text):
        return joined
    if match := _FROM.fullmatch(text):
        source = Part(match.start(2), match[2], "source", "name-beside-byline")
        return (Part(0, match[1], "byline", "name"), source)
    pieces = split(text)
    if not pieces or len(pieces) > 2 or not _PERSONS.fullmatch(pieces[0][1]):
        return ()
    byline, *rest = pieces
    outlet = set(byline[1].casefold().split()) & set(data("metadata")["outlet"])
    if outlet:
        return (Part(byline[0], byline[1], "source", "name"),)
    if _no_name().search(_AND.sub(", ", byline[1])):
        return ()
    named = [Part(at, name, "source", "name-beside-byline") for at, name in rest]
    writer, _, last = byline[1].rpartition(" ")
    if not rest and " " in writer and last.casefold() in data("bylines")["agencies"]:
        at = byline[0] + len(writer) + 1
        named, byline = [Part(at, last, "source", "name-beside-byline")], (byline[0], writer)
    return (Part(byline[0], byline[1], "byline", "name"), *named)


def _run_together(text: str) -> tuple[Part, ...]:
    """A Chinese writer's name that runs into the outlet's: 王小明示例日报."""
    plain, name = to_simplified(text), pattern("bylines", "byline", "bare_zh")
    for size in (2, 3):
        outlet = metadata("writer", str(size)).fullmatch(plain, size)
        if outlet and name.fullmatch(plain, 0, size):
            return (
                Part(0, text[:size], "byline", "name"),
                Part(size, text[size:], "source", "name"),
            )
    return ()


@cache
def _no_name() -> re.Pattern[str]:
    """Words no person is called by."""
    return pattern("bylines", "byline", "words")


def writers(page: Page) -> None:
    """Below a standfirst the writer's name stands right above the date."""
    for index in page.free(page.start + 1, page.end - 1):
        if page.states(index + 1, "stamp") and (parts := _names(page.lines[index].text)):
            page.verdicts[index] = parts


def captions(page: Page, title: int | None) -> None:
    """A short line below the metadata that stands between standfirst and article."""
    for index in page.free(page.start + 1, page.end) if title is not None else ():
        line = page.lines[index]
        if line.is_prose or line.ends_sentence or NUMBERED.match(line.text):
            continue
        if page.states(index - 1, "stamp", "byline", "source", "label") and title < index:  # type: ignore[operator]
            page.condemn(index, "caption")


def _again(page: Page, index: int) -> bool:
    """Whether what a paragraph says, cut off anywhere, is said once more right below."""
    line = page.lines[index]
    label = _abstract().match(to_simplified(line.text[:_NARROW]).casefold())
    if not label and line.ends_sentence and not line.text.endswith(("...", "…")):
        return False
    said = letters(line.text[label.end() if label else 0 :])
    below = page.free(index + 1, min(index + _NEAR, page.end))
    return len(said) >= _NARROW and said in letters("".join(page.lines[i].text for i in below))


@cache
def _abstract() -> re.Pattern[str]:
    return pattern("words", "abstract")


def standfirst(page: Page) -> None:
    """A paragraph at the beginning that stands again further down is there as a standfirst.

    It is the same if its letters are: pages set its quotation marks and spaces differently.
    """
    prose = page.prose
    for index in page.free(0, prose[0] if prose else 0):
        if _again(page, index):
            page.condemn(index, "standfirst")
    heads = [page.lines[i].text[:_HEAD] for i in prose]
    texts = [
        letters(page.lines[i].text) if heads.count(head) > 1 else f"{i}"
        for i, head in zip(prose, heads, strict=True)
    ]
    seen: set[str] = set()
    first = 0 if _begun_again(texts) else _STANDFIRSTS
    furniture = {texts[0], texts[1]} & {texts[-1]} if len(texts) > _FEW else set()
    for place, index in enumerate(prose):
        if texts[place] in furniture and page.lines[index].columns <= _NOTICE:
            page.condemn(index, "furniture")
        elif place < first and (texts[place] in texts[place + 1 :] or _again(page, index)):
            page.condemn(index, "standfirst")
        elif texts[place] in seen:
            page.condemn(index, "repeated")
        else:
            seen.add(texts[place])


def _begun_again(texts: list[str]) -> bool:
    """Whether a text is there twice: its first paragraphs follow one another again, further down.

    The second time it may be cut off.
    """
    at = texts.index(texts[0], 1) if texts[:1] and texts[0] in texts[1:] else 0
    return at > _STANDFIRSTS and texts[at + 1 : at + 2] == texts[1:2]
