"""Which lines of a scraped page are not the article: by their words, then by where they stand."""

from __future__ import annotations

from diglot.text import head, region
from diglot.text.lines import Line
from diglot.text.page import Page
from diglot.text.parts import classify, group_of, split
from diglot.text.script import to_simplified


def survey(lines: list[Line]) -> Page:
    """The page with verdicts by words and by place from the article's beginning on."""
    page = Page(lines, [classify(line.text) for line in lines])
    head.labels(page)
    sections(page)
    region.find(page)
    foreign_stamps(page)
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


def foreign_stamps(page: Page) -> None:
    """A date among the headlines below the article is not the article's."""
    openers = [i for i in range(page.end, len(page.lines)) if _opens_section(page, i)]
    dated = any(page.states(i, "stamp") for i in range(page.end))
    first = min(openers, default=len(page.lines))
    for index in range(page.end, len(page.lines)):
        if page.states(index, "stamp") and (dated or index >= first):
            page.condemn(index, "related")
