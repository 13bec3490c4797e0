"""A text as the rules of deals see it: its clauses, and the companies named in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache, partial
from itertools import islice, pairwise
from typing import Final

from diglot import patterns
from diglot.authority import Company
from diglot.facts.companies import Companies, Named
from diglot.facts.likely import Path, may
from diglot.facts.reading import Reading, Sentence
from diglot.languages import Side
from diglot.yamlfile import data

Place = tuple[int, int]
Ids = tuple[str, ...]
Clause = tuple[int, int]
LEAD: Final = 3
"""Sentences that make the lead."""


@cache
def pattern(key: str) -> re.Pattern[str]:
    """The patterns of one list of data/deals.yml, as one."""
    return patterns.pattern("deals", key)


@cache
def words(key: str, side: Side) -> re.Pattern[str]:
    """The words of one list of data/deals.yml in a language; phrases may begin a sentence."""
    forms = [form.strip() for form in data("deals")[key] if form.isascii() == (side == "en")]
    if side == "zh":
        return re.compile("|".join(map(re.escape, forms)) or "(?!)")
    both = dict.fromkeys(forms)
    both |= {form[0].upper() + form[1:]: None for form in forms if " " in form}
    return re.compile("|".join(map(_word, both)) or "(?!)")


@cache
def _listed(key: str, side: Side) -> tuple[Path, Callable[[], re.Pattern[str]]]:
    """A list of data/deals.yml, that of a language where each has its own, and its expression."""
    table = data("deals")
    key = key if key in table else f"{key}_{side}"
    has_words = isinstance(table[key][0], str)
    return ("deals", key), partial(words, key, side) if has_words else partial(pattern, key)


def _word(form: str) -> str:
    """A whole word. The look-behind comes second, so that a search can jump to the first letter."""
    first, rest = re.escape(form[0]), re.escape(form[1:])
    return rf"{first}(?<!\w{first}){rest}\b"


@lru_cache(maxsize=8)
def _plain(reading: Reading) -> str:
    """What a scene has as its text. Kept: a text is seen as a scene more than once."""
    return pattern("capitals_en").sub(lambda word: word[0].lower(), reading.plain)


class Scene:
    """One article: what is looked up again and again while its deals are read."""

    def __init__(self, reading: Reading, companies: Companies) -> None:
        self.reading, self.companies = reading, companies
        self.side = reading.side
        self.plain = _plain(reading)
        """The text with the capitals of signed papers made small: “a Joint Venture Agreement”."""
        self._starts = [one.start for one in companies.body]
        self._clauses: dict[int, tuple[Clause, ...]] = {}
        self.unowned: dict[Place, list[Named]] = {}
        """Companies of a span without those that only own or describe another."""
        names = (*companies.body, *companies.title, *companies.title)
        self.counts = Counter(one.id for one in names)

    @cached_property
    def title(self) -> Ids:
        """Companies of the title, in order."""
        return unique(one.id for one in self.companies.title)

    @cached_property
    def lead(self) -> tuple[int, ...]:
        """The first sentences of the text, by their index."""
        body = (at for at, one in enumerate(self.reading.sentences) if not one.heading)
        return tuple(islice(body, LEAD))

    def says(self, key: str, index: int) -> bool:
        """Whether a list matches in a sentence."""
        one = self.reading.sentences[index]
        return self.search(key, one.start, one.end) is not None

    def search(self, key: str, start: int, end: int) -> re.Match[str] | None:
        """The first match of a list between two places."""
        path, expression = _listed(key, self.side)
        if not may(self.reading, start, end, path):
            return None
        return expression().search(self.plain, start, end)

    def within(self, key: str, start: int, end: int) -> bool:
        """Whether a list matches in a stretch as if nothing stood around it."""
        path, expression = _listed(key, self.side)
        if not may(self.reading, start, end, path):
            return False
        return expression().search(self.plain[start:end]) is not None

    def clauses(self, index: int) -> tuple[Clause, ...]:
        """The clauses of a sentence, by its index."""
        if index not in self._clauses:
            self._clauses[index] = tuple(_clauses(self.reading, self.reading.sentences[index]))
        return self._clauses[index]

    def mentions(self, span: Place) -> tuple[Named, ...]:
        """Companies named in a span."""
        low = bisect_left(self._starts, span[0])
        high = bisect_left(self._starts, span[1])
        return tuple(one for one in self.companies.body[low:high] if one.end <= span[1])

    def subject(self, index: int, before: int) -> Ids:
        """Companies a sentence speaks of up to a place: the first it names as none's object."""
        sentence = self.reading.sentences[index]
        inside = self.mentions((sentence.start, min(sentence.end, before)))
        governed = False
        for at, one in enumerate(inside):
            listed = governed and self._goes_on(inside[at - 1], one)
            before_ = max(sentence.start, one.start - 40), one.start
            governed = listed or self.within("governed", *before_)
            if not governed:
                return unique([one.id, *self._joined(inside[at:])])
        return ()

    def _goes_on(self, one: Named, other: Named) -> bool:
        """Whether a company goes on the list another begins: “with A and China’s B”."""
        return bool(pattern("goes_on_list").fullmatch(self.plain[one.end : other.start]))

    def _joined(self, inside: tuple[Named, ...]) -> Iterator[str]:
        """Companies joined to the first by “and” or a comma."""
        joint = pattern("joint")
        for one, other in pairwise(inside):
            if not joint.fullmatch(self.plain[one.end : other.start]):
                return
            yield other.id

    def known(self, id_: str) -> Company:
        """The company of an id."""
        return self.companies.known[id_]

    def kin(self, one: str, other: str) -> bool:
        """Whether a company is the other's parent or child."""
        return other in self.known(one).parents or one in self.known(other).parents

    def related(self, one: str, other: str) -> bool:
        """Whether two companies are kin or children of the same parent."""
        mine, theirs = self.known(one).parents, self.known(other).parents
        return self.kin(one, other) or not set(mine).isdisjoint(theirs)


def unique(ids: Iterator[str] | Ids | list[str]) -> Ids:
    """Ids without repetitions, in order."""
    return tuple(dict.fromkeys(ids))


def _clauses(reading: Reading, sentence: Sentence) -> Iterator[Clause]:
    """Chinese: between commas; English: between semicolons and verbs with a subject or without."""
    at, finite = sentence.start, pattern("finite_en")
    for match in pattern(f"clauses_{reading.side}").finditer(
        reading.plain, sentence.start, sentence.end
    ):
        if match[0].endswith("and ") and not finite.search(reading.plain, at, match.start()):
            continue
        yield at, match.start()
        at = match.end()
    yield at, sentence.end
