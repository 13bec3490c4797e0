"""The index of a site: its records, companies, themes and deals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from diglot.languages import Lang
from diglot.model import SCHEMA, Basis, Both, Rights, Status, TitleBasis, What
from diglot.site.opendata.shapes.base import (
    ABOUT,
    ALL_DEALS,
    BASIS,
    EARLIEST,
    LATEST,
    PUBLISHED,
    PUBLISHER,
    TITLE,
    URL,
    About,
    says,
)
from diglot.site.opendata.shapes.deals import Deal
from diglot.site.words import N_
from diglot.translation.units import State

_PAGE: Final = N_("Address of its page on this site.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated happening of a record."""

    __pydantic_config__ = SCHEMA
    date: str = field(metadata=says(N_("When (EDTF).")))
    what: What = field(metadata=says(N_("Kind of happening.")))
    basis: Basis = field(metadata=says(BASIS))
    status: Status = field(metadata=says(N_("Whether the text reports, proposes or denies it.")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record: one article in both languages, without its text."""

    __pydantic_config__ = SCHEMA
    id: str = field(metadata=says(N_("Id of the record, the last part of its address.")))
    page: Both = field(metadata=says(_PAGE))
    lang: Lang = field(metadata=says(N_("Language of the original (BCP 47).")))
    title: Both = field(metadata=says(TITLE))
    title_basis: TitleBasis = field(
        metadata=says(N_("Whether the text has the title or it was made for it."))
    )
    summary: Both = field(
        metadata=says(
            N_("Summary; empty where there is none or the rights do not let it be shown.")
        )
    )
    brief: Both = field(metadata=says(N_("A few sentences made from the facts alone.")))
    rights: Rights = field(
        metadata=says(
            N_(
                "What may be shown: the full text, an excerpt, or only facts and a link. This"
                " file has no text."
            )
        )
    )
    translation: State = field(metadata=says(N_("State of the translation.")))
    publisher: Both = field(metadata=says(PUBLISHER))
    url: str | None = field(metadata=says(URL))
    published: str | None = field(metadata=says(PUBLISHED))
    published_earliest: str | None = field(metadata=says(EARLIEST))
    published_latest: str | None = field(metadata=says(LATEST))
    companies: tuple[str, ...] = field(
        metadata=says(N_("Ids of the companies it names, in order of appearance."))
    )
    themes: tuple[str, ...] = field(
        metadata=says(N_("Ids of its themes, the most prominent first."))
    )
    deals: tuple[str, ...] = field(metadata=says(N_("Ids of the deals it tells of.")))
    events: tuple[Event, ...] = field(metadata=says(N_("Dated happenings it states.")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company that records name."""

    __pydantic_config__ = SCHEMA
    id: str = field(metadata=says(N_("Id of the company, the last part of its address.")))
    page: Both = field(metadata=says(_PAGE))
    name: Both = field(metadata=says(N_("Name as this site writes it.")))
    aliases: tuple[str, ...] = field(metadata=says(N_("Other names it is known by.")))
    kind: str = field(metadata=says(N_("Kind of company, as a key.")))
    country: str | None = field(metadata=says(N_("Country of its seat (ISO 3166-1).")))
    parents: tuple[str, ...] = field(metadata=says(N_("Ids of the companies it belongs to.")))
    website: str | None = field(metadata=says(N_("Its website.")))
    records: tuple[str, ...] = field(metadata=says(N_("Ids of the records that name it.")))
    deals: tuple[str, ...] = field(metadata=says(N_("Ids of its deals.")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme that records give room to."""

    __pydantic_config__ = SCHEMA
    id: str = field(metadata=says(N_("Id of the theme, the last part of its address.")))
    page: Both = field(metadata=says(_PAGE))
    name: Both = field(metadata=says(N_("Name as this site writes it.")))
    description: Both | None = field(metadata=says(N_("What it is about.")))
    records: tuple[str, ...] = field(metadata=says(N_("Ids of the records that speak of it.")))
    deals: tuple[str, ...] = field(
        metadata=says(N_("Ids of the deals told where a text speaks of it."))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """``index.json``: records, companies, themes and deals of the site."""

    __pydantic_config__ = SCHEMA
    about: About = field(metadata=says(ABOUT))
    records: tuple[Record, ...] = field(metadata=says(N_("Every record.")))
    companies: tuple[Company, ...] = field(metadata=says(N_("Every company that records name.")))
    themes: tuple[Theme, ...] = field(metadata=says(N_("Every theme that records speak of.")))
    deals: tuple[Deal, ...] = field(metadata=says(ALL_DEALS))
