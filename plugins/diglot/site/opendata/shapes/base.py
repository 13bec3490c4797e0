"""What the shapes share: how a field is explained, and what is explained more than once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from diglot.model import SCHEMA, Both
from diglot.site.words import N_


def says(message: str) -> dict[str, str]:
    """What explains a field."""
    return {"says": message}


EARLIEST: Final = N_("First day the date may mean (ISO 8601); empty when not known.")
LATEST: Final = N_("Last day the date may mean (ISO 8601); empty when not known.")
BASIS: Final = N_(
    "How it is known: stated in so many words, derived (calculated), inferred (likely), or an"
    " editor’s word."
)
TITLE: Final = N_("Title of the record; in the original’s words where not translated.")
PUBLISHER: Final = N_("Who published it; empty when the text does not say.")
PUBLISHED: Final = N_("When it was published (EDTF); empty when not stated.")
URL: Final = N_("Address of the original; empty when not known.")
ABOUT: Final = N_("What the file is and how it may be used.")
ALL_DEALS: Final = N_("Every deal, the latest first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file is and how it may be used."""

    __pydantic_config__ = SCHEMA
    name: str = field(metadata=says(N_("Name of the site the data are from.")))
    documentation: Both = field(metadata=says(N_("Address of the page that explains the columns.")))
    license: str = field(metadata=says(N_("Address of the licence of the data.")))
