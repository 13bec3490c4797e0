"""A record as a translator needs it: its blocks in both languages, paired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, Self

from diglot import markdown
from diglot.languages import Side
from diglot.markdown import Node
from diglot.model import Article, Translation, TranslationInfo
from diglot.records.blank import untranslated
from diglot.records.state import State, Unit
from diglot.records.store import Record
from diglot.translation.units import Pair, pairs

Head = Literal["title", "summary"]
HEADS: Final[tuple[Head, ...]] = ("title", "summary")
Place = Head | int
"""Title, summary, or the position of a block of the original."""


@dataclass(frozen=True, slots=True)
class Bitext:
    """Both texts of a record, and what is remembered of them."""

    record: Record
    memory: State
    """Its state; an empty one where there is no file."""
    translation: Translation
    """Front matter of the translation; that of an untranslated one where there is no file."""
    nodes: tuple[Node, ...]
    """Blocks of the original."""
    twin: tuple[Node, ...]
    """Blocks of the translation."""
    pairs: tuple[Pair, ...]

    @property
    def side(self) -> Side:
        """Side of the original."""
        return self.record.side

    @property
    def article(self) -> Article:
        """Front matter of the original."""
        return self.record.article

    @property
    def info(self) -> TranslationInfo:
        """Who made the translation."""
        return self.translation.translation

    @property
    def sources(self) -> list[str]:
        """Plain texts of the original's blocks."""
        return [node.plain for node in self.nodes]

    @property
    def targets(self) -> list[str]:
        """Plain texts of the translation's blocks."""
        return [node.plain for node in self.twin]

    def head(self, name: Head) -> tuple[str, str, Unit | None]:
        """Original, translation and unit of title or summary."""
        own: str = getattr(self.record.article, name)
        twin: str = getattr(self.translation, name)
        unit: Unit | None = getattr(self.memory, name)
        return own, twin, unit

    def own(self, place: Place) -> str:
        """Plain text of a place of the original."""
        return self.nodes[place].plain if isinstance(place, int) else self.head(place)[0]

    @classmethod
    def of(cls, record: Record) -> Self:
        """A record with its blocks parsed and paired."""
        memory = record.state or State()
        translation = record.translation or untranslated(record.article.lang)
        nodes, twin = markdown.parse(record.body), markdown.parse(record.translation_body or "")
        own, far = [node.plain for node in nodes], [node.plain for node in twin]
        paired = pairs(own, far, memory.units, translation.translation)
        return cls(record, memory, translation, nodes, twin, paired)
