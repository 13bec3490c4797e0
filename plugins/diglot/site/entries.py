"""A record made ready for the pages: both texts parsed and paired, what may be shown decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from diglot import edtf, markdown
from diglot.edtf import Edtf
from diglot.languages import Lang, Side, other
from diglot.markdown import Node
from diglot.model import Article, Rights, Translation
from diglot.records.blank import untranslated
from diglot.records.store import Record
from diglot.translation.units import Pair, State, pairs


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, ready for the pages."""

    slug: str
    side: Side
    """Side of the original."""
    article: Article
    translation: Translation
    nodes: Mapping[Side, tuple[Node, ...]]
    """Blocks of both texts; the translation's may be fewer."""
    pairs: tuple[Pair, ...]
    rights: Rights
    record: Record

    @property
    def published(self) -> Edtf | None:
        """The date of publication, parsed."""
        return edtf.parse(self.article.published.date) if self.article.published.date else None

    def lang(self, side: Side) -> Lang:
        """BCP 47 tag of the text of a side."""
        return self.article.lang if side == self.side else self.translation.lang

    def plain(self, side: Side) -> Sequence[Node]:
        """Blocks of the text of a side."""
        return self.nodes[side]

    def title(self, side: Side) -> tuple[str, Lang]:
        """The title for a side; the original's while there is no translated one."""
        if side != self.side and self.translation.title:
            return self.translation.title, self.translation.lang
        return self.article.title, self.article.lang

    def summary(self, side: Side) -> tuple[str, Lang]:
        """The summary for a side, like `title`; none where the rights leave only facts."""
        if self.rights == "link":
            return "", self.lang(side)
        if side != self.side and self.translation.summary:
            return self.translation.summary, self.translation.lang
        return self.article.summary, self.article.lang

    def state(self, side: Side) -> State:
        """State of the whole text of a side: that of its worst block."""
        if side == self.side:
            return "original"
        states = {pair.state for pair in self.pairs}
        worst: Sequence[State] = ("missing", "stale", "machine", "translated", "reviewed")
        if "missing" in states and states != {"missing"}:
            states.discard("missing")
        return next((state for state in worst if state in states), "missing")

    def shown(self) -> int:
        """How many blocks the record's rights let a page show."""
        return {"full": len(self.pairs), "excerpt": 1, "link": 0}[self.rights]

    def day(self) -> date | None:
        """The day it is sorted by: publication, else the latest past event's earliest day."""
        if self.published:
            return self.published.earliest
        past = [event for event in self.article.events if event.status == "reported"]
        days = [edtf.parse(event.date).earliest for event in past]
        return max((day for day in days if day), default=None)


def prepare(record: Record, rights: Rights) -> Entry:
    """A record with its texts parsed and paired; ``rights`` where it states none."""
    side = record.side
    translation = record.translation or untranslated(record.article.lang)
    own = markdown.parse(record.body)
    twin = markdown.parse(record.translation_body or "")
    units = record.state.units if record.state else ()
    paired = pairs([n.plain for n in own], [n.plain for n in twin], units, translation.translation)
    return Entry(
        slug=record.slug,
        side=side,
        article=record.article,
        translation=translation,
        nodes={side: own, other(side): twin},
        pairs=paired,
        rights=record.article.rights or rights,
        record=record,
    )
