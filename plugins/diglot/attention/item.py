"""One thing to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from diglot.problems import Message, Translate, tell
from diglot.yamlfile import data

Kind = Literal["conflict", "stale", "lint", "company", "machine", "date", "note"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


def figure(*keys: str) -> int:
    """A number of ``data/attention.yml``."""
    found = data("attention")
    for key in keys:
        found = found[key]
    return int(found)


@dataclass(frozen=True, slots=True)
class Item:
    """What wants a human eye, and where."""

    kind: Kind
    weight: int
    path: str
    """File, relative to the project's root."""
    line: int
    """1-based."""
    what: Message
    """What is to be looked at."""
    mend: Message
    """What to do about it."""

    @classmethod
    def of(  # noqa: PLR0913  # what it is made of, and its weight
        cls, kind: Kind, path: str, line: int, what: Message, mend: Message, *, more: int = 0
    ) -> Item:
        """An item with the weight of its kind, and `more`."""
        return cls(kind, figure("weights", kind) + more, path, max(line, 1), what, mend)

    def words(self, translate: Translate) -> str:
        """What is to be looked at, and what to do, in a language."""
        return tell("%(what)s; %(mend)s", what=self.what, mend=self.mend).said(translate)

    def said(self, translate: Translate) -> str:
        """The item as a line."""
        return f"{self.path}:{self.line}: [{self.kind}] {self.words(translate)}"

    def plain(self, translate: Translate) -> dict[str, object]:
        """For tools."""
        return {
            "kind": self.kind,
            "weight": self.weight,
            "path": self.path,
            "line": self.line,
            "what": self.what.said(translate),
            "mend": self.mend.said(translate),
        }
