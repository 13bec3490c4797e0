"""What `diglot check` prints: for people in two languages, for GitHub, for tools."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diglot.check import report
from diglot.cli import main
from diglot.i18n.said import spoken, translate
from diglot.problems import Finding, Severity, listed, ranked, tell

UNKNOWN = Finding(
    "content/a,b:c.md",
    3,
    "company-unknown",
    tell("unknown company “%(key)s”", key="50%\nacme"),
    tell("did you mean “%(near)s”?", near="acme"),
    column=7,
)
NOTE = Finding(
    "a.md", 0, "company-proposed", tell("it is not UTF-8"), tell("add it"), Severity.NOTE
)


def test_a_line_for_people_has_place_code_fault_and_remedy() -> None:
    said = "content/a,b:c.md:3:7: [company-unknown] unknown company “50%\nacme”"
    assert report.text([UNKNOWN], translate("en")) == f"{said}; did you mean “acme”?\n"
    assert str(NOTE) == "a.md:1:1: [company-proposed] it is not UTF-8; add it"


def test_findings_are_said_in_chinese_with_chinese_marks() -> None:
    assert report.text([NOTE], translate("zh")) == (
        "a.md:1:1: [company-proposed] 它不是UTF-8编码；请补上\n"
    )


def test_a_message_within_a_message_is_translated_too() -> None:
    inner = tell("state file does not parse: %(what)s", what=tell("it is not UTF-8"))
    assert inner == "state file does not parse: it is not UTF-8"
    assert inner.said(translate("zh")) == "状态文件读不出来：它不是UTF-8编码"


@pytest.mark.parametrize(
    ("words", "en", "zh"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b", "c"], "a, b, c", "a、b、c")],
)
def test_a_list_is_strung_together_as_its_sentence_is_written(
    words: list[str], en: str, zh: str
) -> None:
    what = tell("write one of %(allowed)s", allowed=listed(words))
    assert what == f"write one of {en}"
    assert what.said(translate("zh")) == f"请写以下之一：{zh}"


def test_annotations_escape_what_github_would_take_for_its_own_marks() -> None:
    assert report.github([UNKNOWN, NOTE], translate("en")).splitlines() == [
        "::error file=content/a%2Cb%3Ac.md,line=3,col=7,title=company-unknown::"
        "unknown company “50%25%0Aacme”; did you mean “acme”?",
        "::notice file=a.md,line=1,col=1,title=company-proposed::it is not UTF-8; add it",
    ]


def test_json_has_every_finding_with_its_parts_and_the_counts() -> None:
    found = json.loads(report.as_json([UNKNOWN, NOTE], translate("en")))
    assert found["counts"] == {"error": 1, "warning": 0, "note": 1}
    assert found["findings"][0] == {
        "path": "content/a,b:c.md",
        "line": 3,
        "column": 7,
        "code": "company-unknown",
        "severity": "error",
        "what": "unknown company “50%\nacme”",
        "mend": "did you mean “acme”?",
    }


def test_findings_are_ranked_by_severity_then_by_place() -> None:
    later = UNKNOWN.at((9, 1))
    assert ranked([NOTE, later, UNKNOWN, NOTE]) == [UNKNOWN, later, NOTE]
    before = replace(UNKNOWN, code="z", column=1)
    assert ranked([UNKNOWN.at((UNKNOWN.line, 9)), before]) == [
        before,
        UNKNOWN.at((UNKNOWN.line, 9)),
    ]


def test_what_others_may_follow_from_is_told_before_them() -> None:
    cause = replace(UNKNOWN, path="zz", code="registry-syntax")
    assert ranked([UNKNOWN, NOTE, cause]) == [cause, UNKNOWN, NOTE]


@pytest.mark.parametrize(
    ("environ", "side"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANGUAGE": "zh_CN"}, "en"),
    ],
)
def test_the_terminal_is_spoken_to_in_the_language_of_its_locale(
    environ: dict[str, str], side: str
) -> None:
    assert spoken(environ) == side


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "content/articles/one.en.md": "---\nlang: en\ntitle: T\n---\n\nAcme signs.\n",
        "content/companies/acme.yml": "name: {zh: 甲, en: Acme}\nparent: nobody\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def run(root: Path, *args: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *args], env=env)


def test_the_exit_status_follows_the_worst_finding_and_the_option(root: Path) -> None:
    assert run(root, "check").exit_code == 1
    (root / "content/companies/acme.yml").write_text("name: {zh: 甲, en: Acme}\n")
    assert run(root, "check").exit_code == 0  # there is no translation: a warning
    assert run(root, "check", "--fail-on", "warning").exit_code == 1
    (root / "content/articles/one.en.md").unlink()
    assert run(root, "check", "--fail-on", "note").exit_code == 0


def test_the_command_speaks_the_language_asked_for_or_that_of_the_locale(root: Path) -> None:
    english = run(root, "check", "--lang", "en").stdout
    chinese = run(root, "check", "--lang", "zh").stdout
    assert "is no known id; add it or correct the id" in english
    assert "不是已知的标识；请添加这个条目，或改正这个标识" in chinese
    assert run(root, "check", env={"LC_ALL": "zh_CN.UTF-8"}).stdout == chinese
    places = [re.findall(r"^\S+ \[\S+\]", text, re.M) for text in (english, chinese)]
    assert places[0] == places[1] != []


@pytest.mark.parametrize(
    ("side", "found", "sound"),
    [
        (
            "en",
            "Checked: records 1, raw texts 1. Errors 2, warnings 1, notes 0.\n",
            "Checked: records 0, raw texts 0. Nothing to mend.\n",
        ),
        (
            "zh",
            "已检查：文章1篇，原始文本1份。错误2处，警告1处，提示0处。\n",
            "已检查：文章0篇，原始文本0份。没有需要改正的地方。\n",
        ),
    ],
)
def test_a_last_line_tells_how_much_was_checked(
    root: Path, side: str, found: str, sound: str
) -> None:
    (root / "seeds").mkdir()
    (root / "seeds/a.txt").touch()
    assert run(root, "check", "--lang", side).stderr == found
    for form in ("json", "github"):
        assert run(root, "check", "--lang", side, "--format", form).stderr == ""
    for path in ("content/articles/one.en.md", "content/companies/acme.yml", "seeds/a.txt"):
        (root / path).unlink()
    clean = run(root, "check", "--lang", side)
    assert (clean.exit_code, clean.stdout, clean.stderr) == (0, "", sound)


def test_the_formats_can_be_asked_for(root: Path) -> None:
    codes = [
        one["code"] for one in json.loads(run(root, "check", "--format", "json").stdout)["findings"]
    ]
    assert codes == ["registry-reference", "translation-none"]
    lines = run(root, "check", "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]


def test_a_registry_file_in_another_encoding_is_to_be_saved_anew(root: Path) -> None:
    (root / "content/companies/acme.yml").write_bytes("name: {zh: 甲, en: Acme}".encode("gb18030"))
    said = run(root, "check", "--lang", "en").stdout
    assert "acme.yml:1:1: [registry-syntax] the file is not UTF-8; save it as UTF-8\n" in said


def test_formatting_by_command_says_what_it_changed_and_then_nothing(root: Path) -> None:
    path = root / "content/companies/acme.yml"
    asked = run(root, "fmt", "--check", str(path))
    assert (asked.exit_code, asked.stdout) == (1, "would change: content/companies/acme.yml\n")
    done = run(root, "fmt", str(path))
    assert (done.exit_code, done.stdout) == (0, "changed: content/companies/acme.yml\n")
    assert path.read_text("utf-8").endswith("name:\n  zh: 甲\n  en: Acme\nparent: nobody\n")
    assert run(root, "fmt", "--check", str(path)).output == ""
