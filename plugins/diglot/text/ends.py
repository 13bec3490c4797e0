"""What belongs to an article though it does not look like prose: lists, and ends that break off."""

from __future__ import annotations

import re
from typing import Final

from diglot.text.inside import words
from diglot.text.page import Page
from diglot.yamlfile import data

_ITEM: Final = re.compile(r"[-–•·▪■◆*]\s*(?=\w)")
"""How an item of a list begins."""
_ANNOUNCED: Final = 60
"""Columns of a line that announces a list, or of a paragraph that breaks off."""
_BROKEN: Final = 100
"""Columns of a page's last line that is a paragraph whatever it says."""
_SAYS: Final = 5
"""Words of its own such a line has at least."""
_SHARED: Final = 4
"""One in so many of them at least stands in the article too."""


def announced(page: Page) -> None:
    """The items of a list below a line that ends in a colon are no links."""
    for index in page.free(0, len(page.lines) - 1):
        line, below = page.lines[index], index + 1
        if line.text[-1] in ":：" and line.columns >= _ANNOUNCED:
            while below < len(page.lines) and _ITEM.match(page.lines[below].text):
                page.verdicts[below] = ()
                below += 1


def extend(page: Page) -> None:
    """The article goes on with a paragraph that breaks off, or announces a list, and the list."""
    if page.end == len(page.lines) or page.verdicts[page.end]:
        return
    said = {word for i in page.free(page.start, page.end) for word in words(page.lines[i].text)}
    for index in range(page.end, len(page.lines)):
        line = page.lines[index]
        own = words(line.text) if not page.verdicts[index] else frozenset()
        wide = line.columns >= _ANNOUNCED and len(own) >= _SAYS
        cut = line.text.split()[-1] in data("words")["function"] and own & said
        goes_on = cut or (wide and _SHARED * len(own & said) > len(own))
        last = index == len(page.lines) - 1 and line.columns >= _BROKEN
        goes_on = goes_on or (last and line.text[-1].isalnum() and len(own & said) > 1)
        item = _ITEM.match(line.text) and page.lines[index - 1].text[-1] in ":：;；"
        again = _ITEM.match(line.text) and _ITEM.match(page.lines[index - 1].text)
        if page.verdicts[index] or not (goes_on or item or again):
            return
        page.end = index + 1
