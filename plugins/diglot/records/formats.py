"""Files of ``seeds/`` that are no plain text: web pages as saved, Word and PDF, made into text.

The libraries that read them load slowly and are loaded only for such a file. What they give goes
through the same cleaning as a plain text, so facts and evidence are found in the same way.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from statistics import median
from types import MappingProxyType
from typing import Any, Final

from diglot.problems import Finding, SeedError, tell
from diglot.text.decode import decode
from diglot.text.language import detect

_SAVED: Final = re.compile(rb"<!-- saved from url=\(\d+\)(https?://[^\s>]+) -->")
"""Browsers' note of where a page was saved from ("mark of the web")."""
_LABELS: Final = {"zh": ("来源：{}", "作者：{}", "{}"), "en": ("Source: {}", "By {}", "{}")}
"""Lines that state publisher, author and date of a page whose markup has them."""
_LARGE: Final = 1.25
"""So many times as high as most lines of a PDF are those of a heading."""
_HAN_GAP: Final = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
"""What joining lines puts between Chinese characters."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The text of a file, and the address it says it was published at."""

    data: bytes
    url: str | None = None


def plain(path: str, data: bytes) -> Plain:
    """The text of a raw file, by the ending of its name.

    Raises:
        SeedError: ``seed-unreadable``, or those of `decode` for a page in no known encoding.
    """
    read = READERS.get(PurePath(path).suffix.lower())
    if read is None:
        return Plain(data)
    if not data.strip():
        return Plain(b"")  # which cleaning reports as empty
    found = read(data, path)
    if not found.data.strip():
        what = tell("no text could be read from the file")
        mend = tell("a scan wants text recognition first; or put the text into a .txt file")
        raise SeedError(Finding(path, 0, "seed-unreadable", what, mend))
    return found


def _html(data: bytes, path: str) -> Plain:
    """A saved web page: its main text under the title, publisher, author and date of its markup."""
    import trafilatura

    text = decode(data, path).text if b"\x00" not in data else data.decode("utf-16", "replace")
    # Only what the markup states: searching the text for dates is Diglot's own work.
    dates = {"extensive_search": False, "original_date": True}
    page: Any = trafilatura.bare_extraction(
        text,
        with_metadata=True,
        favor_precision=True,
        include_comments=False,
        date_extraction_params=dates,
    )
    body = (page and page.text) or trafilatura.html2txt(text)
    saved = _SAVED.search(data)
    url = saved[1].decode("ascii", "ignore") if saved else (page and page.url) or None
    return Plain("\n".join([*(_head(page, body) if page else ()), body]).encode(), url)


def _head(page: Any, body: str) -> list[str]:
    """The lines the body lacks, as a reader of the page would see them above it."""
    lines = [page.title] if page.title and not body.startswith(page.title) else []
    side = "zh" if detect(body).startswith("zh") else "en"
    for label, value in zip(_LABELS[side], (page.sitename, page.author, page.date), strict=True):
        if value and value not in body[:200]:
            lines.append(label.format(value))
    return [*lines, ""]


def _docx(data: bytes, path: str) -> Plain:
    """A Word file: its paragraphs."""
    import mammoth  # type: ignore[import-untyped]

    try:
        text: str = mammoth.extract_raw_text(io.BytesIO(data)).value
    except Exception as error:  # whatever a broken archive makes zipfile, expat or mammoth raise
        raise _broken(path, tell("Word file (.docx)"), error) from None
    return Plain(text.encode())


def _pdf(data: bytes, path: str) -> Plain:
    """A PDF with a text layer."""
    from pdfminer.high_level import extract_pages

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font
    try:
        pages = [list(_boxes(page)) for page in extract_pages(io.BytesIO(data))]
    except Exception as error:  # pdfminer raises its own, struct's, zlib's and others
        raise _broken(path, "PDF", error) from None
    heights = [line.height for boxes in pages for box in boxes for line in box]
    large = median(heights) * _LARGE if heights else 0.0
    return Plain("\n".join("".join(_said(box, large) for box in boxes) for boxes in pages).encode())


def _boxes(item: Any) -> Iterator[Any]:
    """The boxes of text on a page, in figures too."""
    from pdfminer.layout import LTContainer, LTTextBox

    if isinstance(item, LTTextBox):
        yield item
    elif isinstance(item, LTContainer):
        for inner in item:
            yield from _boxes(inner)


def _said(box: Any, large: float) -> str:
    """The lines of a box; those of a heading are one, which nothing but its width has parted."""
    lines = [line.get_text().strip() for line in box]
    heading = len(lines) > 1 and min(line.height for line in box) > large
    return (_HAN_GAP.sub("", " ".join(lines)) + "\n" if heading else box.get_text()) + "\n"


def _broken(path: str, kind: str, error: Exception) -> SeedError:
    what = tell(
        "the %(kind)s cannot be read (%(error)s)", kind=kind, error=error or type(error).__name__
    )
    mend = tell("save it again without a password, or put the text into a .txt file")
    return SeedError(Finding(path, 0, "seed-unreadable", what, mend))


READERS: Final[Mapping[str, Callable[[bytes, str], Plain]]] = MappingProxyType(
    {".html": _html, ".htm": _html, ".xhtml": _html, ".docx": _docx, ".pdf": _pdf}
)
"""Readers by the ending of the file's name."""
SUFFIXES: Final = frozenset({".txt", *READERS})
"""Endings of the files that are seeds."""
