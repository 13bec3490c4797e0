"""Themes a text gives room to: a small sum of signals, with weights fitted on annotated articles.

A theme counts when a paragraph, a heading or a named field of the main deal is given to it. Its
signals are counts of its cue words by where they stand and how dense they are, each up to a few;
the weights and the sums that are enough stand in data/theme_rules.yml.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from diglot.facts.companies import Companies
from diglot.facts.evidence import quote
from diglot.facts.gazetteer import Cue, Gazetteer
from diglot.facts.likely import may
from diglot.facts.reading import Reading, Sentence
from diglot.facts.told import Found
from diglot.model import ThemeMention
from diglot.patterns import pattern
from diglot.yamlfile import data

_DENSE = 15
"""Into how many parts a text is cut to count how dense its cues are."""
_SHORT = 8
"""Sentences a text is taken to have at least: in a shorter one, no cue is dense for that."""
_FIELDS = ("theme_rules", "fields")
_FORMULAS = ("theme_rules", "formulas")
Spans = tuple[tuple[int, int], ...]
Signals = Counter[str]
"""How often each kind of signal speaks for a theme."""


@dataclass(frozen=True, slots=True)
class Text:
    """What themes are read from."""

    body: Reading
    title: Reading
    companies: Companies
    deals: Sequence[Found]


def find(text: Text, gazetteer: Gazetteer) -> tuple[tuple[ThemeMention, Spans], ...]:
    """Themes, the strongest first, each with the places of its cues."""
    cues = read_cues(text, gazetteer)
    sums = {theme: score(found) for theme, found in signals(text, gazetteer, cues).items()}
    own: defaultdict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        own[cue.theme].append(cue)
    return tuple(_mention(text.body, theme, own[theme]) for theme in chosen(sums))


def chosen(sums: dict[str, int]) -> list[str]:
    """Themes whose sum is high enough; the first few need less."""
    ranked = sorted(sums, key=lambda theme: (-sums[theme], theme))
    return [one for rank, one in enumerate(ranked) if sums[one] >= _enough(rank)]


@cache
def _enough(rank: int) -> int:
    """The sum a theme needs that comes after so many others."""
    steps = data("theme_rules")["enough"]
    return next(int(one["sum"]) for one in steps if rank < int(one.get("first", rank + 1)))


def read_cues(text: Text, gazetteer: Gazetteer) -> tuple[Cue, ...]:
    """Cues of the body, the longest of those that overlap, none within a name or set phrase."""
    names = {at for one in text.companies.body for at in range(one.start, one.end)}
    if may(text.body, 0, len(text.body.plain), _FORMULAS):
        phrases = pattern(*_FORMULAS).finditer(text.body.plain)
        names.update(at for phrase in phrases for at in range(*phrase.span()))
    known = gazetteer.registry.themes
    found = gazetteer.cues(text.body.text)
    return _longest(cue for cue in found if cue.theme in known and cue.start not in names)


def score(signals: Signals) -> int:
    """The weighted sum of signals, each counted up to its most."""
    total = 0
    for name, count in signals.items():
        weight, most = _weights()[name]
        total += weight * min(count, most)
    return total


@cache
def _weights() -> dict[str, tuple[int, int]]:
    """Weight and most of each signal, by its name."""
    rules = data("theme_rules")["signals"].items()
    return {name: (int(rule["weight"]), int(rule["most"])) for name, rule in rules}


def signals(text: Text, gazetteer: Gazetteer, cues: Iterable[Cue]) -> dict[str, Signals]:
    """The signals of each theme that has any."""
    out = _inside(text.body, cues)
    for theme, name in _outside(text, gazetteer):
        out[theme][name] += 1
    return out


def _outside(text: Text, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """A theme and a signal for it, from the title and the kinds of the deals."""
    speaks = data("theme_rules")["deals"]
    for theme in {cue.theme for cue in gazetteer.cues(text.title.text) if cue.strong}:
        yield theme, "title"
    for kind in {deal.kind for deal in text.deals}:
        yield from ((theme, "kind") for theme in speaks.get(kind, ()))


def _inside(body: Reading, cues: Iterable[Cue]) -> defaultdict[str, Signals]:
    """The signals of each theme from the cues of the body."""
    strong: defaultdict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    weak: defaultdict[str, set[str]] = defaultdict(set)
    for cue in cues:
        word = body.plain[cue.start : cue.end].lower()
        if cue.strong:
            strong[cue.theme][body.sentence_at(cue.start)].add(word)
        else:
            weak[cue.theme].add(word)
    out: defaultdict[str, Signals] = defaultdict(Counter)
    for theme, words in weak.items():
        out[theme]["weak"] = len(words)
    told = {index for sentences in strong.values() for index in sentences}
    stress = {index: tuple(_stress(body, body.sentences[index])) for index in told}
    for theme, sentences in strong.items():
        found = out[theme]
        found["sentence"] = len(sentences)
        found["word"] = len(set().union(*sentences.values()))
        found["dense"] = round(_DENSE * len(sentences) / max(_SHORT, len(body.sentences)))
        found.update(name for index in sentences for name in stress[index])
        if theme in data("theme_rules")["unlisted"]:
            del found["field"]
    return out


def _stress(body: Reading, sentence: Sentence) -> Iterator[str]:
    """Signals of a cue's place in the text."""
    if sentence.heading:
        yield "heading"
    span = sentence.start, sentence.end
    if may(body, *span, _FIELDS) and pattern(*_FIELDS).search(body.plain, *span):
        yield "field"


def _longest(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Cues that do not lie inside a longer one."""
    kept: list[Cue] = []
    for one in sorted(cues, key=lambda cue: (cue.start, -cue.end)):
        last = kept[-1] if kept else None
        if last is None or one.end > last.end or (one.start, one.end) == (last.start, last.end):
            kept.append(one)
    return tuple(kept)


def _mention(body: Reading, theme: str, cues: Iterable[Cue]) -> tuple[ThemeMention, Spans]:
    """A theme with the first two different ones of its cues."""
    first: dict[str, Cue] = {}
    for cue in sorted(cues, key=lambda one: (not one.strong, one.start)):
        first.setdefault(body.plain[cue.start : cue.end].lower(), cue)
    spans = tuple((cue.start, cue.end) for cue in list(first.values())[:2])
    words = tuple(dict.fromkeys(quote(body.text, *span) for span in spans))
    return ThemeMention(id=theme, evidence=words, basis="inferred"), spans
