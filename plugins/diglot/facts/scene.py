"""A text as the rules of deals see it: its clauses, and the companies named in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import islice, pairwise
from typing import Final

from diglot import patterns
from diglot.authority import Company
from diglot.facts.companies import Companies, Named
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


def _word(form: str) -> str:
    """A whole word. The look-behind comes second, so that a search can jump to the first letter."""
    first, rest = re.escape(form[0]), re.escape(form[1:])
    return rf"{first}(?<!\w{first}){rest}\b"


class Scene:
    """One article: what is looked up again and again while its deals are read."""

    def __init__(self, reading: Reading, companies: Companies) -> None:
        self.reading, self.companies = reading, companies
        self.side = reading.side
        self.plain = pattern("capitals_en").sub(lambda word: word[0].lower(), reading.plain)
        """The text with the capitals of signed papers made small: “a Joint Venture Agreement”."""
        self._starts = [one.start for one in companies.body]
        self._clauses: dict[int, tuple[Clause, ...]] = {}
        self.unowned: dict[Place, list[Named]] = {}
        """Companies of a span without those that only own or describe another."""
        names = (*companies.body, *companies.title, *companies.title)
        self.counts = Counter(one.id for one in names)
        self._said: dict[tuple[int, int], bool] = {}

    @cached_property
    def title(self) -> Ids:
        """Companies of the title, in order."""
        return unique(one.id for one in self.companies.title)

    @cached_property
    def lead(self) -> tuple[int, ...]:
        """The first sentences of the text, by their index."""
        body = (at for at, one in enumerate(self.reading.sentences) if not one.heading)
        return tuple(islice(body, LEAD))

    def says(self, expression: re.Pattern[str], index: int) -> bool:
        """Whether words stand in a sentence; kept, for acts of one sentence ask the same."""
        key = id(expression), index  # to hash a pattern is slow, and none is ever forgotten
        if key not in self._said:
            one = self.reading.sentences[index]
            self._said[key] = bool(expression.search(self.plain, one.start, one.end))
        return self._said[key]

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
        governed = pattern(f"governed_{self.side}")
        for at, one in enumerate(inside):
            if not governed.search(self.plain[max(sentence.start, one.start - 40) : one.start]):
                return unique([one.id, *self._joined(inside[at:])])
        return ()

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
