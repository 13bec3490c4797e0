"""The adapter: one `pelican` run builds the site, quietly, and says by its exit status how it went.

Each test runs on a copy of the repository's inputs, in a process of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import clones
from tests.ground import ROOT
from tests.site.sites import ADDRESS, Site, files

Pelican = Callable[..., subprocess.CompletedProcess[str]]
PARTS = ("seeds", "content", "themes", "plugins")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository as far as a build needs it."""
    clones.folders(tmp_path, PARTS)
    shutil.copy(ROOT / "pelican.conf.py", tmp_path)
    return tmp_path


@pytest.fixture
def pelican(copy: Path) -> Pelican:
    """`pelican(SITEURL=…)`: run Pelican in the copy, every warning being fatal."""

    def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        plain = {k: v for k, v in os.environ.items() if not k.startswith("DIGLOT_")}
        words = command or ("pelican", "-s", "pelican.conf.py", "--fatal=warnings")
        return subprocess.run(
            [sys.executable, "-W", "default", "-m", *words],
            cwd=copy,
            env={**plain, "SITEURL": "", "COLUMNS": "200", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def _inputs(copy: Path) -> dict[str, bytes]:
    return {
        f"{part}/{k}": v for part in ("seeds", "content") for k, v in files(copy / part).items()
    }


def test_pelican_builds_what_diglot_builds_without_a_warning(
    pelican: Pelican, copy: Path, built: Site
) -> None:
    before = _inputs(copy)
    done = pelican(SITEURL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    for word in ("warning", "error", "skipping"):
        assert word not in done.stdout.lower(), done.stdout
    made = files(copy / "output")
    assert made.keys() == built.files.keys()
    assert [name for name, data in made.items() if data != built.files[name]] == []
    assert _inputs(copy) == before


def test_the_diglot_command_builds_the_same_site(
    pelican: Pelican, copy: Path, rootless: Site
) -> None:
    done = pelican("diglot", "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert files(copy / "output") == rootless.files


def test_a_seed_without_a_record_is_refused_where_importing_is_off(
    pelican: Pelican, copy: Path
) -> None:
    seed = copy / "seeds" / "new.txt"
    seed.write_text("Dongfeng Motor signed a contract with Tencent on 3 May 2024.\n")
    before = _inputs(copy)
    done = pelican(DIGLOT_IMPORT="off")
    assert done.returncode == 1
    (finding,) = done.stderr.splitlines()
    assert finding.startswith("seeds/new.txt")
    assert "diglot import" in finding
    assert _inputs(copy) == before
    assert (copy / "output" / "index.html").is_file()


def test_a_new_seed_becomes_a_record_and_its_pages_in_one_run(pelican: Pelican, copy: Path) -> None:
    (copy / "seeds" / "new.txt").write_text(
        "Dongfeng Motor and Tencent sign again\n\n"
        "Dongfeng Motor signed a strategic cooperation agreement with Tencent on 3 May 2024.\n"
    )
    before = _inputs(copy)
    done = pelican()
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if "imported" in line]
    slug = line.split()[-1]
    for side in ("zh", "en"):
        assert (copy / "output" / side / "articles" / slug / "index.html").is_file()
    after = _inputs(copy)
    assert {name: after[name] for name in before} == before


def test_broken_front_matter_is_one_finding_and_stops_no_other_page(
    pelican: Pelican, copy: Path, rootless: Site
) -> None:
    slug = sorted(rootless.records)[0]
    broken = copy / "content" / "articles" / f"{slug}.{rootless.records[slug].side}.md"
    broken.write_text("---\ntitle: [unclosed\n---\n\nText.\n", encoding="utf-8")
    done = pelican(DIGLOT_IMPORT="off")
    assert done.returncode == 1
    (finding,) = done.stderr.splitlines()
    assert finding.startswith(f"content/articles/{broken.name}:")
    assert "Traceback" not in done.stdout + done.stderr
    for other in rootless.records.keys() - {slug}:
        assert (copy / "output" / "both" / "articles" / other / "index.html").is_file()
    assert not (copy / "output" / "both" / "articles" / slug).exists()


@pytest.mark.parametrize(
    "command", [("pelican", "-s", "pelican.conf.py", "--fatal=warnings"), ("diglot", "build")]
)
@pytest.mark.parametrize(
    ("name", "value"), [("SITEURL", "example.org"), ("DIGLOT_IMPORT", "maybe")]
)
def test_an_unusable_setting_is_a_finding_and_not_a_traceback(
    pelican: Pelican, command: tuple[str, ...], name: str, value: str
) -> None:
    done = pelican(*command, **{name: value})
    assert done.returncode == 1
    (finding,) = done.stderr.splitlines()
    assert finding.startswith("pelican.conf.py")
    assert name in finding
    assert "Traceback" not in done.stdout
