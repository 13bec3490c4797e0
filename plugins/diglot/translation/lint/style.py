"""Words left in the original's language, and the punctuation of the translation's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from diglot.problems import Message, tell
from diglot.translation.lint.base import Fault, Faults, Text
from diglot.yamlfile import data

_ASIDE: Final = re.compile(r" ?\([^()]*\)|（[^（）]*）|“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|《[^《》]*》")
_HAN: Final = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff，、]*")
_SENTENCE: Final = re.compile(r"(?:[A-Za-z][\w'’-]*[,;]? ){4,}[A-Za-z][\w'’-]*")
_WORD: Final = re.compile(r"\b[a-z]+\b|[\u3400-\u9fff]")
_END: Final = re.compile(r"[。！？.!?…；;：:][”’」』）)\"']*$")
_LOWER: Final = 3
"""Words in small letters that make a run of Latin words a sentence and no name."""


def residue(source: Text, target: Text) -> Faults:
    """Words of the original's language outside brackets and quotation marks."""
    mend = tell("translate it, or put the original into brackets behind its translation")
    free = _ASIDE.sub(lambda match: " " * len(match.group()), target.text)
    found = _HAN.finditer(free) if target.side == "en" else _copied(free)
    if source.text == target.text and len(_WORD.findall(target.text)) > 1:
        yield Fault("translation-residue", tell("the block is that of the original"), mend)
    elif match := next(iter(found), None):
        words = match.group() if len(match.group()) <= 60 else match.group()[:58] + "…"
        yield Fault("translation-residue", tell("“%(words)s” is not translated", words=words), mend)


def _copied(text: str) -> Iterator[re.Match[str]]:
    for match in _SENTENCE.finditer(text):
        if sum(word[0].islower() for word in match.group().split()) >= _LOWER:
            yield match


@dataclass(frozen=True, slots=True)
class Habit:
    """Something that goes against the punctuation of a language."""

    pattern: re.Pattern[str]
    what: Message
    mend: Message


@cache
def habits(lang: str) -> tuple[Habit, ...]:
    """Those of ``data/lint.yml`` for a language."""
    return tuple(map(_habit, (row for row in data("lint")["punctuation"] if lang in row["langs"])))


def _habit(row: Mapping[str, str]) -> Habit:
    what, mend = row["what"], row["mend"]  # gathered from the data itself
    return Habit(re.compile(row["pattern"]), tell(what), tell(mend))


def punctuation(source: Text, target: Text) -> Faults:
    """Marks and spaces the translation's language does not have."""
    plain = _without_han_asides(target)
    for habit in habits(target.lang):
        if match := habit.pattern.search(plain):
            around = plain[max(0, match.start() - 6) : match.end() + 6].strip()
            what = tell("%(what)s (“%(around)s”)", what=habit.what, around=around)
            yield Fault("translation-punctuation", what, habit.mend)
    if bool(_END.search(source.text)) != bool(_END.search(target.text)):
        what = tell("one of the two blocks ends like a sentence, the other does not")
        mend = tell("look whether the end is missing or another block was joined to it")
        yield Fault("translation-punctuation", what, mend)
    if _open(target.text) and not _open(source.text):
        what = tell("a quotation mark or bracket has no partner")
        yield Fault("translation-punctuation", what, tell("add the other one"))


def _without_han_asides(target: Text) -> str:
    """The text; in English without what is quoted in Chinese."""
    if target.side == "zh":
        return target.text
    return _ASIDE.sub(lambda m: "" if _HAN.search(m.group()) else m.group(), target.text)


def _open(text: str) -> bool:
    return any(text.count(a) != text.count(b) for a, b in ("“”", "「」", "（）", "()", "《》"))
