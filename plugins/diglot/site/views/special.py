"""About, the language chooser and the page for what is not there."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from diglot.languages import Lang, Side
from diglot.site.views.frame import Link
from diglot.site.views.parts import NameView


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How far one language's texts are."""

    side: Side
    label: str
    cells: tuple[str, ...]
    """Counts of blocks: original, machine, translated, reviewed, stale, missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyCoverage:
    """How far the translations of a company's records are."""

    company: NameView
    cells: tuple[str, ...]
    """Counts of blocks: machine, translated, reviewed, stale, missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A row of a table of figures."""

    label: str
    cells: tuple[str, ...]
    """One figure for each column head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityView:
    """How well extraction does on texts whose answers are known."""

    intro: str
    """What the figures mean, when and by which version they were reached."""
    head: tuple[str, ...]
    """Sets of texts, with their numbers of texts."""
    rows: tuple[ScoreRow, ...]
    """A row for each metric, with a figure from 0 to 1 for each set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """``about/``."""

    heading: str
    html: Markup
    coverage_head: tuple[str, ...]
    coverage: tuple[CoverageRow, ...]
    company_head: tuple[str, ...]
    companies: tuple[CompanyCoverage, ...]
    """Coverage by company, most blocks first."""
    score_head: tuple[str, ...]
    score: tuple[ScoreRow, ...]
    """What editors had to correct of what was extracted."""
    quality: QualityView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """``/``: the choice of language, in both languages."""

    tagline_zh: str
    tagline_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """``404.html``, in both languages."""

    ways_zh: tuple[Link, ...]
    ways_en: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """An address a page had before; the template gets ``site`` and this, and no ``page``."""

    lang: Lang
    """BCP 47 tag of the page."""
    title: str
    """Title of the page that has moved."""
    title_lang: Lang | None
    """BCP 47 tag of the title where it is not the page's language."""
    href: str
    """Where the page is now."""
    canonical: str
    """Its full address, where the site's is known."""
