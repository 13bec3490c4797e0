"""Authority records: the names Diglot knows, each under one id (``content/companies/`` …)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from diglot.model import SCHEMA, Both

Shape = Literal["square", "framed", "circle", "diamond", "triangle"]
"""Signs of companies in the network; ``framed`` is a square within a square."""
OTHER: Final = "other"
"""The kind of a company of which no other kind is said."""
MEDIA: Final = frozenset({"agency", "outlet"})
"""Kinds of companies whose names in a text are credits: they report it, and have no part in it."""
MAKE: Final = "make"
"""The kind of names goods are sold under; several parents make none of them a joint company."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Surface forms or cue words, by language."""

    __pydantic_config__ = SCHEMA
    zh: tuple[str, ...] = ()
    """Chinese forms (simplified)."""
    en: tuple[str, ...] = ()
    """English and other Latin forms."""

    def __iter__(self) -> Iterator[str]:
        return iter((*self.zh, *self.en))


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company, make, joint venture or service known by its own name."""

    __pydantic_config__ = SCHEMA
    name: Both
    """Usual short name in both languages."""
    aliases: Forms = field(default_factory=Forms)
    """Other names under which texts speak of it: abbreviations, full and former names."""
    ambiguous: tuple[str, ...] = ()
    """Those of its names that are ordinary words or other names too, and so want context."""
    pinyin: str | None = None
    """Pinyin of the Chinese name, for sorting."""
    kind: str = OTHER
    """What it does: an id in ``content/glossary/kinds.yml``."""
    parent: str | tuple[str, ...] | None = None
    """Id of its parent; several for a joint venture."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of its seat."""
    founded: str | None = None
    """EDTF."""
    ticker: tuple[str, ...] = ()
    """Stock tickers as EXCHANGE:CODE."""
    website: str | None = None
    """Address of its site."""
    description: Both | None = None
    """One line about it."""
    former_ids: tuple[str, ...] = ()
    """Ids it had before: the addresses of its pages under them lead to those it has now."""
    proposed: bool = False
    """Whether Diglot proposed it and no editor has looked it over; take the key out then."""

    @property
    def parents(self) -> tuple[str, ...]:
        """Ids of its parents; several for a joint venture."""
        if self.parent is None:
            return ()
        return (self.parent,) if isinstance(self.parent, str) else self.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject of alliances."""

    __pydantic_config__ = SCHEMA
    name: Both
    """Label in both languages."""
    description: Both | None = None
    """One or two sentences about it."""
    cues: Forms = field(default_factory=Forms)
    """Words that signal the theme."""
    weak: Forms = field(default_factory=Forms)
    """Words that count only together with others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person of the glossary."""

    __pydantic_config__ = SCHEMA
    name: Both
    """Usual name in both languages."""
    aliases: Forms = field(default_factory=Forms)
    """Other spellings."""
    org: str | None = None
    """Id of the company the person is known for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlace:
    """A place of the glossary."""

    __pydantic_config__ = SCHEMA
    name: Both
    """Usual name in both languages."""
    aliases: Forms = field(default_factory=Forms)
    """Other names and spellings."""
    ambiguous: tuple[str, ...] = ()
    """Those of its names that are ordinary words or other names too, and so want context."""
    kind: Literal["city", "province", "country", "continent", "region", "district"] = "city"
    """What sort of place it is."""
    in_: str | None = None
    """Id of the place it lies in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An outlet or agency of the glossary."""

    __pydantic_config__ = SCHEMA
    name: Both
    """Usual name in both languages."""
    aliases: Forms = field(default_factory=Forms)
    """Other names and spellings."""
    website: str | None = None
    """Address of its site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyKind:
    """A kind of companies; the index of companies has them in the order of the file.

    Code has a use for ``other``, ``make``, ``agency`` and ``outlet``: they are there whether the
    file names them or not.
    """

    __pydantic_config__ = SCHEMA
    name: Both
    """What one company of the kind is called, such as “news agency”."""
    plural: Both
    """What many of them are called: their heading in the index of companies."""
    shape: Shape = "triangle"
    """Sign of such companies in the network."""
    cues: Forms = field(default_factory=Forms)
    """What tells that a company spoken of without its name is of the kind: “chip” for “the
    chipmaker”; English words may be longer at the end.
    """


def needed_kinds() -> Mapping[str, CompanyKind]:
    """The kinds code has a use for, which a site has whether its file names them or not."""
    from diglot.yamlfile import data  # YAML loads slowly

    return MappingProxyType(
        {
            key: CompanyKind(name=Both(**one["name"]), plural=Both(**one["plural"]))
            for key, one in data("kinds").items()
        }
    )


def collective(form: str, companies: Sequence[Company]) -> bool:
    """Whether one word stands for several companies by the first character of each: 甲乙丙."""
    first = sorted(company.name.zh[:1] for company in companies)
    return len(companies) > 1 and sorted(form) == first


def related(companies: Mapping[str, Company], one: str, other: str) -> bool:
    """Whether one is a parent of the other: in a deal they are no partners of each other."""
    parents = {key: companies[key].parents for key in (one, other) if key in companies}
    return other in parents.get(one, ()) or one in parents.get(other, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All authority records, by id."""

    companies: Mapping[str, Company] = field(default_factory=lambda: MappingProxyType({}))
    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    people: Mapping[str, KnownPerson] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, KnownPlace] = field(default_factory=lambda: MappingProxyType({}))
    publishers: Mapping[str, Publisher] = field(default_factory=lambda: MappingProxyType({}))
    kinds: Mapping[str, CompanyKind] = field(default_factory=needed_kinds)

    def kind(self, company: Company | None) -> str:
        """Id of a company's kind; that of others for one without a kind the registry knows."""
        return company.kind if company and company.kind in self.kinds else OTHER
