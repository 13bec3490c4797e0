"""Authority records: the names Diglot knows, each under one id (``content/companies/`` …)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from diglot.model import SCHEMA, Both

CompanyKind = Literal[
    "carmaker",
    "make",
    "joint_venture",
    "supplier",
    "battery",
    "chips",
    "technology",
    "mobility",
    "telecom",
    "energy",
    "logistics",
    "investment",
    "agency",
    "outlet",
    "other",
]


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
    kind: CompanyKind = "other"
    """What it does."""
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
class Registry:
    """All authority records, by id."""

    companies: Mapping[str, Company] = field(default_factory=lambda: MappingProxyType({}))
    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    people: Mapping[str, KnownPerson] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, KnownPlace] = field(default_factory=lambda: MappingProxyType({}))
    publishers: Mapping[str, Publisher] = field(default_factory=lambda: MappingProxyType({}))
