"""The record, its classes being its schema; docstrings make ``docs/reference/front-matter.md``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from diglot.languages import Lang, Side

Basis = Literal["stated", "derived", "inferred", "editor"]
"""How a value is known: in so many words; calculated from them; likely; an editor's word."""
TitleBasis = Literal["stated", "made"]
Status = Literal["reported", "proposed", "denied"]
What = Literal["signing", "launch", "announcement", "other"]
DealKind = Literal["strategic_cooperation", "joint_venture", "supply", "investment", "order",
                   "technology_licensing", "product_launch", "other"]  # fmt: skip
Rights = Literal["full", "excerpt", "link"]

SCHEMA: Final[dict[str, Any]] = {
    "extra": "forbid",
    "use_attribute_docstrings": True,
    "alias_generator": lambda name: name.rstrip("_"),
}
"""How `records.schema` is to read these classes: no unknown keys, ``as_`` written ``as``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """A text in both languages of the site."""

    __pydantic_config__ = SCHEMA
    zh: str
    """Chinese (simplified)."""
    en: str
    """English."""

    def __getitem__(self, side: Side) -> str:
        return self.zh if side == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the text came from, as far as it says so itself."""

    __pydantic_config__ = SCHEMA
    file: str | None = None
    """Path of the raw text, relative to the project's root; absent for a record written by hand."""
    publisher: str | None = None
    """The credited source or the site, as the text names it; shown by its name in the glossary."""
    author: str | None = None
    """Byline or reporter, several joined by “、”; editors and desks do not count."""
    url: str | None = None
    """Address of the original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The date of publication."""

    __pydantic_config__ = SCHEMA
    date: str | None = None
    """EDTF; null when the text does not say."""
    basis: Basis = "stated"
    """How the date is known."""
    evidence: tuple[str, ...] = ()
    """Words of the raw text the date rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated happening the text states."""

    __pydantic_config__ = SCHEMA
    date: str
    """EDTF, at the precision of the text."""
    what: What = "other"
    """Kind of happening."""
    basis: Basis = "stated"
    """How the date is known; a date calculated from another one is `derived`."""
    evidence: tuple[str, ...] = ()
    """The words the date rests on: first the expression itself, then its anchors."""
    status: Status = "reported"
    """Whether the text reports, proposes or denies it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A company the text names."""

    __pydantic_config__ = SCHEMA
    id: str
    """Id of the company in ``content/companies/``."""
    central: bool = False
    """Whether the title, the lead or the main deal is about it."""
    as_: tuple[str, ...] = ()
    """Surface forms under which the text names it."""
    basis: Basis = "stated"
    """How the identification is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person the text names."""

    __pydantic_config__ = SCHEMA
    id: str | None = None
    """Id in ``content/glossary/people.yml``; absent when the glossary does not know the person."""
    name: str
    """Name as it stands in the text."""
    role: str | Both | None = None
    """Office, as the text has it, or in both languages."""
    org: str | None = None
    """Id of the company the person speaks for."""
    evidence: tuple[str, ...] = ()
    """Words that state name and office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place the text names."""

    __pydantic_config__ = SCHEMA
    id: str | None = None
    """Id in ``content/glossary/places.yml``; absent when the glossary does not know the place."""
    as_: tuple[str, ...]
    """Surface forms in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """An alliance act the text reports."""

    __pydantic_config__ = SCHEMA
    kind: DealKind
    """Kind of act."""
    parties: tuple[str, ...]
    """Ids of the companies that take part; unnamed partners are left out."""
    date: str | None = None
    """EDTF; of the signing if stated, else of the act; null when the text does not say."""
    basis: Basis = "stated"
    """How the deal and its date are known."""
    evidence: tuple[str, ...] = ()
    """Words that state the deal."""
    status: Status = "reported"
    """Whether the text reports, proposes or denies it."""
    same_as: tuple[str, ...] = ()
    """An editor's word that these are the same deal: ids as shown at ``deals/#<id>``."""
    not_same_as: tuple[str, ...] = ()
    """An editor's word that these are other deals: ids as shown at ``deals/#<id>``."""
    id: str | None = None
    """Anchor at ``deals/#<id>`` that it keeps; where absent, made when it was first extracted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMention:
    """A theme the text gives room to."""

    __pydantic_config__ = SCHEMA
    id: str
    """Id of the theme in ``content/themes/``."""
    evidence: tuple[str, ...] = ()
    """Words that speak of it."""
    basis: Basis = "stated"
    """How it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Front matter of an original: every fact of the record."""

    __pydantic_config__ = SCHEMA
    lang: Lang
    """BCP 47 language of the original."""
    title: str
    """Headline without label or site name."""
    title_basis: TitleBasis = "stated"
    """`made` when the text has no headline and Diglot or an editor supplied one."""
    summary: str = ""
    """One or two sentences in the original's language."""
    source: Source = field(default_factory=Source)
    """Where the text came from."""
    rights: Rights | None = None
    """`full` shows both texts, `excerpt` summary and first block, `link` facts; else by setting."""
    published: Published = field(default_factory=Published)
    """Date of publication."""
    events: tuple[Event, ...] = ()
    """Dated happenings."""
    companies: tuple[Mention, ...] = ()
    """Companies, in order of appearance."""
    people: tuple[Person, ...] = ()
    """People, in order of appearance."""
    places: tuple[Place, ...] = ()
    """Places, in order of appearance."""
    deals: tuple[Deal, ...] = ()
    """Alliance acts, most important first."""
    themes: tuple[ThemeMention, ...] = ()
    """Themes, most prominent first."""
    notes: Both | None = None
    """An editor's caveat, shown to readers."""
    aliases: tuple[str, ...] = ()
    """Former slugs of the record: the addresses it had under them lead to the one it has now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationInfo:
    """Who made the translation, and who has read it."""

    __pydantic_config__ = SCHEMA
    by: str | None = None
    """`language-model`, an engine's name or a person's name; null while nobody has made one."""
    method: Literal["machine", "human"] = "machine"
    """Whether a machine or a person wrote it."""
    reviewed_by: str | None = None
    """The person who reviewed the whole of it."""
    reviewed_on: str | None = None
    """EDTF day of that review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A false alarm of the translation lint that is to be left out."""

    __pydantic_config__ = SCHEMA
    block: str
    """Number of the block, counted from 1; or `title`, `summary`."""
    code: str
    """Code of the finding, such as `translation-numbers`."""
    reason: str
    """Why it is no fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Front matter of a translation: only what belongs to its language."""

    __pydantic_config__ = SCHEMA
    lang: Lang
    """BCP 47 language of the translation."""
    title: str
    """Translated title."""
    summary: str = ""
    """Translated summary."""
    translation: TranslationInfo = field(default_factory=TranslationInfo)
    """Who made it and who reviewed it."""
    waive: tuple[Waiver, ...] = ()
    """False alarms of the lint, each with the reason why it is one."""
