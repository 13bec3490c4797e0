"""`diglot new`: a pair of files that passes the checks, asked for or given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diglot.check import run as check
from diglot.cli import main
from diglot.config import Project
from diglot.problems import Severity
from diglot.records import store

SLUG = "2026-11-20-tencent-dongfeng"
GIVEN = (
    "--title", "腾讯与东风汽车签约", "--publisher", "新华社", "--author", "张三",
    "--date", "2026-11-20",
    "--url", "https://example.org/a", "--company", "Tencent", "--company", "dongfeng",
    "--rights", "excerpt", "--no-input",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two companies and a text."""
    for name, text in {
        "content/companies/tencent.yml": "name: {zh: 腾讯, en: Tencent}\naliases: {zh: [鹅厂]}\n",
        "content/companies/dongfeng.yml": "name: {zh: 东风汽车, en: Dongfeng Motor}\n",
        "content/glossary/kinds.yml": "technology:\n  name: {zh: 科技公司, en: tech company}\n"
        "  plural: {zh: 科技公司, en: Tech companies}\n",
        "text.md": "腾讯与东风汽车今日签约。\n\n双方将合作。\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(root=tmp_path)


def new(project: Project, *args: str, say: str = "", editor: str = "") -> Result:
    runner = CliRunner(env={"EDITOR": editor})
    result = runner.invoke(main, ["--root", str(project.root), "new", *args], input=say)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def record(project: Project, slug: str) -> store.Record:
    found, findings = store.load(project.content, slug)
    assert found is not None
    assert findings == []
    return found


def faults(project: Project) -> list[str]:
    return [str(one) for one in check(project) if one.severity > Severity.NOTE]


def test_what_is_given_becomes_a_pair_of_files_that_passes_the_checks(project: Project) -> None:
    result = new(project, *GIVEN, "--text", str(project.root / "text.md"))
    assert result.output.splitlines() == [
        f"new: content/articles/{SLUG}.zh.md",
        f"new: content/articles/{SLUG}.en.md",
    ]
    made = record(project, SLUG)
    assert made.article.source.publisher == "新华社"
    assert made.article.published.date == "2026-11-20"
    assert [(m.id, m.as_, m.central) for m in made.article.companies] == [
        ("tencent", ("腾讯",), True),
        ("dongfeng", ("东风汽车",), True),
    ]
    assert made.translation_body == "[[untranslated]]\n\n[[untranslated]]"
    assert faults(project) == []


def test_a_company_nobody_knows_becomes_a_draft(project: Project) -> None:
    result = new(project, "--no-input", "--title", "新芯片问世", "--new-company", "新芯=Newchip")
    assert "new: content/companies/newchip.yml" in result.output
    assert "zh: 新芯" in (project.companies / "newchip.yml").read_text("utf-8")
    assert "company-proposed" in {one.code for one in check(project)}
    assert faults(project) == []


def test_a_bad_answer_is_asked_for_again_with_the_reason(project: Project) -> None:
    say = "\n".join([
        "", "签约", "zh-Hans", "", "", "example.org", "", "2026-13", "2026-11",
        "Tencnet", "n", "鹅厂", "", "", "",
    ])  # fmt: skip
    result = new(project, say=f"{say}\n")
    assert result.exit_code == 0, result.output
    assert "cannot be empty" in result.output
    assert "“example.org” is no web address" in result.output
    assert "“2026-13” is not an EDTF date" in result.output
    assert "tencent" in result.output.partition("alike: ")[2].splitlines()[0]
    assert record(project, "2026-11-tencent").article.published.date == "2026-11"


def test_an_unknown_company_may_be_made_a_draft_when_asked(project: Project) -> None:
    say = "\n".join(
        ["", "", "", "2026", "百度", "y", "", "Baidu", "tech", "technology", "", "", ""]
    )
    result = new(project, "--title", "百度签约", say=f"\n{say}\n")
    assert result.exit_code == 0, result.output
    made = record(project, "2026-baidu")
    assert made.article.companies[0].as_ == ("百度",)
    # The site's own kinds are offered, and nothing else is taken.
    assert "\n  Kind (technology, make, agency, outlet, other)" in result.output
    assert "“tech” is not one of technology, make, agency, outlet, other" in result.output
    assert "kind: technology" in (project.companies / "baidu.yml").read_text("utf-8")


def test_the_original_opens_in_an_editor_and_the_translation_follows(project: Project) -> None:
    script = project.root / "editor.sh"
    script.write_text('#!/bin/sh\nprintf "\\nOne.\\n\\nTwo.\\n\\nThree.\\n" >> "$1"\n')
    script.chmod(0o755)
    result = new(project, "--no-input", "--edit", "--title", "A plan", editor=str(script))
    assert result.output.endswith("3 blocks of text\n")
    slug = next(path.stem for path in project.state.iterdir())
    assert record(project, slug).translation_body == "\n\n".join(["[[untranslated]]"] * 3)
    assert faults(project) == []


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (["--date", "soon"], "not an EDTF date"),
        (["--url", "ftp://a"], "no web address"),
        (["--company", "Tencnet"], "did you mean tencent?"),
        (["--new-company", "Tencent"], "write ZH=EN"),
        (["--title", " "], "cannot be empty"),
    ],
)
def test_a_bad_option_writes_nothing_and_says_why(
    project: Project, wrong: list[str], reason: str
) -> None:
    result = new(project, "--no-input", "--title", "A", *wrong)
    assert result.exit_code == 2
    assert reason in result.output
    assert not project.articles.exists()


def test_a_bad_option_is_refused_in_the_language_that_was_asked_for(project: Project) -> None:
    said = new(project, "--lang", "zh", "--no-input", "--title", "A", "--date", "soon")
    assert said.exit_code == 2
    assert said.output.startswith("错误：--date：“soon”不是")
    missing = new(project, "--lang", "zh", "--no-input")
    assert missing.exit_code == 2
    assert missing.output.startswith("错误：用--no-input")
    assert "wants" not in missing.output


def test_a_record_that_exists_is_never_touched(project: Project) -> None:
    new(project, *GIVEN)
    before = {p: p.read_bytes() for p in project.content.rglob("*") if p.is_file()}
    assert (
        "new: content/articles/2026-11-20-tencent-dongfeng-2.zh.md" in new(project, *GIVEN).output
    )
    taken = new(project, *GIVEN, "--slug", SLUG)
    assert (taken.exit_code, "[slug-invalid]" in taken.output) == (1, True)
    assert {p: p.read_bytes() for p in before} == before


def test_the_questions_are_in_chinese_where_chinese_is_asked_for(project: Project) -> None:
    say = "\n".join([
        "", "腾讯签约", "火星文", "中文", "", "", "", "明天", "2026年9月10日",
        "百度", "是", "", "Baidu", "科技", "technology", "", "全文", "没有", "",
    ])  # fmt: skip
    result = new(project, "--lang", "zh", say=f"{say}\n")
    assert result.exit_code == 0, result.output
    assert not re.search(r"empty|Error|is not|Title|Kind|Make|new:", result.output), result.output
    assert "“火星文”不在可选之列" in result.output
    assert "“明天”" in result.output
    made = record(project, "2026-09-10-baidu")
    assert (made.article.lang, made.article.rights) == ("zh-Hans", "full")
    assert made.article.published.date == "2026-09-10"


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2026年9月10日", "2026-09-10"),
        ("10 September 2026", "2026-09-10"),
        ("September 2026", "2026-09"),
        ("2026/9/10", "2026-09-10"),
        ("2026年第三季度", "2026-35"),
        ("2026年上半年", "2026-40"),
        ("2026-09-10?", "2026-09-10?"),
    ],
)
def test_a_date_is_taken_as_people_write_it(project: Project, typed: str, edtf: str) -> None:
    new(project, "--no-input", "--title", "A plan", "--slug", "a", "--date", typed)
    assert record(project, "a").article.published.date == edtf


@pytest.mark.parametrize("typed", ["9月10日", "yesterday", "10/09/2026", "2026年9月10日以后的事"])
def test_a_date_that_may_mean_several_is_not_taken(project: Project, typed: str) -> None:
    result = new(project, "--no-input", "--title", "A plan", "--date", typed)
    assert (result.exit_code, "is not an EDTF date" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("typed", "title", "lang"),
    [("中文", "A plan", "zh-Hans"), ("zh", "騰訊簽約", "zh-Hant"), ("English", "A plan", "en")],
)
def test_a_language_is_taken_by_the_names_it_goes_by(
    project: Project, typed: str, title: str, lang: str
) -> None:
    new(project, "--no-input", "--title", title, "--slug", "a", "--original", typed)
    assert record(project, "a").article.lang == lang
