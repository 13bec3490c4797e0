"""`diglot check` lints every translation, names block and line, and heeds waivers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diglot import check
from diglot.config import Project
from diglot.problems import Severity
from diglot.records import files
from tests.ground import ROOT

ZH, EN = "content/articles/one.zh.md", "content/articles/one.en.md"
ORIGINAL = """\
---
lang: en
title: Acme and Beta sign
---

## A deal for years

Acme and Beta signed an agreement in Paris on 28 June 2019, and will build 9,000 cars.

They will work together in seven areas.
"""
TWIN = """\
---
lang: zh-Hans
title: 甲壳与乙方签约
translation:
  by: Li
  method: human
---

## 一份多年的协议

2019年6月28日，甲壳与乙方在巴黎签署协议，将生产9000辆汽车。

它们将在七大领域开展合作。
"""
WAIVER = """\
waive:
- block: 2
  code: translation-numbers
  reason: the source is known to be wrong
---
"""
FILES = {
    EN: ORIGINAL,
    ZH: TWIN,
    "content/companies/acme.yml": "name: {zh: 甲壳, en: Acme}\n",
    "content/companies/beta.yml": "name: {zh: 乙方, en: Beta}\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in FILES.items():
        files.write_text(tmp_path / name, text)
    return Project(root=tmp_path)


def told(project: Project) -> list[str]:
    return [f"{one.path}:{one.line} {one.code}" for one in check.run(project)]


def edit(project: Project, old: str, new: str) -> None:
    path = project.root / ZH
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_translation_has_no_findings(project: Project) -> None:
    assert told(project) == []


CASES = [
    ("9000辆", "8000辆", "translation-numbers", 11),
    ("28日", "29日", "translation-dates", 11),
    ("乙方在", "它在", "translation-names", 11),
    ("，将生产", "，并在多个国家和地区销售给许多消费者，将生产", "translation-length", 11),
    ("它们将在七大领域开展合作。", "They will work in seven areas.", "translation-residue", 13),
    ("开展合作。", "开展合作.", "translation-punctuation", 13),
    ("## 一份", "一份", "translation-kind", 9),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case[2] for case in CASES])
def test_each_fault_is_a_warning_at_the_line_of_its_block(
    project: Project, case: tuple[str, str, str, int]
) -> None:
    old, new, code, line = case
    edit(project, old, new)
    found = [one for one in check.run(project) if one.code == code]
    assert {(one.path, one.line) for one in found} == {(ZH, line)}
    assert {one.severity for one in found} == {Severity.WARNING}
    assert all(one.what.startswith(f"block {(line - 9) // 2 + 1}: ") for one in found)


def test_a_stale_block_is_told_and_not_linted(project: Project) -> None:
    source = "They will work together in six areas."
    unit = {"source": source, "target": "它们将在七大领域开展合作。", "method": "human"}
    state = project.root / "content/state/one.json"
    state.parent.mkdir()
    state.write_text(json.dumps({"units": [unit]}), encoding="utf-8")
    found = [line for line in told(project) if "translation" in line]
    assert found == [f"{ZH}:13 translation-stale"]


def test_a_waived_finding_is_not_told(project: Project) -> None:
    edit(project, "9000辆", "8000辆")
    assert set(told(project)) == {f"{ZH}:11 translation-numbers"}
    edit(project, "  method: human\n---\n", f"  method: human\n{WAIVER}")
    assert told(project) == []


def test_a_waiver_waives_its_code_in_its_block_only(project: Project) -> None:
    edit(project, "七大", "八大")
    edit(project, "  method: human\n---\n", f"  method: human\n{WAIVER}")
    codes = [line.split()[1] for line in told(project)]
    assert set(codes) == {"translation-numbers", "translation-waiver"}


def test_a_waiver_without_effect_is_a_note_at_its_own_line(project: Project) -> None:
    edit(project, "  method: human\n---\n", f"  method: human\n{WAIVER}")
    (found,) = check.run(project)
    assert (found.code, found.line, found.severity) == ("translation-waiver", 8, Severity.NOTE)
    assert found.mend


def test_untranslated_blocks_are_not_linted(project: Project) -> None:
    edit(project, "它们将在七大领域开展合作。", "[[untranslated]]")
    assert [line.split()[1] for line in told(project)] == ["translation-untranslated"]


def test_a_wrong_number_in_the_title_is_told_and_can_be_waived(project: Project) -> None:
    path = project.root / EN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Acme and Beta sign\n", "Acme and Beta order 9,000 cars\n"))
    edit(project, "甲壳与乙方签约", "甲壳与乙方订购8000辆车")
    assert set(told(project)) == {f"{ZH}:3 translation-numbers"}
    waiver = WAIVER.replace("block: 2", "block: title")
    edit(project, "method: human\n---\n", f"method: human\n{waiver}")
    assert told(project) == []


def test_merged_blocks_are_told_once_for_the_whole_translation(project: Project) -> None:
    edit(project, "汽车。\n\n它们", "汽车。它们")
    assert [line.split()[1] for line in told(project)] == ["translation-blocks"]


def test_the_projects_own_translations_pass() -> None:
    own = Project(root=ROOT)
    found = [one for one in check.run(own) if one.code.startswith("translation-")]
    assert [str(one) for one in found if one.severity is not Severity.NOTE] == []
