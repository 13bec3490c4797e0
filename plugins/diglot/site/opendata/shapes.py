"""The shapes of the open data: they make the JSON Schema, the columns of the CSV and their page.

Each field carries its explanation as a message, which the catalogues have in both languages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from diglot.languages import Lang
from diglot.model import SCHEMA, Basis, Both, DealKind, Rights, Status, TitleBasis, What
from diglot.site.words import N_
from diglot.translation.units import State


def says(message: str) -> dict[str, str]:
    """What explains a field."""
    return {"says": message}


_EARLIEST: Final = N_("First day the date may mean (ISO 8601); empty when not known.")
_LATEST: Final = N_("Last day the date may mean (ISO 8601); empty when not known.")
_BASIS: Final = N_(
    "How it is known: stated in so many words, derived (calculated), inferred"
    " (likely), or an"
    " editor’s word."
)
_PARTY_NAMES: Final = N_(
    "Names of the parties as this site writes them, in the order of their ids."
)
_PARTIES: Final = N_("Ids of the companies that take part; unnamed partners are left out.")
_KIND: Final = N_("Kind of deal, as a key.")
_PAGES: Final = N_("Address of its page on this site.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What one record tells of a deal; a row of ``deal-sources.csv``."""

    __pydantic_config__ = SCHEMA
    deal: str = field(metadata=says(N_("Id of the deal it tells of.")))
    id: str = field(metadata=says(N_("Id of this telling; also an anchor on the page of deals.")))
    record: str = field(metadata=says(N_("Id of the record that tells it.")))
    title: Both = field(
        metadata=says(N_("Title of the record; in the original’s words where not translated."))
    )
    publisher: Both = field(
        metadata=says(N_("Who published it; empty when the text does not say."))
    )
    published: str | None = field(
        metadata=says(N_("When it was published (EDTF); empty when not stated."))
    )
    url: str | None = field(metadata=says(N_("Address of the original; empty when not known.")))
    kind: DealKind = field(metadata=says(N_("The kind this record calls it.")))
    status: Status = field(metadata=says(N_("Whether this record reports, proposes or denies it.")))
    parties: tuple[str, ...] = field(
        metadata=says(N_("The companies this record names as parties."))
    )
    date: str | None = field(
        metadata=says(N_("The date this record gives (EDTF); empty when it gives none."))
    )
    date_earliest: str | None = field(metadata=says(_EARLIEST))
    date_latest: str | None = field(metadata=says(_LATEST))
    date_basis: Basis | None = field(metadata=says(_BASIS))
    basis: Basis = field(metadata=says(_BASIS))
    evidence: tuple[str, ...] = field(
        metadata=says(
            N_(
                "The words that state it, in the original’s language; cut to a clause where the"
                " rights ask for it."
            )
        )
    )
    evidence_lang: Lang = field(metadata=says(N_("Language of these words (BCP 47).")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """A deal with all records that tell it; a row of ``deals.csv``."""

    __pydantic_config__ = SCHEMA
    id: str = field(
        metadata=says(
            N_(
                "Id of the deal, also an anchor on the page of deals: that of the telling that came"
                " to the site first, so it stays when more precise ones come. It changes only when"
                " an editor corrects that telling’s kind or parties, renames its record or parts it"
                " from the deal."
            )
        )
    )
    page: Both = field(metadata=says(N_("Address of its row on this site.")))
    kind: DealKind = field(metadata=says(_KIND))
    kind_name: Both = field(metadata=says(N_("Kind of deal, in words.")))
    status: tuple[Status, ...] = field(
        metadata=says(
            N_(
                "Whether it is reported, proposed or denied; several where records differ, the"
                " earliest first."
            )
        )
    )
    parties: tuple[str, ...] = field(metadata=says(_PARTIES))
    party_names: tuple[Both, ...] = field(metadata=says(_PARTY_NAMES))
    date: str | None = field(
        metadata=says(
            N_(
                "When (EDTF, at the precision of the text), by the most precise record; empty"
                " when none says."
            )
        )
    )
    date_earliest: str | None = field(metadata=says(_EARLIEST))
    date_latest: str | None = field(metadata=says(_LATEST))
    date_basis: Basis | None = field(metadata=says(_BASIS))
    themes: tuple[str, ...] = field(metadata=says(N_("Ids of the themes it is listed under.")))
    source_count: int = field(metadata=says(N_("How many records tell it.")))
    differs: tuple[str, ...] = field(
        metadata=says(
            N_("What its records differ on: date, kind, parties, status; empty where they agree.")
        )
    )
    sources: tuple[Source, ...] = field(
        metadata=says(
            N_("What each record tells of it; in CSV a file of its own (deal-sources.csv).")
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated happening of a record."""

    __pydantic_config__ = SCHEMA
    date: str = field(metadata=says(N_("When (EDTF).")))
    what: What = field(metadata=says(N_("Kind of happening.")))
    basis: Basis = field(metadata=says(_BASIS))
    status: Status = field(metadata=says(N_("Whether the text reports, proposes or denies it.")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record: one article in both languages, without its text."""

    __pydantic_config__ = SCHEMA
    id: str = field(metadata=says(N_("Id of the record, the last part of its address.")))
    page: Both = field(metadata=says(_PAGES))
    lang: Lang = field(metadata=says(N_("Language of the original (BCP 47).")))
    title: Both = field(
        metadata=says(N_("Title of the record; in the original’s words where not translated."))
    )
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
    publisher: Both = field(
        metadata=says(N_("Who published it; empty when the text does not say."))
    )
    url: str | None = field(metadata=says(N_("Address of the original; empty when not known.")))
    published: str | None = field(
        metadata=says(N_("When it was published (EDTF); empty when not stated."))
    )
    published_earliest: str | None = field(metadata=says(_EARLIEST))
    published_latest: str | None = field(metadata=says(_LATEST))
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
    page: Both = field(metadata=says(_PAGES))
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
    page: Both = field(metadata=says(_PAGES))
    name: Both = field(metadata=says(N_("Name as this site writes it.")))
    description: Both | None = field(metadata=says(N_("What it is about.")))
    records: tuple[str, ...] = field(metadata=says(N_("Ids of the records that speak of it.")))
    deals: tuple[str, ...] = field(
        metadata=says(N_("Ids of the deals told where a text speaks of it."))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file is and how it may be used."""

    __pydantic_config__ = SCHEMA
    name: str = field(metadata=says(N_("Name of the site the data are from.")))
    documentation: Both = field(metadata=says(N_("Address of the page that explains the columns.")))
    license: str = field(metadata=says(N_("Address of the licence of the data.")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deals:
    """``deals.json``: every deal, once."""

    __pydantic_config__ = SCHEMA
    about: About = field(metadata=says(N_("What the file is and how it may be used.")))
    deals: tuple[Deal, ...] = field(metadata=says(N_("Every deal, the latest first.")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """``index.json``: records, companies, themes and deals of the site."""

    __pydantic_config__ = SCHEMA
    about: About = field(metadata=says(N_("What the file is and how it may be used.")))
    records: tuple[Record, ...] = field(metadata=says(N_("Every record.")))
    companies: tuple[Company, ...] = field(metadata=says(N_("Every company that records name.")))
    themes: tuple[Theme, ...] = field(metadata=says(N_("Every theme that records speak of.")))
    deals: tuple[Deal, ...] = field(metadata=says(N_("Every deal, the latest first.")))
