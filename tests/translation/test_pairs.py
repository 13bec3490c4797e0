"""The hand-made block pairs are what their README says, so figures got from them mean something."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest

from diglot import yamlfile

PAIRS: Final = Path(__file__).parent / "pairs"
ARTICLES: Final = Path(__file__).parents[1] / "eval" / "dev"
AT_LEAST: Final = {"held": (64, 14), "tune": (30, 8)}
"""Blocks and articles of each set."""
SETS: Final = tuple(AT_LEAST)
KINDS_OF_LINK: Final = {(1, 1), (1, 2), (2, 1), (2, 2), (1, 3)}
KEYS: Final = {"kind", "source", "target", "links"}

ZH_SENTENCE: Final = re.compile(r"[^。！？]+[。！？]+[”’」』）]*")
EN_END: Final = re.compile(r"[.!?][\"”’)]*(?= [\"“A-Z0-9])")
EN_ABBREVIATED: Final = re.compile(r"\b(?:Inc|Ltd|Co|B\.V|U\.S)\.$")
EN_FINISHED: Final = re.compile(r"[.!?][\"”’)]*$")
HALF_WIDTH: Final = re.compile(r"[,;:?!()\"]")
HAN_OR_FULL_WIDTH: Final = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


@dataclass(frozen=True)
class Block:
    """One pair of blocks with the languages and the article it comes from."""

    set: str
    article: str
    index: int
    languages: tuple[str, str]
    pair: dict[str, Any]

    @property
    def kind(self) -> str:
        return self.pair["kind"]

    @property
    def sides(self) -> tuple[tuple[str, list[str]], ...]:
        """Language and sentences of the source and of the target."""
        return tuple(zip(self.languages, (self.pair["source"], self.pair["target"]), strict=True))

    @property
    def links(self) -> list[tuple[list[int], list[int]]]:
        return [([*map(int, a)], [*map(int, b)]) for a, b in self.pair["links"]]

    @property
    def shapes(self) -> list[tuple[int, int]]:
        return [(len(a), len(b)) for a, b in self.links]


def files(name: str) -> list[Path]:
    return sorted((PAIRS / name).glob("*.yml"))


def content(path: Path) -> dict[str, Any]:
    return yamlfile.load(path.read_text(encoding="utf-8"))


def blocks(*names: str) -> list[Block]:
    return [
        Block(name, path.stem, index, (value["source"], value["target"]), pair)
        for name in names
        for path in files(name)
        for value in [content(path)]
        for index, pair in enumerate(value["pairs"])
    ]


@cache
def article(number: str) -> dict[str, Any]:
    return json.loads((ARTICLES / f"{number}.json").read_text(encoding="utf-8"))


def joined(language: str, sentences: Iterable[str]) -> str:
    return ("" if language.startswith("zh") else " ").join(sentences)


def split(language: str, text: str) -> list[str]:
    """Sentences of a text by the README's rule, kept apart from the splitter that is measured."""
    if language.startswith("zh"):
        return ZH_SENTENCE.findall(text)
    ends = [m.end() for m in EN_END.finditer(text) if not EN_ABBREVIATED.search(text[: m.end()])]
    return [text[a:b].strip() for a, b in pairwise([0, *ends, len(text)])]


EVERY: Final = [
    pytest.param(block, id=f"{block.set}-{block.article}-{block.index}") for block in blocks(*SETS)
]
every_block = pytest.mark.parametrize("block", EVERY)
every_set = pytest.mark.parametrize("name", SETS)


@every_set
def test_a_file_names_its_article_and_two_languages(name: str) -> None:
    for path in files(name):
        value = content(path)
        assert set(value) == {"article", "source", "target", "pairs"}
        assert value["article"] == path.stem
        assert value["source"] == article(path.stem)["lang"]
        assert value["target"] == ("en" if value["source"].startswith("zh") else "zh-Hans")


@every_block
def test_the_source_is_the_articles_block_character_by_character(block: Block) -> None:
    body = article(block.article)["body"]
    language, sentences = block.sides[0]
    if block.pair.get("joined"):
        runs = [two for two in pairwise(body) if {b["kind"] for b in two} == {"paragraph"}]
        runs = [two for two in runs if all(len(split(language, b["text"])) == 1 for b in two)]
        texts = {joined(language, (b["text"] for b in two)) for two in runs}
    else:
        texts = {b["text"] for b in body if b["kind"] == block.kind}
    assert joined(language, sentences) in texts
    assert set(block.pair) - {"joined"} == KEYS


@every_block
def test_sentences_end_where_the_languages_sentences_end(block: Block) -> None:
    for language, sentences in block.sides:
        if block.kind == "heading":
            assert len(sentences) == 1
        else:
            assert split(language, joined(language, sentences)) == sentences
            assert language.startswith("zh") or all(map(EN_FINISHED.search, sentences))


@every_block
def test_links_take_each_sentence_once_and_in_order(block: Block) -> None:
    for side, (_, sentences) in enumerate(block.sides):
        assert [i for link in block.links for i in link[side]] == [*range(len(sentences))]


@every_block
def test_links_are_of_the_kinds_the_readme_allows(block: Block) -> None:
    assert set(block.shapes) <= KINDS_OF_LINK


@every_block
def test_the_translation_has_the_punctuation_of_its_language(block: Block) -> None:
    language, sentences = block.sides[1]
    wrong = HALF_WIDTH if language.startswith("zh") else HAN_OR_FULL_WIDTH
    assert not [s for s in sentences if wrong.search(s)]


@every_set
def test_a_set_is_as_large_as_agreed(name: str) -> None:
    least_blocks, least_articles = AT_LEAST[name]
    assert len(blocks(name)) >= least_blocks
    assert len(files(name)) >= least_articles


@every_set
def test_half_of_the_blocks_hold_a_link_that_is_not_one_to_one(name: str) -> None:
    shapes = [block.shapes for block in blocks(name)]
    assert sum(any(shape != (1, 1) for shape in one) for one in shapes) * 2 >= len(shapes)


@every_set
def test_links_that_are_not_one_to_one_stand_at_every_place_of_a_block(name: str) -> None:
    long = [block.shapes for block in blocks(name) if len(block.shapes) >= 3]
    for place in (slice(0, 1), slice(1, -1), slice(-1, None)):
        assert any(shape != (1, 1) for shapes in long for shape in shapes[place])


@every_set
def test_both_directions_and_traditional_characters_are_there(name: str) -> None:
    directions = {block.languages for block in blocks(name)}
    assert directions == {("zh-Hans", "en"), ("zh-Hant", "en"), ("en", "zh-Hans")}


def test_no_article_is_in_both_sets() -> None:
    held, tune = ({path.stem for path in files(name)} for name in SETS)
    assert not held & tune
