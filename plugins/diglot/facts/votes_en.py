"""Unknown English companies by what a whole text says of a name: every mention has a vote.

A name counts if its mentions together speak for a company: it does what companies do, has what
they have, stands behind a noun of the kind or beside a company. Products, places and people take
the votes away again. Headings in capitals have no vote: all their words look like names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from diglot.facts import people_en, shapes_en
from diglot.facts.gazetteer import Span
from diglot.facts.reading import Reading
from diglot.facts.shape_data import Place, words
from diglot.facts.votes_around import RUN, after, before, listed
from diglot.patterns import compiled
from diglot.text.lines import RECENT
from diglot.yamlfile import data

_SHOUTING: Final = 0.7
"""Share of capital words from which on a sentence is a heading in capitals."""
_PLAIN_END: Final = re.compile(r"(?:s|ed|ing|ly|ion|ment|ity|ness)$")
"""How ordinary words end that begin a sentence."""
_FAMILY: Final = re.compile(r"(?:Ma?c|D[eiu]|L[ae]|V[ao]n|Fitz|O['’])[A-Z]")
"""How names of families with a capital inside begin."""
_CAMEL: Final = re.compile(rf"(?!{_FAMILY.pattern})[A-Za-z]?[a-z]+[A-Z]\w*$")
"""Names with a capital inside: few but companies have them."""
Spans = Mapping[Reading, tuple[Span, ...]]


def places(spans: Spans) -> dict[Reading, tuple[Place, ...]]:
    """Where names stand whose mentions together speak for a company."""
    people = _people(spans)
    found = {
        reading: tuple(_candidates(reading, known, people))
        for reading, known in spans.items()
        if reading.side == "en"
    }
    votes: Counter[str] = Counter()
    ends = {
        reading: {span.end for span in known if span.kind == "company"}
        for reading, known in spans.items()
    }
    starts = {
        reading: {span.start for span in known if span.kind == "company"}
        for reading, known in spans.items()
    }
    for reading, own in found.items():
        middle = {reading.text[a:b] for a, b in own if not _opens(reading, a)}
        for start, end in own:
            name = reading.text[start:end]
            if name in middle or not _plain(name, reading.text):
                vote = _vote(reading, start, end)
                votes[name] += vote + (vote == 1 and bool(_CAMEL.match(name)))
    enough = int(data("company_votes")["enough"])
    sure = {name for name, sum_ in votes.items() if sum_ >= enough}
    while more := _listed(found, votes, sure, starts, ends) - sure:
        sure |= more
    return {
        reading: tuple(place for place in own if reading.text[slice(*place)] in sure)
        for reading, own in found.items()
    }


def _listed(
    found: Mapping[Reading, tuple[Place, ...]],
    votes: Mapping[str, int],
    sure: set[str],
    starts: Mapping[Reading, set[int]],
    ends: Mapping[Reading, set[int]],
) -> set[str]:
    """Names that their neighbours in lists make sure, too."""
    sums: Counter[str] = Counter()
    for reading, own in found.items():
        near = starts[reading] | {a for a, b in own if reading.text[a:b] in sure}
        past = ends[reading] | {b for a, b in own if reading.text[a:b] in sure}
        for start, end in own:
            sums[reading.text[start:end]] += _beside(reading, start, end, near, past)
    enough = int(data("company_votes")["enough"])
    return {name for name, more in sums.items() if more and votes[name] + more >= enough}


def _people(spans: Spans) -> frozenset[str]:
    """The words of the names of people with office or title, and the full names."""
    out: set[str] = set()
    for reading, known in spans.items():
        sure = [span[:2] for span in known if span.kind == "person"]
        if reading.side == "en":
            sure += [hit[:2] for hit in people_en.find(reading) if people_en.certain(reading, hit)]
        for start, end in sure:
            out.add(reading.text[start:end])
            out.update(filter(_human, reading.text[start:end].split()))
        if reading.side == "en":  # verbs tell no people from companies, but surnames they do
            last = (reading.text[a:b].rsplit(" ", 1)[-1] for a, b, _ in people_en.find(reading))
            out.update(filter(_human, last))
    return frozenset(out)


def _human(word: str) -> bool:
    """Whether a word has the shape of a person's name: RattanIndia has not, McLaren has."""
    return bool(_FAMILY.match(word)) or word[1:].islower() or "-" in word


def _candidates(
    reading: Reading, known: tuple[Span, ...], people: frozenset[str]
) -> Iterator[Place]:
    """Runs of capital words that no name of the registry and no general word explains."""
    text = reading.text
    taken = bytearray(len(text) + 1)
    for span in known:
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    never, alone = listed("institutions"), listed("abbreviations")
    for match in RUN.finditer(text):
        if match[0] in _no_names() or taken.find(0, *match.span()) < 0:
            continue
        start, end = _cut(text, match.start(), match.end())
        if end - start < 3 or taken.find(1, start, end) >= 0:
            continue
        name = text[start:end]
        own = name.split()
        if never.intersection(own) or name in alone or shapes_en.general(own) or name in people:
            continue
        if own[-1] not in people and own[0] not in words("never_en"):
            yield start, end


@cache
def _no_names() -> frozenset[str]:
    """Words that are no names when they stand alone."""
    return listed("plain") | listed("abbreviations") | words("never_en") | words("opening_en")


def _cut(text: str, start: int, end: int) -> Place:
    """Without the words before a name that are no part of it, and without a possessive."""
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    start = min(shapes_en.opening(text, start), end)
    while start < end:
        word = text[start:end].split(" ", 1)[0]
        if word not in listed("plain") and word not in words("never_en"):
            break
        start = min(start + len(word) + 1, end)
    return start, end


def _opens(reading: Reading, start: int) -> bool:
    """Whether a name begins its sentence, its line or a quotation."""
    before = reading.text[max(0, start - 2) : start]
    own = reading.sentences[reading.sentence_at(start)].start if reading.sentences else 0
    return start == own or not before.strip() or before[-1:] in '\n“"‘(•'


def _plain(name: str, text: str) -> bool:
    """Whether a word that only begins sentences looks like an ordinary one."""
    if not re.fullmatch(r"[A-Z][a-z]+", name):
        return False
    return bool(_PLAIN_END.search(name)) or f" {name.lower()} " in text


def _loud(reading: Reading, start: int) -> bool:
    """Whether a sentence is written in capitals, so that every word looks like a name."""
    if not reading.sentences:
        return True
    sentence = reading.sentences[reading.sentence_at(start)]
    return _shouts(reading.text[sentence.start : sentence.end])


@lru_cache(maxsize=RECENT)
def _shouts(sentence: str) -> bool:
    own = [one for one in sentence.split() if one[0].isalpha()]
    capital = sum(one[0].isupper() for one in own)
    long = [one for one in own if len(one) > 3]
    small = sum(one[0].islower() for one in long)
    return len(own) > 3 and (capital >= _SHOUTING * len(own) or small <= 1)


def _headed(reading: Reading, start: int) -> bool:
    return reading.sentences[reading.sentence_at(start)].heading


def _vote(reading: Reading, start: int, end: int) -> int:
    text = reading.text
    if _loud(reading, start) or (_headed(reading, start) and _opens(reading, start)):
        return 0
    return before(text, start) + after(text, start, end)


def _beside(reading: Reading, start: int, end: int, starts: set[int], ends: set[int]) -> int:
    """One for each company beside a name in a list."""
    text, sum_ = reading.text, 0
    if _loud(reading, start):
        return 0
    left = compiled(r"(?:,? and |,? or |, | & )$").search(text, max(0, start - 6), start)
    if left and left.start() in ends:
        sum_ += 1 if left[0] == ", " else 2
    right = compiled(r",? and |,? or |, | & ").match(text, end)
    if sum_ == 1 and right and text[right.end() : right.end() + 1].isupper():
        sum_ = 2  # amid a list
    if right and right.end() in starts:
        sum_ += 1 if right[0] == ", " else 2
    return sum_
