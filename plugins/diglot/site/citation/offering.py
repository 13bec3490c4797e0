"""The citations a page offers, and the files beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Final

from markupsafe import Markup

from diglot.languages import Lang
from diglot.site import views
from diglot.site.citation import bibtex, csl, ris, styles
from diglot.site.citation.styles import Reference
from diglot.site.citation.work import Work, works
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.words import N_

STYLES: Final[dict[str, Callable[[Work], Reference]]] = {
    "GB/T 7714—2015": styles.gbt,
    "APA 7": styles.apa,
    "Chicago 17": styles.chicago,
}
_CODE: Final[dict[str, Callable[[Work], str]]] = {
    "BibTeX": bibtex.entry,
    "RIS": lambda work: ris.entry(work).replace("\r\n", "\n"),
    "CSL-JSON": csl.text,
}
FILES: Final = {"cite.bib": "BibTeX", "cite.ris": "RIS", "cite.csl.json": "CSL-JSON"}
"""Names of the files beside a page, and of their formats."""
_CHARS: Final = r"\u2e80-\u9fff\uf900-\ufaff"
_HAN: Final = re.compile(rf"[{_CHARS}](?:[{_CHARS}“”‘’—…·：，！？；（）]*[{_CHARS}])?")


def cited(desk: Desk, entry: Entry) -> tuple[views.CitedView, ...]:
    """How to cite the source and the page."""
    labels = (N_("The article as published"), N_("This page"))
    return tuple(
        views.CitedView(label=desk.words.say(label), forms=_forms(work))
        for label, work in zip(labels, works(desk, entry), strict=True)
    )


def file(desk: Desk, entry: Entry, name: str) -> bytes:
    """A file beside a page, with the citation of the source and that of the page."""
    found = works(desk, entry)
    if name == "cite.bib":
        return "\n".join(map(bibtex.entry, found)).encode()
    if name == "cite.ris":
        return "\r\n".join(map(ris.entry, found)).encode()
    items = ",\n".join(map(csl.text, found))
    return f"[{items}]\n".encode()


def _forms(work: Work) -> tuple[views.CitationView, ...]:
    read = [
        views.CitationView(
            label=label,
            lang=work.lang if label.startswith("GB") else "en",
            html=_html(style(work), work.lang, whole=label.startswith("GB")),
        )
        for label, style in STYLES.items()
    ]
    code = [
        views.CitationView(label=label, lang="en", html=_tagged(write(work), work.lang), code=True)
        for label, write in _CODE.items()
    ]
    return (*read, *code)


def _html(reference: Reference, lang: Lang, *, whole: bool) -> Markup:
    """A reference, its Chinese words tagged where the style is English."""
    parts = []
    for part in reference:
        text = Markup(escape(part.text)) if whole else _tagged(part.text, lang)  # noqa: S704
        if part.slot:
            text = Markup("<span data-today>{}</span>").format(text)
        parts.append(Markup("<i>{}</i>").format(text) if part.italic else text)
    return Markup("").join(parts)


def _tagged(text: str, lang: Lang) -> Markup:
    tag = "zh-Hant" if lang == "zh-Hant" else "zh-Hans"
    marked = _HAN.sub(lambda m: f'<span lang="{tag}">{m[0]}</span>', escape(text, quote=False))
    return Markup(marked)  # noqa: S704  # escaped above
