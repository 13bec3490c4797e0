"""``companies/`` and ``companies/<id>/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from diglot import i18n
from diglot.authority import Company
from diglot.model import Mention, Side
from diglot.site import rows, views
from diglot.site.entries import Entry
from diglot.site.pages.article import role_of
from diglot.site.parts import Desk
from diglot.site.words import COMPANY, N_, ONE_COMPANY


def index(desk: Desk) -> views.CompaniesView:
    """Companies that have records, by kind."""
    listed = desk.catalog.companies
    known = desk.catalog.registry.companies
    groups = []
    for kind, label in COMPANY.items():
        ids = [key for key in listed if known[key].kind == kind]
        names = sorted((desk.company(k, len(listed[k])) for k in ids), key=desk.company_order)
        if names:
            groups.append(views.NameGroup(label=desk.words.say(label), names=tuple(names)))
    counts = desk.words.count("%(num)s company", "%(num)s companies", len(listed))
    return views.CompaniesView(counts=counts, groups=tuple(groups))


def view(desk: Desk, key: str) -> views.CompanyView:
    """One company: who it is, with whom, when, on what, says who."""
    company = desk.catalog.registry.companies[key]
    entries, deals = desk.catalog.companies[key], desk.catalog.deals_of(key)
    themes = Counter(theme.id for entry in entries for theme in entry.article.themes)
    partners = desk.catalog.partners(key)
    return views.CompanyView(
        zh=company.name.zh,
        en=company.name.en,
        seen_zh=_seen(entries, key, "zh"),
        seen_en=_seen(entries, key, "en"),
        description=company.description[desk.side] if company.description else "",
        counts=desk.words.list(
            (
                desk.words.count("%(num)s record", "%(num)s records", len(entries)),
                desk.words.count("%(num)s deal", "%(num)s deals", len(deals)),
                desk.words.count("%(num)s partner", "%(num)s partners", len(partners)),
            )
        ),
        facts=tuple(_facts(desk, company)),
        deals=rows.deal_groups(desk, deals),
        deals_count=len(deals),
        records=rows.records(desk, entries),
        partners=desk.companies(partners),
        people=tuple(_people(desk, entries, key)),
        themes=desk.themes(themes),
        proposed=company.proposed or all(m.basis == "inferred" for m in _mentions(entries, key)),
    )


def _seen(entries: Iterable[Entry], key: str, side: Side) -> str:
    """Forms under which the texts of one language name it, as a list in that language."""
    own = [entry for entry in entries if entry.side == side]
    forms = dict.fromkeys(form for mention in _mentions(own, key) for form in mention.as_)
    return ("、" if side == "zh" else ", ").join(forms)


def _mentions(entries: Iterable[Entry], key: str) -> list[Mention]:
    return [m for entry in entries for m in entry.article.companies if m.id == key]


def _facts(desk: Desk, company: Company) -> Iterable[views.Fact]:
    def fact(label: str, text: str, href: str | None = None) -> views.Fact:
        value = views.FactValue(text=text, href=href)
        return views.Fact(label=desk.words.say(label), values=(value,))

    yield fact(N_("Kind"), desk.words.say(ONE_COMPANY[company.kind]))
    if company.country:
        yield fact(N_("Seat"), i18n.country_name(company.country, desk.side))
    if company.parents:
        names = map(desk.company, company.parents)
        values = tuple(views.FactValue(text=name.name, href=name.href) for name in names)
        yield views.Fact(label=desk.words.say(N_("Parent")), values=values)
    if company.founded:
        yield fact(N_("Founded"), desk.words.date(company.founded))
    if company.ticker:
        yield fact(N_("Ticker"), desk.words.list(company.ticker))
    if company.website:
        shown = company.website.partition("//")[2].rstrip("/")
        yield fact(N_("Website"), shown, company.website)


def _people(desk: Desk, entries: Iterable[Entry], key: str) -> Iterable[views.Said]:
    for entry in entries:
        for person in entry.article.people:
            if person.org == key:
                role, lang = role_of(desk, entry, person)
                yield views.Said(
                    name=desk.person(person.id, person.name, entry.article.lang),
                    role=role,
                    role_lang=desk.words.foreign(lang) if role else None,
                    record=desk.title(entry),
                )
