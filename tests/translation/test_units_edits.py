"""Whatever editors do to either text, in any order, the pairs stay sound.

A run of edits is made on a record whose every text carries who wrote it; after each of them the
pairs are held against that knowledge.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.model import TranslationInfo
from diglot.records.state import UNTRANSLATED, Unit
from diglot.translation.units import Pair, pairs, settle

MACHINE = TranslationInfo(by="language-model")
WORDS = [
    "东风", "腾讯", "签署", "战略", "合作", "协议", "汽车", "电池", "公司", "工厂",
    "maker", "battery", "signed", "plant", "supply", "chips", "venture", "robotaxi", "cloud",
]  # fmt: skip


@dataclass
class Record:
    """A record as its files hold it, with what only the test knows."""

    rng: random.Random
    sources: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    units: tuple[Unit, ...] = ()
    human: set[str] = field(default_factory=set)
    """Every text of the translation that a person wrote."""
    machine: frozenset[str] = frozenset()
    history: list[tuple[list[str], list[str]]] = field(default_factory=list)

    def text(self) -> str:
        words = " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(6, 16)))
        return f"{words} {self.rng.randint(10**6, 10**7)}"

    def pairs(self) -> tuple[Pair, ...]:
        return pairs(self.sources, self.targets, self.units, MACHINE)

    def place(self, blocks: list[str]) -> int:
        return self.rng.randrange(len(blocks)) if blocks else -1


def _changed(record: Record, text: str) -> str:
    words = text.split(" ")
    words[record.rng.randrange(len(words))] = f"edited{record.rng.randint(10**6, 10**7)}"
    return " ".join(words)


def edit_source(record: Record) -> None:
    at = record.place(record.sources)
    record.sources[at] = _changed(record, record.sources[at])


def rewrite_source(record: Record) -> None:
    record.sources[record.place(record.sources)] = record.text()


def edit_target(record: Record) -> None:
    written = [j for j, text in enumerate(record.targets) if text != UNTRANSLATED]
    if written:
        at = record.rng.choice(written)
        record.targets[at] = _changed(record, record.targets[at])
        record.human.add(record.targets[at])


def insert_source(record: Record) -> None:
    record.sources.insert(record.rng.randint(0, len(record.sources)), record.text())


def insert_target(record: Record) -> None:
    text = record.text()
    record.targets.insert(record.rng.randint(0, len(record.targets)), text)
    record.human.add(text)


def delete_source(record: Record) -> None:
    if len(record.sources) > 1:
        record.sources.pop(record.place(record.sources))


def delete_target(record: Record) -> None:
    if record.targets:
        record.targets.pop(record.place(record.targets))


def merge_targets(record: Record) -> None:
    at = record.rng.randrange(max(1, len(record.targets) - 1))
    if len(record.targets) > at + 1 and UNTRANSLATED not in record.targets[at : at + 2]:
        merged = " ".join(record.targets[at : at + 2])
        record.targets[at : at + 2] = [merged]
        record.human.update({merged} - record.machine)


def split_target(record: Record) -> None:
    if record.targets:
        at = record.place(record.targets)
        words = record.targets[at].split(" ")
        if len(words) > 3:
            halves = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
            record.targets[at : at + 1] = halves
            # Splitting what was merged gives the machine's own words back.
            record.human.update(set(halves) - record.machine)


def merge_sources(record: Record) -> None:
    if len(record.sources) > 1:
        at = record.rng.randrange(len(record.sources) - 1)
        record.sources[at : at + 2] = [" ".join(record.sources[at : at + 2])]


def reorder(record: Record) -> None:
    order = list(range(len(record.sources)))
    record.rng.shuffle(order)
    if len(record.targets) == len(order):
        record.targets = [record.targets[i] for i in order]
    record.sources = [record.sources[i] for i in order]


def revert(record: Record) -> None:
    """Take back an earlier state of both Markdown files; the state file stays."""
    if record.history:
        sources, targets = record.rng.choice(record.history)
        record.sources, record.targets = list(sources), list(targets)


def remember(record: Record) -> None:
    record.units = settle(record.sources, record.targets, record.units, MACHINE)


EDITS = (
    edit_source, rewrite_source, edit_target, insert_source, insert_target, delete_source,
    delete_target, merge_targets, split_target, merge_sources, reorder, revert, remember,
)  # fmt: skip


def _new(seed: int, blocks: int) -> Record:
    record = Record(random.Random(seed))
    record.sources = [record.text() for _ in range(blocks)]
    record.targets = [record.text() for _ in range(blocks)]
    record.machine = frozenset(record.targets)
    made = zip(record.sources, record.targets, strict=True)
    record.units = tuple(Unit(source=s, target=t, by="language-model") for s, t in made)
    return record


def _sound(record: Record) -> None:
    found = record.pairs()
    assert [pair.source for pair in found] == list(range(len(record.sources)))
    own = [pair.target for pair in found if pair.target is not None and not pair.joined]
    extra = [place for pair in found for place in pair.extra]
    assert len({*own, *extra}) == len(own) + len(extra), "a block serves twice"
    written = {j for j, text in enumerate(record.targets) if text != UNTRANSLATED}
    assert written <= {*own, *extra}, "a written block is shown nowhere"
    for pair in found:
        text = None if pair.target is None else record.targets[pair.target]
        if pair.machine or pair.state == "machine":
            assert text not in record.human, "a person's text is called a machine's"
        if pair.state in ("machine", "reviewed"):
            assert pair.unit is not None
            assert pair.unit.source == record.sources[pair.source]
        if pair.state == "missing":
            assert text in (None, UNTRANSLATED)


@settings(max_examples=300)
@given(
    st.integers(0, 10**9),
    st.integers(1, 7),
    st.lists(st.sampled_from(EDITS), min_size=1, max_size=12),
)
def test_no_sentence_of_a_person_is_lost_or_called_a_machines(
    seed: int, blocks: int, edits: list[object]
) -> None:
    record = _new(seed, blocks)
    for edit in edits:
        record.history.append((list(record.sources), list(record.targets)))
        edit(record)  # type: ignore[operator]
        _sound(record)


@settings(max_examples=200)
@given(
    st.integers(0, 10**9),
    st.integers(2, 7),
    st.lists(st.sampled_from(EDITS), min_size=1, max_size=8),
)
def test_taking_all_edits_back_gives_the_first_states_again(
    seed: int, blocks: int, edits: list[object]
) -> None:
    record = _new(seed, blocks)
    before = list(record.sources), list(record.targets)
    for edit in edits:
        edit(record)  # type: ignore[operator]
    record.sources, record.targets = before
    assert {pair.state for pair in record.pairs()} == {"machine"}


def _one(edit: object, seed: int = 1) -> Record:
    record = _new(seed, 5)
    edit(record)  # type: ignore[operator]
    return record


def test_a_merged_translation_serves_both_originals() -> None:
    record = _one(merge_targets)
    states = [pair.state for pair in record.pairs()]
    assert states.count("machine") == 3
    assert states.count("translated") == 2
    assert [pair.joined for pair in record.pairs()].count(True) == 1


def test_a_split_translation_leaves_its_second_half_beside_the_first() -> None:
    record = _one(split_target)
    pair = next(pair for pair in record.pairs() if pair.state == "translated")
    assert pair.extra or pair.target is not None
    assert sum(len(pair.extra) for pair in record.pairs()) == 1


def test_a_merged_original_makes_its_translation_stale_and_loses_none() -> None:
    record = _one(merge_sources)
    states = [pair.state for pair in record.pairs()]
    assert states.count("stale") == 1
    assert states.count("machine") == 3


def test_blocks_moved_on_both_sides_keep_their_state() -> None:
    assert {pair.state for pair in _one(reorder).pairs()} == {"machine"}
