"""The parts pages share: dates, names, evidence, titles, rows of lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diglot import edtf
from diglot.edtf import Edtf
from diglot.languages import Lang, Side, lang_of, other, side_of
from diglot.model import Basis, Both
from diglot.site import fragments, links, periods, quoting, views
from diglot.site.catalog import Catalog
from diglot.site.entries import Entry
from diglot.site.links import Links
from diglot.site.settings import Settings
from diglot.site.words import LANGUAGE, N_, STATE, Words
from diglot.translation.units import State


@dataclass(frozen=True, slots=True)
class Desk:
    """Makes the parts of pages in one language."""

    catalog: Catalog
    words: Words
    links: Links
    settings: Settings
    far: Words
    """What is said in the other language."""

    @property
    def side(self) -> Side:
        """The language of the pages."""
        return self.words.side

    def page(self, path: str) -> str:
        """A link to a page in this language."""
        return self.links.page(self.side, path)

    def date(self, value: str | None, basis: Basis | None) -> views.DateView:
        """A date with its sign; None where the text states none."""
        if value is None:
            unknown = self.words.basis(None)
            return views.DateView(
                edtf=None, machine=None, words=unknown.label, slots=(None, None, None),
                gap=unknown.label, basis=unknown, href=None,
            )  # fmt: skip
        parsed = edtf.parse(value)
        return views.DateView(
            edtf=value,
            machine=machine(parsed),
            words=self.words.date(value),
            slots=slots(parsed),
            gap=self.words.gap(parsed),
            basis=self.words.basis(basis),
            href=self.page(periods.of(parsed).path),
        )

    def title(self, entry: Entry) -> views.TitleView:
        """A record's title with its twin."""
        text, lang = entry.title(self.side)
        twin, twin_lang = entry.title(other(self.side))
        return views.TitleView(
            text=text,
            lang=self.words.foreign(lang),
            supplied=entry.article.title_basis == "made",
            twin=twin if twin != text else None,
            twin_lang=twin_lang,
            href=self.page(links.article(entry.slug)),
        )

    def brief(self, entry: Entry) -> str:
        """The record's brief in this language."""
        return self.catalog.brief(entry)[self.side]

    def summary(self, entry: Entry) -> str:
        """The summary in this language; empty where there is none, or none in it."""
        text, lang = entry.summary(self.side)
        return "" if is_foreign(lang, self.side) else text

    def gist(self, entry: Entry) -> str:
        """What describes a record in this language: its summary, else its brief."""
        return self.summary(entry) or self.brief(entry)

    def company(self, company_id: str, count: int = 0) -> views.NameView:
        """A company's name, linked to its page where it has one."""
        known = self.catalog.registry.companies.get(company_id)
        listed = company_id in self.catalog.companies
        href = self.page(links.company(company_id)) if listed else None
        names = known.name if known else Both(zh=company_id, en=company_id)
        return self._name(company_id, names, href, count)

    def theme(self, theme_id: str, count: int = 0) -> views.NameView:
        """A theme's name, linked to its page where it has one."""
        known = self.catalog.registry.themes.get(theme_id)
        names = known.name if known else Both(zh=theme_id, en=theme_id)
        href = self.page(links.theme(theme_id)) if theme_id in self.catalog.themes else None
        return self._name(theme_id, names, href, count)

    def person(self, person_id: str | None, name: str, lang: Lang) -> views.NameView:
        """A person's name; as the text has it where the glossary has none."""
        known = self.catalog.registry.people.get(person_id or "")
        if known is None:
            return self.as_written(person_id or name, name, lang)
        return self._name(person_id or name, known.name, None)

    def place(self, place_id: str | None, name: str, lang: Lang) -> views.NameView:
        """A place's name; as the text has it where the glossary has none."""
        known = self.catalog.registry.places.get(place_id or "")
        if known is None:
            return self.as_written(place_id or name, name, lang)
        return self._name(place_id or name, known.name, None)

    def as_written(self, key: str, name: str, lang: Lang) -> views.NameView:
        """A name no glossary knows, as the text has it."""
        own = "en" if name.isascii() else lang
        return views.NameView(
            id=key, name=name, lang=self.words.foreign(own), twin=None,
            twin_lang=lang_of(other(self.side)), href=None,
        )  # fmt: skip

    def publisher(self, name: str | None) -> str:
        """The publisher's name in this language; the text's own where the registry has none."""
        known = self._publisher(name or "")
        return known[self.side] if known else name or ""

    def published_by(self, entry: Entry) -> views.NameView:
        """Who says so: the record's publisher, else “publisher not stated”."""
        name = entry.article.source.publisher
        if not name:
            unknown = self.words.say(N_("publisher not stated"))
            return self.as_written("", unknown, self.words.lang)
        known = self._publisher(name)
        if known is None:
            return self.as_written(name, name, entry.article.lang)
        return self._name(name, known, None)

    def _publisher(self, name: str) -> Both | None:
        return self.catalog.publishers.get(name.casefold())

    def _name(self, key: str, names: Both, href: str | None, count: int = 0) -> views.NameView:
        name, twin = names[self.side], names[other(self.side)]
        latin = self.side == "zh" and name.isascii()
        return views.NameView(
            id=key, name=name, lang="en" if latin else None, twin=twin if twin != name else None,
            twin_lang=lang_of(other(self.side)), href=href, count=count,
        )  # fmt: skip

    def state(self, entry: Entry, side: Side, state: State | None = None) -> views.StateView:
        """State of a side's text, or of a block of it."""
        key = state or entry.state(side)
        label = self.words.say(
            N_("%(language)s: %(state)s"),
            language=self.words.say(LANGUAGE[side]),
            state=self.words.say(STATE[key]),
        )
        return views.StateView(key=key, of=side, label=label)

    def evidence(
        self, entry: Entry, quotes: Iterable[str], *, here: bool = False
    ) -> tuple[views.EvidenceView, ...]:
        """Quotations with the way to their blocks; ``here``: on the page of that very text."""
        return tuple(self._quote(entry, quote, here=here) for quote in quotes)

    def _quote(self, entry: Entry, quote: str, *, here: bool) -> views.EvidenceView:
        block, lang = block_of(entry, quote), entry.article.lang
        shown = block is not None and block < entry.shown()
        plain = entry.nodes[entry.side][block].plain if block is not None else quote
        fragment = f"#p{block + 1}" if here and block is not None else None
        if fragment is None and block is not None:
            fragment = self.links.to(f"{links.facing(entry.slug)}#{entry.side}-{block + 1}")
        head = self.words.say(N_("page head"))
        where = head if block is None else self.words.say(N_("¶%(number)s"), number=block + 1)
        text = quote if entry.rights == "full" or shown else quoting.clause(quote, plain, lang)
        url = entry.article.source.url
        return views.EvidenceView(
            text=text,
            lang=lang,
            side=entry.side,
            href=fragment if shown else None,
            where=where,
            source_href=fragments.to_words(url, text, lang) if url else None,
        )

    def companies(self, counts: Mapping[str, int]) -> tuple[views.NameView, ...]:
        """Names with counts, most first, then by name."""
        found = [self.company(key, count) for key, count in counts.items()]
        return tuple(sorted(found, key=lambda n: (-n.count, self.company_order(n))))

    def company_order(self, name: views.NameView) -> tuple[str, str, str]:
        """Sorts companies by name, in Chinese by pinyin."""
        known = self.catalog.registry.companies.get(name.id)
        return self.words.order(name.name, known.pinyin if known else None)

    def themes(self, counts: Mapping[str, int]) -> tuple[views.NameView, ...]:
        """Names with counts, most first, then by name."""
        found = [self.theme(key, n) for key, n in counts.items()]
        return tuple(sorted(found, key=lambda n: (-n.count, self.words.order(n.name))))


def machine(date: Edtf) -> str | None:
    """The value of ``<time datetime>``, where HTML can say the date."""
    if date.qualifier or date.precision not in ("day", "month", "year"):
        return None
    if not date.yearless:
        return date.text
    return date.text[5:] if date.precision == "day" else None


def slots(date: Edtf) -> tuple[str | None, str | None, str | None] | None:
    """Year, month and day in digits, where three slots can say the date."""
    if date.qualifier or date.precision not in ("day", "month", "year"):
        return None
    year = f"{date.year:04}" if date.year else None
    month = f"{date.month:02}" if date.month else None
    return year, month, f"{date.day:02}" if date.day else None


def block_of(entry: Entry, quote: str) -> int | None:
    """Position of the block of the original that holds the words."""
    blocks = (i for i, node in enumerate(entry.nodes[entry.side]) if quote in node.plain)
    return next(blocks, None)


def is_foreign(lang: Lang, side: Side) -> bool:
    """Whether a text is not in the language of a side."""
    return side_of(lang) != side
