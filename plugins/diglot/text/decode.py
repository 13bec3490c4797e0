"""Bytes of a seed to text: UTF-8, UTF-16 with a byte order mark, or GB18030."""

from __future__ import annotations

import codecs
from typing import Final

from diglot.problems import Finding, Message, SeedError, tell
from diglot.text.ledger import Traced

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks and the codec each stands for."""
MAGIC: Final = (
    *(b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b"),
    *(b"\xd0\xcf\x11\xe0", b"RIFF", b"\x7fELF", b"{\\rtf", b"7z\xbc\xaf", b"Rar!"),
)
"""First bytes of file formats that are no plain text."""

_CONTROL: Final = bytes({*range(32)} - {*b"\t\n\v\f\r\x1b"})
_FILL: Final = tell("put the article's text into it or delete it")


def decode(data: bytes, path: str) -> Traced:
    """The text of a seed, such that `Traced.revert` gives the bytes again.

    Raises:
        SeedError: ``seed-empty``, ``seed-binary`` or ``seed-encoding``.
    """
    mark, codec = next(((m, c) for m, c in MARKS if data.startswith(m)), (b"", ""))
    rest = data[len(mark) :]
    if not rest.strip():
        raise _refused(path, 0, "seed-empty", tell("the file is empty"), _FILL)
    if data.startswith(MAGIC) or (not codec.startswith("utf-16") and _binary(rest)):
        what = tell("the file is not plain text")
        raise _refused(path, 0, "seed-binary", what, tell("save the article as plain text"))
    for candidate in (codec,) if codec else ("utf-8", "gb18030"):
        if (text := _fits(rest, candidate)) is not None:
            if not text.strip("\ufeff \t\r\n\v\f\u3000\xa0"):
                raise _refused(path, 0, "seed-empty", tell("the file is empty"), _FILL)
            return Traced(text, candidate, mark)
    what = tell("the file is in neither UTF-8 nor GB18030")
    raise _refused(path, _first_bad_line(rest), "seed-encoding", what, tell("save it as UTF-8"))


def _refused(path: str, line: int, code: str, what: Message, mend: Message) -> SeedError:
    return SeedError(Finding(path, line, code, what, mend))


def _binary(data: bytes) -> bool:
    """NUL bytes, or more than one control character in ten."""
    head = data[:65536]
    control = len(head) - len(head.translate(None, _CONTROL))
    return b"\x00" in head or control * 10 > len(head)


def _fits(data: bytes, codec: str) -> str | None:
    """The text if the codec reads the bytes and writes the same bytes again."""
    try:
        text = data.decode(codec)
        same = text.encode(codec) == data
    except UnicodeError:
        return None
    return text if same and (codec != "gb18030" or _plausible(text)) else None


def _plausible(text: str) -> bool:
    """Whether GB18030 gave Chinese rather than the garbage of another encoding.

    Big5 read as GB18030 has private-use characters for its commas; Latin-1 has single Han
    characters between letters.
    """
    wide = [i for i, char in enumerate(text) if ord(char) > 0x7F]
    private = sum(0xE000 <= ord(text[i]) <= 0xF8FF for i in wide)
    lonely = sum(_letter(text[i - 1 : i]) and _letter(text[i + 1 : i + 2]) for i in wide)
    return private * 50 <= len(wide) and lonely * 3 <= len(wide)


def _letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _first_bad_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 0
