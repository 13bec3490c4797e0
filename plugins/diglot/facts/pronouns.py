"""The companies that “双方”, “the two carmakers” or “the company” stand for."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from diglot.facts.acts import Act, Place
from diglot.facts.companies import Companies, Named
from diglot.facts.reading import Reading
from diglot.yamlfile import data

Ids = tuple[str, ...]


@cache
def words(key: str) -> re.Pattern[str]:
    """The pronouns of a kind, whole words, in any case."""
    forms = data("deals")[key]
    parts = [rf"(?i:\b{re.escape(w.strip())}\b)" if w.isascii() else re.escape(w) for w in forms]
    return re.compile("|".join(parts))


class Pronouns:
    """What pronouns of one act's sentence stand for."""

    def __init__(self, reading: Reading, companies: Companies, act: Act, before: list[Ids]) -> None:
        self.reading, self.companies, self.before = reading, companies, before
        self.sentence = reading.sentences[act.sentence]
        names = (*companies.body, *companies.title, *companies.title)
        self.counts = Counter(one.id for one in names)

    def group(self, span: Place, near: list[Named]) -> Ids:
        """The two or three companies a pronoun in the span stands for.

        ``near`` holds the companies of the sentence up to the end of the span.
        """
        for key, size in (("pair", 2), ("trio", 3)):
            if match := words(key).search(self.reading.plain, *span):
                if words("carmakers").search(match[0]):
                    return self._carmakers(match.start(), size)
                return self._group(match.start(), size, near)
        return ()

    def _group(self, at: int, size: int, near: list[Named]) -> Ids:
        own = tuple(dict.fromkeys(one.id for one in near if one.end <= at))
        if len(own) == size:
            return own
        if group := self._titled(at, size):
            return group
        for earlier in reversed(self.before):
            if len(earlier) == size:
                return earlier
        first = tuple(dict.fromkeys(one.id for one in self.companies.body if one.start < at))
        title = tuple(dict.fromkeys(one.id for one in self.companies.title))
        return first[:size] if len(first) >= size else title[:size]

    def _titled(self, at: int, size: int) -> Ids:
        """Those of the title, in a paragraph that has named no company yet."""
        title = tuple(dict.fromkeys(one.id for one in self.companies.title))
        here = any(
            one.end <= at and self._block(one) == self.sentence.block for one in self.companies.body
        )
        dealt = any(set(title) == set(earlier) for earlier in self.before)
        return title if len(title) == size and dealt and not here else ()

    def _carmakers(self, at: int, size: int) -> Ids:
        """The carmakers the text names most, of those before the pronoun."""
        makers = dict.fromkeys(
            one.id
            for one in self.companies.body
            if one.end <= at and self.companies.known[one.id].kind in ("carmaker", "make")
        )
        most = sorted(makers, key=lambda one: -self.counts[one])[:size]
        return tuple(one for one in makers if one in most)

    def topic(self, ids: Ids) -> Ids:
        """The company the text speaks of where the sentence has none: that of its paragraph."""
        if not words("one").search(self.reading.plain, self.sentence.start, self.sentence.end):
            whole = not ids or self.reading.side == "zh"
            return self._most([one.id for one in self.companies.body], ids) if whole else ()
        before = [one for one in self.companies.body if one.start < self.sentence.start]
        near = [one.id for one in before if self._block(one) == self.sentence.block]
        return self._most(near, ids) or self._most([one.id for one in before], ids)

    def _block(self, one: Named) -> int:
        return self.reading.sentences[self.reading.sentence_at(one.start)].block

    def _most(self, candidates: list[str], ids: Ids) -> Ids:
        others = [one for one in dict.fromkeys(candidates) if one not in ids]
        best = max(others, key=lambda one: self.counts[one], default=None)
        return (best,) if best and self.counts[best] > 1 else ()

    def latest(self) -> Ids:
        """Parties of the deal found last."""
        return self.before[-1] if self.before else ()
