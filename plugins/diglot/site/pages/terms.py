"""``terms/``: the term base, on the page and as CSV and TBX."""

from __future__ import annotations

import csv
import io
from typing import Final
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from markupsafe import Markup

from diglot.languages import SIDES, Side, lang_of, other
from diglot.site import bodies, links, views
from diglot.site.parts import Desk
from diglot.site.search import files as search
from diglot.site.words import N_
from diglot.translation.termbase import Term
from diglot.translation.terms import Kind

CSV: Final = "data/terms.csv"
"""Path of the CSV file, below the site's root."""
TBX: Final = "data/terms.tbx"
"""Path of the TBX file."""
_KINDS: Final[dict[Kind, str]] = {
    "company": N_("Companies"),
    "person": N_("People"),
    "place": N_("Places"),
    "theme": N_("Themes"),
}
_BETWEEN: Final = "\u00a0· "
"""Between names in a line, which does not begin with it."""
_NAMESPACE: Final = "urn:iso:std:iso:30042:ed-2"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def view(desk: Desk) -> views.TermsView:
    """The page: the terms the records use."""
    intro = N_(
        "Names as this site writes them in both languages, each with a sentence from the records"
        " and its translation. The files hold the whole registry."
    )
    return views.TermsView(
        heading=desk.words.say(N_("Terms")),
        intro=desk.words.say(intro),
        twin_lang=lang_of(other(desk.side)),
        groups=tuple(group for kind in _KINDS if (group := _group(desk, kind)).terms),
        csv_href=desk.links.to(CSV),
        tbx_href=desk.links.to(TBX),
    )


def _group(desk: Desk, kind: Kind) -> views.TermGroup:
    used = desk.catalog.used_terms
    terms = [term for term in desk.catalog.terms if term.kind == kind and (kind, term.id) in used]
    terms.sort(key=lambda term: desk.words.order(term.name[desk.side]))
    return views.TermGroup(
        id=kind,
        label=desk.words.say(_KINDS[kind]),
        count=desk.words.number(len(terms)),
        terms=tuple(_term(desk, term) for term in terms),
    )


def _term(desk: Desk, term: Term) -> views.TermView:
    side, far, example = desk.side, other(desk.side), term.example
    asked = f"{search.AT}?{urlencode({'q': term.name[side]})}"  # who or what has no page of its own
    ways = {"company": links.company(term.id), "theme": links.theme(term.id)}
    facing = links.facing(example.slug) if example else ""
    aliases = {"zh": term.aliases.zh, "en": term.aliases.en}
    return views.TermView(
        id=f"{term.kind}-{term.id}",
        name=term.name[side],
        twin=term.name[far],
        aliases=_BETWEEN.join(aliases[side]),
        aliases_twin=_BETWEEN.join(aliases[far]),
        href=desk.page(ways.get(term.kind, asked)),
        example=bodies.tagged(example.text[side], lang_of(side)) if example else Markup(""),
        example_twin=bodies.tagged(example.text[far], lang_of(far)) if example else Markup(""),
        example_href=desk.links.to(f"{facing}#{side}-{example.block}") if example else "",
    )


def as_csv(terms: tuple[Term, ...]) -> bytes:
    """The term base as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(
        ["kind", "id", "zh", "en", "aliases_zh", "aliases_en", "example_zh", "example_en", "record"]
    )
    for term in terms:
        one = term.example
        example = [one.text.zh, one.text.en, one.slug] if one else ["", "", ""]
        aliases = ["; ".join(term.aliases.zh), "; ".join(term.aliases.en)]
        rows.writerow([term.kind, term.id, term.name.zh, term.name.en, *aliases, *example])
    return ("\ufeff" + out.getvalue()).encode()


def as_tbx(terms: tuple[Term, ...], title: str) -> bytes:
    """The term base as TBX-Basic, DCA style (ISO 30042:2019)."""
    root = ET.Element("tbx", {"type": "TBX-Basic", "style": "dca", _XML_LANG: "en"})
    root.set("xmlns", _NAMESPACE)
    source = ET.SubElement(
        ET.SubElement(ET.SubElement(root, "tbxHeader"), "fileDesc"), "sourceDesc"
    )
    ET.SubElement(source, "p").text = title
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for term in terms:
        concept = ET.SubElement(body, "conceptEntry", {"id": f"{term.kind}-{term.id}"})
        ET.SubElement(concept, "descrip", {"type": "subjectField"}).text = term.kind
        for side in SIDES:
            _language(concept, side, term)
    ET.indent(root)
    out = io.BytesIO()
    ET.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue()


def _language(concept: ET.Element, side: Side, term: Term) -> None:
    section = ET.SubElement(concept, "langSec", {_XML_LANG: lang_of(side)})
    aliases = term.aliases.zh if side == "zh" else term.aliases.en
    for place, name in enumerate(dict.fromkeys((term.name[side], *aliases))):
        entry = ET.SubElement(section, "termSec")
        ET.SubElement(entry, "term").text = name
        status = "preferredTerm-admn-sts" if place == 0 else "admittedTerm-admn-sts"
        ET.SubElement(entry, "termNote", {"type": "administrativeStatus"}).text = status
        if place == 0 and term.example:
            ET.SubElement(entry, "descrip", {"type": "context"}).text = term.example.text[side]
