"""The brief: one to three sentences in both languages, from the facts of a record alone.

Sentences stand as templates in ``data/brief.yml``; dates and lists are CLDR's. The brief says no
more than the facts do: a place only where the deal's own sentence says it was made there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from diglot import edtf, i18n
from diglot.authority import Registry
from diglot.edtf import Edtf
from diglot.facts import brief_context
from diglot.languages import SIDES, Side
from diglot.model import Article, Both, Deal
from diglot.text.script import to_simplified
from diglot.yamlfile import data

_NAMED: Final = 4
"""Companies a list names before the rest are counted."""
_THEMES: Final = 3
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_SAYABLE: Final = frozenset(
    ("day", "month", "season", "quarter", "half", "year", "decade", "interval")
)
"""Precisions a sentence has words for."""


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the facts of an article in one language."""

    side: Side
    article: Article
    registry: Registry
    blocks: Sequence[str]
    """Plain text of the original's blocks."""

    @property
    def words(self) -> Mapping[str, Any]:
        table: Mapping[str, Any] = data("brief")[self.side]
        return table

    def sentences(self) -> Iterable[str]:
        """The brief, sentence by sentence."""
        deals = brief_context.ranked(self.article)
        yield self.deal(deals[0]) if deals else self.about()
        if len(deals) == 2:
            yield self.deal(deals[1])
        elif deals[2:]:
            yield self.say("further", n=i18n.number(len(deals) - 1, self.side))
        elif not deals:
            yield self.publication()
        if themes := self.themes():
            yield self.say("themes", themes=themes)

    def say(self, key: str, **values: str) -> str:
        """A sentence; a name that ends in a full stop brings the sentence's own."""
        said = str(self.words[key]).format(**values)
        return said[:-1] if said.endswith("..") else said

    def deal(self, deal: Deal) -> str:
        """A deal in one sentence."""
        together = self.one_side(deal)
        alone = len(deal.parties) == 1 or together
        itself = alone and "done_alone" in self.words["acts"][deal.kind]
        key = deal.status + ("_alone" if alone and not itself else "")
        if itself:
            key = next(k for k in (f"{deal.status}_itself", deal.status) if k in self.words)
        when = self.when(deal.date)
        return self.say(
            key,
            who=self.group(deal.parties) if together else self.names(deal.parties),
            act=self.act(deal, itself=itself),
            when=when,
            where=self.where(deal),
            dated=self.words["dated"].format(when=self.noun(deal.date)) if when else "",
        )

    def group(self, ids: Sequence[str]) -> str:
        """Names of companies on one side: “A and B”, “A和B”."""
        return i18n.list_words([self.name(one) for one in ids], self.side)

    def one_side(self, deal: Deal) -> bool:
        """Whether a group and its own seller stand together: whom they sell to is not named."""
        if deal.kind not in ("order", "supply") or len(deal.parties) != 2:
            return False
        known = self.registry.companies
        parents = [known[one].parents if one in known else () for one in deal.parties]
        return deal.parties[1] in parents[0] or deal.parties[0] in parents[1]

    def act(self, deal: Deal, *, itself: bool) -> str:
        """What the parties did, or plan to do."""
        forms: Mapping[str, str] = self.words["acts"][deal.kind]
        if deal.status != "reported":
            return forms["planned_alone" if itself else "planned"]
        if itself:
            return forms["done_alone"]
        return forms["signed" if brief_context.signed(self.article, deal) else "done"]

    def names(self, ids: Sequence[str]) -> str:
        """Names of companies; of a long list the first ones."""
        found = [self.name(one) for one in ids]
        own = [name for name in found if self.side == "zh" or not _HAN.search(name)] or found
        shown = own if len(own) <= _NAMED + 1 else own[:_NAMED]
        if len(shown) < len(found):
            return self.others(shown, len(found))
        if len(found) == 2:
            return str(self.words["pair"]).format(*found)
        return i18n.list_words(found, self.side)

    def others(self, shown: Sequence[str], total: int) -> str:
        """“A, B, C, D and 4 other companies”, “A、B、C、D等8家公司”."""
        if self.side == "zh":
            number = i18n.number(total, self.side)
            return str(self.words["others"]).format(names="、".join(shown), n=number)
        rest = total - len(shown)
        words = self.words["other_one" if rest == 1 else "other_many"]
        return i18n.list_words([*shown, str(words).format(n=i18n.number(rest, "en"))], "en")

    def name(self, id_: str) -> str:
        """A company's name; as the text has it where the registry does not know it."""
        if known := self.registry.companies.get(id_):
            return known.name[self.side]
        forms = (m.as_[0] for m in self.article.companies if m.id == id_ and m.as_)
        return to_simplified(next(forms, id_))

    def where(self, deal: Deal) -> str:
        """“ in Wuhan”, “在武汉”; nothing where the deal's sentence does not say."""
        place = brief_context.place(self.article, deal, self.registry, self.blocks)
        return str(self.words["where"]).format(place[self.side]) if place else ""

    def date(self, value: str | None) -> str:
        """A date in words, with the remark that its year is not stated."""
        return i18n.date_words(value, self.side, say_yearless=True) if value else ""

    def noun(self, value: str | None) -> str:
        """A date as a noun: “the first quarter of 2025”."""
        table: Mapping[str, str] = self.words["when"].get("prepositions", {})
        precision = edtf.parse(value).precision if value else ""
        article = "the " if table.get(precision, "").endswith(" the") else ""
        return article + self.date(value)

    def when(self, value: str | None) -> str:
        """“ on 28 June 2019”, “于2019年6月28日”; nothing for what no sentence can say."""
        parsed = edtf.parse(value) if value else None
        if parsed is None or parsed.precision not in _SAYABLE:
            return ""
        if parsed.precision == "interval":
            return self.between(parsed)
        bare = self.date(parsed.text.rstrip("?~%"))
        table: Mapping[str, Any] = self.words["when"]
        preposition = table.get("prepositions", {}).get(parsed.precision, "")
        return str(table[parsed.qualifier or "certain"]).format(bare, preposition=preposition)

    def between(self, parsed: Edtf) -> str:
        """A span of time with two known ends."""
        if parsed.start is None or parsed.end is None:
            return ""
        pattern = self.words["when"].get("interval")
        if pattern:
            return str(pattern).format(self.date(parsed.start.text), self.date(parsed.end.text))
        return str(self.words["when"]["certain"]).format(self.date(parsed.text))

    def about(self) -> str:
        """What an article without a deal is about."""
        central = [m.id for m in self.article.companies if m.central]
        named = central or [m.id for m in self.article.companies]
        if not named:
            return self.say("nothing")
        return self.say("about" if central else "names", names=self.names(named))

    def publication(self) -> str:
        """When an article was published, or that it does not say."""
        if when := self.when(self.article.published.date):
            return self.say("published", when=self.published(when))
        return "" if self.article.published.date else self.say("undated")

    def published(self, when: str) -> str:
        """The date as its sentence wants it: Chinese says 发布于 by itself."""
        return when.strip() if self.side == "en" else self.date(self.article.published.date)

    def themes(self) -> str:
        """The foremost themes; English labels in small letters."""
        known = [self.registry.themes.get(theme.id) for theme in self.article.themes]
        labels = [theme.name[self.side] for theme in known if theme][:_THEMES]
        return str(self.words["theme_mark"]).join(map(_small, labels))


def _small(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def brief(article: Article, registry: Registry, blocks: Sequence[str] = ()) -> Both:
    """The brief of an article; ``blocks``: the plain text of the original's blocks. Pure."""
    tellers = (_Teller(side, article, registry, blocks) for side in SIDES)
    told = {one.side: dict.fromkeys(filter(None, one.sentences())) for one in tellers}
    return Both(zh="".join(told["zh"]), en=" ".join(told["en"]))
