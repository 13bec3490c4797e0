"""A known translation, fitted to a text that differs in numbers, months and names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from typing import Final

from diglot.authority import Company, KnownPerson, KnownPlace, Registry
from diglot.facts.gazetteer import Gazetteer
from diglot.i18n.dates import month_names
from diglot.languages import Lang, Side, side_of
from diglot.markdown import collapse
from diglot.patterns import alternatives
from diglot.text.script import to_simplified
from diglot.translation.numerals import DIGITS, english, mixed

Text = tuple[str, Lang]
_START: Final = r"(?<![A-Za-z\d])(?<![A-Za-z\d][-.,:/])(?!0\d|\d+\.0+(?!\d))"
_END: Final = r"(?![-.:/]?[A-Za-z\d])"
"""Not a code, a version or the name of a model: 601238.SH, 2.0, 领克08."""
_SCALES: Final = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_POWERS: Final = {"万": 4, "亿": 8, "万亿": 12}
_NUMBER: Final[Mapping[Side, re.Pattern[str]]] = {
    "zh": re.compile(rf"{_START}{DIGITS}(?:{alternatives(_POWERS)})?{_END}"),
    "en": re.compile(rf"{_START}{DIGITS}(?: (?:{'|'.join(_SCALES)})\b)?{_END}"),
}
_ZH_MONTH: Final = re.compile(r"(?<!\d)(1[0-2]|[1-9])月(?!份)")


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A place in a text where something else could stand."""

    start: int
    end: int
    kind: str
    """`number`, `month`, or a kind of name."""
    key: str | int | Fraction
    """Value, month or id."""


@dataclass(frozen=True)  # no slots: the gazetteer is made when it is first asked
class Adapter:
    """Fits translations; names are those of a registry."""

    registry: Registry

    def adapt(self, text: str, source: Text, target: Text) -> str | None:
        """A known translation with what the text has in place of what its own source has.

        Args:
            text: To be translated.
            source: The known source.
            target: Its translation.

        Returns:
            None where they differ in anything else, or where it is not plain what stands for what.
        """
        lang, far = source[1], target[1]
        new, old = _folded(text, lang), _folded(source[0], lang)
        wanted, held = self.slots(new, lang), self.slots(old, lang)
        if _frame(new, wanted) != _frame(old, held):
            return None
        changes = _changes(held, wanted)
        if changes is None:
            return None
        places = self.slots(target[0], far)
        edits = []
        for was, now in changes.items():
            same = [slot for slot in places if (slot.kind, slot.key) == was]
            if not same or len(same) != sum((one.kind, one.key) == was for one in held):
                return None
            edits += [(slot, self._words(target[0], slot, now[1], side_of(far))) for slot in same]
        return _edited(target[0], edits)

    def slots(self, text: str, lang: Lang) -> tuple[Slot, ...]:
        """What could be otherwise in a text: names first, then months, then other numbers."""
        found: list[Slot] = []
        for slot in (*self._names(text, lang), *_months(text, lang), *_numbers(text, lang)):
            if all(slot.end <= one.start or one.end <= slot.start for one in found):
                found.append(slot)
        return tuple(sorted(found))

    def _names(self, text: str, lang: Lang) -> Iterator[Slot]:
        for span in self._gazetteer.mentions(text, lang):
            if len(span.ids) == 1 and not span.doubtful and self._name(span.kind, span.ids[0]):
                yield Slot(span.start, span.end, span.kind, span.ids[0])

    def _name(self, kind: str, id_: str) -> Mapping[Side, str]:
        one: Company | KnownPerson | KnownPlace | None = None
        if kind == "company":
            one = self.registry.companies.get(id_)
        elif kind == "person":
            one = self.registry.people.get(id_)
        elif kind == "place":
            one = self.registry.places.get(id_)
        return {"zh": one.name.zh, "en": one.name.en} if one else {}

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self.registry)

    def _words(self, text: str, slot: Slot, key: str | int | Fraction, side: Side) -> str | None:
        """What is to stand in a place of the translation; None if that would want other words."""
        if isinstance(key, Fraction):
            return _number(text, slot, key, side)
        if slot.kind == "month":
            return f"{key}月" if side == "zh" else _month(int(key), text[slot.start : slot.end])
        name = self._name(slot.kind, str(key)).get(side)
        article = re.search(r"\b[Aa]n? $", text[: slot.start])
        return None if article and side == "en" else name


def _folded(text: str, lang: Lang) -> str:
    return collapse(text) if lang == "en" else to_simplified(collapse(text))


def _frame(text: str, slots: Sequence[Slot]) -> Sequence[str]:
    """What stands between the slots, and their kinds."""
    parts, at = [], 0
    for slot in slots:
        parts += [text[at : slot.start], slot.kind]
        at = slot.end
    return (*parts, text[at:])


_What = tuple[str, str | int | Fraction]


def _changes(held: Sequence[Slot], wanted: Sequence[Slot]) -> Mapping[_What, _What] | None:
    """What becomes of the contents of slots; None if one would become two things."""
    found: dict[_What, _What] = {}
    for old, new in zip(held, wanted, strict=True):
        was, now = (old.kind, old.key), (new.kind, new.key)
        if found.setdefault(was, now) != now:
            return None
    return {was: now for was, now in found.items() if was != now}


def _edited(text: str, edits: Sequence[tuple[Slot, str | None]]) -> str | None:
    for slot, words in sorted(edits, reverse=True, key=lambda edit: edit[0]):
        if words is None:
            return None
        text = text[: slot.start] + words + text[slot.end :]
    return text


def _months(text: str, lang: Lang) -> Iterator[Slot]:
    if side_of(lang) == "zh":
        for match in _ZH_MONTH.finditer(text):
            yield Slot(*match.span(), "month", int(match[1]))
    else:
        for match in _en_months().finditer(text):
            yield Slot(*match.span(), "month", dict(month_names("en"))[match[1]])


@cache
def _en_months() -> re.Pattern[str]:
    return re.compile(rf"\b({alternatives(name for name, _ in month_names('en'))})\b")


def _month(number: int, like: str) -> str | None:
    """An English month, as short or long as another; “May” is both."""
    names = [name for name, n in month_names("en") if n == number]
    return max(names, key=len) if len(like) > 3 else None


def _numbers(text: str, lang: Lang) -> Iterator[Slot]:
    side = side_of(lang)
    for match in _NUMBER[side].finditer(text):
        value = mixed(match.group()) if side == "zh" else english(match.group())
        yield Slot(*match.span(), "number", value)


def _number(text: str, slot: Slot, value: Fraction, side: Side) -> str | None:
    """A number in the manner of the one in a slot."""
    like, one = text[slot.start : slot.end], Fraction(1)
    if side == "en" and one in (value, slot.key):
        return None  # one company, two companies
    year = re.fullmatch(r"[12]\d{3}", like)
    if year:
        return str(value) if re.fullmatch(r"[12]\d{3}", str(value)) else None
    if re.search(r"[^\d.,]", like) or value >= 10_000:
        return _scaled(value, side)
    plain = f"{value.numerator:,}" if side == "en" and value >= 1000 else str(value.numerator)
    return plain if value.denominator == 1 else _decimal(value)


def _scaled(value: Fraction, side: Side) -> str | None:
    """A large number with the greatest power that leaves few decimals: 1.35亿, 135 million."""
    powers = _POWERS if side == "zh" else {f" {name}": n for name, n in _SCALES.items() if n > 3}
    for word, power in sorted(powers.items(), key=lambda row: -row[1]):
        part = _decimal(value / 10**power) if value >= 10**power else None
        if part is not None:
            return part + word
    whole = value.numerator if value.denominator == 1 else None
    return None if whole is None else f"{whole:,}" if side == "en" else str(whole)


def _decimal(value: Fraction) -> str | None:
    """A number with three decimals at most; None where they do not suffice."""
    thousandths = value * 1000
    if thousandths.denominator != 1:
        return None
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):g}"
