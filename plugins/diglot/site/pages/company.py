"""``companies/`` and ``companies/<id>/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from diglot import i18n
from diglot.authority import Company
from diglot.languages import Side
from diglot.model import Mention, Person
from diglot.site import links, pager, relations, rows, spread, views
from diglot.site.entries import Entry
from diglot.site.pages.article import role_of
from diglot.site.parts import Desk
from diglot.site.pictures import network, spans
from diglot.site.spread import Part
from diglot.site.words import N_

_PARTNERS: Final = 10
"""Partners shown with kinds and dates, each deal drawn in time; the rest with counts only."""
_PEOPLE: Final = 30
_CHILDREN: Final = 20


def index(desk: Desk) -> views.CompaniesView:
    """Companies that have records, by kind."""
    listed = desk.catalog.companies
    registry = desk.catalog.registry
    groups = []
    for key, kind in registry.kinds.items():
        ids = [one for one in listed if registry.kind(registry.companies[one]) == key]
        names = sorted((desk.company(k, len(listed[k])) for k in ids), key=desk.company_order)
        if names:
            groups.append(views.NameGroup(label=kind.plural[desk.side], names=tuple(names)))
    counts = desk.words.count("%(num)s company", "%(num)s companies", len(listed))
    drawn = network.whole(desk, network.FULL)
    return views.CompaniesView(counts=counts, groups=tuple(groups), network=drawn)


def pages(desk: Desk, key: str) -> tuple[Part, ...]:
    """The pages of a company: one, unless it has many deals or records."""
    entries, deals = desk.catalog.companies[key], desk.catalog.deals.of(key)
    return spread.parts(links.company(key), max(len(entries), len(deals)))


def view(desk: Desk, key: str, part: Part) -> views.CompanyView:
    """One company: who it is, with whom, when, on what, says who."""
    company = desk.catalog.registry.companies[key]
    entries, deals = desk.catalog.companies[key], desk.catalog.deals.of(key)
    themes = Counter(theme.id for entry in entries for theme in entry.article.themes)
    partners = relations.partners(desk, key)
    named = [partner.name.id for partner in partners[:_PARTNERS]]
    return views.CompanyView(
        zh=company.name.zh,
        en=company.name.en,
        seen_zh=_seen(entries, key, "zh"),
        seen_en=_seen(entries, key, "en"),
        description=company.description[desk.side] if company.description else "",
        counts=_counts(desk, key, len(entries), len(partners)),
        facts=tuple(_facts(desk, key, company)),
        first=part.first,
        part=pager.ordinal(desk, part),
        home=pager.home(desk, part, desk.company(key).name),
        deals=rows.deal_groups(desk, part.cut(deals)),
        deals_count=len(deals),
        deals_more=pager.all_deals(desk, part, f"company={key}", len(deals)),
        records=rows.records(desk, part.cut(entries)),
        records_count=len(entries),
        partners=partners[:_PARTNERS],
        partners_rest=tuple(partner.name for partner in partners[_PARTNERS:]),
        partners_count=len(partners),
        in_time=spans.partners(desk, key, named) if part.first else None,
        network=network.around(desk, key) if part.first else None,
        sources=relations.sources(desk, entries),
        people=tuple(_people(desk, entries, key))[:_PEOPLE],
        themes=desk.themes(themes),
        proposed=company.proposed or all(m.basis == "inferred" for m in _mentions(entries, key)),
        pager=pager.links(desk, part),
    )


def _counts(desk: Desk, key: str, records: int, partners: int) -> str:
    """How much there is of it; and why it may have more deals than partners have with it."""
    count, deals = desk.words.count, desk.catalog.deals.of(key)
    among = frozenset(desk.catalog.deals.partners(key))
    within = sum(among.isdisjoint(deal.parties) for deal in deals)
    parts = (
        count("%(num)s deal", "%(num)s deals", len(deals)),
        count("%(num)s partner (own group apart)", "%(num)s partners (own group apart)", partners)
        if desk.catalog.deals.groups.get(key)
        else count("%(num)s partner", "%(num)s partners", partners),
        count("%(num)s record", "%(num)s records", records),
    )
    counted = desk.words.say(N_("%(parts)s."), parts=desk.words.list(parts))
    if not within:
        return counted
    said = count(
        "%(num)s deal names no partner outside its own group.",
        "%(num)s deals name no partner outside its own group.",
        within,
    )
    return desk.words.sentences(counted, said)


def _seen(entries: Iterable[Entry], key: str, side: Side) -> str:
    """Forms under which the texts of one language name it, as a list in that language."""
    own = [entry for entry in entries if entry.side == side]
    forms = dict.fromkeys(form for mention in _mentions(own, key) for form in mention.as_)
    return ("、" if side == "zh" else ", ").join(forms)


def _mentions(entries: Iterable[Entry], key: str) -> list[Mention]:
    return [m for entry in entries for m in entry.article.companies if m.id == key]


def _facts(desk: Desk, key: str, company: Company) -> Iterable[views.Fact]:
    def fact(label: str, text: str, href: str | None = None) -> views.Fact:
        value = views.FactValue(text=text, href=href)
        return views.Fact(label=desk.words.say(label), values=(value,))

    registry = desk.catalog.registry
    yield fact(N_("Kind"), registry.kinds[registry.kind(company)].name[desk.side])
    if company.country:
        yield fact(N_("Based in"), i18n.country_name(company.country, desk.side))
    if company.parents:
        yield _linked(desk, N_("Parent"), map(desk.company, company.parents))
    if children := desk.catalog.children(key):
        found = sorted(map(desk.company, children), key=desk.company_order)
        yield _linked(desk, N_("Subsidiaries and makes"), found[:_CHILDREN])
    if company.founded:
        yield fact(N_("Founded"), desk.words.date(company.founded))
    if company.ticker:
        yield fact(N_("Ticker"), desk.words.list(company.ticker))
    if company.website:
        shown = company.website.partition("//")[2].rstrip("/")
        yield fact(N_("Website"), shown, company.website)


def _linked(desk: Desk, label: str, names: Iterable[views.NameView]) -> views.Fact:
    values = (views.FactValue(text=name.name, href=name.href, lang=name.lang) for name in names)
    return views.Fact(label=desk.words.say(label), values=tuple(values))


def _people(desk: Desk, entries: Iterable[Entry], key: str) -> Iterable[views.Said]:
    """Each person once, by the latest record that says most of him or her."""
    known: dict[str, tuple[bool, Entry, Person]] = {}
    for entry in entries:  # latest first
        for person in entry.article.people:
            one = person.id or person.name
            if person.org == key and (one not in known or (person.role and not known[one][0])):
                known[one] = (bool(person.role), entry, person)
    for _, entry, person in known.values():
        role, lang = role_of(desk, entry, person)
        yield views.Said(
            name=desk.person(person.id, person.name, entry.article.lang),
            role=role,
            role_lang=desk.words.foreign(lang) if role else None,
            record=desk.title(entry),
        )
