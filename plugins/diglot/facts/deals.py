"""Alliance acts a text reports: a cue, its parties and its date, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diglot.facts import acts, evidence, parties, presumed, shares
from diglot.facts.acts import Act
from diglot.facts.companies import Companies, Named
from diglot.facts.reading import Reading
from diglot.facts.scene import Ids, Scene, pattern, unique, words
from diglot.facts.told import MOST, Dated, Found, add
from diglot.yamlfile import data

_ROOM = {"zh": 80, "en": 260}
"""Characters a clause may have to be quoted whole."""
_NEAR = 6
"""Sentences within which shares in a joint company are told behind its founding."""
_FEW = 4
"""Companies that weak words may bring together."""


def find(
    reading: Reading, companies: Companies, dates: Iterable[Dated], title: Reading | None = None
) -> tuple[Found, ...]:
    """Deals in order of appearance, each once; first the title's, where the body has it not."""
    dated = sorted(dates)
    found: list[Found] = []
    scene = Scene(reading, companies)
    told = acts.find(scene, {reading.sentence_at(one.start) for one in dated})
    for act in (shares.pooled(scene, act) for act in told):
        if deal := _deal(scene, dated, act, found):
            for one in shares.each(scene, act, deal):
                if not _in_venture(scene, act, found, one):
                    add(found, _within_family(scene, found, one))
    found = [*_titled(scene, title, found), *found] if title else found
    found = [*presumed.find(scene, title, found), *found]
    return tuple(_denied(scene, title, found))


def _in_venture(scene: Scene, act: Act, found: list[Found], deal: Found) -> bool:
    """Whether an investment is one in the joint company of an earlier deal, which gains holders."""
    if deal.kind != "investment" or not scene.search("venture", *act.clause):
        return False
    for at, one in enumerate(found):
        ids = unique([*one.parties, *deal.parties])
        near = act.sentence - one.sentence <= _NEAR and len(ids) <= MOST
        if one.kind == "joint_venture" and near and len(ids) < len(one.parties + deal.parties):
            found[at] = replace(one, parties=tuple(id_ for id_ in ids if id_ not in one.founded))
            return True
    return False


def _within_family(scene: Scene, found: list[Found], deal: Found) -> Found:
    """The deal, with the parties of an earlier one of which it names parents or children."""
    if deal.date is not None:
        return deal
    if pattern("separate").match(scene.plain, scene.reading.sentences[deal.sentence].start):
        return deal
    for other in found:
        shared = {*other.parties} & {*deal.parties}
        same = deal.weak or deal.generic or deal.kind == other.kind == "joint_venture"
        if (
            shared
            and same
            and all(
                id_ in shared or any(scene.related(id_, one) for one in other.parties)
                for id_ in deal.parties
            )
        ):
            return replace(deal, parties=other.parties)
    return deal


def _denied(scene: Scene, title: Reading | None, found: list[Found]) -> Iterator[Found]:
    """Hearsay about companies of which the text or its title denies a deal is denied too."""
    denials = [{*one.parties} for one in found if one.status == "denied"]
    all_denied = title and words("disclaimed", scene.side).search(title.plain)
    for one in found:
        among = all_denied and not {*scene.title}.isdisjoint(one.parties)
        open_ = one.hearsay or ((one.generic or one.weak) and one.date is None)
        taken_back = open_ and (
            among or any(len(who.intersection(one.parties)) > 1 for who in denials)
        )
        yield replace(one, status="denied") if taken_back else one


def _titled(scene: Scene, title: Reading, found: list[Found]) -> Iterator[Found]:
    """The deal of a headline that names its companies, if the body tells of none with them."""
    if len(scene.title) < 2 or (named := _naming(scene)) is None:
        return
    if any({*scene.title} <= {*one.parties} for one in found):
        return
    head = Scene(
        replace(
            title,
            plain=_small(title.plain, scene.companies.title),
            sentences=tuple(one._replace(heading=False) for one in title.sentences),
        ),
        replace(scene.companies, body=scene.companies.title),
    )
    for act in acts.find(head):
        ids, founded = parties.of(head, act, [])
        if len(ids) < 2 or any(2 * len({*ids} & {*one.parties}) >= len(ids) for one in found):
            continue
        yield Found(
            named.start,
            named.end,
            act.kind,
            ids,
            None,
            act.status,
            act.rule,
            evidence.clause(scene.reading.text, named.start, named.end),
            founded,
            scene.reading.sentence_at(named.start),
            generic=True,
            supposed=act.supposed,
        )
        return


def _small(plain: str, names: Iterable[Named]) -> str:
    """A title, all words of which may have capitals, with capitals in names only."""
    out = plain.lower() if len(plain.lower()) == len(plain) else plain
    for one in names:
        out = out[: one.start] + plain[one.start : one.end] + out[one.end :]
    return out


def _naming(scene: Scene) -> Named | None:
    """Where the body first names a company of the title."""
    return next((one for one in scene.companies.body if one.id in scene.title), None)


def _deal(scene: Scene, dates: list[Dated], act: Act, earlier: list[Found]) -> Found | None:
    # What “the two companies” did is told in so many words rather than in passing.
    plainly = sorted(earlier, key=lambda one: not one.slight)
    before, reading = [one.parties for one in plainly], scene.reading
    ids, founded = parties.of(scene, act, before)
    most = _FEW if act.weak else MOST
    if not ids or len(ids) > most or (len(ids) == 1 and not act.alone):
        return None
    date = _date(scene, act, dates)
    if act.slight and date and not _own(scene, act, date, ids):
        date = None
    if act.slight and act.kind != "investment" and not (date or _prominent(scene, act, ids)):
        return None
    return Found(
        act.start,
        act.end,
        act.kind,
        ids,
        date,
        act.status,
        act.rule,
        _words(reading, act),
        founded,
        act.sentence,
        act.generic,
        act.future,
        act.weak,
        act.slight,
        act.hearsay,
        paper=act.paper,
        supposed=act.supposed,
    )


def _own(scene: Scene, act: Act, date: Dated, ids: Ids) -> bool:
    """Whether a date stands in the clause of the act, or before it with no other company."""
    if date.start >= act.clause[0]:
        return date.start < act.clause[1]
    clause = next(c for c in scene.clauses(act.sentence) if date.start < c[1])
    return {one.id for one in scene.mentions((clause[0], act.clause[0]))} <= {*ids}


def _prominent(scene: Scene, act: Act, ids: tuple[str, ...]) -> bool:
    """Whether an act stands in the lead or is one of the companies of the title."""
    return act.sentence in scene.lead or (len(ids) > 1 and set(ids) <= set(scene.title))


def _words(reading: Reading, act: Act) -> tuple[int, int]:
    start, end = act.clause
    clause = reading.text[start:end]
    if len(clause) > _ROOM[reading.side]:
        return evidence.clause(reading.text, act.start, act.end)
    inner = clause.strip(" ，。；：,.;")
    start += clause.index(inner)
    return start, start + len(inner)


def _date(scene: Scene, act: Act, dates: list[Dated]) -> Dated | None:
    """The date in the clause of the act, else the nearest before it in its sentence, else after."""
    reading, sentence = scene.reading, scene.reading.sentences[act.sentence]
    near = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]
    near = [d for d in near if not (_of_founding(reading, act, d) or _bound(reading, d))]
    near = [d for d in near if not _of_plan(scene, act, d)]
    inside = [d for d in near if act.clause[0] <= d.start and d.end <= act.clause[1]]
    inside = [d for d in inside if d.end <= act.start or not _later(reading, act, d)]
    before = [d for d in near if d.end <= act.start]
    if any(word in reading.plain[slice(*act.clause)] for word in data("deals")["vague"]):
        inside = [d for d in inside if d in before]
    elif not inside and not before:
        alone = len(near) == 1 and not scene.mentions((act.clause[1], near[0].start))
        return near[0] if alone and not _later(reading, act, near[0]) else None
    after = [d for d in inside if d.start > act.start]
    if after and reading.plain[: act.start].endswith(" and "):
        return after[0]
    if inside:
        return min(inside, key=lambda d: (d.start > act.start, abs(d.start - act.start)))
    return before[-1] if before and not (act.future and reading.side == "en") else None


def _of_founding(reading: Reading, act: Act, date: Dated) -> bool:
    """Whether a date in a clause before that of the act says when a company was founded."""
    between = reading.plain[date.end : act.clause[0]].strip("，；, ")
    return any(between.endswith(word) for word in data("deals")["founding"])


def _of_plan(scene: Scene, act: Act, date: Dated) -> bool:
    """Whether a date stands in a clause before that says what something else will do."""
    clause = next(c for c in scene.clauses(act.sentence) if date.start < c[1])
    if clause[0] >= act.clause[0] or not scene.mentions((clause[1], act.start)):
        return False
    return bool(scene.search("future", *clause))


def _bound(reading: Reading, date: Dated) -> bool:
    """Whether a date is one up to which, or from which on, something is to be."""
    until = pattern("until").search(reading.plain[max(0, date.start - 60) : date.start])
    return bool(until or pattern("since").match(reading.plain, date.end))


def _later(reading: Reading, act: Act, date: Dated) -> bool:
    """Whether a date behind the act is one of things to come of it."""
    if pattern("said").search(reading.plain[max(act.end, date.start - 40) : date.start]):
        return False
    if date.start >= act.clause[1] and pattern("comes").match(reading.plain, date.end):
        return True
    between = reading.plain[act.end : date.start].lower()
    return (
        ";" in between or "；" in between or any(word in between for word in data("deals")["later"])
    )
