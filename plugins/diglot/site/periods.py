"""The period a date is listed under, which is also where links from it lead."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.edtf import Edtf


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month of one; without a year: all dates that do not name one."""

    year: int | None
    month: int | None = None

    @property
    def path(self) -> str:
        """Path of its page, below a language."""
        if self.year is None:
            return "dates/year-unknown/"
        return f"dates/{self.year}/{self.month:02}/" if self.month else f"dates/{self.year}/"


def of(date: Edtf) -> Period:
    """The period of a date: of an interval that of its start, else of its end."""
    first = date.start or date.end or date
    return Period(first.year, first.month if first.year else None)
