"""`diglot init`: a site on another subject that builds at once, with the theme of the package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import lxml.html
import pytest
import yaml
from click.testing import CliRunner, Result

from diglot.check import run as check
from diglot.cli import main
from diglot.config import Project
from diglot.records import starting
from tests.ground import ROOT

BIN = Path(sys.executable).parent


def init(*args: str | Path) -> Result:
    result = CliRunner().invoke(main, ["init", *map(str, args)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def run(folder: Path, *words: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Diglot in the new site, as an installed program would run there."""
    env = {**os.environ, "PYTHONPATH": str(path or ROOT / "plugins"), "SITEURL": ""}
    command = [sys.executable, "-m", "diglot", *words]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, built."""
    folder = tmp_path_factory.mktemp("new") / "tea"
    assert init(folder, "--name", 'Tea "Trade"').exit_code == 0
    done = run(folder, "build")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def page(site: Path, name: str) -> str:
    return str(lxml.html.parse(site / "output" / name / "index.html").getroot().text_content())


@pytest.mark.parametrize("side", ["zh", "en"])
def test_the_new_site_has_home_and_about_in_both_languages(site: Path, side: str) -> None:
    assert 'Tea "Trade"' in page(site, side)
    own = (site / f"content/pages/about.{side}.md").read_text("utf-8").splitlines()[0]
    assert own.removeprefix("# ") in page(site, f"{side}/about")


def test_the_checks_find_no_fault_in_it(site: Path) -> None:
    assert [str(one) for one in check(Project(root=site))] == []
    assert run(site, "check").returncode == 0


def test_its_first_article_finds_the_names_of_its_own_registries(site: Path) -> None:
    (site / "seeds/a.txt").write_text(
        "Example Works signs with Example Labs\n\n"
        "On March 3, 2026, Example Works signed a supply agreement with Example Labs in Beijing.\n"
    )
    assert run(site, "import").stdout == "new: 2026-03-03-example-works-example-labs\n"
    assert run(site, "build").returncode == 0
    assert "Example Labs" in page(site, "zh/articles/2026-03-03-example-works-example-labs")


def test_its_companies_are_of_its_own_kinds(site: Path) -> None:
    kinds = list(yaml.safe_load((site / "content/glossary/kinds.yml").read_text("utf-8")))
    described = json.loads((site / "content/schemas/company.schema.json").read_text("utf-8"))
    assert described["properties"]["kind"]["enum"][: len(kinds)] == kinds
    assert "Manufacturers" in page(site, "en/companies")
    assert "制造企业" in page(site, "zh/companies")


def test_the_examples_are_marked_and_the_readmes_explain_every_registry(site: Path) -> None:
    for path in [*site.glob("content/companies/*.yml"), *site.glob("content/themes/*.yml")]:
        assert "EXAMPLE" in path.read_text("utf-8").splitlines()[1]  # below its schema
    for name in ("README.md", "README.zh.md"):
        text = (site / name).read_text("utf-8")
        for part in (
            "companies/",
            "themes/",
            "people.yml",
            "places.yml",
            "publishers.yml",
            "kinds.yml",
        ):
            assert part in text
        assert "@" not in text.replace("diglot @ git", "")


def test_its_workflows_are_sound_and_pin_what_they_use(site: Path) -> None:
    flows = sorted((site / ".github/workflows").glob("*.yml"))
    assert [path.name for path in flows] == ["ci.yml", "import.yml", "pages.yml"]
    for tool in (["actionlint", "-no-color"], ["zizmor", "--offline", "--quiet"]):
        done = subprocess.run(
            [BIN / tool[0], *tool[1:], *flows], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    ours = "".join(path.read_text("utf-8") for path in (ROOT / ".github/workflows").glob("*.yml"))
    for flow in flows:
        for job in yaml.safe_load(flow.read_text("utf-8"))["jobs"].values():
            pins = [step["uses"] for step in job["steps"] if "uses" in step]
            assert [pin for pin in pins if pin not in ours] == []


def test_a_pull_request_to_it_is_checked_previewed_and_compared_as_here(site: Path) -> None:
    """The same steps, by the installed commands: those here are run by `tests/workflows`."""
    ours, theirs = (
        {step.get("name"): step for step in yaml.safe_load(text)["jobs"]["review"]["steps"]}
        for text in (
            (ROOT / ".github/workflows/ci.yml").read_text("utf-8").replace(".venv/bin/", ""),
            (site / ".github/workflows/ci.yml").read_text("utf-8"),
        )
    )
    assert set(theirs) == {*ours, "Install"}
    assert theirs["Build the site as it would be"]["run"] == "diglot build"
    for name in ("Check seeds/ and content/", "Build the site as it is, and compare"):
        assert theirs[name] == ours[name]


def test_diglot_can_be_pinned_or_fetched_from_elsewhere(tmp_path: Path) -> None:
    result = init(tmp_path / "a", "--diglot", "diglot==0.1")
    assert "note:" not in result.output
    assert "\ndiglot==0.1\n" in (tmp_path / "a/requirements.txt").read_text("utf-8")
    assert "SITENAME = 'a'" in (tmp_path / "a/pelican.conf.py").read_text("utf-8")
    source = "diglot @ git+https://example.org/diglot@v1"
    init(tmp_path / "b", "--diglot", source)
    assert source in (tmp_path / "b/requirements.txt").read_text("utf-8")
    result = init(tmp_path / "c", "--diglot", "diglot @ file:///home/me/diglot")
    assert "note: " in result.output
    assert "requirements.txt names a folder of this machine" in result.output


ORIGINS = {
    None: "diglot==1.2",
    '{"url": "https://example.org/d.git", "vcs_info": {"vcs": "git", "commit_id": "a1b2"}}':
        "diglot @ git+https://example.org/d.git@a1b2",
    '{"url": "https://example.org/diglot-1.2-py3-none-any.whl", "archive_info": {}}':
        "diglot @ https://example.org/diglot-1.2-py3-none-any.whl",
    '{"url": "file:///home/me/diglot", "dir_info": {"editable": true}}':
        "diglot @ file:///home/me/diglot",
}  # fmt: skip
"""What pip notes of an installed package, and how another gets the same."""


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_new_site_gets_diglot_from_where_this_one_came(origin: str | None) -> None:
    assert starting._requirement("1.2", origin) == ORIGINS[origin]


def test_a_folder_that_holds_something_is_left_alone(site: Path, tmp_path: Path) -> None:
    before = (site / "README.md").read_bytes()
    result = init(site)
    assert (result.exit_code, "[file-unusable]" in result.output) == (1, True)
    assert (site / "README.md").read_bytes() == before
    (tmp_path / ".git").mkdir()
    assert init(tmp_path).exit_code == 0


def test_an_installed_diglot_brings_theme_and_skeleton_along(tmp_path: Path) -> None:
    """A wheel, as pip would install it, makes and builds a site without this repository."""
    if os.environ.get("DIGLOT_DOWNLOAD") == "off":
        pytest.skip("pip fetches setuptools to make a wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    copy = tmp_path / "source"
    copy.mkdir()
    parts = ["plugins", "themes", "pyproject.toml", "README.md", "LICENSE"]
    subprocess.run(["cp", "-R", "-P", *(ROOT / part for part in parts), copy], check=True)
    subprocess.run([*command, "--wheel-dir", tmp_path, copy], check=True)
    (wheel,) = tmp_path.glob("diglot-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    folder, path = tmp_path / "new", tmp_path / "installed"
    assert run(tmp_path, "init", str(folder), path=path).returncode == 0
    done = run(folder, "build", path=path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "output/en/index.html").is_file()
    assert len(list((folder / "output/static").glob("style.*.css"))) == 1
