"""Dates whose parts stand on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from diglot.facts.around import Note

_YEAR_MONTH: Final = re.compile(r"20\d\d\s?[-/.年]\s?\d{1,2}月?")
_MONTH_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})")
_LEAF: Final = re.compile(
    rf"\d{{1,2}}|{_MONTH_DAY.pattern}|20\d\d|[A-Z][a-z]{{2,8}}\.?|{_YEAR_MONTH.pattern}"
)
"""Part of a date on a line of its own."""
_YEAR: Final = re.compile(r"20\d\d")


def stacked(around: tuple[Note, ...]) -> Iterator[Note]:
    """Dates whose parts stand on lines of their own, as in a calendar's leaf."""
    head = [note for note in around if note.zone == "head" and not note.label]
    for index, note in enumerate(head):
        parts = [one.text for one in takewhile(_leaf, head[index : index + 3])]
        year = next((one for one in parts[:2] if _YEAR_MONTH.fullmatch(one)), "")
        if year and len(parts) > 1:
            words = f"{year.rstrip('月')}-{next(one for one in parts[:2] if one != year)}"
            yield replace(note, text=words.replace("年", "-"), role="stamp")
        elif _YEAR.fullmatch(note.text) and (day := _MONTH_DAY.fullmatch("".join(parts[1:2]))):
            yield replace(note, text=f"{note.text}-{day[1]}-{day[2]}", role="stamp")
        elif len(parts) == len(set(parts)) == 3:
            yield replace(note, text=" ".join(parts), role="stamp")


def _leaf(note: Note) -> bool:
    return bool(_LEAF.fullmatch(note.text))
