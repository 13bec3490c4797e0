"""Run-together words and missing spaces, parted where the text shows several of them.

The English words are those of symspellpy's frequency dictionary. A join is parted only into
words, never inside a name of the registry, and never where the whole is a word, or stands in the
text more than twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from diglot.text.ledger import Edit, Traced
from diglot.text.vocabulary import pairs, ranks
from diglot.yamlfile import data

MIN_JOINS: Final = 3
"""So many joins must show before any is parted, and `_WITHIN_WORDS` of them between letters."""
_WITHIN_WORDS: Final = 2
_COMMON: Final = 500
"""Words of this rank are common enough to stand beside a name or a rarer word."""
_USUAL: Final = 5_000
"""Words of this rank may follow an abbreviation."""
_KNOWN: Final = 60_000
"""Rarer entries of the dictionary do not count as pieces."""
_TOKEN: Final = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ]*")
_GLUE: Final = re.compile(
    r"[,;:.!?”’\"'](?:(?<=[a-z][,;:])(?=[A-Za-z])|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]*\b)"
    r"|(?<=[,.][”’])(?=[A-Za-z])|(?<=[a-z][.!?,]\")(?=[A-Za-z]{2})|(?<=[a-z][’'])s(?=[a-z]{3}))"
)
_ADDRESS: Final = re.compile(r"@|://|www\.")
_LEAD: Final = 3
"""So many characters of a name find the names that may stand at a place."""
_BEGINNING: Final = re.compile(rf"[!-~](?<![A-Za-z].)(?=[ -~]{{{_LEAD - 1}}})")
_DOMAIN: Final = re.compile(r"\.[a-z]{2,3}\b")
_OPENING: Final = re.compile(r"(?:^|[\n.!?“\"])\s?$")
_WORD: Final = re.compile(r"([a-z]+)(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Names:
    """The registry's names, as joins are looked for in their light."""

    words: frozenset[str]
    """The words they are made of."""
    by_lead: dict[str, tuple[str, ...]]
    """Those in ASCII, by their first characters."""

    def standing(self, text: str) -> Iterator[tuple[int, str]]:
        """Place and name wherever one begins; what follows may be glued to it."""
        for at in (match.start() for match in _BEGINNING.finditer(text)):
            for name in self.by_lead.get(text[at : at + _LEAD], ()):
                if text.startswith(name, at):
                    yield at, name


@lru_cache(maxsize=2)
def _indexed(names: frozenset[str]) -> Names:
    by_lead: dict[str, list[str]] = {}
    for name in names:
        if name.isascii() and len(name) >= _LEAD:
            by_lead.setdefault(name[:_LEAD], []).append(name)
    words = frozenset(word for name in names for word in _TOKEN.findall(name) if len(word) > 1)
    return Names(words, {lead: tuple(some) for lead, some in by_lead.items()})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What counts as a word in one text."""

    names: frozenset[str]
    """Words the registry's names are made of."""
    own: Counter[str]
    """How often each word stands in the text."""

    def knows(self, word: str) -> bool:
        """An English word or a name, as a piece of a join."""
        return (
            word in self.names
            or self.rank(word) < _KNOWN
            or (word.isupper() and self.own[word] > 0)
        )

    def rank(self, word: str) -> int:
        """Frequency rank of an English word."""
        return ranks().get(word.lower(), _KNOWN)

    def stands(self, word: str) -> bool:
        """Whether a word is part of a name or stands by itself in the text."""
        return word in self.names or self.own[word] > 0

    def is_whole(self, token: str) -> bool:
        """Whether a token is to be left alone."""
        lower = token.lower()
        return (
            len(token) < 4
            or token in self.names
            or self.own[token] > 2
            or lower in ranks()
            or any(lower.removesuffix(ending) in ranks() for ending in ("s", "ed", "ing"))
        )


def separate(traced: Traced, names: frozenset[str]) -> Traced:
    """The text with its run-together words parted."""
    text, known = traced.text, _indexed(names)
    lexicon = Lexicon(known.words, Counter(_TOKEN.findall(text)))
    cuts = {*_glue(text), *_joins(text, lexicon)}
    if not _inside(text, cuts):
        return traced
    standing = list(known.standing(text))
    cuts = {*cuts, *_after_names(text, standing, lexicon)} - _protected(text, standing)
    if len(cuts) < MIN_JOINS or _inside(text, cuts) < _WITHIN_WORDS:
        return traced
    return traced.apply("separate", [Edit(cut, "", " ") for cut in sorted(cuts)])


def _inside(text: str, cuts: set[int]) -> int:
    """How many of the cuts are between two small letters."""
    return sum(text[cut - 1].islower() and text[cut].islower() for cut in cuts)


def _protected(text: str, standing: list[tuple[int, str]]) -> set[int]:
    """Places inside addresses and the registry's names."""
    runs = (match.span() for match in re.finditer(r"\S+", text) if _ADDRESS.search(match.group()))
    spans = [*runs, *((start, start + len(name)) for start, name in standing)]
    return {at for start, end in spans for at in range(start + 1, end)}


def _glue(text: str) -> Iterator[int]:
    """Places where a space after a sign is missing."""
    return (match.end() for match in _GLUE.finditer(text))


def _joins(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Places inside tokens that are no words where two words meet."""
    known = ranks()
    odd = [one for one in lexicon.own if one.lower() not in known and not lexicon.is_whole(one)]
    for token, start in ((one, at) for one in odd for at in _places(text, one)):
        if not _DOMAIN.match(text, start + len(token)):
            initial = bool(_OPENING.search(text[max(0, start - 3) : start]))
            if at := best_cut(token, lexicon, initial):
                yield start + at


def _places(text: str, token: str) -> Iterator[int]:
    """Where a token stands, not as a part of another."""
    at = text.find(token)
    while at >= 0:
        end = at + len(token)
        if not _TOKEN.match(text[at - 1 : at]) and not _TOKEN.match(text, end):
            yield at
        at = text.find(token, end)


def _after_names(text: str, standing: list[tuple[int, str]], lexicon: Lexicon) -> Iterator[int]:
    """Ends of names with a sign in them (Example.ai) that a word follows at once."""
    for start, name in standing:
        if not name.isalpha() and len(name) > 3:
            match = _WORD.match(text, start + len(name))
            if match and lexicon.knows(match[1]):
                yield match.start()


def best_cut(token: str, lexicon: Lexicon, initial: bool) -> int:
    """Where to part a token: the likeliest place of two words, 0 if there is none.

    Args:
        token: letters that are no word.
        lexicon: what counts as a word.
        initial: whether the token begins a sentence.
    """
    cuts = [
        (-lexicon.rank(token[:at]) - lexicon.rank(token[at:]), at)
        for at in range(1, len(token))
        if _parts(token[:at], token[at:], lexicon, initial)
    ]
    return max(cuts)[1] if cuts else 0


def _parts(left: str, right: str, lexicon: Lexicon, initial: bool) -> bool:
    """Whether a token falls into these two words, by the shape of the token."""
    if not (lexicon.knows(left) and lexicon.knows(right)):
        return False
    if right[0].isupper():
        return _at_capital(left, right, lexicon)
    if not right.islower() or (min(len(left), len(right)) == 1 and not _single(left, right)):
        return False
    if left.isupper() and len(left) > 1:
        usual = 2 < len(right) < 12 and lexicon.rank(right) < _USUAL
        return usual and lexicon.stands(left)
    if left.islower() or left in ("A", "I"):
        return _small(left.lower(), right, lexicon)
    return initial and _first(left, right, lexicon)


def _first(left: str, right: str, lexicon: Lexicon) -> bool:
    """Theevolution, Analystssay: at a sentence's beginning; articles stand in names too."""
    common = lexicon.rank(right) < _COMMON and min(len(left) - 1, len(right)) > 2
    article = left.lower() in _function() and len(left) > 2
    plain = common and not _affix(left, right) and left not in lexicon.names
    return plain or article


def _at_capital(left: str, right: str, lexicon: Lexicon) -> bool:
    """brandAudi, ToyotaMotor, but not WeChat: words of a name must stand elsewhere too."""
    if left.islower():
        beside = left in _function() and lexicon.stands(right)
        return len(right) > 1 and (len(left) > 2 or beside)
    ordinary = {left.lower(), right.lower()} & _function()
    return not ordinary and lexicon.stands(left) and lexicon.stands(right)


def _small(left: str, right: str, lexicon: Lexicon) -> bool:
    """One is a common word and no affix, or the two are known to go together."""
    common = min(lexicon.rank(left), lexicon.rank(right)) < _COMMON
    return (common and not _affix(left, right)) or left + right in pairs()


def _single(left: str, right: str) -> bool:
    """The only words of one letter are the article and the pronoun."""
    return (left in ("a", "A", "I") and len(right) > 2) or (right == "a" and len(left) > 2)


def _affix(left: str, right: str) -> bool:
    """Whether a piece is rather a prefix or ending of a longer word."""
    affixes = data("words")
    return left.lower() in affixes["prefixes"] or right.lower() in affixes["suffixes"]


@cache
def _function() -> frozenset[str]:
    return frozenset(data("words")["function"])
