"""The `diglot` command: findings instead of tracebacks, and an exit status one can rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from diglot import theme
from diglot.cli import main

SEED = """\
Dongfeng Motor and Tencent sign an agreement

On September 28, 2025, Dongfeng Motor signed a strategic agreement with Tencent in Wuhan.

The two companies will work together on services for drivers.
"""
SLUG = "2025-09-28-dongfeng-tencent"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with two companies and a raw text."""
    for name, text in {
        "content/companies/tencent.yml": "name: {zh: 腾讯, en: Tencent}\n",
        "content/companies/dongfeng.yml": "name: {zh: 东风汽车, en: Dongfeng Motor}\n",
        "seeds/a.txt": SEED,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def run(root: Path, *args: str | Path) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *map(str, args)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_importing_prints_the_new_records_once(root: Path) -> None:
    first, second = run(root, "import"), run(root, "import")
    assert (first.exit_code, first.stdout) == (0, f"new: {SLUG}\n")
    assert (second.exit_code, second.stdout) == (0, "")
    assert first.stderr == "Raw texts in seeds/: 1. New records: 1.\n"
    assert second.stderr == "Raw texts in seeds/: 1. New records: 0.\n"


def test_refreshing_prints_what_changed(root: Path) -> None:
    run(root, "import")
    unchanged = run(root, "import", "--refresh")
    assert unchanged.stdout == ""
    assert unchanged.stderr == "Raw texts read again: 1. Records changed: 0.\n"
    (root / "seeds" / "a.txt").write_text(SEED + "\nA new paragraph stands here.\n")
    assert run(root, "import", "--refresh", SLUG).stdout == f"refreshed: {SLUG}\n"
    assert run(root, "import", SLUG).exit_code == 2


def test_a_faulty_seed_sets_the_exit_status_and_the_others_go_on(root: Path) -> None:
    (root / "seeds" / "0.txt").write_bytes(b"")
    result = run(root, "import")
    assert result.exit_code == 1
    assert result.stdout == f"new: {SLUG}\n"
    finding, closing = result.stderr.splitlines()
    assert finding.startswith("seeds/0.txt:1:1: [seed-empty] ")
    assert closing == "Raw texts in seeds/: 2. New records: 1."


def test_a_warning_does_not_fail(root: Path) -> None:
    (root / "seeds" / "b.txt").write_text(SEED + "\n")
    result = run(root, "import")
    assert result.exit_code == 0
    assert "[seed-duplicate]" in result.stderr


def test_extracting_prints_the_shape_of_the_evaluation_and_writes_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    result = run(root, "extract", root / "seeds" / "a.txt", "--format", "json")
    document = json.loads(result.stdout)
    assert document["id"] == "a"
    assert document["published"] is None
    assert [company["en"] for company in document["companies"]] == ["Dongfeng Motor", "Tencent"]
    assert sorted(root.rglob("*")) == before


def test_extracting_away_from_a_site_says_why_no_company_is_known(
    root: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    result = run(away, "extract", root / "seeds" / "a.txt")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "a"
    assert "[registry-missing]" in result.stderr


def test_extracting_several_files_prints_an_array_or_a_file_each(root: Path) -> None:
    (root / "b.txt").write_text(SEED, encoding="utf-8")
    paths = [root / "seeds" / "a.txt", root / "b.txt"]
    assert [one["id"] for one in json.loads(run(root, "extract", *paths).stdout)] == ["a", "b"]
    assert run(root, "extract", *paths, "--out", root / "out").output == ""
    assert sorted(path.name for path in (root / "out").iterdir()) == ["a.json", "b.json"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(root: Path) -> None:
    result = run(root, "extract", root / "nothing.txt", root / "seeds" / "a.txt")
    assert result.exit_code == 1
    assert "[file-unusable]" in result.stderr
    assert len(json.loads(result.stdout)) == 1


def test_a_folder_that_cannot_be_written_is_a_finding(root: Path) -> None:
    (root / "content" / "articles").write_text("in the way")
    result = run(root, "import")
    assert result.exit_code == 1
    assert "[file-unusable]" in result.stderr


def test_explaining_prints_the_words_and_their_place(root: Path) -> None:
    run(root, "import")
    lines = run(root, "explain", SLUG, "companies.tencent").stdout.splitlines()
    assert lines[0].startswith('companies.tencent: {"id": "tencent"')
    assert lines[1].startswith("  by: machine, rule ")
    column = SEED.splitlines()[2].index("Tencent") + 1
    assert f"  “Tencent” (block 1, seed 3:{column})" in lines


def test_explaining_tells_the_editors_values_from_the_machines(root: Path) -> None:
    run(root, "import")
    path = root / "content" / "articles" / f"{SLUG}.en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Dongfeng Motor", "title: Dongfeng"), encoding="utf-8")
    assert run(root, "explain", SLUG, "title").stdout.splitlines()[:2] == [
        "title: Dongfeng and Tencent sign an agreement",
        "  by: editor (the machine wrote Dongfeng Motor and Tencent sign an agreement)",
    ]


def test_explaining_works_without_the_raw_text(root: Path) -> None:
    run(root, "import")
    (root / "seeds" / "a.txt").unlink()
    result = run(root, "explain", SLUG, "title")
    assert result.exit_code == 0
    assert "  by: machine\n" in result.stdout
    assert "[seed-missing]" in result.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("explain", "nobody"), "slug-unknown"),
        (("explain", SLUG, "tittle"), "field-unknown"),
        (("rename", "nobody", "x"), "slug-unknown"),
        (("rename", SLUG, "no slug"), "slug-invalid"),
        (("import", "--refresh", "nobody"), "slug-unknown"),
        (("translate", "nobody"), "slug-unknown"),
        (("export", "nobody", "--format", "po"), "slug-unknown"),
    ],
)
def test_a_wrong_argument_is_a_finding_and_nothing_else(
    root: Path, args: tuple[str, ...], code: str
) -> None:
    run(root, "import")
    result = run(root, *args)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"[{code}]" in result.stderr.splitlines()[0]


NEEDS_A_PROJECT = (
    "build", "serve", "admin", "check", "fmt", "import", "import --refresh", "review", "status",
    "new --no-input --title x", "translate --all", "translate --list", "export --all --format po",
    "companies propose --all", "explain x", "rename x y",
)  # fmt: skip


@pytest.mark.parametrize("command", NEEDS_A_PROJECT)
def test_where_no_project_is_a_command_says_so_and_what_to_do(tmp_path: Path, command: str) -> None:
    result = run(tmp_path, *command.split())
    assert (result.exit_code, result.stdout) == (1, "")
    (finding,) = result.stderr.splitlines()
    assert "[project-missing]" in finding
    assert "diglot init" in finding
    assert list(tmp_path.iterdir()) == []


SLIPS = {
    "import os\n\n1 / 0\n": (3, "ZeroDivisionError"),
    "import os\nimport nobody_has_this\n": (2, "nobody_has_this"),
    "PATH = 'content'\nTHEME = \n": (2, "invalid syntax"),
    "PATH = 'content'\n\nTHEME = 'nowhere'\n": (3, "THEME"),
    "\nPATH = 'elsewhere'\nTHEME = '%(theme)s'\n": (2, "PATH"),
    "THEME = '%(theme)s'\n": (1, "PATH"),
    "PATH = 'content'\nTHEME = '%(theme)s'\nDIGLOT_FEED_ITEMS = 0\n": (3, "DIGLOT_FEED_ITEMS"),
}
"""Settings with a slip in them: its line, and what names it."""


@pytest.mark.parametrize("command", ["build", "serve", "admin"])
@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_in_the_settings_is_a_finding_with_its_line(
    root: Path, command: str, text: str
) -> None:
    (root / "pelican.conf.py").write_text(text.replace("%(theme)s", theme()))
    result = run(root, command)
    line, word = SLIPS[text]
    assert result.exit_code == 1
    (finding,) = result.stderr.splitlines()
    assert finding.startswith(f"pelican.conf.py:{line}:1: [settings] ")
    assert word in finding


@pytest.mark.parametrize("engine", ["DIGLOT_ENGINE", "DIGLOT_ENGINES"])
def test_an_unusable_engine_is_a_finding_with_its_line(root: Path, engine: str) -> None:
    (root / "pelican.conf.py").write_text(f"PATH = 'content'\n\n{engine} = 'abacus'\n")
    result = run(root, "translate", "--list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"pelican.conf.py:3:1: [settings] {engine} ")


def shown(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Words that name each group of commands."""
    yield path
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from shown(command, (*path, name))


@pytest.mark.parametrize("group", list(shown(main)), ids=" ".join)
def test_a_list_of_commands_cuts_no_summary_short(group: tuple[str, ...]) -> None:
    help_ = CliRunner().invoke(main, [*group, "--help"], terminal_width=80).output
    _, _, listed = help_.partition("Commands:\n")
    assert listed.strip()
    assert [line for line in listed.splitlines() if not line.endswith(".")] == []
    assert "..." not in listed


def test_renaming_prints_the_new_files(root: Path) -> None:
    run(root, "import")
    assert run(root, "rename", SLUG, "first").stdout.splitlines() == [
        "content/articles/first.zh.md",
        "content/articles/first.en.md",
        "content/state/first.json",
    ]


def test_checking_prints_findings_and_fails_on_errors_only(root: Path) -> None:
    run(root, "import")
    result = run(root, "check")
    assert result.exit_code == 0
    assert "[translation-untranslated]" in result.stdout
    (root / "content" / "companies" / "tencent.yml").unlink()
    assert run(root, "check").exit_code == 1


NEW = "\nDongfeng Motor also works with the startup Volklec and Far Star Battery Co., Ltd.\n"


def test_proposing_writes_drafts_for_companies_nobody_knows_and_leaves_files_alone(
    root: Path,
) -> None:
    (root / "seeds" / "a.txt").write_text(SEED + NEW)
    own = root / "content" / "companies" / "volklec.yml"
    own.write_text("name: {zh: Volklec, en: Volklec}\n")
    result = run(root, "companies", "propose", root / "seeds" / "a.txt")
    assert result.stdout == "new: content/companies/far-star-battery.yml\n"
    draft = (root / "content" / "companies" / "far-star-battery.yml").read_text()
    assert draft.splitlines()[1].startswith("# Proposed from seeds/a.txt;")
    assert "proposed: true\n" in draft
    assert own.read_text() == "name: {zh: Volklec, en: Volklec}\n"
    assert not (root / "content" / "articles").exists()
    again = run(root, "companies", "propose", "--all")
    assert again.output == "Nothing to propose: every company named there has its file.\n"
    assert "[company-proposed]" in run(root, "check").stdout


def test_proposing_wants_files_or_all_of_them(root: Path) -> None:
    assert run(root, "companies", "propose").exit_code == 2
    assert run(root, "companies", "propose", "--all", root / "seeds" / "a.txt").exit_code == 2
