"""The companies that “双方”, “the two partners” or “the Japanese company” stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from diglot.facts import actors, epithets, ranked
from diglot.facts.acts import Act
from diglot.facts.companies import Named
from diglot.facts.scene import Ids, Place, Scene, pattern, unique, words
from diglot.yamlfile import data

_LEAD = 4
"""Sentences that make the lead."""
_BACK = 3
"""Sentences back in which what a pronoun stands for is looked for."""
_OPENING = 24
"""Characters before a subject that only say when: “Last year, the company”."""


class Pronouns:
    """What pronouns of one act's sentence stand for."""

    def __init__(self, scene: Scene, act: Act, before: list[Ids]) -> None:
        self.scene, self.act, self.before = scene, act, before
        self.reading, self.companies = scene.reading, scene.companies
        self.sentence = self.reading.sentences[act.sentence]
        self.counts = scene.counts

    def group(self, span: Place, named: Callable[[Place], list[Named]]) -> Ids:
        """The two or three companies a pronoun in the span stands for.

        ``named`` gives the companies that act in a span.
        """
        for key, size in (("pair", 2), ("trio", 3)):
            if match := self.scene.search(key, *span):
                if kinds := self._kinds(match[0]):
                    return self._most_of(kinds, match.start(), size)
                near = named((self.sentence.start, span[1]))
                if self._names_all(match, size, near):
                    return ()
                return self._group(match.start(), size, near)
        return ()

    def _names_all(self, said: re.Match[str], size: int, near: list[Named]) -> bool:
        """Whether “the companies” are those named there: “A, B and C said”, “甲、乙两家公司”."""
        if any(one.end == said.start() for one in near):
            return True
        if any(word in said[0].lower() for word in data("deals")["counted"]):
            return False
        start, end = self.act.clause[0], said.start()
        return len(unique(one.id for one in near if start <= one.start and one.end <= end)) > size

    def _group(self, at: int, size: int, near: list[Named]) -> Ids:
        before = [one for one in near if one.end <= at]
        for start in (self.act.clause[0], self.sentence.start):
            own = unique(one.id for one in before if one.start >= start)
            if len(own) == size:
                return own
        if len(own) == 1 == size - 1 and (subject := self._subject_before(own)):
            return unique((*subject, *own))
        if group := self._titled(at, size) or self._last(size):
            return group
        for earlier in reversed(self.before):
            if len(earlier) == size:
                return earlier
        first = unique(one.id for one in actors.named(self.scene, (0, at)))
        title = self.scene.title
        if len(first) < size or (len(title) == size and {*title} <= {*first}):
            return title[:size] or self._foremost(size)
        return first[:size] if self._strangers(first[:size]) else ()

    def _strangers(self, ids: Ids) -> bool:
        """Whether none of some companies is another's parent."""
        return not any(self.scene.kin(*pair) for pair in combinations(ids, 2))

    def _foremost(self, size: int) -> Ids:
        """The companies of the lead, where it names just so many."""
        lead = self.reading.sentences[:_LEAD]
        ids = unique(one.id for one in self.companies.body if one.start < lead[-1].end)
        return ids if len(ids) == size else ()

    def _subject_before(self, ids: Ids) -> Ids:
        """What the sentence before speaks of, if it is of the same paragraph."""
        last = self.reading.sentences[max(0, self.act.sentence - 1)]
        if last is self.sentence or last.block != self.sentence.block:
            return ()
        subject = self.scene.subject(self.act.sentence - 1, last.end)
        return subject if len(subject) == 1 and subject[0] not in ids else ()

    def _titled(self, at: int, size: int) -> Ids:
        """Those of the title, in a paragraph that has named no company yet."""
        title = self.scene.title
        if len(title) != size or all(set(title) != set(earlier) for earlier in self.before):
            return ()
        here = any(
            one.end <= at and self._block(one) == self.sentence.block for one in self.companies.body
        )
        return () if here else title

    def _last(self, size: int) -> Ids:
        """The companies of the sentence before, if it is of the same paragraph."""
        index = self.act.sentence - 1
        if index < 0 or self.reading.sentences[index].block != self.sentence.block:
            return ()
        last = self.reading.sentences[index]
        span = last.start, last.end
        for names in (self.scene.mentions(span), actors.apart(self.scene, span)):
            ids = unique(one.id for one in names)
            if len(ids) == size and self._strangers(ids):
                return ids
        return ()

    def _most_of(self, kinds: frozenset[str], at: int, size: int) -> Ids:
        """The companies of the pronoun's kinds that the text names most, of those before it."""
        some = dict.fromkeys(
            one.id
            for one in self.companies.body
            if one.end <= at and self.companies.known[one.id].kind in kinds
        )
        most = sorted(some, key=lambda one: -self.counts[one])[:size]
        return tuple(one for one in some if one in most)

    def _kinds(self, epithet: str) -> frozenset[str]:
        return epithets.kinds(epithet, self.companies.cues)

    def single(self, span: Place, role: str, ids: Ids) -> Ids:
        """The company a singular pronoun or epithet in the span stands for, none of ``ids``."""
        match = pattern(f"{role}_{self.scene.side}").search(self.reading.plain, *span)
        if not match:
            return ()
        if one_of := ranked.of_two(self.scene, self.act, match):
            return tuple(one for one in one_of if one not in ids)
        kinds, country = self._kinds(match[0]), epithets.country(match[0])
        if not (kinds or country):
            return self._meant(match, role, ids)
        for id_ in self._recent(match.start()):
            one = self.scene.known(id_)
            home = not country or one.country in (None, country)
            fits = home and (not kinds or one.kind in kinds)
            if fits and id_ not in ids and not any(self.scene.kin(id_, other) for other in ids):
                return (id_,)
        return ()

    def _meant(self, pronoun: re.Match[str], role: str, ids: Ids) -> Ids:
        """The company a bare pronoun stands for: “it”, “the company”."""
        if role == "single" and (going_on := self._going_on(pronoun)):
            return tuple(one for one in going_on if one not in ids)
        if role == "single":
            own = self._goes_on(pronoun, ids) or self.topic(ids)
            return own or self._subject(pronoun.start(), ids)
        here = self.scene.mentions((self.sentence.start, pronoun.start()))
        if here and ids and pronoun[0].startswith("by "):  # “A, after B was bought by the company”
            return tuple(one.id for one in here[-1:] if one.id not in ids)
        near = unique(one.id for one in here if one.id not in ids) if ids else ()
        if len(near) == 1:  # “A bought a part of B and signed with it”
            return near
        other = self._counterpart(ids)
        return self.topic(ids) or other or self._subject(pronoun.start(), ids)

    def ranked(self, span: Place) -> Ids:
        """The company a span means by “the former” or “the latter”."""
        match = pattern(f"single_{self.scene.side}").search(self.reading.plain, *span)
        return ranked.of_two(self.scene, self.act, match) if match else ()

    def _going_on(self, pronoun: re.Match[str]) -> Ids:
        """What the last sentence with a subject speaks of, where this one begins with a pronoun."""
        at, start = self.act.sentence, self.sentence.start
        opens = pronoun.start() == start or self.reading.plain[: pronoun.start()].endswith(", ")
        opens = opens and pronoun.start() - start < _OPENING
        if at < 1 or self.reading.side == "zh" or not opens:
            return ()
        earlier = range(at - 1, max(-1, at - 1 - _BACK), -1)
        subject = next(filter(None, (self.scene.subject(index, start) for index in earlier)), ())
        sure = len(subject) == 1 and self.counts[subject[0]] > 1
        return subject if sure else ()

    def _goes_on(self, pronoun: re.Match[str], ids: Ids) -> Ids:
        """The subject of the sentence, where “but it” or “and it” goes on with it."""
        start = self.act.clause[0]
        if self.reading.side == "zh" or start == self.sentence.start or pronoun[0].lower() != "it":
            return ()
        subject = self.scene.subject(self.act.sentence, start)
        return tuple(one for one in subject if len(subject) == 1 and one not in ids)

    def _counterpart(self, ids: Ids) -> Ids:
        """The other party of the deal found last, where one of its two is a party again."""
        last = self.latest()
        one_of = len(last) == 2 and len({*last} & {*ids}) == 1
        return tuple(one for one in last if one not in ids) if one_of else ()

    def _subject(self, at: int, ids: Ids) -> Ids:
        """What this sentence, or the one before it in its paragraph, speaks of."""
        own = self.scene.subject(self.act.sentence, at)
        last = self.reading.sentences[self.act.sentence - 1 : self.act.sentence]
        if not own and last and last[0].block == self.sentence.block:
            own = self.scene.subject(self.act.sentence - 1, at)
        return tuple(one for one in own[:1] if one not in ids)

    def _recent(self, at: int) -> Iterator[str]:
        """Companies before a place: subjects of this and the last sentences, then what is named."""
        for index in range(self.act.sentence, max(-1, self.act.sentence - _BACK), -1):
            yield from self.scene.subject(index, at)
        earlier = [one.id for one in self.companies.body if one.end <= at]
        yield from sorted(unique([*earlier, *self.scene.title]), key=lambda id_: -self.counts[id_])

    def partner(self, ids: Ids) -> Ids:
        """The other company of a title that names two, one of them a party."""
        title = self.scene.title
        others = tuple(one for one in title if one not in ids)
        kin = {one for one in others for id_ in ids if self.scene.kin(one, id_)}
        return others if len(title) == 2 and len(others) == 1 and not kin else ()

    def topic(self, ids: Ids) -> Ids:
        """The company the text speaks of where the sentence has none: that of its paragraph."""
        if not words("one", self.scene.side).search(
            self.reading.plain, self.sentence.start, self.sentence.end
        ):
            whole = not ids or self.reading.side == "zh"
            return self._most([one.id for one in self.companies.body], ids) if whole else ()
        before = [one for one in self.companies.body if one.start < self.sentence.start]
        near = [one.id for one in before if self._block(one) == self.sentence.block]
        return self._most(near, ids) or self._most([one.id for one in before], ids)

    def supplier(self, ids: Ids) -> Ids:
        """The company of the title the text names most, where its customers alone are named."""
        return self._most([one for one in self.scene.title if one not in ids], ids)

    def _block(self, one: Named) -> int:
        return self.reading.sentences[self.reading.sentence_at(one.start)].block

    def _most(self, candidates: list[str], ids: Ids) -> Ids:
        others = [one for one in dict.fromkeys(candidates) if one not in ids]
        best = max(others, key=lambda one: self.counts[one], default=None)
        return (best,) if best and self.counts[best] > 1 else ()

    def latest(self) -> Ids:
        """Parties of the deal found last."""
        return self.before[-1] if self.before else ()
