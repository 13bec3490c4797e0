"""The editor built from this project, and a real Chromium that has a copy of it to work on."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from diglot.records import registry
from diglot.site import admin
from diglot.site.settings import Settings
from tests import node
from tests.ground import ROOT

PACKAGES = ROOT / ".cache" / "diglot" / "admin"
PINS = ROOT / "themes" / "desk" / "admin"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the editor at admin/, as a build writes it."""
    node.fetch(PINS, PACKAGES)
    if admin.fetched(ROOT) is None:
        reason = "no packages of the editor (diglot admin)"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    output = tmp_path_factory.mktemp("admin")
    settings = Settings(root=ROOT, output=output, theme=ROOT / "themes" / "desk")
    names, _ = registry.load(ROOT / "content")
    for path, data in admin.files(settings, names):
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
    return output


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's content, seeds and theme, under version control."""
    for name in ("content", "seeds", "themes"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("pelican.conf.py", "pyproject.toml"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path
