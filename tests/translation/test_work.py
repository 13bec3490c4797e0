"""Runs on real files: only what is wanted is asked, nothing is lost and nothing paid for twice."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.config import Project
from diglot.languages import Lang
from diglot.records import bodies, content, files, store
from diglot.records.state import UNTRANSLATED, Review
from diglot.translation.engines.base import EngineError, Glossary, Usage
from diglot.translation.memory import Memory
from diglot.translation.review import review
from diglot.translation.run import Run
from diglot.translation.work import Report, jobs
from tests.translation import desk


class Tiny:
    """An engine that writes ``T(…)`` around a segment, and keeps account of what it was asked."""

    name, batch, threads = "tiny", 2, 1

    def __init__(self) -> None:
        self.asked: list[str] = []

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        self.asked += segments
        return [f"T({segment})" for segment in segments]

    def usage(self) -> Usage:
        return Usage()


def translate(made: Project, engine: Tiny | None, *slugs: str, remember: bool = True) -> Report:
    loaded, report = content.load(made), Report()
    memory = Memory.of(loaded if remember else replace(loaded, records=()))
    Run(made, memory, engine, report, lambda _: None, lambda: None).do(jobs(loaded, slugs, report))
    return report


def test_a_second_run_asks_nothing_and_writes_nothing(made: Project, slug: str) -> None:
    assert translate(made, Tiny()).written == [slug]
    engine = Tiny()
    report = translate(made, engine)
    assert (engine.asked, report.written, report.findings) == ([], [], [])


def test_what_was_answered_before_is_not_asked_again_by_anyone(made: Project, slug: str) -> None:
    first = Tiny()
    translate(made, first)
    store.sheet_path(made.content, slug, "en").unlink()
    store.state_path(made.content, slug).unlink()
    engine = Tiny()
    report = translate(made, engine)
    assert engine.asked == []
    assert report.reused == len(first.asked)
    assert set(desk.states(made, slug)) == {"machine"}


def test_the_same_text_in_two_records_is_asked_once(tmp_path: Path) -> None:
    second = desk.CHINESE.replace("9月28日", "10月30日").replace("在武汉签署", "于昨日签署")
    made = desk.project(tmp_path, desk.CHINESE, second)
    engine = Tiny()
    report = translate(made, engine)
    assert len(desk.slugs(made)) == 2
    assert len(engine.asked) == len(set(engine.asked))
    assert (report.failed, report.reused > 0) == (0, True)
    for one in desk.slugs(made):
        assert set(desk.states(made, one)) == {"machine"}


class Failing(Tiny):
    """Fails for whatever holds a word; says what else came out."""

    def __init__(self, word: str, *, fatal: bool = False) -> None:
        super().__init__()
        self.word, self.fatal = word, fatal

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        found = super().translate(segments, source, target, glossary)
        done = {n: text for n, text in enumerate(found) if self.word not in text}
        if len(done) < len(found):
            raise EngineError("it cannot", fatal=self.fatal, done=done)
        return found


def test_what_an_engine_could_do_is_kept_when_it_fails_for_the_rest(
    made: Project, slug: str
) -> None:
    failing = Failing("智能座舱")
    report = translate(made, failing)
    assert (report.failed, report.translated) == (1, len(failing.asked) - 1)
    assert [one.what for one in report.findings] == ["it cannot"]
    assert desk.states(made, slug).count("missing") == 1
    engine = Tiny()
    translate(made, engine)
    assert len(engine.asked) == 1
    assert "智能座舱" in engine.asked[0]
    assert set(desk.states(made, slug)) == {"machine"}


def test_a_failing_record_does_not_stop_the_others(tmp_path: Path) -> None:
    made = desk.project(tmp_path, desk.CHINESE, desk.ENGLISH)
    report = translate(made, Failing("laboratory"))
    bad, good = desk.slugs(made)
    assert good in report.written
    assert set(desk.states(made, good)) == {"machine"}
    assert "machine" not in desk.states(made, bad)
    assert {one.path for one in report.findings} == {f"content/articles/{bad}.en.md"}


def test_after_a_fatal_error_nothing_more_is_asked_and_what_was_done_is_kept(
    made: Project, slug: str
) -> None:
    failing = Failing("云服务", fatal=True)
    failing.batch = 1
    report = translate(made, failing)
    assert report.translated == len(failing.asked) - 1
    assert desk.states(made, slug) == ["machine", *["missing"] * 3]
    assert (len(failing.asked), report.failed) == (3, 3)


class Wrong(Tiny):
    """Answers with the wrong number of texts, or with nothing in them."""

    def __init__(self, *, empty: bool) -> None:
        super().__init__()
        self.empty = empty

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        return [" \n" for _ in segments] if self.empty else ["text"] * (len(segments) + 1)


@pytest.mark.parametrize("empty", [True, False])
def test_answers_that_cannot_be_used_change_nothing(
    made: Project, slug: str, *, empty: bool
) -> None:
    before = {path: path.read_bytes() for path in made.content.rglob("*") if path.is_file()}
    report = translate(made, Wrong(empty=empty))
    assert report.failed == 5
    assert report.findings
    assert before == {path: path.read_bytes() for path in made.content.rglob("*") if path.is_file()}


def test_without_an_engine_the_memory_alone_fills_in(tmp_path: Path) -> None:
    made = desk.project(tmp_path)
    translate(made, Tiny())
    files.write_text(tmp_path / "seeds" / "9.txt", desk.CHINESE.replace("9月28日", "10月30日"))
    desk.project(tmp_path)
    new = next(one for one in desk.slugs(made) if set(desk.states(made, one)) == {"missing"})
    report = translate(made, None, new)
    assert sorted(desk.states(made, new)) == ["machine", "machine", "machine", "missing"]
    assert (report.left, report.failed) == (2, 0) or report.left == 1
    assert desk.bitext(made, new).info.by == "memory"


class Meddler(Tiny):
    """While it translates, an editor is at work on the same record."""

    def __init__(self, made: Project, slug: str) -> None:
        super().__init__()
        self.made, self.slug = made, slug

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        if not self.asked:
            desk.edit(self.made, self.slug, "en", desk.put(1, "My own words."))
            desk.edit(self.made, self.slug, "zh", desk.put(3, "全新的一段。"))
        return super().translate(segments, source, target, glossary)


def test_what_an_editor_writes_while_a_run_is_under_way_is_kept(made: Project, slug: str) -> None:
    translate(made, Meddler(made, slug))
    assert desk.body(made, slug, "en")[1] == "My own words."
    assert desk.states(made, slug) == ["machine", "translated", "machine", "missing"]
    translate(made, Tiny())
    assert desk.body(made, slug, "en")[3] == "T(全新的一段。)"


@pytest.mark.parametrize(
    "text",
    ["no front matter, but a person's words", "---\nlang: [\n---\n\nA person's words.\n",
     "---\nlang: en\ntitle: T\n---\n\n<<<<<<< HEAD\nA person's words.\n"],
)  # fmt: skip
def test_a_translation_that_cannot_be_read_is_left_as_it_is(
    made: Project, slug: str, text: str
) -> None:
    path = store.sheet_path(made.content, slug, "en")
    path.write_text(text, encoding="utf-8")
    engine = Tiny()
    assert translate(made, engine).written == []
    assert engine.asked == []
    assert path.read_text("utf-8") == text


def test_a_state_that_cannot_be_read_is_left_as_it_is(made: Project, slug: str) -> None:
    translate(made, Tiny())
    path = store.state_path(made.content, slug)
    broken = "<<<<<<< HEAD\n" + path.read_text("utf-8")
    path.write_text(broken, encoding="utf-8")
    desk.edit(made, slug, "zh", desk.put(0, "新的。"))
    translate(made, Tiny())
    assert path.read_text("utf-8") == broken


def test_a_record_that_cannot_be_written_stops_no_other(tmp_path: Path) -> None:
    made = desk.project(tmp_path, desk.CHINESE, desk.ENGLISH)
    first, second = desk.slugs(made)
    path = store.state_path(made.content, first)
    path.unlink()
    path.mkdir()  # nothing can be renamed over a folder
    report = translate(made, Tiny())
    assert report.written == [second]
    found = [(one.code, one.path) for one in report.findings]
    assert found == [("file-unusable", f"content/state/{first}.json")]
    path.rmdir()
    engine = Tiny()
    translate(made, engine)
    assert engine.asked == []
    assert set(desk.states(made, first)) == {"machine"}


def test_a_kill_between_the_two_files_of_a_record_costs_nothing(made: Project, slug: str) -> None:
    """The state is written first; here the translation stays as it was before."""
    translate(made, Tiny())
    path = store.sheet_path(made.content, slug, "en")
    before = path.read_text("utf-8")
    source = desk.body(made, slug, "zh")[2]
    desk.edit(made, slug, "zh", desk.put(2, source.replace("明年", "后年")))
    translate(made, Tiny())
    after = path.read_text("utf-8")
    path.write_text(before, encoding="utf-8")
    assert desk.states(made, slug).count("stale") == 1
    engine = Tiny()
    translate(made, engine)
    assert engine.asked == []
    assert path.read_text("utf-8") == after


def test_rules_and_code_are_copied_with_the_rest_but_make_no_translation_alone(
    made: Project, slug: str
) -> None:
    desk.edit(made, slug, "zh", lambda blocks: [*blocks, "---", "```\ncode\n```"])
    assert translate(made, None).written == []
    translate(made, Tiny())
    assert desk.body(made, slug, "en")[-2:] == ["---", "```\ncode\n```"]
    assert set(desk.states(made, slug)) == {"machine"}


class Editor:
    """Edits the files of a record at random; what people write carries a mark of its own."""

    def __init__(self, made: Project, seed: int) -> None:
        self.made, self.rng = made, random.Random(seed)
        (self.slug,) = desk.slugs(made)
        self.history: list[tuple[list[str], list[str]]] = []

    def mark(self, kind: str) -> str:
        return f"{kind}{self.rng.randrange(10**8)}"

    def blocks(self) -> tuple[list[str], list[str]]:
        own = desk.body(self.made, self.slug, "zh")
        path = store.sheet_path(self.made.content, self.slug, "en")
        return own, desk.body(self.made, self.slug, "en") if path.is_file() else []

    def write(self, own: list[str], far: list[str]) -> None:
        desk.edit(self.made, self.slug, "zh", lambda _: own)
        if store.sheet_path(self.made.content, self.slug, "en").is_file():
            desk.edit(self.made, self.slug, "en", lambda _: far)

    def step(self, kind: str) -> None:
        own, far = self.blocks()
        self.history.append((list(own), list(far)))
        if kind == "revert":
            own, far = self.rng.choice(self.history)
        elif kind == "reorder":
            self.rng.shuffle(own)
        elif kind.startswith("own "):
            self._change(own, kind[4:], "原文")
        else:
            self._change(far, kind[4:], "person")
        self.write(own or ["空。"], far)

    def _change(self, blocks: list[str], how: str, kind: str) -> None:
        at = self.rng.randrange(len(blocks)) if blocks else 0
        if how == "insert":
            blocks.insert(at, f"{self.mark(kind)} 东风 has something to say here.")
        elif not blocks:
            return
        elif how == "edit":
            blocks[at] = f"{blocks[at].replace(UNTRANSLATED, '')} {self.mark(kind)}".strip()
        elif how == "rewrite":
            blocks[at] = f"{self.mark(kind)} wholly new."
        elif how == "delete":
            blocks.pop(at)
        elif how == "split":
            half = len(blocks[at]) // 2
            parts = (blocks[at][:half], blocks[at][half:])
            blocks[at : at + 1] = [f"{part.strip()} {self.mark(kind)}" for part in parts]
        elif how == "merge":
            blocks[at : at + 2] = [" ".join([*blocks[at : at + 2], self.mark(kind)])]


STEPS = ["revert", "reorder"] + [
    f"{side} {how}"
    for side in ("own", "far")
    for how in ("insert", "edit", "rewrite", "delete", "split", "merge")
]


def marks(text: str) -> Counter[str]:
    words = (word.strip("()") for word in text.split())
    return Counter(word for word in words if word.startswith("person"))


def _translated(editor: Editor, *, whole: bool, remember: bool) -> None:
    """A run; whatever people wrote is still there, and nothing is left to do."""
    made = editor.made
    before = marks(bodies.join(editor.blocks()[1]))
    translate(made, Tiny() if whole else Failing("1"), remember=remember)
    after = marks(bodies.join(editor.blocks()[1]))
    assert before <= after if remember else before == after
    if whole:
        for pair in desk.bitext(made, editor.slug).pairs:
            assert pair.state != "missing"
            assert pair.state != "stale" or not pair.machine
        again = Tiny()
        assert translate(made, again, remember=remember).written == []
        assert again.asked == []


def _sound(editor: Editor) -> None:
    """Nothing a person wrote is called a machine's."""
    work = desk.bitext(editor.made, editor.slug)
    for pair in work.pairs:
        text = "" if pair.target is None else work.targets[pair.target]
        assert not marks(text) or not (pair.machine or pair.state == "machine")
    for unit in work.memory.units:
        assert unit.method == "human" or not marks(unit.target)


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project to copy."""
    return desk.project(tmp_path_factory.mktemp("pattern"))


@settings(max_examples=60)
@given(
    st.integers(0, 10**9),
    st.lists(st.sampled_from([*STEPS, "translate", "translate a part", "review"]), max_size=9),
    st.booleans(),
)
def test_whatever_editors_and_runs_do_in_turn_no_persons_words_are_lost(
    pattern: Project, seed: int, steps: list[str], remember: bool
) -> None:
    """What the memory brings back of a person's words is its own; without it, labels are strict."""
    with TemporaryDirectory() as folder:
        shutil.copytree(pattern.root, folder, dirs_exist_ok=True)
        editor = Editor(Project(root=Path(folder)), seed)
        for step in [*steps, "translate"]:
            if step == "review":
                review(editor.made, editor.slug, None, Review(by="Li Lei", on="2026-02-03"))
            elif step.startswith("translate"):
                _translated(editor, whole=step == "translate", remember=remember)
            else:
                editor.step(step)
            if not remember:
                _sound(editor)
