"""Whatever the texts are, a file comes back as it went, and says exactly what was changed in it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from diglot import markdown
from diglot.markdown import collapse, escape
from diglot.problems import ContentError
from diglot.records import bodies
from diglot.records.state import UNTRANSLATED, Review, State, Unit
from diglot.translation.exchange.leaving import Form
from diglot.translation.exchange.returning import read
from tests.translation.exchange import shop
from tests.translation.exchange.shop import FORMS, Said, Tool, bitext, codes, now, snapshot

SNIPPETS = [
    *("\\n", "\\", '"', "“引”", "<b>", "&amp;", "]]>", "%s", "#, fuzzy", "~", "#~ ", "- ", "1. "),
    *("https://example.org/a-b-c?d=e&f", "战略合作", "\u3000", "\u00a0", "\u2028", "e\u0301"),
    *("\ufffe", "🚗", "msgid", "$$", "--", "a" * 90, "汉" * 90),
]
CHARS = st.characters(exclude_categories=("Cs", "Cc"))
TEXTS = (
    st.lists(st.one_of(st.text(CHARS, max_size=9), st.sampled_from(SNIPPETS)), min_size=1)
    .map(" ".join)
    .filter(lambda text: bool(collapse(text.replace("\ufffe", "").replace("\uffff", ""))))
    .filter(lambda text: collapse(text) != UNTRANSLATED)
)
KINDS = st.sampled_from(["", "## "])
BLOCKS = st.lists(st.tuples(KINDS, TEXTS, st.one_of(st.none(), TEXTS)), min_size=1, max_size=5)
Blocks = list[tuple[str, str, str | None]]
QUICK = settings(
    max_examples=20,
    suppress_health_check=list(HealthCheck),
    phases=[phase for phase in Phase if phase is not Phase.shrink],
)
REVIEW = Review(by="Mei", on="2026-01-02")


def _made(root: Path, blocks: Blocks, methods: list[str]) -> Tool:
    """A record of these blocks, each translated by a machine or a person, or read, or not."""
    own = [mark + escape(text) for mark, text, _ in blocks]
    far = [UNTRANSLATED if twin is None else mark + escape(twin) for mark, _, twin in blocks]
    assume([node.kind for node in markdown.parse(bodies.join(own))].count("other") == 0)
    units = tuple(
        Unit(
            source=collapse(text),
            target=collapse(twin),
            by="engine",
            method="human" if method == "human" else "machine",
            reviewed=REVIEW if method == "read" else None,
        )
        for (_, text, twin), method in zip(blocks, methods, strict=False)
        if twin is not None and method != "unknown"
    )
    made = shop.write(root, bodies.join(own), bodies.join(far), State(units=units))
    assume(len(bitext(made).nodes) == len(bitext(made).twin) == len(blocks))
    return Tool(made, "po")


METHODS = st.lists(st.sampled_from(["machine", "human", "read", "unknown"]), min_size=5, max_size=5)


@pytest.mark.parametrize("form", FORMS)
@QUICK
@given(blocks=BLOCKS, methods=METHODS)
def test_nothing_changed_changes_nothing(form: Form, blocks: Blocks, methods: list[str]) -> None:
    with TemporaryDirectory() as folder:
        made = _made(Path(folder), blocks, methods).made
        tool, before = Tool(made, form), snapshot(made)
        report = tool.give_back(by=None)
        assert (report.findings, report.written) == ([], {})
        assert snapshot(made) == before
        assert shop.export(made, form) == shop.export(made, form)


@pytest.mark.parametrize("form", FORMS)
@QUICK
@given(blocks=BLOCKS, methods=METHODS, data=st.data())
def test_what_was_changed_is_all_that_changes(
    form: Form, blocks: Blocks, methods: list[str], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        made = _made(Path(folder), blocks, methods).made
        tool, before = Tool(made, form), now(made)
        # Of blocks that share a text nobody knows for sure which translation is whose.
        work = bitext(made)
        assume(len({*work.sources}) == len(work.sources))
        assume(all(pair.target in (None, pair.source) for pair in work.pairs))
        said: dict[str, tuple[str, Said]] = {}
        for key in data.draw(st.lists(st.sampled_from([*before]), unique=True)):
            text = data.draw(TEXTS).replace("\ufffe", "").replace("\uffff", "")
            text = "".join(c for c in text if c.isprintable() or c.isspace())
            text = " ".join(text.split())
            assume(text and text not in [entry.target for entry in before.values()])
            marks: list[Said] = ["done"] if form == "po" else ["done", "approved"]
            said[key] = text, data.draw(st.sampled_from(marks))
        for key, (text, mark) in said.items():
            tool.say(key, text, mark)
        assert codes(tool.give_back()) == []
        after = now(made)
        assert after.keys() == before.keys()
        for key, entry in after.items():
            if key in said:
                text, mark = said[key]
                state = "reviewed" if mark == "approved" else "translated"
                assert (entry.target, entry.state) == (collapse(text), state)
            else:
                old = before[key]
                assert (entry.target, entry.state) == (old.target, old.state)


@QUICK
@given(data=st.binary(min_size=1, max_size=200), suffix=st.sampled_from([".po", ".xlf"]))
def test_any_bytes_are_read_or_refused_with_a_line(data: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(data)
        with pytest.raises(ContentError) as caught:
            read(path, path.name)
        (finding,) = caught.value.findings
        assert finding.code == "exchange-file"
        assert finding.line >= 1


@pytest.mark.parametrize("form", FORMS)
@QUICK
@given(data=st.data())
def test_a_damaged_file_is_read_as_far_as_it_says_something_or_refused(
    form: Form, data: st.DataObject
) -> None:
    """A line lost or cut, or a character changed: findings, never anything else."""
    with TemporaryDirectory() as folder:
        tool = Tool(shop.project(Path(folder)), form)
        lines = tool.path.read_text("utf-8").split("\n")
        place = data.draw(st.integers(0, len(lines) - 1))
        cut = data.draw(st.integers(0, len(lines[place])))
        lines[place] = lines[place][:cut] + data.draw(st.sampled_from(["", '"', "<", ">", "\\"]))
        tool.path.write_text("\n".join(lines), encoding="utf-8")
        assert _complaints(tool.path) in ([], ["exchange-file"])


def _complaints(path: Path) -> list[str]:
    try:
        read(path, path.name)
    except ContentError as error:
        return [finding.code for finding in error.findings]
    return []
