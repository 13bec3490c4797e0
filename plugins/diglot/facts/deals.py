"""Alliance acts a text reports: a cue, its parties and its date, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diglot.facts import act_dates, actors, acts, evidence, parties, presumed, reality, shares
from diglot.facts.acts import Act
from diglot.facts.companies import Companies, Named
from diglot.facts.reading import Reading
from diglot.facts.scene import Ids, Scene, pattern, unique, words
from diglot.facts.told import MOST, Dated, Found, add, once

_ROOM = {"zh": 80, "en": 260}
"""Characters a clause may have to be quoted whole."""
_NEAR = 6
"""Sentences within which shares in a joint company are told behind its founding."""
_FEW = 4
"""Companies that weak words may bring together."""


def find(
    reading: Reading,
    companies: Companies,
    dates: Iterable[Dated],
    title: Reading | None = None,
    published: str | None = None,
) -> tuple[Found, ...]:
    """Deals in order of appearance, each once; first the title's, where the body has it not.

    ``published`` is the day of publication (EDTF), after whose year nothing told as done was done.
    """
    dated = sorted(dates)
    found: list[Found] = []
    scene = Scene(reading, companies)
    told = acts.find(scene, {reading.sentence_at(one.start) for one in dated})
    for each in told:
        act = _like_last(scene, shares.pooled(scene, each), found)
        if deal := _deal(scene, dated, act, found):
            for one in shares.each(scene, act, deal):
                if not _in_venture(scene, act, found, one):
                    add(found, _within_family(scene, found, one))
    found = [_dated_behind(scene, one, found, dated) for one in found]
    found = [_done(one, published) for one in found]
    found = [*_titled(scene, title, found), *found] if title else found
    found = [*presumed.find(scene, title, found), *found]
    return tuple(once(_denied(scene, title, found)))


def _like_last(scene: Scene, act: Act, found: list[Found]) -> Act:
    """The act, of the kind of the deal before where it calls itself similar: “a similar deal”."""
    if not (found and act.kind == "strategic_cooperation" and scene.search("similar", *act.clause)):
        return act
    return replace(act, kind=found[-1].kind)


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


def _dated_behind(scene: Scene, deal: Found, found: list[Found], dates: list[Dated]) -> Found:
    """The deal with the date a sentence behind tells, if no other stands between."""
    after = [one.sentence for one in found if one.sentence > deal.sentence]
    date = None if deal.date else act_dates.told_behind(scene.reading, deal.sentence, dates)
    if date and _others(scene, deal, date):
        return deal
    if date is None or any(one < scene.reading.sentence_at(date.start) for one in after):
        return deal
    return replace(deal, date=date)


def _done(deal: Found, published: str | None) -> Found:
    """The deal; if it is done, without a date on which something is still to come of it."""
    done = deal.status == "reported" and not deal.future
    late = done and deal.date is not None and act_dates.to_come(deal.date, published)
    return replace(deal, date=None) if late else deal


def _others(scene: Scene, deal: Found, date: Dated) -> bool:
    """Whether other companies are named between a deal and a date behind it."""
    between = scene.mentions((scene.reading.sentences[deal.sentence].end, date.start))
    return any(one.id not in deal.parties for one in between)


def _within_family(scene: Scene, found: list[Found], deal: Found) -> Found:
    """The deal, with the parties of an earlier one of which it names parents or children."""
    if deal.date is not None:
        return deal
    if pattern("separate").match(scene.plain, scene.reading.sentences[deal.sentence].start):
        return deal
    for other in found:
        shared = {*other.parties} & {*deal.parties}
        if deal.kind == "investment" and not {*other.parties} - shared - _owners(scene, deal):
            continue  # told apart: “invests in Foo, a unit of Bar” after a deal with Bar
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


def _owners(scene: Scene, deal: Found) -> set[str]:
    """Companies the sentence of a deal names only as the owners of others."""
    sentence = scene.reading.sentences[deal.sentence]
    span = sentence.start, sentence.end
    acting = {one.id for one in actors.apart(scene, span)}
    return {one.id for one in scene.mentions(span)} - acting


def _denied(scene: Scene, title: Reading | None, found: list[Found]) -> Iterator[Found]:
    """Hearsay about companies of which the text or its title denies a deal is denied too."""
    denials = [one.parties for one in found if one.status == "denied"]
    refuted = list(reality.refuted(scene))
    all_denied = title and words("disclaimed", scene.side).search(title.plain)
    for one in found:
        among = all_denied and not {*scene.title}.isdisjoint(one.parties)
        told = one.hearsay or reality.told_on(scene, one.sentence)
        open_ = told or ((one.generic or one.weak) and one.date is None)
        denied = any(_of(scene, one.parties, who) > 1 for who in denials)
        behind = [who for at, who in refuted if at > one.sentence]
        denied = denied or any(_of(scene, one.parties, who) >= (1 if told else 2) for who in behind)
        taken_back = open_ and (among or denied)
        yield replace(one, status="denied") if taken_back else one


def _of(scene: Scene, parties: Iterable[str], who: Ids) -> int:
    """How many of the parties are among some companies, or of the family of one of them."""
    return sum(any(id_ == one or scene.related(id_, one) for one in who) for id_ in parties)


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
    date = act_dates.of(scene, act, dates)
    if act.slight and date and not act_dates.own(scene, act, date, ids):
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
