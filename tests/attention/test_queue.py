"""The review queue: what wants a human eye, by weight, for people, tools and the page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from diglot.attention import queue, tellings
from diglot.check import check
from diglot.config import Project
from diglot.model import Article, Deal, DealKind, Published, Status
from diglot.records import content, files, state
from diglot.records.store import Record
from diglot.yamlfile import data
from tests.translation.desk import run

COMPANY = "name: {zh: %s, en: %s}\n"
ARTICLE = """\
---
lang: en
title: %(title)s
title_basis: stated
summary: ''
source: {publisher: null, author: null, url: null}
published: {date: %(published)s}
events:
- {date: %(event)s, what: other, basis: %(basis)s}
companies:
- {id: tencent}
- {id: dongfeng}
- {id: newcomer}
deals:
- kind: %(kind)s
  parties: [tencent, dongfeng]
  date: %(deal)s
  status: %(status)s
%(notes)s---

Dongfeng delivered 500 buses.
"""
TWIN = """\
---
lang: zh-Hans
title: 标题
translation: {by: machine, method: machine}
---

东风交付了600辆巴士。
"""
PLAIN = {
    "title": "A", "published": "2025-03-01", "event": "2024", "basis": "stated", "notes": "",
    "kind": "supply", "deal": "2025-02-28", "status": "reported",
}  # fmt: skip


def article(root: Path, slug: str, **values: str) -> None:
    files.write_text(root / f"content/articles/{slug}.en.md", ARTICLE % {**PLAIN, **values})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A record with one of everything, another that contradicts it, a draft."""
    for key, zh in {"tencent": "腾讯", "dongfeng": "东风", "newcomer": "新人"}.items():
        text = COMPANY % (zh, key.title()) + "proposed: true\n" * (key == "newcomer")
        files.write_text(tmp_path / f"content/companies/{key}.yml", text)
    note = "notes: {zh: 有争议。, en: Disputed.}\n"
    article(tmp_path, "one", event="2024?", notes=note)
    files.write_text(tmp_path / "content/articles/one.zh.md", TWIN)
    unit = state.Unit(
        source="Dongfeng delivered 500 buses.", target="东风交付了600辆巴士。", by="mt"
    )
    memory = state.dump(state.State(units=(unit,)))
    files.write_text(tmp_path / "content/state/one.json", memory)
    article(tmp_path, "two", event="2024-05", basis="inferred", kind="joint_venture")
    return tmp_path


def kinds(root: Path) -> dict[str, list[str]]:
    loaded = content.load(Project(root=root))
    return {g.key: [one.kind for one in g.items] for g in queue(loaded, check(loaded))}


def test_everything_that_wants_an_eye_is_listed_the_weightiest_first(root: Path) -> None:
    assert kinds(root) == {
        "one": ["conflict", "lint", "lint", "machine", "date", "note"],
        "two": ["conflict", "date"],
        "content/companies/newcomer.yml": ["company"],
    }


def test_a_record_nobody_need_look_at_is_not_listed(root: Path) -> None:
    for name in ("one.en.md", "one.zh.md", "two.en.md"):
        (root / "content/articles" / name).unlink()
    article(root, "three")
    (root / "content/companies/newcomer.yml").write_text(COMPANY % ("新人", "Newcomer"))
    assert kinds(root) == {}
    assert run(root, "review", "--lang", "en").output == "nothing waits for a human eye\n"


def test_a_draft_weighs_more_the_more_records_name_it(root: Path) -> None:
    def weight() -> int:
        groups = json.loads(run(root, "review", "--format", "json").output)
        return next(int(g["weight"]) for g in groups if g.get("file", "").endswith("newcomer.yml"))

    before = weight()
    article(root, "three")
    assert weight() == before + int(data("attention")["each"]["mention"])


def test_what_is_reviewed_or_gone_out_of_date_changes_its_kind(root: Path) -> None:
    assert run(root, "review", "one", "--by", "Li Na").exit_code == 0
    assert "machine" not in kinds(root)["one"]
    path = root / "content/articles/one.en.md"
    path.write_text(path.read_text("utf-8").replace("delivered 500", "sold 600"))
    assert "stale" in kinds(root)["one"]


def test_the_list_names_file_and_line_and_says_how_much_is_left(root: Path) -> None:
    lines = run(root, "review", "--limit", "1", "--lang", "en").output.splitlines()
    assert lines[0].startswith("one  A  (")
    assert lines[1].startswith("  content/articles/one.en.md:15: [conflict] “two” tells")
    assert "supply or joint_venture" in lines[1]
    assert lines[-1].startswith("2 more")
    assert len(run(root, "review", "--limit", "0").output.splitlines()) == 12


def test_one_records_part_of_the_list_can_be_asked_for(root: Path) -> None:
    assert [line.split()[0] for line in run(root, "review", "two").output.splitlines()] == [
        "two",
        "content/articles/two.en.md:15:",
        "content/articles/two.en.md:9:",
    ]
    assert "[slug-unknown]" in run(root, "review", "nope").output


@pytest.mark.parametrize(
    "wrong", [["--by", "Li Na"], ["one", "--block", "1"], ["one", "--by", " "]]
)
def test_half_a_review_is_refused(root: Path, wrong: list[str]) -> None:
    assert run(root, "review", *wrong).exit_code == 2


def test_the_list_speaks_chinese(root: Path) -> None:
    assert "不确定" in run(root, "review", "--lang", "zh").output


# What is a contradiction


def telling(
    slug: str, date: str | None, kind: DealKind = "supply", status: Status = "reported",
    published: str | None = None,
) -> Record:  # fmt: skip
    """A record that tells one deal."""
    deal = Deal(kind=kind, parties=("a", "b"), date=date, status=status)
    article = Article(lang="en", title=slug, published=Published(date=published), deals=(deal,))
    lines = SimpleNamespace(of=lambda _: 1)
    sheet = cast("Any", SimpleNamespace(path=f"{slug}.md", lines=lines))
    return Record(slug=slug, side="en", article=article, body="", sheet=sheet)


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        (telling("x", "2025-02-28"), telling("y", "2025-02-28"), False),
        (telling("x", "2025-02-28"), telling("y", "2025-02"), False),
        (telling("x", "2025-02-28"), telling("y", "XXXX-02-28"), False),
        (telling("x", "2025-02-28"), telling("y", "2025-03-02"), True),
        (telling("x", "2025-02-28"), telling("y", "2025-06-02"), False),
        (telling("x", "2025-02-28"), telling("y", "2025-02-28", "investment"), True),
        (telling("x", "2025"), telling("y", "2025", "investment"), True),
        (telling("x", "2025-01/2025-03"), telling("y", "2025-02/2025-05"), True),
        (telling("x", "2025-02"), telling("y", "2025-02", status="denied"), True),
        (telling("x", None), telling("y", "2025-02", "investment"), False),
        (telling("x", "2025-02"), telling("y", "2025-06", "investment"), False),
        (
            telling("x", "2025-02", status="proposed", published="2024"),
            telling("y", "2025-02", published="2025-03"),
            False,
        ),
        (
            telling("x", "2025-02", status="proposed", published="2025-05"),
            telling("y", "2025-02", published="2025-03"),
            True,
        ),
    ],
)
def test_more_exact_and_later_is_no_contradiction_but_other_is(
    one: Record, other: Record, *, contradict: bool
) -> None:
    for pair in ((one, other), (other, one)):
        assert bool(list(tellings.conflicts(pair))) is contradict


def test_one_record_that_tells_a_deal_twice_contradicts_nobody() -> None:
    record = telling("x", "2025-02")
    twice = (record.article.deals[0], replace(record.article.deals[0], status="denied"))
    both = replace(record, article=replace(record.article, deals=twice))
    assert list(tellings.conflicts([both])) == []


@pytest.mark.parametrize("word", ["same_as", "not_same_as"])
def test_what_an_editor_has_said_of_two_deals_settles_them(word: str) -> None:
    one = telling("x", "2025-02-28")
    for date, kind in (("2025-02-28", "investment"), ("2025-03-02", "supply")):
        other = telling("y", date, cast("DealKind", kind))
        assert len(list(tellings.conflicts([one, other]))) == 2
        said = replace(other.article.deals[0], **{word: ("x-supply-a-b",)})
        settled = replace(other, article=replace(other.article, deals=(said,)))
        assert list(tellings.conflicts([one, settled])) == []
