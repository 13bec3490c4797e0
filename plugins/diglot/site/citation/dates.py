"""Dates as each style writes them: as much as is known, and nothing that is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from diglot import i18n
from diglot.edtf import Edtf
from diglot.languages import Side

_PLAIN: Final = ("day", "month", "year")
_SEASONS: Final = {21: 1, 22: 2, 23: 3, 24: 4}
_BIBLATEX: Final = (*_PLAIN, "season", "decade", "century", "interval")
"""What biblatex reads in a `date` field (ISO 8601-2 level 1)."""


def placed(date: Edtf | None) -> bool:
    """Whether anything is known of the year."""
    return date is not None and (date.earliest is not None or date.latest is not None)


def _is_plain(date: Edtf) -> bool:
    return date.precision in _PLAIN and date.year is not None


def _bare(date: Edtf) -> str:
    return date.text.rstrip("?~%").replace("-XX", "")


def _words(date: Edtf, side: Side) -> str:
    return i18n.date_words(date.text, side, say_yearless=True)


def remark(date: Edtf | None, side: Side) -> str:
    """What there is to say of a date that is uncertain or has no year; empty for any other."""
    doubtful = date is not None and (date.uncertain or not placed(date))
    return _words(date, side) if date is not None and doubtful else ""


def numeric(date: Edtf | None, side: Side) -> str:
    """GB/T 7714: “2019-06-28”; an uncertain date in brackets; empty where no year is known."""
    if date is None or not placed(date):
        return ""
    text = _bare(date) if _is_plain(date) else _words(date, side)
    return f"[{text}]" if date.qualifier else text


def _month(date: Edtf) -> str:
    names = {number: name for name, number in reversed(i18n.month_names("en"))}
    return names[date.month] if date.month else ""


def slashed(date: Edtf) -> str:
    """Highwire's tags: “2019/06/28”; only the year of what is neither day nor month."""
    parts = [f"{part:02}" for part in _parts(date)] if _is_plain(date) else [f"{date.year or ''}"]
    return "/".join(parts)


def _spelt(date: Edtf | None, spell: Callable[[Edtf], str]) -> str:
    """A date as a style spells it; one that has no day, month or year of its own in words."""
    if date is None or not placed(date):
        return "n.d."
    return spell(date) if _is_plain(date) else _words(date, "en")


def year_first(date: Edtf | None) -> str:
    """APA: “2019, June 28”, “n.d.”."""
    return _spelt(date, _apa)


def _apa(date: Edtf) -> str:
    day = f" {date.day}" if date.day else ""
    text = f"{date.year}, {_month(date)}{day}" if date.month else f"{date.year}"
    return f"ca. {text}" if date.qualifier else text


def month_first(date: Edtf | None) -> str:
    """Chicago: “June 28, 2019”, “n.d.”."""
    return _spelt(date, _chicago)


def _chicago(date: Edtf) -> str:
    day = f" {date.day}," if date.day else ""
    text = f"{_month(date)}{day} {date.year}" if date.month else f"{date.year}"
    return {"": text, "?": f"[{text}?]"}.get(date.qualifier, f"ca. {text}")


def biblatex(date: Edtf | None) -> str:
    """The value of biblatex's `date`; empty where it has no way to say it."""
    if date is None or not placed(date) or date.precision not in _BIBLATEX:
        return ""
    return date.text.replace("-XX", "")


def ris(date: Edtf | None, side: Side) -> str:
    """RIS: “2019/06/28/”, what cannot be said in digits after the last stroke."""
    if date is None or not placed(date):
        return ""
    if not _is_plain(date):
        return f"{date.year or ''}///{_words(date, side)}"
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    said = _words(date, side) if date.qualifier else ""
    return f"{date.year}/{month}/{day}/{said}"


def csl(date: Edtf | None, side: Side) -> dict[str, Any] | None:
    """A date of CSL-JSON."""
    if date is None:
        return None
    if _is_plain(date):
        circa = {"circa": True} if date.qualifier else {}
        return {"date-parts": [_parts(date)], **circa}
    if date.precision == "season" and date.year and not date.qualifier:
        return {"date-parts": [[date.year]], "season": _SEASONS[date.part or 21]}
    ends = [end for end in (date.start, date.end) if end and _is_plain(end) and not end.qualifier]
    if len(ends) == 2:
        return {"date-parts": [_parts(end) for end in ends]}
    return {"literal": _words(date, side)}


def _parts(date: Edtf) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]
