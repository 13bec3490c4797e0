"""Which lines of a scraped page are not the article: by their words, then by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from diglot.text.lines import Line, columns, is_chinese
from diglot.text.parts import Part, classify, group_of, split
from diglot.text.patterns import metadata
from diglot.text.script import to_simplified
from diglot.yamlfile import data

_PERSON: Final = re.compile(r"[A-Z][a-zé'’-]+(?: [A-Z]\.)?(?: [A-Z][a-zé'’-]+){1,2}")
_ENDING: Final = frozenset({"related", "tags", "copyright", "disclaimer", "comment-form"})
"""Reasons that say the article is over."""
_LATE: Final = 0.15
"""Largest share of the prose after the article's end; a single paragraph may be twice it."""


@dataclass(slots=True)
class Page:
    """The lines of a text with the verdicts found so far (empty: part of the article)."""

    lines: list[Line]
    verdicts: list[tuple[Part, ...]]

    @property
    def prose(self) -> list[int]:
        """Indexes of the article's paragraphs, or if none is wide enough, of its sentences."""
        free = [i for i, verdict in enumerate(self.verdicts) if not verdict]
        wide = [i for i in free if self.lines[i].is_prose]
        return wide or [i for i in free if self.lines[i].ends_sentence]

    def free(self, start: int, end: int) -> list[int]:
        """Indexes from start to before end no verdict was found for."""
        return [i for i in range(start, end) if not self.verdicts[i]]

    def condemn(self, index: int, reason: str) -> None:
        """Take a line out as chrome."""
        self.verdicts[index] = (Part(0, self.lines[index].text, "chrome", reason),)


def survey(lines: list[Line]) -> Page:
    """The page with verdicts by words and by place after the article's beginning."""
    page = Page(lines, [classify(line.text) for line in lines])
    sections(page)
    ending(page)
    tail(page)
    return page


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


def ending(page: Page) -> None:
    """What little prose comes after the article's end belongs to the page."""
    prose = page.prose
    total = sum(page.lines[i].columns for i in prose) or 1
    ends = [i for i, v in enumerate(page.verdicts) if {part.reason for part in v} & _ENDING]
    for index in ends:
        after = prose[bisect_right(prose, index) :][:3]
        late = sum(page.lines[i].columns for i in after) / total
        small = late < (_LATE if len(after) > 1 else 2 * _LATE)
        if after and small and len(after) <= 2:
            for i in page.free(index, len(page.lines)):
                page.condemn(i, "tail")
            return


def tail(page: Page) -> None:
    """After the last paragraph only a short last sentence right below it is kept."""
    last = max(page.prose, default=len(page.lines))
    for index in range(last + 1, len(page.lines)):
        line = page.lines[index]
        if page.verdicts[index] or not line.ends_sentence or not _adjoins(page, index):
            for i in page.free(index, len(page.lines)):
                page.condemn(i, "tail")
            break
    foreign_stamps(page, last)


def foreign_stamps(page: Page, last: int) -> None:
    """A date among the headlines below the article is not the article's."""
    openers = [i for i in range(last + 1, len(page.lines)) if _opens_section(page, i)]
    for index in range(min(openers, default=len(page.lines)), len(page.lines)):
        if any(part.role == "stamp" for part in page.verdicts[index]):
            page.condemn(index, "related")


def _adjoins(page: Page, index: int) -> bool:
    """Chinese, or a sentence of some words: menus and buttons rarely end in a full stop."""
    text = page.lines[index].text
    return not page.verdicts[index - 1] and (is_chinese(text) or len(text.split()) > 3)


def head(page: Page, title: int | None) -> None:
    """Lines above the first paragraph: names of writers, standfirsts and headings may stay.

    Args:
        page: the page, its title's lines marked.
        title: index of the last title line, if the text has one.
    """
    first, dated = _lead(page)
    rights = _rights(page)
    for index in page.free(0, first):
        line = page.lines[index]
        if line.is_prose:
            continue
        if title is not None and index > title:
            if parts := _names(line.text):
                page.verdicts[index] = parts
            elif columns(line.text) < 12 or dated or re.search("[|｜丨│]", line.text):
                page.condemn(index, "head")
        else:
            site = line.text.casefold() in rights
            page.condemn(index, "site-name" if site else "head")


def _rights(page: Page) -> str:
    """The lines on copyright, which name the site."""
    found = zip(page.lines, page.verdicts, strict=True)
    rights = [line.text for line, parts in found if any(p.reason == "copyright" for p in parts)]
    return "\n".join(rights).casefold()


def _lead(page: Page) -> tuple[int, bool]:
    """Index of the one of the first three paragraphs with a dateline, else of the first."""
    leads = page.prose[:3]
    for index in leads:
        if metadata("dateline").match(to_simplified(page.lines[index].text)):
            return index, True
    return (leads[0] if leads else 0), False


def _names(text: str) -> tuple[Part, ...]:
    """A writer's name, perhaps with the outlet's beside it."""
    pieces = split(text)
    if not pieces or len(pieces) > 2 or not _PERSON.fullmatch(pieces[0][1]):
        return ()
    byline, *rest = pieces
    outlet = set(byline[1].casefold().split()) & set(data("metadata")["outlet"])
    if outlet:
        return (Part(byline[0], byline[1], "source", "name"),)
    named = [Part(at, name, "source", "name-beside-byline") for at, name in rest]
    return (Part(byline[0], byline[1], "byline", "name"), *named)


def standfirst(page: Page) -> None:
    """A paragraph at the beginning that stands again further down is there as a standfirst."""
    prose = page.prose
    texts = [page.lines[i].text for i in prose]
    seen: set[str] = set()
    for place, index in enumerate(prose):
        if place < 2 and texts[place] in texts[place + 1 :]:
            page.condemn(index, "standfirst")
        elif texts[place] in seen:
            page.condemn(index, "repeated")
        else:
            seen.add(texts[place])
