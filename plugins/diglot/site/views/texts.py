"""Texts of a record: alone and facing its twin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from diglot.languages import Lang, Side
from diglot.site.views.facts import FactsView
from diglot.site.views.frame import Link
from diglot.site.views.parts import StateView, TitleView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What changed in a block of the original since it was translated."""

    label: str
    lang: Lang
    """Language of the original."""
    html: Markup
    """Its text with `del` and `ins`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """What is known of a block of a translation."""

    state: StateView
    said: bool
    """Whether the state wants a word: it is not that of most blocks."""
    note: str
    """Who reviewed it and when, or which paragraph it was translated with; often empty."""
    changed: ChangeView | None
    """Set where the block is out of date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block of a text."""

    number: int
    """1-based position in the text; headings count."""
    kind: Literal["heading", "paragraph", "other", "joined"]
    """`joined`: a neighbour's text says what this block says too."""
    id: str
    """Fragment: ``p4`` on an article page, ``zh-4`` and ``en-4`` on a facing page."""
    html: Markup
    """Inner HTML of a heading or paragraph; whole HTML of other kinds."""
    lang: Lang
    foreign: bool
    """Whether `lang` differs from the page's."""
    number_label: str
    """“Paragraph 4”."""
    mark: MarkView | None
    """What is known of a block of the translation; None for one of the original."""
    extra: tuple[Markup, ...] = ()
    """Blocks of the translation that follow it and have no original; whole HTML."""
    twin_href: str | None = None
    """The same block among the facing texts, where a reader can compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingLink:
    """A heading in the contents of a long text."""

    text: str
    href: str
    """Its fragment."""
    lang: Lang | None
    """Tag of the heading where it is not in the language of its surroundings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """A citation in one style or format."""

    label: str
    """“GB/T 7714—2015”, “BibTeX”."""
    lang: Lang
    html: Markup
    """What is copied, its stretches in another language tagged."""
    code: bool = False
    """Whether it is for programs: line breaks count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedView:
    """How to cite one thing: the article as published, or the page."""

    label: str
    forms: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """``articles/<slug>/``: a record in one language."""

    title: TitleView
    summary: str
    """One or two sentences; empty if there are none in the page's language: `brief` stands in."""
    summary_lang: Lang | None
    brief: str
    """One to three sentences made from the facts alone, in the page's language."""
    states: tuple[StateView, ...]
    """State of this page's text, then of its twin."""
    state_sentence: str
    """Who made the translation, how much is reviewed, stale or missing."""
    facts: FactsView
    contents: tuple[HeadingLink, ...]
    """Headings of the text; empty where there are not at least two."""
    blocks: tuple[BlockView, ...]
    """By rights: all, the first one, or none."""
    rights_sentence: str
    """Why the text is shortened and where the whole is; empty when it is whole."""
    note: str
    """Editor's note in the page's language; empty if none."""
    facing_href: str
    source_line: str
    """Publisher, author and date, as far as stated, in one line."""
    cited: tuple[CitedView, ...]
    """How to cite the source, then the page."""
    cite_files: tuple[Link, ...]
    """The same as files: BibTeX, RIS, CSL-JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """A block and its twin."""

    number: int
    heading: bool
    zh: BlockView
    en: BlockView


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingSide:
    """The head of one column of the facing texts."""

    lang: Lang
    title: str
    supplied: bool
    summary: str
    """One or two sentences in the column's language; the brief where there are none."""
    state: StateView
    state_sentence: str
    note: str
    rights_sentence: str
    href: str
    """The article page of this language."""
    title_lang: Lang | None = None
    """Tag of the title where it is not the column's language (not translated yet)."""
    contents: tuple[HeadingLink, ...] = ()
    """Headings of the column; empty where there are not at least two."""
    brief_label: str = ""
    """“In brief” in the column's language, where `summary` is the brief; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingView:
    """``/both/articles/<slug>/``: facing texts; labels stand in both languages."""

    original: Side
    zh: FacingSide
    en: FacingSide
    pairs: tuple[PairView, ...]
