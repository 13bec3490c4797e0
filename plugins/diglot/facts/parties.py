"""Who takes part in an act: the companies of its clause, and those that pronouns stand for."""

from __future__ import annotations

from typing import Final

from diglot.facts import actors, acts, founded_by, shares
from diglot.facts.acts import Act
from diglot.facts.companies import Named
from diglot.facts.pronouns import Pronouns
from diglot.facts.scene import Ids, Place, Scene, pattern, unique, words

_TWO_SIDED: Final = ("supply", "order", "investment")
"""Kinds that a list of companies before the act does not make by itself."""
_BEHIND: Final = 2
"""Sentences behind a funding round of which one may list its investors."""


def of(scene: Scene, act: Act, before: list[Ids]) -> tuple[Ids, Ids]:
    """Ids of the parties, and of the joint company or product the act brings forth.

    ``before`` holds the parties of the deals found so far.
    """
    scope = _Scope(scene, act)
    pronouns = Pronouns(scene, act, before)
    names = scope.named(act.clause)
    founding = act.kind == "joint_venture" and not names
    if act.weak and not (founding or scope.sided(names)):
        return (), ()
    inside = scene.mentions(act.clause) if act.founds else names
    founded = unique(one.id for one in inside if founded_by.is_founded(scene, act, one))
    ids = unique(one.id for one in names if one.id not in founded)
    if group := pronouns.group(act.clause, scope.named):
        ids = unique((*group, *(ids if len(ids) < 2 else scope.beside(names))))
    else:
        ids = scope.completed(ids, names, pronouns)
    if (
        act.kind in _TWO_SIDED
        and not (act.slight or act.paper)
        and shares.one_sided(scene, act, names)
    ):
        ids = unique((*ids, *pronouns.supplier(ids)))
    if act.joint and len(ids) < 2:
        return (), founded
    return tuple(one for one in ids if one not in founded), founded


class _Scope:
    """The clause of one act and the clauses around it."""

    def __init__(self, scene: Scene, act: Act) -> None:
        self.scene, self.act = scene, act
        self.reading, self.companies = scene.reading, scene.companies
        self.sentence = self.reading.sentences[act.sentence]
        self.clauses = scene.clauses(act.sentence)

    def named(self, span: Place) -> list[Named]:
        """Companies that act in a span."""
        return actors.acting(self.scene, self.act, span)

    def beside(self, names: list[Named]) -> Ids:
        """Whom those that a pronoun stands for join: “A and B say they will work with C”."""
        return unique(
            one.id
            for one in names
            if self.scene.within("beside", max(0, one.start - 40), one.start)
        )

    def sided(self, names: list[Named]) -> bool:
        """Whether what one company does to another tells of that other: not “A and B will use”."""
        start, end = self.act.clause
        mutual = self.act.kind in ("strategic_cooperation", "joint_venture", "other")
        if self.scene.side == "en" and not mutual:
            start = self.act.start
        named = any(one.end > start for one in names)
        named = named or (mutual and not names and self._announced())
        return named or bool(self.scene.search(f"one_{self.scene.side}", start, end))

    def _announced(self) -> bool:
        """Whether the clause before says that several announce it: “甲和乙宣布，将展开合作”."""
        at = self.clauses.index(self.act.clause)
        before = self.clauses[at - 1] if at else (0, 0)
        told = pattern("announced_zh").search(self.scene.plain, *before)
        return told is not None and len(self.named(before)) > 1

    def completed(self, ids: Ids, names: list[Named], pronouns: Pronouns) -> Ids:
        """The parties with the subject, holders and investors that stand outside the clause."""
        lacking = self.reading.side == "zh" and len(ids) == 1 and self._lacking(names)
        if self.act.alone and ids and not (self.act.joint or lacking):
            return unique((*ids, *self._more(), *self._seller(names, pronouns)))
        ids = unique((*ids, *self._more()))
        if self.reading.side == "zh" and (len(ids) < 2 or self._lacking(names)):
            wider = self._with_subject(ids, pronouns)
            if wider == ids and self.act.kind == "investment":  # “该公司得到甲、乙支持”
                wider = unique((*self._spoken(ids, pronouns), *ids))
            ids = wider
        elif self.reading.side == "en" and not any(one.start < self.act.start for one in names):
            ids = unique((*(self._carried(pronouns, ids) or self._spoken(ids, pronouns)), *ids))
        elif self.reading.side == "en" and len(ids) == 1:
            ids = unique((*self._carried(pronouns, ids), *ids))
        backers = self.act.kind == "investment" and shares.one_sided(self.scene, self.act, names)
        if len(ids) < 2 or (self.reading.side == "en" and backers):
            ids = unique((*self._stood_for(ids, names, pronouns), *ids))
        if len(ids) == 1 and not self.act.joint:
            ids = unique((*pronouns.partner(ids), *ids))
        if (self.act.alone and ids) or (self.act.joint and not self._epithet()):
            return ids
        if len(ids) == 1 or (self.act.kind == "investment" and self._speaks("open")):
            ids = unique((*pronouns.topic(ids), *ids))
        return ids or (pronouns.latest() if self._speaks("paper") and self._tells() else ())

    def _seller(self, names: list[Named], pronouns: Pronouns) -> Ids:
        """Whom the one company of a clause orders from, where it is not named: “A ordered vans”."""
        orders = self.act.kind == "order" and self.scene.search("ordered", *self.act.clause)
        buys = orders and len(names) == 1 and names[0].end <= self.act.start
        return pronouns.supplier((names[0].id,)) if buys else ()

    def _tells(self) -> bool:
        """Whether the act tells more of a deal known already than that it is cooperation."""
        return self.act.generic or self.act.kind != "strategic_cooperation"

    def _spoken(self, ids: Ids, pronouns: Pronouns) -> Ids:
        """Whom a pronoun at the head of the clause stands for: “It is joining A and B”."""
        head = (self.act.clause[0], self.act.start)
        return pronouns.single(head, "single", ids) if len(ids) > 1 else ()

    def _stood_for(self, ids: Ids, names: list[Named], pronouns: Pronouns) -> Ids:
        """Whom a pronoun stands for on that side of the act on which no company is named."""
        start, end = self.act.clause
        before = [one.end for one in names if one.end <= self.act.start]
        if not before:
            ids = unique((*ids, *pronouns.single((start, self.act.start), "single", ids)))
        if before or not names:  # behind the subject: “甲与其签署协议”, “A bought a part of it”
            behind = max(before, default=self.act.start)
            ids = unique((*ids, *pronouns.single((behind, end), "one", ids)))
        return ids

    def _epithet(self) -> bool:
        """Whether the subject is a company not named: “the Japanese company will use”."""
        epithet = pattern(f"epithet_{self.reading.side}")
        head = self.reading.plain[self.sentence.start : self.act.start]
        return self.act.weak and bool(epithet.search(head))

    def _speaks(self, key: str) -> bool:
        """Whether the clause has words of a list: of a known deal (paper), or investors (open)."""
        return bool(words(key, self.scene.side).search(self.reading.plain, *self.act.clause))

    def _lacking(self, names: list[Named]) -> bool:
        """Whether the clause begins without its subject: “5月与甲签约”."""
        first = min((one.start for one in names), default=self.act.end)
        if first > self.act.start:
            return True
        return self._begins_lacking(self.act.clause, names)

    def _begins_lacking(self, clause: Place, names: list[Named]) -> bool:
        first = self.scene.mentions((clause[0], names[0].end))[0] if names else None
        head = self.reading.plain[clause[0] : first.start].strip() if first else ""
        return bool(pattern("lacking_zh").fullmatch(head) or pattern("begun_zh").search(head))

    def _more(self) -> Ids:
        """Holders of a joint company, and investors named in the clauses behind."""
        if self.act.kind == "joint_venture" and self.reading.side == "zh":
            whole = self.named((self.sentence.start, self.sentence.end))
            hold = pattern("holder_zh")
            return unique(one.id for one in whole if hold.match(self.reading.plain, one.end))
        if self.act.kind != "investment":
            return ()
        own = self._investors() if self.reading.side == "zh" else []
        return unique(one.id for one in own) or self._listed_behind()

    def _investors(self) -> list[Named]:
        """Investors named in the clauses behind."""
        after = [c for c in self.clauses if c[0] >= self.act.clause[1]]
        if self.reading.plain[self.act.clause[1] : self.act.clause[1] + 1] != "：":
            ends = next((at for at, c in enumerate(after) if self._tells_another(c)), len(after))
            after = [c for c in after[:ends] if self._joins(c)]
        return [one for clause in after for one in self.named(clause)]

    def _joins(self, clause: Place) -> bool:
        """Whether a clause names investors of the round told before it."""
        return acts.joins(self.scene, clause) or bool(self.scene.search("more_zh", *clause))

    def _tells_another(self, clause: Place) -> bool:
        """Whether a clause tells of a round of another company."""
        return bool(self.scene.search("round_zh", *clause)) and not self._joins(clause)

    def _listed_behind(self) -> Ids:
        """Investors of a funding round that a sentence behind lists."""
        behind = self.act.sentence + 1
        for one in self.reading.sentences[behind : behind + _BEHIND] if self.act.alone else ():
            span = one.start, one.end
            if pattern("investors").match(self.reading.plain, *span):
                return unique(named.id for named in self.named(span))
            if self.scene.search("round_zh", *span):  # another one
                break
        return ()

    def _with_subject(self, ids: Ids, pronouns: Pronouns) -> Ids:
        """With the company that does it, from the clauses before."""
        if one := pronouns.ranked(self.act.clause):
            return unique((*one, *ids))
        for clause in reversed(self.clauses):
            words_ = self.reading.plain[slice(*clause)]
            if clause[1] > self.act.clause[0] or pattern("aside_zh").search(words_):
                continue
            names = self.named(clause)
            if group := pronouns.group(clause, self.named):
                return unique((*group, *ids))
            if names and self._begins_lacking(clause, names):
                ids = ids or unique(
                    n.id for n in names
                )  # “与甲签约，成立公司”: who does, is before
            elif names:
                return unique(
                    (*(actors.first(self.scene, names) if ids else (n.id for n in names)), *ids)
                )
        return ids

    def _carried(self, pronouns: Pronouns, ids: Ids) -> Ids:
        """The subject a clause takes over: what “which” follows, or what “and” goes on with."""
        at = self.clauses.index(self.act.clause)
        if not at:
            return ()
        before = self.clauses[at - 1]
        joint = self.scene.plain[before[1] : self.act.clause[0]]
        if pattern("relative_en").search(joint):
            return self._coordinated(before)
        if pattern("goes_on_en").match(self.scene.plain, before[1]):
            said = (self.sentence.start, before[1])
            return self.scene.subject(self.act.sentence, before[1]) or pronouns.single(
                said, "single", ids
            )
        return ()

    def _coordinated(self, before: Place) -> Ids:
        """The last company of a clause, with those joined to it where “which” has no partner.

        They go on as “they”, too.
        """
        names = self.scene.mentions(before)
        start, joint = len(names) - 1, pattern("joint")
        several = " they " in self.reading.plain[slice(*self.act.clause)]
        while start > 0 and (several or not self.named(self.act.clause)):
            if not joint.fullmatch(self.scene.plain[names[start - 1].end : names[start].start]):
                break
            start -= 1
        return unique(one.id for one in names[max(0, start) :])
