"""The lines of a text with what was found out about each of them so far."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.text.lines import Line
from diglot.text.parts import Part


@dataclass(slots=True)
class Page:
    """The lines of a text with the verdicts found so far (empty: part of the article)."""

    lines: list[Line]
    verdicts: list[tuple[Part, ...]]
    start: int = 0
    """Index of the line the article's prose begins with."""
    end: int = 0
    """Index after the line it ends with."""

    @property
    def prose(self) -> list[int]:
        """Indexes of the article's paragraphs, or if none is wide enough, of its sentences."""
        free = self.free(0, len(self.lines))
        wide = [i for i in free if self.lines[i].is_prose]
        return wide or [i for i in free if self.lines[i].ends_sentence]

    def free(self, start: int, end: int) -> list[int]:
        """Indexes from start to before end no verdict was found for."""
        return [i for i in range(start, end) if not self.verdicts[i]]

    def condemn(self, index: int, reason: str) -> None:
        """Take a line out as chrome."""
        self.verdicts[index] = (Part(0, self.lines[index].text, "chrome", reason),)

    def states(self, index: int, *roles: str) -> bool:
        """Whether a line plays one of the roles."""
        return any(part.role in roles for part in self.verdicts[index])

    def reasons(self, index: int) -> set[str]:
        """Why a line goes."""
        return {part.reason for part in self.verdicts[index]}
