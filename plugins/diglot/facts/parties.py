"""Who takes part in an act: the companies of its clause, and those that pronouns stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from diglot.facts import acts
from diglot.facts.acts import Act, Place
from diglot.facts.companies import Companies, Named
from diglot.facts.pronouns import Pronouns, words
from diglot.facts.reading import Reading
from diglot.yamlfile import data

Ids = tuple[str, ...]


def of(reading: Reading, companies: Companies, act: Act, before: list[Ids]) -> tuple[Ids, Ids]:
    """Ids of the parties, and of the joint company or product the act brings forth.

    ``before`` holds the parties of the deals found so far.
    """
    scope = _Scope(reading, companies, act)
    pronouns = Pronouns(reading, companies, act, before)
    names = scope.named(act.clause)
    if act.weak and not (names if reading.side == "zh" else _two_sided(act, names)):
        return (), ()
    founded = _unique(one.id for one in names if scope.is_founded(one))
    ids = _unique(one.id for one in names if one.id not in founded)
    if group := pronouns.group(act.clause, scope.named((scope.sentence.start, act.clause[1]))):
        ids = _unique((*group, *(ids if len(ids) < 2 else ())))
    else:
        ids = scope.completed(ids, names, pronouns)
    if act.joint and len(ids) < 2:
        return (), founded
    return tuple(one for one in ids if one not in founded), founded


def _two_sided(act: Act, names: list[Named]) -> bool:
    """Whether what one company does to another names that other: “A and B will use” does not."""
    mutual = act.kind in ("strategic_cooperation", "joint_venture", "other")
    return bool(names) and (mutual or any(one.end > act.start for one in names))


def _unique(ids: Iterable[str]) -> Ids:
    return tuple(dict.fromkeys(ids))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in data("deals")[key]))


class _Scope:
    """The clause of one act and the clauses around it."""

    def __init__(self, reading: Reading, companies: Companies, act: Act) -> None:
        self.reading, self.companies, self.act = reading, companies, act
        self.sentence = reading.sentences[act.sentence]
        self.clauses = acts.clauses(reading, self.sentence)

    def named(self, span: Place) -> list[Named]:
        """Companies named in a span, without those that only own or describe another."""
        inside = [one for one in self.companies.body if span[0] <= one.start and one.end <= span[1]]
        owners = {
            one.id
            for at, one in enumerate(inside)
            if self._owner(one, next((o for o in inside[at + 1 :] if o.id != one.id), None))
        }
        free = {o.id for o in inside if not self._bracketed(o) and not self._owns(o, inside)}
        kept = [one for one in inside if one.id not in owners or one.id in free]
        return [one for one in kept if not self._object(one)]

    def _object(self, one: Named) -> bool:
        """Whether a company is what the act is about, as in “打造某品牌”."""
        if self.act.kind == "product_launch" or self.act.weak:
            return False
        head = self.reading.plain[max(self.sentence.start, one.start - 14) : one.start]
        return bool(_pattern(f"object_{self.reading.side}").search(head))

    def _owns(self, one: Named, inside: list[Named]) -> bool:
        return self._owner(
            one, next((o for o in inside if o.start > one.start and o.id != one.id), None)
        )

    def _bracketed(self, one: Named) -> bool:
        head = self.reading.plain[max(self.sentence.start, one.start - 30) : one.start]
        return max(head.rfind("("), head.rfind("（")) > max(head.rfind(")"), head.rfind("）"))

    def _owner(self, one: Named, after: Named | None) -> bool:
        side = self.reading.side
        if side == "en":
            head = self.reading.text[max(0, one.start - 40) : one.start]
            if _pattern("before_owner_en").search(head):
                return True
            if head.endswith(", ") and _pattern("apposed_owner_en").match(
                self.reading.text, one.end
            ):
                return True
        if after is None:
            return False
        between = self.reading.plain[one.end : after.start].strip()
        return bool(_pattern(f"owner_{side}").fullmatch(between))

    def is_founded(self, one: Named) -> bool:
        """Whether a company is the one the act founds, or the make it launches."""
        if self.act.kind not in ("joint_venture", "product_launch"):
            return False
        if self.reading.side == "zh" and self.act.kind == "joint_venture":
            first = _pattern("founded_first_zh").match(self.reading.plain, one.end)
            if first and one.start < self.act.start:
                return True
        head = self.reading.plain[max(self.sentence.start, one.start - 24) : one.start]
        by_words = _pattern(f"founded_{self.reading.side}").search(head)
        if self.act.kind == "product_launch":
            return bool(by_words)
        around = {other.id for other in self.companies.body if self._inside(other)}
        by_parents = around.intersection(self.companies.known[one.id].parents)
        return one.start > self.act.start and bool(by_words or by_parents)

    def _inside(self, one: Named) -> bool:
        return self.sentence.start <= one.start and one.end <= self.sentence.end

    def completed(self, ids: Ids, names: list[Named], pronouns: Pronouns) -> Ids:
        """The parties with the subject, holders and investors that stand outside the clause."""
        if self.act.alone and ids:
            return _unique((*ids, *self._more()))
        ids = _unique((*ids, *self._more()))
        if self.reading.side == "zh" and (len(ids) < 2 or self._lacking(names)):
            ids = self._with_subject(ids, pronouns)
        if (self.act.alone and ids) or (self.act.joint and not self._epithet()):
            return ids
        if len(ids) == 1 or (self.act.kind == "investment" and self._open()):
            ids = _unique((*pronouns.topic(ids), *ids))
        return ids or pronouns.latest()

    def _epithet(self) -> bool:
        """Whether the subject is a company not named: “the Japanese carmaker will use”."""
        epithet = _pattern(f"epithet_{self.reading.side}")
        head = self.reading.plain[self.sentence.start : self.act.start]
        return self.act.weak and bool(epithet.search(head))

    def _open(self) -> bool:
        """Whether investors are named but not what they invest in: “cornerstone investors: …”."""
        return bool(words("open").search(self.reading.plain, *self.act.clause))

    def _lacking(self, names: list[Named]) -> bool:
        """Whether the clause begins without its subject: “5月与甲签约”."""
        first = min((one.start for one in names), default=self.act.end)
        if first > self.act.start:
            return True
        return self._begins_lacking(self.act.clause, names)

    def _begins_lacking(self, clause: Place, names: list[Named]) -> bool:
        head = self.reading.plain[clause[0] : names[0].start] if names else ""
        return bool(_pattern("lacking_zh").fullmatch(head.strip()))

    def _more(self) -> Ids:
        """Holders of a joint company, and investors named in the clauses behind."""
        whole = self.named((self.sentence.start, self.sentence.end))
        if self.reading.side == "en":
            return ()
        if self.act.kind == "joint_venture":
            hold = _pattern("holder_zh")
            return _unique(one.id for one in whole if hold.match(self.reading.plain, one.end))
        if self.act.kind != "investment":
            return ()
        after = [c for c in self.clauses if c[0] >= self.act.clause[1]]
        if self.reading.plain[self.act.clause[1] : self.act.clause[1] + 1] == "：":
            return _unique(one.id for clause in after for one in self.named(clause))
        goes_on = [c for c in after if _pattern("more_zh").search(self.reading.plain[slice(*c)])]
        return _unique(one.id for clause in goes_on for one in self.named(clause))

    def _with_subject(self, ids: Ids, pronouns: Pronouns) -> Ids:
        """With the company that does it, from the clauses before."""
        for clause in reversed(self.clauses):
            words_ = self.reading.plain[slice(*clause)]
            if clause[1] > self.act.clause[0] or _pattern("aside_zh").search(words_):
                continue
            names = self.named(clause)
            if group := pronouns.group(clause, self.named((self.sentence.start, clause[1]))):
                return _unique((*group, *ids))
            if names and not (ids and self._begins_lacking(clause, names)):
                return _unique((*(self._subject(names) if ids else (n.id for n in names)), *ids))
        return ids

    def _subject(self, names: list[Named]) -> Ids:
        """The first company of a clause, and those joined to it by “、”."""
        out = [names[0].id]
        for one, other in pairwise(names):
            if self.reading.plain[one.end : other.start] != "、":
                break
            out.append(other.id)
        return _unique(out)
