"""No page, however broken, makes cleaning fail in another way than by refusing the seed."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.problems import SeedError
from diglot.text.clean import clean
from diglot.text.document import Document

EVAL = Path(__file__).parents[1] / "eval"
NAMES = frozenset({"Pony.ai", "Xpeng", "百度", "广汽"})
GLUE = ("\n", "\n\n", "", " ", " | ", "\u3000", "\r\n")


@cache
def pages() -> tuple[tuple[str, ...], ...]:
    """Lines of the development texts."""
    return tuple(
        tuple(path.read_bytes().decode("utf-8-sig", "ignore").splitlines())
        for path in sorted(EVAL.rglob("*.txt"))
    )


def broken(seed: int, drop: float, shuffle: bool, glue: tuple[str, ...]) -> str:
    """A development text, or two of them, with lines lost, moved, cut and joined."""
    chance = random.Random(seed)
    lines = [line for _ in range(chance.randint(1, 2)) for line in chance.choice(pages())]
    kept = [line for line in lines if chance.random() >= drop]
    if shuffle:
        chance.shuffle(kept)
    starts = [chance.randint(0, len(line)) if chance.random() < drop else 0 for line in kept]
    cut = (line[start:] for line, start in zip(kept, starts, strict=True))
    return "".join(line + chance.choice(glue) for line in cut)


def cleaned(data: bytes) -> Document | None:
    """The document, or None for a refused seed."""
    try:
        return clean(data, "a.txt", NAMES)
    except SeedError:
        return None


def check(data: bytes) -> None:
    """What holds for every document."""
    if (document := cleaned(data)) is None:
        return
    assert document.traced.revert() == data
    assert document.blocks
    assert document.text == "\n\n".join(block.text for block in document.blocks)
    assert all(document.text[b.start : b.end] == b.text and b.text for b in document.blocks)


@settings(max_examples=60)
@given(
    st.integers(0, 10**6),
    st.floats(0, 0.9),
    st.booleans(),
    st.lists(st.sampled_from(GLUE), min_size=1, max_size=3).map(tuple),
)
def test_a_broken_page_is_cleaned_or_refused(
    seed: int, drop: float, shuffle: bool, glue: tuple[str, ...]
) -> None:
    check(broken(seed, drop, shuffle, glue).encode())


@settings(max_examples=150)
@given(st.text(max_size=400))
def test_any_text_is_cleaned_or_refused(text: str) -> None:
    check(text.encode("utf-8", "ignore"))


@settings(max_examples=60)
@given(st.text(alphabet="。，.!?：:\n 　（）()[]【】—-年月日2021甲乙A b“”|·>", max_size=300))
def test_any_run_of_signs_is_cleaned_or_refused(text: str) -> None:
    check(text.encode())
