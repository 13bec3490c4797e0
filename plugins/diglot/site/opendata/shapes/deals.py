"""Deals with what each record tells of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from diglot.languages import Lang
from diglot.model import SCHEMA, Basis, Both, DealKind, Status
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
from diglot.site.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What one record tells of a deal; a row of ``deal-sources.csv``."""

    __pydantic_config__ = SCHEMA
    deal: str = field(metadata=says(N_("Id of the deal it tells of.")))
    id: str = field(metadata=says(N_("Id of this telling; also an anchor on the page of deals.")))
    record: str = field(metadata=says(N_("Id of the record that tells it.")))
    title: Both = field(metadata=says(TITLE))
    publisher: Both = field(metadata=says(PUBLISHER))
    published: str | None = field(metadata=says(PUBLISHED))
    url: str | None = field(metadata=says(URL))
    kind: DealKind = field(metadata=says(N_("The kind this record calls it.")))
    status: Status = field(metadata=says(N_("Whether this record reports, proposes or denies it.")))
    parties: tuple[str, ...] = field(
        metadata=says(N_("The companies this record names as parties."))
    )
    date: str | None = field(
        metadata=says(N_("The date this record gives (EDTF); empty when it gives none."))
    )
    date_earliest: str | None = field(metadata=says(EARLIEST))
    date_latest: str | None = field(metadata=says(LATEST))
    date_basis: Basis | None = field(metadata=says(BASIS))
    basis: Basis = field(metadata=says(BASIS))
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
    kind: DealKind = field(metadata=says(N_("Kind of deal, as a key.")))
    kind_name: Both = field(metadata=says(N_("Kind of deal, in words.")))
    status: tuple[Status, ...] = field(
        metadata=says(
            N_(
                "Whether it is reported, proposed or denied; several where records differ, the"
                " earliest first."
            )
        )
    )
    parties: tuple[str, ...] = field(
        metadata=says(N_("Ids of the companies that take part; unnamed partners are left out."))
    )
    party_names: tuple[Both, ...] = field(
        metadata=says(
            N_("Names of the parties as this site writes them, in the order of their ids.")
        )
    )
    date: str | None = field(
        metadata=says(
            N_(
                "When (EDTF, at the precision of the text), by the most precise record; empty"
                " when none says."
            )
        )
    )
    date_earliest: str | None = field(metadata=says(EARLIEST))
    date_latest: str | None = field(metadata=says(LATEST))
    date_basis: Basis | None = field(metadata=says(BASIS))
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
class Deals:
    """``deals.json``: every deal, once."""

    __pydantic_config__ = SCHEMA
    about: About = field(metadata=says(ABOUT))
    deals: tuple[Deal, ...] = field(metadata=says(ALL_DEALS))
