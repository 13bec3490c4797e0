"""`diglot admin` fetches the browser editor by whatever npm there is, or says why it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diglot.cli import main
from diglot.site import admin
from tests.ground import ROOT

PINS = ROOT / "themes" / "desk" / "admin"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    conf = (ROOT / "pelican.conf.py").read_text("utf-8")
    own = f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\nTHEME = {str(ROOT / 'themes' / 'desk')!r}\n"
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "pelican.conf.py").write_text(f"{conf}\n{own}", "utf-8")
    (tmp_path / "site" / "content").mkdir()
    return tmp_path / "site"


def fetch(project: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Result:
    """Run the command with a program of this script as the first npm on PATH."""
    npm = project.parent / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(f"#!/bin/sh\n{script}\n")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{npm.parent}:/usr/bin:/bin")
    return CliRunner().invoke(main, ["--root", str(project), "admin"])


def test_npm_is_given_the_pinned_versions_in_the_folder_a_build_looks_into(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = "node_modules/@sveltia/cms/npm"
    result = fetch(project, monkeypatch, f"mkdir -p {program} && echo $1 > {program}/index.js")
    assert result.exit_code == 0, result.output
    assert "Fetched" in result.output
    found = admin.fetched(project)
    assert found
    assert (found / "@sveltia/cms/npm/index.js").read_text() == "ci\n"
    lock = "package-lock.json"
    assert (found.parent / lock).read_bytes() == (PINS / lock).read_bytes()


def test_what_npm_says_is_the_finding_when_it_fails(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = fetch(project, monkeypatch, "echo 'npm error: offline' >&2; exit 7")
    assert result.exit_code == 1
    assert "[editor-fetch] npm fetched nothing: npm error: offline; " in result.output
    assert admin.fetched(project) is None
