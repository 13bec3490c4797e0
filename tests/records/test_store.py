"""Records in ``content/``: what is faulty is told, and never stops the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from diglot.model import Article, Translation
from diglot.problems import ContentError
from diglot.records import files, state, store
from diglot.records.rename import rename

ORIGINAL = "---\nlang: en\ntitle: T\n---\n\nOne.\n\nTwo.\n"
TWIN = "---\nlang: zh-Hans\ntitle: 题\ntranslation: {by: nobody}\n---\n\n一。\n\n二。\n"
STATE = (
    '{"seed_path": "seeds/a.txt", "seed_sha256": "0",'
    ' "extracted": {"front_matter": {}, "blocks": []}}'
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    put(folder, "articles/good.en.md", ORIGINAL)
    put(folder, "articles/good.zh.md", TWIN)
    return folder


def put(content: Path, name: str, text: str) -> None:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def faults(content: Path) -> list[str]:
    loaded = store.load_all(content)
    assert "good" in [record.slug for record in loaded.records], "the others go on"
    return [str(one) for one in loaded.findings]


def test_two_files_with_one_stem_are_one_record(content: Path) -> None:
    put(content, "state/good.json", STATE)
    (record,) = store.load_all(content).records
    assert (record.slug, record.side, record.article.title) == ("good", "en", "T")
    assert record.body == "One.\n\nTwo."
    assert record.translation is not None
    assert record.translation.title == "题"
    assert record.translation_body == "一。\n\n二。"
    assert record.state is not None
    assert record.state.seed_path == "seeds/a.txt"


def test_no_content_is_no_record(tmp_path: Path) -> None:
    assert store.load_all(tmp_path / "content") == store.Loaded((), ())


@pytest.mark.parametrize(
    ("name", "text", "start"),
    [
        ("bad.en.md", "---\nlang: [\n---\n", "bad.en.md:3:1: [front-matter-syntax]"),
        ("bad.en.md", "lang: en\n", "bad.en.md:1:1: [front-matter-syntax]"),
        ("bad.en.md", "---\n- x\n---\n", "bad.en.md:1:1: [front-matter-syntax]"),
        ("bad.en.md", "---\nlang: en\ntitle: T\nx: y\n---\n", "bad.en.md:4:1: [front-matter-key]"),
        ("bad.en.md", "---\nlang: en\n---\n", "bad.en.md:2:1: [front-matter-value]"),
        ("bad.zh.md", TWIN, "bad.zh.md:1:1: [translation-orphan]"),
        ("bad.zh.md", ORIGINAL, "bad.zh.md:2:1: [article-lang]"),
        ("Bad one.md", ORIGINAL, "Bad one.md:1:1: [article-name]"),
        ("good.zh.md", ORIGINAL.replace("en", "zh-Hans"), "good.en.md:1:1: [record-originals]"),
    ],
)
def test_a_faulty_file_is_told_and_the_others_go_on(
    content: Path, name: str, text: str, start: str
) -> None:
    put(content, f"articles/{name}", text)
    (found,) = faults(content)
    assert found.startswith(f"content/articles/{start}")


def test_a_broken_state_is_told_beside_a_broken_original(content: Path) -> None:
    put(content, "articles/good.en.md", "---\ntitle: a: b\n---\n")
    put(content, "state/good.json", "{")
    codes = [one.code for one in store.load_all(content).findings]
    assert sorted(codes) == ["front-matter-syntax", "state-syntax"]


def test_a_file_in_another_encoding_is_told(content: Path) -> None:
    (content / "articles" / "bad.zh.md").write_bytes(TWIN.encode("gb18030"))
    (found,) = faults(content)
    assert found.startswith("content/articles/bad.zh.md:1:1: [front-matter-syntax]")


def test_a_translation_of_an_unreadable_original_is_no_orphan(content: Path) -> None:
    put(content, "articles/bad.en.md", "no front matter")
    put(content, "articles/bad.zh.md", TWIN)
    assert [one.split()[1] for one in faults(content)] == ["[front-matter-syntax]"]


@pytest.mark.parametrize("text", ["{", "[]", '{"seed_path": 1}', "\xff"])
def test_a_state_file_that_does_not_parse_leaves_the_record_as_it_is(
    content: Path, text: str
) -> None:
    put(content, "state/good.json", "")
    (content / "state" / "good.json").write_bytes(text.encode("latin-1"))
    (found,) = faults(content)
    assert found.startswith("content/state/good.json:1:1: [state-syntax]")


def test_a_state_reads_back_as_it_was_written(tmp_path: Path) -> None:
    unit = state.Unit(
        source="a",
        target="甲",
        by="language-model",
        reviewed=state.Review(by="Li", on="2026-01-02"),
    )
    extracted = state.Extracted(front_matter={"title": "题", "x": [None]}, blocks=("甲",))
    value = state.State(seed_path="s", seed_sha256="0", extracted=extracted, units=(unit,))
    read, bad = state.parse(state.dump(value), "s.json")
    assert bad == []
    assert read is not None
    assert state.dump(read) == state.dump(value)


def test_writing_what_a_file_says_already_does_not_touch_it(content: Path) -> None:
    path = content / "articles" / "good.en.md"
    path.write_bytes(ORIGINAL.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    article = Article(lang="en", title="T")
    assert not store.write_sheet(content, "good", article, "One.\n\nTwo.")
    assert path.read_bytes() == before


def test_writing_a_translation_keeps_the_editors_comments(content: Path) -> None:
    put(content, "articles/good.zh.md", TWIN.replace("lang", "# mine\nlang"))
    store.write_sheet(content, "good", Translation(lang="zh-Hans", title="新题"), "一。")
    text = (content / "articles" / "good.zh.md").read_text(encoding="utf-8")
    assert text.startswith("---\n# mine\nlang: zh-Hans\ntitle: 新题\n")
    assert text.endswith("---\n\n一。\n")


def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    files.write_text(path, "old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        files.write_text(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_up_to_date_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert files.write_text(path, "x")
    assert not files.write_text(path, "x")


def test_renaming_moves_all_files_of_a_record(content: Path) -> None:
    put(content, "state/good.json", STATE)
    rename(content, "good", "better")
    names = sorted(path.name for path in content.rglob("*.*"))
    assert names == ["better.en.md", "better.json", "better.zh.md"]


DEALS = """\
---
lang: en
title: T # said so
deals:
- kind: supply
  parties: [a, b]
  evidence: ["good-supply-a-b"]
  {words}
---

good-supply-a-b
"""


@pytest.mark.parametrize(
    "words",
    [
        "same_as: [ 'good-supply-a-b',  gone ]   # good, by the day",
        "not_same_as:\n  - good-supply-a-b-2 # another\n  - good-supply-a-b",
        "same_as: [good-supply-a-b-2]\n  not_same_as: [good-supply-a-b]",
        "same_as:\n  - >-\n    good-supply-a-b",
        'same_as: [\n    "good-supply\\x2da-b"\n  ]',
    ],
)
def test_renaming_rewrites_what_others_say_of_its_deals(content: Path, words: str) -> None:
    deal = "{kind: supply, parties: [a, b]}"
    text = ORIGINAL.replace("title: T", f"title: T\ndeals: [{deal}, {deal}]")
    put(content, "articles/good.en.md", text)
    put(content, "articles/other.en.md", DEALS.format(words=words))
    (before,) = [r.article for r in store.load_all(content).records if r.slug == "other"]
    paths = rename(content, "good", "better")
    assert content / "articles/other.en.md" in paths
    (after,) = [r.article for r in store.load_all(content).records if r.slug == "other"]
    for key in ("same_as", "not_same_as"):
        old = getattr(before.deals[0], key)
        assert getattr(after.deals[0], key) == tuple(o.replace("good", "better") for o in old)
    assert after.deals[0].evidence == before.deals[0].evidence
    written = (content / "articles/other.en.md").read_text()
    if "x2d" not in words and ">-" not in words:
        new = words.replace("good-supply", "better-supply")
        assert written == DEALS.format(words=new)


def test_renaming_a_record_whose_deals_name_each_other_rewrites_its_own(content: Path) -> None:
    text = DEALS.replace("kind: supply", "kind: order").format(words="same_as: [good-order-a-b-2]")
    text = text.replace("---\n\ngood", "- {kind: order, parties: [a, b]}\n---\n\ngood")
    put(content, "articles/good.en.md", text)
    rename(content, "good", "better")
    record, _ = store.load(content, "better")
    assert record is not None
    assert record.article.deals[0].same_as == ("better-order-a-b-2",)


def test_a_rename_that_fails_midway_leaves_all_as_it_was(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deal = "title: T\ndeals: [{kind: supply, parties: [a, b]}]"
    put(content, "articles/good.en.md", ORIGINAL.replace("title: T", deal))
    put(content, "articles/other.en.md", DEALS.format(words="same_as: [good-supply-a-b]"))
    before = {path: path.read_bytes() for path in content.rglob("*.md")}
    whole = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if target.name == "better.en.md":
            raise OSError("disk full")
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="disk full"):
        rename(content, "good", "better")
    assert {path: path.read_bytes() for path in content.rglob("*.md")} == before


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("gone", "better", "slug-unknown"),
        ("good", "Not a slug", "slug-invalid"),
        ("good", "taken", "slug-invalid"),
    ],
)
def test_a_rename_that_cannot_be_moves_nothing(
    content: Path, old: str, new: str, code: str
) -> None:
    put(content, "state/taken.json", STATE)
    before = sorted(content.rglob("*"))
    with pytest.raises(ContentError) as caught:
        rename(content, old, new)
    assert caught.value.findings[0].code == code
    assert sorted(content.rglob("*")) == before


@pytest.mark.parametrize("slug", ["../../d", "/tmp/d", "a/b", "..\\d", "", "A"])
def test_what_cannot_be_a_slug_is_never_looked_for_outside_content(
    tmp_path: Path, slug: str
) -> None:
    assert store.load(tmp_path / "content", slug) == (None, [])
