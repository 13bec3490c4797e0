"""The words of one language of the site: gettext messages and CLDR, bound to a side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Final

from diglot import i18n
from diglot.edtf import Edtf
from diglot.languages import Lang, Side, lang_of
from diglot.model import Basis, DealKind, Status, What
from diglot.site.views import BasisView
from diglot.translation.units import State


def N_(message: str) -> str:
    """Marks a message for extraction where it is only named, not yet translated."""
    return message


WHAT: Final[dict[What, str]] = {
    "signing": N_("signed"),
    "launch": N_("launched"),
    "announcement": N_("announced"),
    "other": N_("mentioned"),
}
BASIS: Final[dict[Basis, str]] = {
    "stated": N_("stated"),
    "derived": N_("derived"),
    "inferred": N_("inferred"),
    "editor": N_("editor"),
}
STATUS: Final[dict[Status, str]] = {
    "reported": "",
    "proposed": N_("proposed"),
    "denied": N_("denied"),
}
DEAL: Final[dict[DealKind, str]] = {
    "strategic_cooperation": N_("strategic cooperation"),
    "joint_venture": N_("joint venture"),
    "supply": N_("supply"),
    "investment": N_("investment"),
    "order": N_("order"),
    "technology_licensing": N_("technology licensing"),
    "product_launch": N_("product launch"),
    "other": N_("other"),
}
STATE: Final[dict[State, str]] = {
    "original": N_("original"),
    "machine": N_("machine translation"),
    "translated": N_("translated"),
    "reviewed": N_("reviewed"),
    "stale": N_("out of date"),
    "missing": N_("not translated yet"),
}
LANGUAGE: Final[dict[Side, str]] = {"zh": N_("Chinese"), "en": N_("English")}


@dataclass(frozen=True, slots=True)
class Words:
    """What the Python side says in one language."""

    side: Side
    catalog: NullTranslations

    @property
    def lang(self) -> Lang:
        """BCP 47 tag of the interface's language."""
        return lang_of(self.side)

    def say(self, message: str, **values: object) -> str:
        """A message, its ``%(name)s`` filled in; nothing for an empty one."""
        text = self.catalog.gettext(message) if message else ""
        return text % values if values else text

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """A message for a number, which stands in it as ``%(num)s``."""
        numbered = {"num": i18n.number(n, self.side), **values}
        return self.catalog.ngettext(one, many, n) % numbered

    def list(self, items: Iterable[str]) -> str:
        """“a, b and c”, “a、b和c”."""
        return i18n.list_words(list(items), self.side)

    def number(self, n: float) -> str:
        """A number with its digits grouped."""
        return i18n.number(n, self.side)

    def date(self, edtf: str) -> str:
        """An EDTF date in words."""
        return i18n.date_words(edtf, self.side)

    def order(self, name: str, pinyin: str | None = None) -> tuple[str, str, str]:
        """Sorts names by the language's habit."""
        return i18n.sort_key(name, self.side, pinyin)

    def foreign(self, lang: Lang) -> Lang | None:
        """The tag to print for a text: None where it is in the page's own language."""
        return None if lang == self.lang else lang

    def basis(self, basis: Basis | None) -> BasisView:
        """The sign of how a value is known; None: not stated."""
        if basis is None:
            return BasisView(key="unknown", label=self.say(N_("not stated")))
        return BasisView(key=basis, label=self.say(BASIS[basis]))

    def bases(self) -> tuple[BasisView, ...]:
        """The legend."""
        return (*map(self.basis, BASIS), self.basis(None))

    def gap(self, date: Edtf) -> str:
        """Which parts of a date the text does not state, in brackets; for screen readers."""
        if date.precision == "day" and date.yearless:
            return self.say(N_(" (year not stated)"))
        if date.precision == "month":
            both = N_(" (year and day not stated)"), N_(" (day not stated)")
            return self.say(both[0] if date.yearless else both[1])
        return self.say(N_(" (month and day not stated)")) if date.precision == "year" else ""

    def sentences(self, *said: str) -> str:
        """Whole sentences after one another, as the language sets them."""
        return ("" if self.side == "zh" else " ").join(one for one in said if one)

    def cites(self, names: Sequence[str]) -> str:
        """Names of the parts of a line: publisher, author, date."""
        return ("，" if self.side == "zh" else ", ").join(name for name in names if name)
