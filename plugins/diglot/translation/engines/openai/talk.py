"""What is said to a language model, and what its answers mean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from diglot import yamlfile
from diglot.languages import Lang, side_of
from diglot.markdown import collapse
from diglot.text.script import to_simplified
from diglot.translation.engines.base import Glossary, Term
from diglot.translation.terms import in_text

_ITEM: Final = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "text": {"type": "string"}},
    "required": ["id", "text"],
    "additionalProperties": False,
}
SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {"translations": {"type": "array", "items": _ITEM}},
    "required": ["translations"],
    "additionalProperties": False,
}
"""JSON Schema of an answer."""
_START: Final = re.compile(r"[{\[]")


@dataclass(frozen=True, slots=True)
class Talk:
    """What segments are to be translated, and how."""

    segments: Sequence[str]
    source: Lang
    target: Lang
    glossary: Glossary

    def messages(self, places: Sequence[int], *, again: bool = False) -> list[dict[str, str]]:
        """The messages that ask for some of the segments, numbered from 1.

        Args:
            places: Which segments.
            again: Whether they were translated before, without the names of the glossary.
        """
        told = yamlfile.data("prompt")
        side = side_of(self.target)
        rule = told[side]["rule"].replace("{source}", told["languages"][self.source][side])
        terms = {term.source: term.target for n in places for term in self.terms(n)}
        asked: dict[str, Any] = {
            "glossary": terms,
            "segments": [{"id": n + 1, "text": self.segments[n]} for n in places],
        }
        content = json.dumps(asked, ensure_ascii=False)
        if again:
            names = "; ".join(f"{own} → {name}" for own, name in terms.items())
            content = f"{told[side]['again']}{names}\n{content}"
        return [{"role": "system", "content": rule}, {"role": "user", "content": content}]

    def terms(self, place: int) -> tuple[Term, ...]:
        """The names that stand in a segment."""
        return in_text(self.glossary, self.segments[place])

    def lost(self, place: int, answer: str) -> int:
        """How many names of a segment its translation does not have."""
        said = to_simplified(answer).casefold()
        return sum(to_simplified(t.target).casefold() not in said for t in self.terms(place))


def read(text: str, places: Sequence[int]) -> dict[int, str] | None:
    """The translations in an answer by the places they were asked for.

    Returns:
        None where the answer does not have exactly one text for each place: nobody knows then
        which text is whose.
    """
    for found in _values(text):
        items = found.get("translations") if isinstance(found, Mapping) else found
        if isinstance(items, list) and items:
            pairs = [_pair(item) for item in items]
            texts = dict(pair for pair in pairs if pair is not None)
            if set(texts) == {n + 1 for n in places} and len(pairs) == len(places):
                return {n: texts[n + 1] for n in places}
    return None


def _values(text: str) -> Iterator[Any]:
    """JSON values in a text, from its start: models put words or fences around them."""
    decoder, at = json.JSONDecoder(), 0
    while match := _START.search(text, at):
        try:
            value, at = decoder.raw_decode(text, match.start())
        except (json.JSONDecodeError, RecursionError):
            at = match.end()
        else:
            yield value


def _pair(item: object) -> tuple[int, str] | None:
    """Number and text of one translation; None where it has none."""
    if not isinstance(item, Mapping):
        return None
    number, text = item.get("id"), item.get("text")
    good = isinstance(text, str) and bool(collapse(text)) and re.fullmatch(r"\d{1,6}", str(number))
    return (int(str(number)), collapse(str(text))) if good else None
