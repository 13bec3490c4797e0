"""Whether a name that is an ordinary word too (东风, 理想, smart) means the company here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from diglot.facts.gazetteer import Span
from diglot.facts.likely import may
from diglot.facts.reading import Reading
from diglot.patterns import pattern
from diglot.yamlfile import data

_UNMEANT = ("company_shapes", "unmeant")
_PRODUCT = ("company_shapes", "product_after")
_HAN_START = re.compile(r"[\u3400-\u9fff]")
_HAN_END = re.compile(r"[\u3400-\u9fff]$")


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(data("company_shapes")[key])


def settled(reading: Reading, spans: tuple[Span, ...], sure: frozenset[str]) -> tuple[Span, ...]:
    """The spans without the doubtful ones that nothing speaks for.

    Companies the article names in so many words (``sure``) need less to be meant by such a name.
    """
    own = [span for span in spans if span.kind == "company"]
    places, ends = {span.start: span for span in own}, {span.end: span for span in own}
    keep = _keep_zh if reading.side == "zh" else _keep_en
    loose = _loose(reading, own)

    def meant(span: Span) -> bool:
        if not span.doubtful or _coordinated(reading, span, places, ends):
            return True
        return keep(reading, span, bool(sure.intersection(span.ids)))

    own = [span for span in own if not (loose.issuperset(span.ids) or _product(reading, span))]
    # One place where the words around it speak for the company does for the whole text.
    sure |= {id_ for span in own if meant(span) for id_ in span.ids}
    kept = {span.start for span in own if meant(span)}
    return tuple(span for span in spans if span.kind != "company" or span.start in kept)


def _loose(reading: Reading, companies: list[Span]) -> frozenset[str]:
    """Companies whose short names never stand free: 合创 only in 联合创新, ONE only in Li ONE."""
    free: dict[str, bool] = {}
    for span in companies:
        for id_ in span.ids:
            free[id_] = free.get(id_, False) or _free(reading, span)
    return frozenset(id_ for id_, one in free.items() if not one)


def _free(reading: Reading, span: Span) -> bool:
    if not span.slight:
        return True
    before = reading.plain[max(0, span.start - 12) : span.start]
    after = reading.plain[span.end : span.end + 4]
    if reading.plain[span.start].isascii():
        word = re.search(r"\b([A-Z]\w{0,2}) $", before)
        return not word or word[1] in _words("never_en")
    if after.startswith(_words("after_zh")):
        return True
    left = not _HAN_END.search(before) or before.endswith(_words("free_before_zh"))
    return left or not _HAN_START.match(after) or after.startswith(_words("free_after_zh"))


def _product(reading: Reading, span: Span) -> bool:
    """Whether the words around a name say it is none of a company: “Foo, a language model”."""
    behind = span.end, span.end + 60
    if may(reading, *behind, _PRODUCT) and pattern(*_PRODUCT).match(reading.plain, *behind):
        return True
    around = max(0, span.start - 6), span.end + 2
    if not may(reading, *around, _UNMEANT):
        return False
    return pattern(*_UNMEANT).search(reading.plain[slice(*around)]) is not None


@cache
def _joint(side: str) -> str:
    joints = "|".join(map(re.escape, _words(f"joints_{side}")))
    return rf"\s?(?:{joints})\s?" if side == "zh" else f"(?:{joints})"


def _coordinated(
    reading: Reading, span: Span, starts: dict[int, Span], ends: dict[int, Span]
) -> bool:
    """Whether a company that is beyond doubt stands in a list with it: 甲、乙、丙."""
    joint, plain = _joint(reading.side), reading.plain

    def after(one: Span) -> Span | None:
        match = re.match(joint, plain[one.end : one.end + 6])
        return starts.get(one.end + match.end()) if match else None

    def before(one: Span) -> Span | None:
        match = re.search(rf"(?:{joint})$", plain[max(0, one.start - 6) : one.start])
        return ends.get(one.start - len(match[0])) if match else None

    return any(not one.doubtful for step in (after, before) for one in _along(span, step))


def _along(span: Span, step: Callable[[Span], Span | None]) -> Iterator[Span]:
    """The companies of a list that a step from one to its neighbour leads to."""
    one = step(span)
    while one:
        yield one
        one = step(one)


def _keep_zh(reading: Reading, span: Span, introduced: bool) -> bool:
    before = reading.plain[max(0, span.start - 5) : span.start].rstrip(" ")
    after = reading.plain[span.end : span.end + 6]
    if before.endswith(_words("idiom_before_zh")) or after.startswith(_words("idiom_after_zh")):
        return False
    if after.startswith(_words("after_zh")) or before.endswith(_words("cue_before_zh")):
        return True
    return introduced


def _keep_en(reading: Reading, span: Span, introduced: bool) -> bool:
    """A small word needs “brand” or a verb beside it; a capital one must stand alone."""
    before = reading.text[max(0, span.start - 24) : span.start].rstrip(" “\"'‘")
    after = re.match(r"(?:['’]s)? ?([A-Za-z.]+)?", reading.text[span.end : span.end + 20])
    word = (after[1] or "").rstrip(".") if after else ""
    last = before.rsplit(" ", 1)[-1]
    if reading.text[span.start].islower():
        return last == "brand" or word in _words("after_small_en")
    if _town(reading, span, before):
        return False
    if last.lower() in _words("cue_before_en") or word in _words("after_en"):
        return True
    opens = not before or last[-1:] in ".!?:\n" or reading.text[span.start - 1] in '\n“"'
    alone = introduced or not (last[:1].isupper() or word[:1].isupper())
    return alone and not (opens or reading.sentences[reading.sentence_at(span.start)].heading)


def _town(reading: Reading, span: Span, before: str) -> bool:
    """Whether the words around a name say that it is a town."""
    return bool(
        pattern("company_shapes", "town_before_en").search(before)
        and pattern("company_shapes", "town_after_en").match(reading.text, span.end)
    )
