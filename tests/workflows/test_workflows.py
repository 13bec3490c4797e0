"""The workflows are sound, and their own steps do in a fresh clone what they are for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import clones
from tests.ground import ROOT
from tests.workflows.steps import Runner, job

pytestmark = pytest.mark.clone
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent
HOME = "https://owner.github.io/repository"
GH = """#!/bin/sh
# Stands in for GitHub's command, so that nothing leaves this machine.
echo "gh $*" >> "$RUNNER_TEMP/gh"
"""


def _git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone with a remote of its own."""
    folder = tmp_path_factory.mktemp("workflow")
    _git(folder, "clone", "--quiet", "--bare", str(ROOT), "origin.git")
    _git(folder, "clone", "--quiet", "origin.git", "clone")
    _git(folder / "clone", "switch", "--quiet", "-C", "main")
    clones.tools(folder / "clone")
    return folder / "clone"


@pytest.fixture
def runner(clone: Path, tmp_path: Path) -> Runner:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    known = {"steps.pages.outputs.base_url": HOME, "github.token": "none"}
    known["github.repository"] = "owner/repository"
    env = {"PATH": f"{tmp_path / 'bin'}:/usr/local/bin:/usr/bin:/bin", "GITHUB_RUN_ID": "7"}
    env |= {"GITHUB_REF_NAME": "main", "PYTHONPATH": ""}
    return Runner(clone, tmp_path, known, env)


def test_actionlint_has_nothing_against_the_workflows() -> None:
    done = subprocess.run(
        [BIN / "actionlint", "-no-color", *WORKFLOWS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_zizmor_has_nothing_against_the_workflows() -> None:
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--pedantic", "--no-progress", ROOT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_checkers_see_a_defect(tmp_path: Path) -> None:
    bad = tmp_path / ".github" / "workflows" / "bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: nowhere-latest\n    steps:\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n"
    )
    for command in ([BIN / "actionlint", bad], [BIN / "zizmor", "--offline", bad]):
        assert subprocess.run(command, capture_output=True, check=False).returncode != 0


def test_every_action_is_pinned_by_commit_and_may_do_no_more_than_it_says() -> None:
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text("utf-8"))
        assert workflow["permissions"] == {}
        assert "concurrency" in workflow
        for one in workflow["jobs"].values():
            assert "permissions" in one
            assert "timeout-minutes" in one
            for step in one["steps"]:
                if "uses" in step:
                    assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])


def test_the_pages_workflow_builds_and_audits_the_site(runner: Runner) -> None:
    steps = job(ROOT / ".github/workflows/pages.yml", "build")
    (audit,) = [step for step in steps if step.get("name") == "Audit"]
    # `.ci/run` lets every quick checker look; here it matters that the step finds the built site.
    audit["run"] = audit["run"].replace("ARGS=output", 'ARGS="--only structured output"')
    runner.run(steps)
    assert runner.ran[-1] == "Audit"
    page = (runner.clone / "output" / "en" / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{HOME}/en/">' in page


def test_a_pull_request_is_checked_and_told_what_changes_on_the_site(runner: Runner) -> None:
    record = next((runner.clone / "content" / "articles").glob("*.zh.md"))
    text = record.read_text("utf-8")
    (title,) = re.findall(r"^title: (.*)$", text, re.MULTILINE)
    _git(runner.clone, "switch", "--quiet", "--create", "correction")
    record.write_text(text.replace(f"title: {title}", "title: 一个更正过的标题"), "utf-8")
    _git(runner.clone, "commit", "--quiet", "--all", "--message", "Correct a title")
    try:
        runner.run(job(ROOT / ".github/workflows/ci.yml", "review"))
    finally:
        _git(runner.clone, "switch", "--quiet", "main")
    slug = record.name.removesuffix(".zh.md")
    assert f"`zh/articles/{slug}/` 一个更正过的标题" in runner.summary
    assert "New pages" not in runner.summary
    assert (runner.clone / "preview" / "en" / "index.html").is_file()


def test_a_text_put_into_seeds_comes_back_as_a_pull_request_with_its_record(
    runner: Runner,
) -> None:
    seed = runner.clone / "seeds" / "uploaded.txt"
    seed.write_text(
        "Geely and Baidu set up a joint venture\n\nHANGZHOU, 11 January 2021 - Geely and Baidu "
        "said on Monday that they had founded a joint venture for electric cars.\n",
        "utf-8",
    )
    _git(runner.clone, "add", "seeds")
    _git(runner.clone, "commit", "--quiet", "--message", "Upload a text")
    runner.run(job(ROOT / ".github/workflows/import.yml", "import"))
    calls = (runner.temp / "gh").read_text("utf-8")
    assert "gh pr create --head import-7 --base main" in calls
    pushed = _git(runner.clone, "ls-tree", "-r", "--name-only", "origin/import-7", "content")
    assert "content/articles/2021-01-11-baidu-geely.en.md" in pushed.replace(
        "geely-baidu", "baidu-geely"
    )
    assert "Read them" in (runner.temp / "body.md").read_text("utf-8")
