"""Companies, people, places and Latin names stand on both sides of a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from diglot.authority import Registry
from diglot.facts.gazetteer import Span, fold
from diglot.languages import Side
from diglot.problems import tell
from diglot.translation.anchors import LATIN
from diglot.translation.lint.base import SIDES, Fault, Faults, Text
from diglot.yamlfile import data

_CODE: Final = re.compile(r"(?<![\w’'-])[A-Za-z]+-?[0-9][A-Za-z0-9]*")


def names(source: Text, target: Text, registry: Registry) -> Faults:
    """A registered name of one side whose bearer the other does not name."""
    for one, other, where in ((source, target, "translation"), (target, source, "original")):
        there = {id_ for span in other.possible for id_ in span.ids}
        told: set[str] = set()
        for span in one.names:
            new = not told.intersection(span.ids) and not _organisation(one, span)
            if new and not there.intersection(span.ids) and not _said(span, other, registry):
                told.update(span.ids)
                word = one.text[span.start : span.end]
                yield Fault(
                    "translation-names",
                    tell("“%(word)s” is not in the %(where)s", word=word, where=SIDES[where]),
                    _MEND,
                )


_MEND: Final = tell("name it there by a registered name, or waive the finding")


def _organisation(text: Text, span: Span) -> bool:
    """Whether a place is only part of an unregistered organisation's name."""
    if span.kind != "place" or text.side == "en":
        return False
    match = _organisation_tail().match(text.plain, span.end)
    if not match or any(mark in match.group() for mark in data("place_shapes")["breaks_zh"]):
        return False
    return not any(span.end <= one.start < match.end() for one in text.names)


@cache
def _organisation_tail() -> re.Pattern[str]:
    ends = "|".join(data("lint")["organisations_zh"])
    return re.compile(rf"[\u3400-\u9fff（）]{{0,12}}?(?:{ends})")


def _said(span: Span, other: Text, registry: Registry) -> bool:
    """Whether the other text has a form of the name, perhaps inside a longer one."""
    plain = fold(other.text)
    forms = (form for id_ in span.ids for form in _forms(id_, span, registry, other.side))
    return any(_stands(fold(form), plain) for form in forms)


def _stands(form: str, plain: str) -> bool:
    if not form.isascii():
        return form in plain
    return re.search(rf"(?<![a-z0-9]){re.escape(form)}", plain) is not None


def _forms(id_: str, span: Span, registry: Registry, side: Side) -> Iterator[str]:
    group: Mapping[str, Any] = {
        "company": registry.companies, "person": registry.people, "place": registry.places
    }[span.kind]  # fmt: skip
    if known := group.get(id_):
        yield from (known.name.zh, known.name.en, *known.aliases)
        if span.kind == "person":
            yield from known.name.en.split()  # Mr Zhong
    yield from data("lint")["nationalities"].get(id_, {}).get(side, ())


@cache
def _written_out() -> frozenset[str]:
    return frozenset(data("lint")["written_out"])


def latin(source: Text, target: Text) -> Faults:
    """A Latin name in Chinese that the English does not have, or a model of the English."""
    zh, en = (source, target) if source.side == "zh" else (target, source)
    for text, pattern, other, side in (
        (zh, LATIN, en, tell("English text")),
        (en, _CODE, zh, tell("Chinese text")),
    ):
        plain = re.sub(r"[\s-]", "", other.text.casefold())
        for word in dict.fromkeys(_words(text, pattern)):
            if re.sub(r"[\s-]", "", word.casefold()) not in plain:
                yield Fault(
                    "translation-names",
                    tell("“%(word)s” is not in the %(where)s", word=word, where=side),
                    _MEND,
                )


def _words(text: Text, pattern: re.Pattern[str]) -> Iterator[str]:
    """Latin words outside registered names and numbers."""
    taken = [(span.start, span.end) for span in text.possible]
    taken += [one.span for one in text.numbers if one.firm]
    taken += [(one.start, one.end) for one in text.dates]
    for match in pattern.finditer(text.text):
        free = not any(start < match.end() and match.start() < end for start, end in taken)
        if free and match.group() not in _written_out() and len(match.group()) > 1:
            yield match.group()
