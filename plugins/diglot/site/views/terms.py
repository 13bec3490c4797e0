"""The term base: names in both languages, with examples."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from diglot.languages import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A name in both languages."""

    id: str
    """Fragment."""
    name: str
    """In the page's language."""
    twin: str
    """In the other one."""
    aliases: str
    """Other names in the page's language, in one line; empty if none."""
    aliases_twin: str
    """Other names in the other one."""
    href: str
    """Its own page; of people and places the search for their name."""
    example: Markup
    """A sentence of a record in the page's language; empty if there is none."""
    example_twin: Markup
    """The same sentence in the other language."""
    example_href: str
    """Where the two face each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermGroup:
    """Terms of a kind."""

    id: str
    label: str
    count: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsView:
    """``terms/``: the term base."""

    heading: str
    intro: str
    twin_lang: Lang
    groups: tuple[TermGroup, ...]
    """Terms the records use."""
    csv_href: str
    """The whole registry as CSV."""
    tbx_href: str
    """The same as TBX."""
