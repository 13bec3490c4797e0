"""Good block pairs, and faults put into them, for the tests of the translation lint."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from diglot import yamlfile
from diglot.facts.gazetteer import Gazetteer
from diglot.languages import Lang, side_of
from diglot.records import registry
from diglot.translation.lint import Fault, Linter
from tests.ground import ROOT

PAIRS: Final = Path(__file__).parent / "pairs"
EN_WORDS: Final = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"]
ZH_WORDS: Final = "两三四五六七八九十"
_NUMBER: Final = {
    "en": re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{'|'.join(EN_WORDS)})\b", re.IGNORECASE),
    "zh": re.compile(
        rf"\d+(?:[.,]\d+)*|(?<!第)[{ZH_WORDS}](?=[家个款辆项名位座条大种年月倍级部方])"
    ),
}


@cache
def linter() -> Linter:
    return Linter(registry.load(ROOT / "content")[0])


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(linter().registry)


@dataclass(frozen=True)
class Block:
    """A good pair, and the translation of the block after it."""

    id: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    languages: tuple[Lang, Lang]
    present: frozenset[str]
    """Ids of the companies the article names."""
    following: tuple[str, ...] | None = None

    def text(self, sentences: tuple[str, ...]) -> str:
        return ("" if self.languages[1] != "en" else " ").join(sentences)

    @property
    def original(self) -> str:
        return ("" if self.languages[0] != "en" else " ").join(self.source)


@cache
def blocks(name: str) -> tuple[Block, ...]:
    return tuple(
        block for path in sorted((PAIRS / name).glob("*.yml")) for block in _of_article(path)
    )


def _of_article(path: Path) -> Iterator[Block]:
    value = yamlfile.load(path.read_text(encoding="utf-8"))
    languages, pairs = (value["source"], value["target"]), value["pairs"]
    spans = [
        span
        for pair in pairs
        for lang, side in zip(languages, ("source", "target"), strict=True)
        for sentence in pair[side]
        for span in gazetteer().mentions(sentence, lang)
    ]
    sure = [span for span in spans if span.kind == "company" and not span.doubtful]
    present = frozenset(id_ for span in sure for id_ in span.ids)
    for n, pair in enumerate(pairs):
        following = tuple(pairs[n + 1]["target"]) if n + 1 < len(pairs) else None
        texts = tuple(pair["source"]), tuple(pair["target"])
        yield Block(f"{path.stem}-{n}", *texts, languages, present, following)


def found(block: Block, target: str) -> tuple[Fault, ...]:
    source, other = block.languages
    return linter().faults((block.original, source), (target, other), block.present)


def dropped_sentence(block: Block, chance: random.Random) -> str | None:
    if len(block.target) < 2:
        return None
    gone = chance.randrange(len(block.target))
    return block.text(block.target[:gone] + block.target[gone + 1 :])


def swapped_number(block: Block, chance: random.Random) -> str | None:
    text = block.text(block.target)
    side = side_of(block.languages[1])
    hits = list(_NUMBER[side].finditer(text))
    if not hits:
        return None
    hit = chance.choice(hits)
    other = _other_number(hit.group(), EN_WORDS if side == "en" else list(ZH_WORDS), chance)
    return text[: hit.start()] + other + text[hit.end() :]


def _other_number(number: str, words: list[str], chance: random.Random) -> str:
    if not number[0].isdigit():
        return chance.choice([word for word in words if word != number.lower()])
    at = chance.choice([place for place, char in enumerate(number) if char.isdigit()])
    digit = chance.choice([char for char in "123456789" if char != number[at]])
    return number[:at] + digit + number[at + 1 :]


def swapped_name(block: Block, chance: random.Random) -> str | None:
    text, lang = block.text(block.target), block.languages[1]
    spans = [s for s in gazetteer().mentions(text, lang) if not s.doubtful]
    groups = {
        "company": linter().registry.companies,
        "person": linter().registry.people,
        "place": linter().registry.places,
    }
    spans = [span for span in spans if span.kind in groups]
    if not spans:
        return None
    span = chance.choice(spans)
    group = groups[span.kind]
    other = group[chance.choice([id_ for id_ in group if id_ not in span.ids])].name
    return text[: span.start] + other[side_of(lang)] + text[span.end :]


def untranslated_block(block: Block, chance: random.Random) -> str | None:
    return block.original


def merged_blocks(block: Block, chance: random.Random) -> str | None:
    return block.text(block.target + block.following) if block.following else None


Put = Callable[[Block, random.Random], str | None]
FAULTS: Final[tuple[Put, ...]] = (
    dropped_sentence,
    swapped_number,
    swapped_name,
    untranslated_block,
    merged_blocks,
)


def cases(name: str, put: Put, count: int = 200) -> Iterator[tuple[Block, str]]:
    """Pairs with a fault, the same ones each time."""
    chance = random.Random(f"{name} {put.__name__}")
    while count:
        block = chance.choice(blocks(name))
        text = put(block, chance)
        if text is not None:
            count -= 1
            yield block, text


def detection(name: str, put: Put) -> float:
    return sum(bool(found(block, text)) for block, text in cases(name, put)) / 200


def alarms(name: str) -> float:
    good = blocks(name)
    return sum(bool(found(block, block.text(block.target))) for block in good) / len(good)
