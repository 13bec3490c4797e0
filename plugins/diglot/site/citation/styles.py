"""References as people read them: GB/T 7714, APA and Chicago.

GB/T 7714—2015 (numeric) follows the language of what is cited. The author may be left out where
none is named (8.1.4 of the standard); a publisher or date that is not known is said to be so. APA
(7th edition) and Chicago (17th, bibliography) are English styles: a Chinese title keeps its
characters and is followed by its English meaning in brackets. The day
a reader looked at a page, which GB/T 7714 asks for, is a slot: `[请填写引用日期]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diglot.languages import side_of
from diglot.site.citation import dates
from diglot.site.citation.names import Name
from diglot.site.citation.work import Work

_CARRIERS = {"newspaper": "N", "web": "EB", "text": "Z", "record": "EB"}
"""Types of GB/T 7714: newspaper, electronic bulletin (a page of this site too), other."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a reference."""

    text: str
    italic: bool = False
    """Where the style wants it and the script has italics."""
    slot: bool = False
    """The day of access, which a script or the reader fills in."""


Reference = tuple[Part, ...]


def plain(reference: Reference) -> str:
    """The reference without its italics."""
    return "".join(part.text for part in reference)


def _stopped(text: str) -> str:
    """With a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!", "。", "？", "！")) else f"{text}."


def _flat(*parts: Part | str | None) -> Reference:
    kept = (Part(part) if isinstance(part, str) else part for part in parts if part)
    return tuple(part for part in kept if part.text)


# GB/T 7714


def gbt(work: Work) -> Reference:
    """GB/T 7714—2015, numeric."""
    head = _gbt_authors(work)
    line = "/OL" if work.url or work.kind == "web" else ""
    title = work.title if work.kind != "record" else f"{work.title}: {work.form()}"
    named = f"{title.rstrip('.')}[{_CARRIERS[work.kind]}{line}]."
    said = " ".join(part for part in (head, named, _gbt_imprint(work)) if part)
    if not work.url:
        return _flat(f"{said}.")
    return _flat(f"{said}[", Part(work.term("accessed"), slot=True), f"]. {work.url}.")


def _gbt_imprint(work: Work) -> str:
    """Who published it when, without the full stop."""
    day = dates.numeric(work.date, side_of(work.lang))
    missing = f"[{work.term('no_date')}]"
    if work.kind == "record":
        return f"({day})" if day else missing
    if work.kind == "web" and day:
        return f"{work.publisher}({day})"
    nobody = f"[{work.term('no_place')}]: [{work.term('no_publisher')}]"
    by = work.publisher or ("" if work.url else nobody)
    return ", ".join(part for part in (by, day or missing) if part)


def _gbt_authors(work: Work) -> str:
    """Up to three, then “等” or “et al”."""
    shown = [_gbt_name(one) for one in work.authors[:3]]
    more = [work.term("others")] if len(work.authors) > 3 else []
    return ", ".join([*shown, *more]) + "." if shown else ""


def _gbt_name(name: Name) -> str:
    """Surnames in capitals; given names in pinyin whole, others as initials."""
    if not name.given:
        return name.family
    given = name.given if name.eastern else " ".join(name.initials)
    return f"{name.family.upper()} {given}"


# APA


def apa(work: Work) -> Reference:
    """APA, 7th edition."""
    article = work.kind == "newspaper"
    title = Part(work.title, italic=not article and work.lang == "en")
    container = _container(work, italic=article) if work.kind != "record" else None
    when = f"({dates.year_first(work.date)})."
    named = (title, _stopped_after(work.title, _bracket(work)))
    by = _apa_authors(work.authors)
    head = (f"{by} {when} ", *named) if by else (*named, f" {when}")
    where = (" ", container, _stopped_after(container.text, "")) if container else ()
    return _flat(*head, *where, f" {work.url}" if work.url else None)


def _bracket(work: Work) -> str:
    """What stands in brackets after the title: its meaning, and what a record is."""
    said = [work.meaning]
    if work.kind == "record":
        said.append(work.form("en"))
    text = "; ".join(part for part in said if part)
    text = text[:1].upper() + text[1:]
    return f" [{text}]" if text else ""


def _stopped_after(title: str, bracket: str) -> str:
    """The bracket with its full stop; only that, where the title has none of its own."""
    return f"{bracket}." if bracket else _stopped(title)[len(title) :]


def _container(work: Work, *, italic: bool) -> Part | None:
    if not work.publisher:
        return None
    return Part(work.publisher, italic=italic and work.publisher.isascii())


def _apa_authors(names: Sequence[Name]) -> str:
    """Up to twenty; of more, nineteen and the last."""
    said = [_apa_name(one) for one in names]
    if len(said) > 20:
        return _stopped(f"{', '.join(said[:19])}, . . . {said[-1]}")
    if len(said) > 1:
        return _stopped(f"{', '.join(said[:-1])}, & {said[-1]}")
    return _stopped(said[0]) if said else ""


def _apa_name(name: Name) -> str:
    initials = " ".join("-".join(f"{c}." for c in part.split("-")) for part in name.initials)
    return f"{name.family}, {initials}" if initials else name.family


# Chicago


def chicago(work: Work) -> Reference:
    """Chicago, 17th edition, bibliography."""
    by = _chicago_authors(work.authors)
    when = dates.month_first(work.date)
    container = _container(work, italic=True) if work.kind != "record" else _form(work)
    between = f", {when}." if container else f" {when[:1].upper()}{when[1:]}."
    end = between.replace("..", ".")
    found = [f"{by} " if by else "", _quoted(work), " " if container else "", container, end]
    return _flat(*found, f" {work.url}." if work.url else None)


def _form(work: Work) -> Part:
    return Part(work.form("en").capitalize())


def _quoted(work: Work) -> str:
    """The title in quotation marks, what it quotes itself in single ones."""
    title = work.title.translate(str.maketrans("“”", "‘’"))
    meaning = f" [{work.meaning}]." if work.meaning else ""
    return f"“{title if meaning else _stopped(title)}”{meaning}"


def _chicago_authors(names: Sequence[Name]) -> str:
    """Up to ten; of more, seven and “et al.”."""
    said = [one.inverted if place == 0 else one.running for place, one in enumerate(names)]
    if names and names[0].eastern:
        said[0] = names[0].running
    if len(said) > 10:
        return f"{', '.join(said[:7])}, et al."
    if len(said) > 1:
        return _stopped(f"{', '.join(said[:-1])}, and {said[-1]}")
    return _stopped(said[0]) if said else ""
