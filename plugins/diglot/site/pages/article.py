"""``articles/<slug>/``: a record in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar

from markupsafe import Markup

from diglot import edtf
from diglot.languages import Lang, other
from diglot.model import Basis, Event, Mention, Person, Place, ThemeMention
from diglot.site import bodies, links, rows, views
from diglot.site.citation import offering
from diglot.site.entries import Entry
from diglot.site.pages import progress
from diglot.site.parts import Desk
from diglot.site.words import BASIS, N_, STATUS, WHAT


def view(desk: Desk, entry: Entry) -> views.ArticleView:
    """The view of a record's page in the desk's language."""
    side, far = desk.side, other(desk.side)
    note, texts = entry.article.notes, blocks(desk, entry)
    return views.ArticleView(
        title=desk.title(entry),
        summary=desk.summary(entry),
        summary_lang=desk.words.foreign(entry.lang(side)),
        brief=desk.brief(entry),
        states=(desk.state(entry, side), desk.state(entry, far)),
        state_sentence=progress.sentence(desk, entry),
        facts=facts(desk, entry),
        contents=contents(desk, texts),
        blocks=texts,
        rights_sentence=rights_sentence(desk, entry),
        note=note[side] if note else "",
        facing_href=desk.links.to(links.facing(entry.slug)),
        source_line=source_line(desk, entry),
        cited=offering.cited(desk, entry),
        cite_files=tuple(
            views.Link(label=label, href=desk.page(links.article(entry.slug) + name))
            for name, label in offering.FILES.items()
        ),
    )


def blocks(desk: Desk, entry: Entry, *, anchors: bool = True) -> tuple[views.BlockView, ...]:
    """The blocks the rights let a page show; ``anchors``: with fragments for their sentences."""
    return tuple(
        replace(
            bodies.block(
                entry, index, desk.words, progress.mark(desk, entry, index), anchors=anchors
            ),
            twin_href=desk.links.to(f"{links.facing(entry.slug)}#{desk.side}-{index + 1}"),
        )
        for index in range(min(entry.shown(), len(entry.pairs)))
    )


_NUMBER: Final = re.compile(r'<a class="n".*?</a>')


def contents(desk: Desk, texts: Iterable[views.BlockView]) -> tuple[views.HeadingLink, ...]:
    """The headings of a text; none where there are not at least two."""
    found = tuple(
        views.HeadingLink(
            text=Markup(_NUMBER.sub("", block.html)).striptags(),  # noqa: S704  # no longer HTML
            href=f"#{block.id}",
            lang=desk.words.foreign(block.lang),
        )
        for block in texts
        if block.kind == "heading"
    )
    return found if len(found) > 1 else ()


def rights_sentence(desk: Desk, entry: Entry) -> str:
    """Why the text is shortened; empty when it is whole."""
    if entry.rights == "excerpt":
        excerpt = N_("Only an excerpt may be shown here; the publisher has the whole text.")
        return desk.words.say(excerpt)
    if entry.rights == "link":
        return desk.words.say(N_("The text may not be shown here; the publisher has it."))
    return ""


def source_line(desk: Desk, entry: Entry) -> str:
    """Publisher, author and date, as far as stated."""
    source, published = entry.article.source, entry.article.published
    publisher = desk.publisher(source.publisher) or desk.words.say(N_("publisher not stated"))
    date = desk.words.date(published.date) if published.date else ""
    return desk.words.cites([publisher, source.author or "", date])


def facts(desk: Desk, entry: Entry) -> views.FactsView:
    """The facts box."""
    article, here = entry.article, desk.side == entry.side
    companies = [(_company(desk, entry, mention), mention) for mention in article.companies]
    people = tuple(_person(desk, entry, person) for person in article.people)
    places = tuple(_place(desk, entry, place) for place in article.places)
    themes = tuple(_theme(desk, entry, theme) for theme in article.themes)
    return views.FactsView(
        published=desk.date(article.published.date, article.published.basis),
        published_evidence=desk.evidence(entry, article.published.evidence, here=here),
        publisher=desk.published_by(entry) if article.source.publisher else None,
        author=article.source.author,
        source_href=article.source.url,
        events=tuple(_event(desk, entry, event) for event in article.events),
        deals=tuple(rows.deal(desk, told, here=here) for told in desk.catalog.deals.told_in(entry)),
        central=tuple(fact for fact, mention in companies if mention.central),
        companies=tuple(fact for fact, mention in companies if not mention.central),
        companies_quoted=_quoted(fact for fact, _ in companies),
        people=people,
        people_quoted=_quoted(people),
        places=places,
        places_quoted=_quoted(places),
        themes=themes,
        themes_quoted=_quoted(themes),
        key=desk.words.bases(),
    )


_Quoting = TypeVar(
    "_Quoting", views.CompanyFact, views.PersonView, views.PlaceFact, views.ThemeFact
)


def _quoted(facts: Iterable[_Quoting]) -> tuple[_Quoting, ...]:
    return tuple(fact for fact in facts if fact.evidence)


def _company(desk: Desk, entry: Entry, mention: Mention) -> views.CompanyFact:
    return views.CompanyFact(
        name=desk.company(mention.id),
        evidence=desk.evidence(entry, mention.as_, here=desk.side == entry.side),
        basis=_weaker(desk, mention.basis),
    )


def _place(desk: Desk, entry: Entry, place: Place) -> views.PlaceFact:
    return views.PlaceFact(
        name=desk.place(place.id, place.as_[0], entry.article.lang),
        evidence=desk.evidence(entry, place.as_, here=desk.side == entry.side),
    )


def _theme(desk: Desk, entry: Entry, theme: ThemeMention) -> views.ThemeFact:
    return views.ThemeFact(
        name=desk.theme(theme.id),
        evidence=desk.evidence(entry, theme.evidence, here=desk.side == entry.side),
        basis=_weaker(desk, theme.basis),
    )


def _weaker(desk: Desk, basis: Basis) -> views.BasisView | None:
    """The sign of a fact the text does not state in so many words."""
    return None if basis == "stated" else desk.words.basis(basis)


def _event(desk: Desk, entry: Entry, event: Event) -> views.EventView:
    here = desk.side == entry.side
    addition = _sum(desk, entry, event)
    shown = event.evidence[:1] if addition else event.evidence
    return views.EventView(
        label=desk.words.say(WHAT[event.what]),
        date=desk.date(event.date, event.basis),
        status=desk.words.say(STATUS[event.status]),
        evidence=desk.evidence(entry, shown, here=here),
        sum=addition,
    )


def _sum(desk: Desk, entry: Entry, event: Event) -> tuple[views.SumRow, ...]:
    """A day calculated from another one and a span of time, as a column addition."""
    whole = edtf.parse(event.date).precision == "day"
    if event.basis != "derived" or not whole or len(event.evidence) != 3:
        return ()
    stated = views.BasisView(key="stated", label=desk.words.say(BASIS["stated"]))
    anchors = desk.evidence(entry, event.evidence[1:], here=desk.side == entry.side)
    return tuple(
        views.SumRow(sign="+" if place else "", evidence=anchor, basis=stated)
        for place, anchor in enumerate(anchors)
    )


def _person(desk: Desk, entry: Entry, person: Person) -> views.PersonView:
    role, lang = role_of(desk, entry, person)
    return views.PersonView(
        name=desk.person(person.id, person.name, entry.article.lang),
        role=role,
        role_lang=desk.words.foreign(lang) if role else None,
        org=desk.company(person.org) if person.org else None,
        evidence=desk.evidence(entry, person.evidence, here=desk.side == entry.side),
    )


def role_of(desk: Desk, entry: Entry, person: Person) -> tuple[str, Lang]:
    """The office in this language, else as the text has it."""
    if person.role is None:
        return "", entry.article.lang
    if isinstance(person.role, str):
        return person.role, entry.article.lang
    return person.role[desk.side], desk.words.lang
