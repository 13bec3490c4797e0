"""All records of the site, prepared once: texts paired, dates parsed, indexes built."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from diglot import edtf, markdown
from diglot.authority import Registry
from diglot.edtf import Edtf
from diglot.markdown import Node
from diglot.model import Article, Deal, Lang, Rights, Side, Translation, TranslationInfo, other
from diglot.records.store import Record
from diglot.translation.units import Pair, State, pairs


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, ready for the pages."""

    slug: str
    side: Side
    """Side of the original."""
    article: Article
    translation: Translation
    nodes: Mapping[Side, tuple[Node, ...]]
    """Blocks of both texts; the translation's may be fewer."""
    pairs: tuple[Pair, ...]
    rights: Rights
    record: Record

    @property
    def published(self) -> Edtf | None:
        """The date of publication, parsed."""
        return edtf.parse(self.article.published.date) if self.article.published.date else None

    def lang(self, side: Side) -> Lang:
        """BCP 47 tag of the text of a side."""
        return self.article.lang if side == self.side else self.translation.lang

    def title(self, side: Side) -> tuple[str, Lang]:
        """The title for a side; the original's while there is no translated one."""
        if side != self.side and self.translation.title:
            return self.translation.title, self.translation.lang
        return self.article.title, self.article.lang

    def summary(self, side: Side) -> tuple[str, Lang]:
        """The summary for a side, like `title`; none where the rights leave only facts."""
        if self.rights == "link":
            return "", self.lang(side)
        if side != self.side and self.translation.summary:
            return self.translation.summary, self.translation.lang
        return self.article.summary, self.article.lang

    def state(self, side: Side) -> State:
        """State of the whole text of a side: that of its worst block."""
        if side == self.side:
            return "original"
        states = {pair.state for pair in self.pairs}
        worst: Sequence[State] = ("missing", "stale", "machine", "translated", "reviewed")
        if "missing" in states and states != {"missing"}:
            states.discard("missing")
        return next((state for state in worst if state in states), "missing")

    def shown(self) -> int:
        """How many blocks the record's rights let a page show."""
        return {"full": len(self.pairs), "excerpt": 1, "link": 0}[self.rights]

    def day(self) -> date | None:
        """The day it is sorted by: publication, else the latest past event's earliest day."""
        if self.published:
            return self.published.earliest
        past = [event for event in self.article.events if event.status == "reported"]
        days = [edtf.parse(event.date).earliest for event in past]
        return max((day for day in days if day), default=None)


@dataclass(frozen=True, slots=True)
class ToldDeal:
    """A deal with the record that tells it."""

    id: str
    entry: Entry
    deal: Deal

    @property
    def date(self) -> Edtf | None:
        """The date of the deal, parsed."""
        return edtf.parse(self.deal.date) if self.deal.date else None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date a record states: its publication, or an event."""

    entry: Entry
    date: Edtf
    event: int | None
    """Position in the record's events; None for the publication."""


def prepare(record: Record, rights: Rights) -> Entry:
    """A record with its texts parsed and paired; ``rights`` where it states none."""
    side = record.side
    translation = record.translation or _untranslated(record)
    own = markdown.parse(record.body)
    twin = markdown.parse(record.translation_body or "")
    units = record.state.units if record.state else ()
    paired = pairs([n.plain for n in own], [n.plain for n in twin], units, translation.translation)
    return Entry(
        slug=record.slug,
        side=side,
        article=record.article,
        translation=translation,
        nodes={side: own, other(side): twin},
        pairs=paired,
        rights=record.article.rights or rights,
        record=record,
    )


def _untranslated(record: Record) -> Translation:
    lang: Lang = "en" if record.side == "zh" else "zh-Hans"
    return Translation(lang=lang, title="", translation=TranslationInfo(by="nobody"))


def _ranked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By day, latest first; the undated last; then by slug."""
    by_slug = sorted(entries, key=lambda entry: entry.slug)
    return tuple(sorted(by_slug, key=lambda e: e.day() or date.min, reverse=True))


class Catalog:
    """The records of a site with their indexes; immutable once made."""

    def __init__(self, registry: Registry, entries: Iterable[Entry]) -> None:
        self.registry = registry
        self.entries = _ranked(entries)

    @cached_property
    def companies(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by company, for companies that have any."""
        return self._index(lambda e: (mention.id for mention in e.article.companies))

    @cached_property
    def themes(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by theme, for themes of the registry (`check` reports others)."""
        known = self.registry.themes
        return self._index(lambda e: (t.id for t in e.article.themes if t.id in known))

    @cached_property
    def deals(self) -> tuple[ToldDeal, ...]:
        """Every deal a record tells: dated ones latest first, then without a year, then undated."""
        seen: defaultdict[str, int] = defaultdict(int)
        found = []
        for entry in sorted(self.entries, key=lambda e: e.slug):
            for deal in entry.article.deals:
                name = "-".join([entry.slug, deal.kind.replace("_", "-"), *sorted(deal.parties)])
                seen[name] += 1
                tail = f"-{seen[name]}" if seen[name] > 1 else ""
                found.append(ToldDeal(name + tail, entry, deal))
        return tuple(sorted(found, key=_deal_rank))

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """Every date every record states, in order of time, latest first."""
        found = []
        for entry in self.entries:
            if entry.published:
                found.append(Dated(entry, entry.published, None))
            for place, event in enumerate(entry.article.events):
                found.append(Dated(entry, edtf.parse(event.date), place))
        return tuple(sorted(found, key=lambda dated: _late(dated.date)))

    @cached_property
    def undated(self) -> tuple[Entry, ...]:
        """Entries that state no date of publication."""
        return tuple(entry for entry in self.entries if entry.published is None)

    def deals_of(self, company: str) -> tuple[ToldDeal, ...]:
        """Deals a company is a party of."""
        return tuple(told for told in self.deals if company in told.deal.parties)

    def partners(self, company: str) -> dict[str, int]:
        """Companies it has deals with, and in how many; most first."""
        counts: defaultdict[str, int] = defaultdict(int)
        for told in self.deals_of(company):
            for party in told.deal.parties:
                counts[party] += party != company
        return dict(
            sorted(((k, n) for k, n in counts.items() if n), key=lambda kn: (-kn[1], kn[0]))
        )

    def _index(self, keys: Callable[[Entry], Iterable[str]]) -> dict[str, tuple[Entry, ...]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for key in dict.fromkeys(keys(entry)):
                found[key].append(entry)
        return {key: tuple(found[key]) for key in sorted(found)}


def _late(value: Edtf) -> tuple[int, int, int, str]:
    """Sorts known days latest first, dates without a year after them in calendar order."""
    if value.earliest or value.latest:
        day = value.earliest or value.latest or date.min
        end = value.latest or day
        return (0, -day.toordinal(), end.toordinal(), value.text)
    return (1, value.part or 0, value.day or 0, value.text)


def _deal_rank(told: ToldDeal) -> tuple[tuple[int, int, int, str], str]:
    return (_late(told.date) if told.date else (2, 0, 0, "")), told.id
