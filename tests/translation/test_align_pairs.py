"""The aligner on the hand-made block pairs: its figures do not fall below what was reached."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import Final

import pytest

from diglot.translation.align import Span, beads
from tests.translation.test_pairs import Block, blocks

Link = tuple[tuple[int, ...], tuple[int, ...]]
FLOORS: Final = {"tune": (0.96, 0.92), "held": (0.99, 0.98)}
"""F1 over all links, and over those that are not 1-1."""


def laid_out(language: str, sentences: list[str]) -> tuple[str, list[Span]]:
    """Sentences as the text of a block, and their spans."""
    gap = "" if language.startswith("zh") else " "
    starts = accumulate((len(one) + len(gap) for one in sentences[:-1]), initial=0)
    spans = [(at, at + len(one)) for at, one in zip(starts, sentences, strict=True)]
    return gap.join(sentences), spans


def found(own: tuple[str, list[str]], far: tuple[str, list[str]]) -> set[Link]:
    source, target = laid_out(*own), laid_out(*far)
    return {
        (tuple(map(source[1].index, bead.source)), tuple(map(target[1].index, bead.target)))
        for bead in beads(*source, *target)
    }


def gold(block: Block) -> set[Link]:
    return {(tuple(a), tuple(b)) for a, b in block.links}


def turned(links: set[Link]) -> set[Link]:
    return {(b, a) for a, b in links}


def is_plain(link: Link) -> bool:
    return (len(link[0]), len(link[1])) == (1, 1)


def f1(pairs: list[tuple[set[Link], set[Link]]]) -> float:
    right = sum(len(want & have) for want, have in pairs)
    return 2 * right / sum(len(want) + len(have) for want, have in pairs)


def assert_floors(name: str, pairs: list[tuple[set[Link], set[Link]]]) -> None:
    other = [({*filter(is_plain, a)}, {*filter(is_plain, b)}) for a, b in pairs]
    rest = [(a - x, b - y) for (a, b), (x, y) in zip(pairs, other, strict=True)]
    assert (f1(pairs) >= FLOORS[name][0], f1(rest) >= FLOORS[name][1]) == (True, True), (
        f"{name}: {f1(pairs):.3f} over all links, {f1(rest):.3f} over those that are not 1-1"
    )


@pytest.mark.parametrize("name", FLOORS)
def test_links_of_blocks_reach_the_floors(name: str) -> None:
    assert_floors(name, [(gold(one), found(*one.sides)) for one in blocks(name)])


@pytest.mark.parametrize("name", FLOORS)
def test_links_reach_the_floors_when_the_translation_is_taken_for_the_source(name: str) -> None:
    assert_floors(name, [(gold(one), turned(found(*one.sides[::-1]))) for one in blocks(name)])


@pytest.mark.parametrize("name", FLOORS)
def test_links_reach_the_floors_when_all_of_an_article_is_one_block(name: str) -> None:
    """Long blocks are harder: a wrong bead can push others out of place."""
    pairs = []
    for _, group in groupby(blocks(name), key=lambda block: block.article):
        links, own, far = set[Link](), list[str](), list[str]()
        for block in group:
            if block.kind == "paragraph":
                links |= {
                    (tuple(len(own) + n for n in a), tuple(len(far) + n for n in b))
                    for a, b in block.links
                }
                own += block.sides[0][1]
                far += block.sides[1][1]
                languages = block.languages
        pairs.append((links, found((languages[0], own), (languages[1], far))))
    assert_floors(name, pairs)


def without(block: Block, gone: int) -> tuple[set[Link], set[Link]]:
    """Links wanted and found when a sentence is missing from the translation."""
    (own, source), (far, target) = block.sides

    def moved(numbers: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(n - (n > gone) for n in numbers)

    links = {(a, moved(b)) for a, b in gold(block) if gone not in b}
    return links, found((own, source), (far, target[:gone] + target[gone + 1 :]))


def test_a_sentence_that_is_missing_leaves_most_other_links_as_they_are() -> None:
    """Its block is then too short for its original, and not taken for a terse translation."""
    cases = [
        without(block, link[1][0])
        for block in blocks("tune")
        if len(block.links) >= 3
        for link in block.links
        if is_plain((tuple(link[0]), tuple(link[1])))
    ]
    kept = sum(len(want & have) for want, have in cases)
    assert kept >= 0.8 * sum(len(want) for want, _ in cases)
