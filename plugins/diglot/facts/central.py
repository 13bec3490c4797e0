"""Which companies an article is about: a small sum of signals, and the deal it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from diglot.authority import MAKE
from diglot.facts import actors
from diglot.facts.companies import Companies
from diglot.facts.reading import TEASER, Reading
from diglot.facts.scene import Scene
from diglot.facts.told import Found
from diglot.yamlfile import data

_LEAD_SENTENCES = 3
_FEW = 4
"""Parties up to which a deal is about all of them; of more, about those the text comes back to."""
_MANY = 4
"""Mentions from which on a text keeps coming back to a company."""


def main_deal(reading: Reading, companies: Companies, deals: Sequence[Found]) -> Found | None:
    """The deal that the title or the first paragraph reports, if any does."""
    title = {one.id for one in companies.title}
    title |= {id_ for id_, one in companies.known.items() if title.intersection(one.parents)}
    for deal in deals:
        if len(title.intersection(deal.parties)) >= min(2, len(deal.parties)):
            return deal
    lead = _lead_block(reading)
    for deal in deals:
        named = title.intersection((*deal.parties, *deal.founded))
        block = reading.sentences[reading.sentence_at(deal.start)].block
        if block <= lead and (named or not title):
            return deal
    return None


def _lead_block(reading: Reading) -> int:
    """Index of the first paragraph, or of the second where the first is but one short sentence."""
    body = [one for one in reading.sentences if not one.heading][:2]
    teased = len(body) > 1 and body[0].block != body[1].block
    teased = teased and body[0].end - body[0].start <= TEASER[reading.side]
    return body[teased].block if body else 0


def ids(reading: Reading, companies: Companies, deals: Sequence[Found]) -> frozenset[str]:
    """Ids of the central companies; a survey may have none.

    The weights of the signals and the sum that is enough stand in data/deals.yml.
    """
    rules = data("deals")["central"]
    sums: Counter[str] = Counter()
    for id_, signal in _signals(reading, companies, deals):
        sums[id_] += int(rules["weights"][signal])
    enough = int(rules["enough"])
    central = {id_ for id_, total in sums.items() if total >= enough}
    for id_ in _joint(companies, central):
        sums[id_] += int(rules["weights"]["joint"])
    return frozenset(id_ for id_, total in sums.items() if total >= enough)


def _joint(companies: Companies, central: set[str]) -> Iterator[str]:
    """Joint companies of the central ones."""
    for id_, one in companies.known.items():
        if one.kind != MAKE and len(one.parents) > 1 and central.issuperset(one.parents):
            yield id_


def _signals(
    reading: Reading, companies: Companies, deals: Sequence[Found]
) -> Iterator[tuple[str, str]]:
    """A company and a signal that the article is about it."""
    yield from ((id_, "title") for id_ in {one.id for one in companies.title})
    lead = [one for one in reading.sentences if not one.heading][:_LEAD_SENTENCES]
    scene = Scene(reading, companies)
    told = [{one.id for one in actors.named(scene, (s.start, s.end))} for s in lead]
    for name, named in (("first sentence", told[:1]), ("lead", told)):
        yield from ((id_, name) for id_ in set().union(*named))
    yield from _dealt(reading, companies, deals)
    counts = Counter(one.id for one in companies.body)
    for id_ in companies.known:
        if counts[id_] < 2:
            yield id_, "once"
        elif counts[id_] >= _MANY:
            yield id_, "many"
    if companies.body:
        yield companies.body[0].id, "first"


def _dealt(
    reading: Reading, companies: Companies, deals: Sequence[Found]
) -> Iterator[tuple[str, str]]:
    """The parties of the deals of the lead, and what the main deal brings forth."""
    told = [one for one in deals if one.status != "denied"]
    body = [index for index, one in enumerate(reading.sentences) if not one.heading]
    early = [one for one in told if one.sentence in body[:_LEAD_SENTENCES]]
    again = {id_ for id_, count in Counter(one.id for one in companies.body).items() if count > 1}
    parties = (
        again.intersection(one.parties) if len(one.parties) > _FEW else one.parties for one in early
    )
    yield from ((id_, "lead deal") for id_ in set[str]().union(*parties))
    if main := main_deal(reading, companies, told):
        yield from ((id_, "founded") for id_ in main.founded)
