"""A clean document to the facts of a record, each with the place and the rule it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from diglot.authority import Company
from diglot.facts import central, companies, dates, deals, metadata, people, places, summary, themes
from diglot.facts.companies import Companies
from diglot.facts.cover import beginning
from diglot.facts.dates import DateStatement
from diglot.facts.evidence import quote
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.metadata import Metadata
from diglot.facts.reading import Reading, read, read_line
from diglot.facts.told import Dated, Found
from diglot.model import Article, Deal, Mention, Person, Place, Source, ThemeMention
from diglot.text.document import Document

Spans = tuple[tuple[int, int], ...]


class Why(NamedTuple):
    """Where a value comes from."""

    path: str
    """The value: ``title``, ``deals.0``, ``companies.dongfeng``."""
    rule: str
    """The rule that found it, or an example of its pattern."""
    spans: Spans = ()
    """Offsets in `Document.text`."""
    line: int | None = None
    """1-based line of the raw text, for what does not stand in the body."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the rules read in a document."""

    article: Article
    why: tuple[Why, ...]
    proposed: tuple[tuple[str, Company], ...] = ()
    """Companies no registry knows, by their new ids."""
    dates: tuple[DateStatement, ...] = ()
    """Every dated expression of the body."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What was found, each value with its places."""

    body: Reading
    companies: Companies
    dates: tuple[DateStatement, ...]
    deals: tuple[Found, ...]
    people: tuple[tuple[Person, tuple[int, int]], ...]
    places: tuple[tuple[Place, tuple[int, int]], ...]
    themes: tuple[tuple[ThemeMention, Spans], ...]
    main: Found | None


def extract(document: Document, gazetteer: Gazetteer, path: str) -> Extraction:
    """The facts of a document. Pure; about 10 ms.

    ``path``, that of the raw text from the project's root, becomes ``source.file``.
    """
    body = read(document)
    head = read_line(document.title.text if document.title else "", document.lang)
    meta = metadata.read(document, gazetteer)
    facts = _find(body, head, gazetteer, meta.published.date)
    title = document.title.text if document.title else None
    article = Article(
        lang=document.lang,
        title=title or summary.title(body, facts.main, facts.companies),
        title_basis="stated" if title else "made",
        summary=summary.summary(body),
        source=Source(
            file=path,
            publisher=meta.publisher.name if meta.publisher else None,
            author=meta.author.name if meta.author else None,
        ),
        published=meta.published,
        events=dates.events(facts.dates),
        companies=_mentions(body, head, facts),
        people=tuple(person for person, _ in facts.people),
        places=tuple(place for place, _ in facts.places),
        deals=tuple(_deal(body, facts.companies, one) for one in facts.deals),
        themes=tuple(theme for theme, _ in facts.themes),
    )
    why = (*_why_title(document, facts.main), *_why_metadata(meta))
    why += (*_why(article, facts), *_why_events(facts, meta))
    return Extraction(article, why, facts.companies.proposed, facts.dates)


def _find(body: Reading, head: Reading, gazetteer: Gazetteer, published: str | None) -> _Facts:
    named = companies.find(body, head, gazetteer)
    dated = dates.find(body, published)
    spoken = [Dated(one.start, one.end, one.date) for one in dated]
    found = deals.find(body, named, spoken, head, published)
    who = people.find(body, named, gazetteer)
    return _Facts(
        body=body,
        companies=named,
        dates=dated,
        deals=found,
        people=who,
        places=places.find(body, named, [span for _, span in who]),
        themes=themes.find(themes.Text(body, head, named, found), gazetteer),
        main=central.main_deal(body, named, found),
    )


def _mentions(body: Reading, head: Reading, facts: _Facts) -> tuple[Mention, ...]:
    """Companies with the forms they bear, the longest form of each place."""
    main = central.ids(body, facts.companies, facts.deals)
    drafts = {id_ for id_, one in facts.companies.known.items() if one.proposed}
    new = drafts | facts.companies.guessed
    forms: dict[str, dict[str, None]] = {}
    for reading, names in ((body, facts.companies.body), (head, facts.companies.title)):
        for one in names:
            forms.setdefault(one.id, {})[reading.text[one.start : one.end]] = None
    return tuple(
        Mention(
            id=id_,
            central=id_ in main,
            as_=tuple(own),
            basis="inferred" if id_ in new else "stated",
        )
        for id_, own in forms.items()
    )


def _deal(body: Reading, named: Companies, one: Found) -> Deal:
    sentence = body.sentences[one.sentence]
    here = {one.id for one in beginning(named.body, sentence.start, sentence.end)}
    sure = not one.supposed and here.issuperset(one.parties)
    return Deal(
        kind=one.kind,
        parties=one.parties,
        date=one.date.date if one.date else None,
        # A kind only supposed (展开合作) is inferred, as are parties the sentence only points at.
        basis="stated" if sure else "inferred",
        evidence=(quote(body.text, *one.words),),
        status=one.status,
    )


def _why_title(document: Document, main: Found | None) -> Iterator[Why]:
    if document.title:
        yield Why("title", "headline", line=document.title.line)
    else:
        yield Why("title", "made", ((main.start, main.end),) if main else ())


def _why_metadata(meta: Metadata) -> Iterator[Why]:
    if meta.published.date:
        yield Why("published", "stamp", line=meta.published_line)
    for path, credit in (("source.publisher", meta.publisher), ("source.author", meta.author)):
        if credit:
            yield Why(path, credit.rule, line=credit.line)


def _why(article: Article, facts: _Facts) -> Iterator[Why]:
    named: dict[str, list[tuple[int, int]]] = {id_: [] for id_ in facts.companies.ids()}
    for one in facts.companies.body:
        named[one.id].append((one.start, one.end))
    for id_, spans in named.items():
        yield Why(f"companies.{id_}", "gazetteer", tuple(spans))
    for index, (_, span) in enumerate(facts.people):
        yield Why(f"people.{index}", "name and office", (span,))
    for index, (_, span) in enumerate(facts.places):
        yield Why(f"places.{index}", "gazetteer", (span,))
    for index, deal in enumerate(facts.deals):
        date = ((deal.date.start, deal.date.end),) if deal.date else ()
        yield Why(f"deals.{index}", deal.rule, (deal.words, *date))
    for theme, places_ in facts.themes:
        yield Why(f"themes.{theme.id}", "cue words", places_)


def _why_events(facts: _Facts, meta: Metadata) -> Iterator[Why]:
    """The expression and what it counts from: in the body, or the line of the publication."""
    for index, one in enumerate(dates.distinct(facts.dates)):
        line = meta.published_line if one.dated else None
        yield Why(f"events.{index}", one.rule, ((one.start, one.end), *one.anchors), line)
