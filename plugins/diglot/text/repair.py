"""Repairs of single characters: line ends, mojibake, entities, control and full-width characters.

Each rule is a named function from a text to edits; `REPAIRS` is the order they run in.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from diglot.patterns import pattern
from diglot.text.ledger import Edit, Traced
from diglot.text.script import HAN_RUN

Rule = Callable[[str], Iterable[Edit]]

_BREAKS: Final = r"\r\v\f\u2028\u2029"
_CONTROLS: Final = (
    r"\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb"
)
_BLANKS: Final = r"\xa0\u1680\u2000-\u200a\u202f\u205f"
_HYPHENS: Final = r"\u2010\u2011"
_RADICALS: Final = r"\u2e80-\u2fd5"
_NEWLINE: Final = re.compile(rf"[{_BREAKS}](?:(?<=\r)\n)?")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_INVISIBLE: Final = re.compile(f"[{_CONTROLS}][{_CONTROLS}]*")
_SPACE: Final = re.compile(f"[{_BLANKS}]")
_HYPHEN: Final = re.compile(f"[{_HYPHENS}]")
_GAP: Final = re.compile(r" (?<=[A-Za-z0-9)”\"] )(?=[,;](?: |$)|\.(?: [A-Z“]|$))", re.MULTILINE)
_WIDE: Final = re.compile(
    "[０-９Ａ-Ｚａ-ｚ％＋－＆＠＃＄＊／＝＜＞＿＾｀￥￠￡．]"
    "(?:(?<!．)|(?<=[0-9０-９〇○零一二三四五六七八九十百]．)(?=[0-9０-９A-ZＡ-Ｚa-zａ-ｚ〇○零一二三四五六七八九]))"
)
_SUSPICIOUS: Final = re.compile(
    "[\x80-\x9fÀ-ÿŒœŸŽžŠš€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™š›]"
    "(?:(?<=[\x80-\x9f])|[\x80-ÿŒœŸŽžŠšƒˆ˜€‚„…†‡‰‹‘’“”•–—™›])"
)
_RADICAL: Final = re.compile(f"[{_RADICALS}]")
_LOOKS: Final = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Of the CJK Radicals Supplement, to which Unicode gives no decomposition, as of the Kangxi
Radicals (Unicode Character Database, EquivalentUnifiedIdeograph.txt)."""
_VOWEL: Final = "[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]"
_BRACKETED: Final = re.compile(r"[(（](?<=[^\x00-\xff].)[a-zà-ǜ]+[)）]")
_PINYIN: Final = re.compile(
    rf"(?<=[^\x00-\xff]|[A-Z])(?:[(（](?:([zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:{_VOWEL}{{1,3}}(?:ng?|r)?))[)）])+"
)
_BROKEN: Final = (
    *(re.compile(f"[{_BREAKS}{_CONTROLS}{_BLANKS}{_HYPHENS}{_RADICALS}]"), _SUSPICIOUS, _ENTITY),
)
"""What a text has one of if there is anything to repair in it."""
_TONED: Final = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_STREWN: Final = 4
"""So many different initials must be found where no tone shows that it is a reading."""


def _each(pattern: re.Pattern[str], text: str, after: Callable[[str], str]) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        yield Edit(match.start(), match.group(), after(match.group()))


def newline(text: str) -> Iterator[Edit]:
    """Every line ends with LF."""
    return _each(_NEWLINE, text, lambda _: "\n")


def mojibake(text: str) -> Iterator[Edit]:
    """Text decoded with the wrong codec is decoded rightly (ftfy), line by line."""
    if not _SUSPICIOUS.search(text):
        return
    import ftfy  # takes longer to load than most texts take to clean

    at = 0
    for line in text.split("\n"):
        if (
            _SUSPICIOUS.search(line)
            and (fixed := ftfy.fix_encoding(line)) != line
            and "\n" not in fixed
        ):
            head = _shared(line, fixed)
            tail = _shared(line[head:][::-1], fixed[head:][::-1])
            yield Edit(at + head, line[head : len(line) - tail], fixed[head : len(fixed) - tail])
        at += len(line) + 1


def _shared(one: str, other: str) -> int:
    """Length of the head two texts share."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def entity(text: str) -> Iterator[Edit]:
    """HTML entities become the characters they stand for."""
    return _each(_ENTITY, text, _unescape)


def _unescape(entity_: str) -> str:
    char = html.unescape(entity_)
    return " " if char in "\r\n" else char


def invisible(text: str) -> Iterator[Edit]:
    """Control and zero-width characters go."""
    return _each(_INVISIBLE, text, lambda _: "")


def space(text: str) -> Iterator[Edit]:
    """No-break and typographic spaces become spaces; the ideographic one still parts columns."""
    return _each(_SPACE, text, lambda _: " ")


def hyphen(text: str) -> Iterator[Edit]:
    """No-break hyphens become hyphens, by which words are compared."""
    return _each(_HYPHEN, text, lambda _: "-")


def radical(text: str) -> Iterator[Edit]:
    """Signs for radicals, as PDFs have them, become characters: ⽉ and ⻋ are 月 and 车."""
    return _each(_RADICAL, text, lambda sign: unicodedata.normalize("NFKC", sign.translate(_LOOKS)))


def width(text: str) -> Iterator[Edit]:
    """Full-width letters, digits and signs become ASCII; Chinese punctuation stays."""
    return _each(_WIDE, text, _narrow)


def _narrow(char: str) -> str:
    return {"￥": "¥", "￠": "¢", "￡": "£"}.get(char) or chr(ord(char) - 0xFEE0)


def pinyin(text: str) -> Iterator[Edit]:
    """Readings in brackets behind characters go where they are strewn over the text, or cut a word.

    One that ends a clause may be the writer's own, and stays.
    """
    found = list(_PINYIN.finditer(text)) if _BRACKETED.search(text) else []
    strewn = len({match[1] for match in found}) >= _STREWN
    yield from (Edit(m.start(), m.group(), "") for m in found if _strays(m, text, strewn))


def _strays(reading: re.Match[str], text: str, strewn: bool) -> bool:
    """Whether a reading is none of the writer's: of many, or with its tone within a word."""
    if text[reading.start() - 1].isascii():
        return strewn and bool(_TONED.search(reading.group()))
    cuts = _TONED.search(reading.group()) and HAN_RUN.match(text, reading.end())
    return strewn or bool(cuts)


def link(text: str) -> Iterator[Edit]:
    """What a page says of its links, “, opens new tab”, goes."""
    if "new tab" in text or "new window" in text:
        yield from _each(_linked(), text, lambda _: "")


@cache
def _linked() -> re.Pattern[str]:
    return pattern("words", "linked")


def gap(text: str) -> Iterator[Edit]:
    """A link’s words leave a space before a comma or full stop: “Tencent , as”."""
    if " ," in text or " ." in text or " ;" in text:
        yield from _each(_GAP, text, lambda _: "")


REPAIRS: Final[tuple[Rule, ...]] = (
    newline,
    mojibake,
    entity,
    entity,
    invisible,
    space,
    hyphen,
    radical,
)
"""The second pass over entities is for text that was escaped twice."""


def repair(traced: Traced) -> Traced:
    """The text after the repairs that keep the width of its lines."""
    if not any(sign.search(traced.text) for sign in _BROKEN):
        return traced
    return _after(traced, REPAIRS)


def narrow(traced: Traced) -> Traced:
    """The text after the repairs that change the width of lines, its wrapped ones joined before.

    By its width a line shows that it is wrapped.
    """
    return _after(traced, (pinyin, width, link, gap))


def _after(traced: Traced, rules: Iterable[Rule]) -> Traced:
    for rule in rules:
        traced = traced.apply(getattr(rule, "__name__", "repair"), rule(traced.text))
    return traced
