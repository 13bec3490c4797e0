"""Which companies an article is about: those of its title, its lead and its main deal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diglot.facts.companies import Companies
from diglot.facts.deals import Found
from diglot.facts.reading import Reading

_LEAD_SENTENCES = 2


def main_deal(reading: Reading, companies: Companies, deals: Sequence[Found]) -> Found | None:
    """The deal that the title or the first paragraph reports, if any does."""
    title = {one.id for one in companies.title}
    title |= {id_ for id_, one in companies.known.items() if title.intersection(one.parents)}
    for deal in deals:
        if len(title.intersection(deal.parties)) >= min(2, len(deal.parties)):
            return deal
    for deal in deals:
        named = title.intersection((*deal.parties, *deal.founded))
        if reading.sentences[reading.sentence_at(deal.start)].block == 0 and (named or not title):
            return deal
    return None


def ids(reading: Reading, companies: Companies, deals: Sequence[Found]) -> frozenset[str]:
    """Ids of the central companies; a survey may have none."""
    counts = Counter(one.id for one in companies.body)
    out = {one.id for one in companies.title}
    main = main_deal(reading, companies, deals)
    if main is None:
        return frozenset(out or _lead(reading, companies, counts))
    if out or reading.sentence_at(main.start) == 0 or _steady(counts, main.parties):
        leads = [main] if out else [main, *_early(reading, deals)]
        for deal in leads:
            few = len(deal.parties) <= 3
            out |= {id_ for id_ in deal.parties if few or counts[id_] > 1}
            out |= {id_ for id_ in (deal.parties[0], *deal.founded) if id_ in counts}
        out |= {id_ for id_ in _joint(companies, out) if counts[id_] > 1}
    return frozenset(out)


def _early(reading: Reading, deals: Sequence[Found]) -> list[Found]:
    """Deals of the first sentences, which together make a lead."""
    return [one for one in deals if reading.sentence_at(one.start) <= _LEAD_SENTENCES]


def _joint(companies: Companies, parties: set[str]) -> set[str]:
    """Joint companies of the central ones."""
    return {
        id_
        for id_, one in companies.known.items()
        if len(one.parents) > 1 and parties.issuperset(one.parents)
    }


def _lead(reading: Reading, companies: Companies, counts: Counter[str]) -> set[str]:
    """Companies of the first sentences that the text keeps coming back to."""
    if not reading.sentences:
        return set()
    end = reading.sentences[min(_LEAD_SENTENCES, len(reading.sentences)) - 1].end
    lead = {one.id for one in companies.body if one.start < end}
    most = max(counts.values(), default=0)
    return {id_ for id_ in lead if counts[id_] >= max(3, most // 3)}


def _steady(counts: Counter[str], parties: tuple[str, ...]) -> bool:
    """Whether the text comes back to the parties, and does not only name them in passing."""
    return sum(counts[id_] > 1 for id_ in parties) >= max(1, len(parties) // 2)
