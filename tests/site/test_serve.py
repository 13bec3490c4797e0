"""`diglot serve` goes by the settings file it is given."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from diglot import pelican, serve
from tests.site import samples
from tests.site.sites import ROOT

_ADDRESS = re.compile(r"http://[\d.:]+")


def _project(root: Path) -> Path:
    """A project whose output and theme lie elsewhere; returns its settings file."""
    samples.write(root)
    conf = root / "own.conf.py"
    conf.write_text(
        f"{(ROOT / 'pelican.conf.py').read_text()}\n"
        f"OUTPUT_PATH = 'public/deep'\nTHEME = {str(ROOT / 'themes' / 'desk')!r}\n"
        f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\n"
    )
    return conf


def test_what_is_watched_is_what_the_settings_name(tmp_path: Path) -> None:
    conf = _project(tmp_path)
    found = serve.watched(pelican.settings_of(conf), conf)
    assert {tmp_path / "content", ROOT / "themes" / "desk", conf} <= set(found)
    assert tmp_path / "seeds" not in found  # there is none


def test_the_site_is_served_from_the_output_path_and_built_again_on_a_change(
    tmp_path: Path,
) -> None:
    conf = _project(tmp_path)
    words = [sys.executable, "-m", "diglot", "--root", str(tmp_path), "serve"]
    with subprocess.Popen(
        [*words, "--settings", str(conf), "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "SITEURL": ""},
    ) as running:
        try:
            _follow(running, tmp_path / "content" / "articles" / f"{samples.SLUG}.en.md")
        finally:
            running.terminate()


def _follow(running: subprocess.Popen[str], text: Path) -> None:
    """Change a text and wait until the page shows it."""
    assert running.stdout
    address = next(found[0] for line in running.stdout if (found := _ADDRESS.search(line)))
    page = f"{address}/en/articles/{samples.SLUG}/"
    assert "The ending stops here" in _read(page)
    time.sleep(1)  # until it watches
    text.write_text(text.read_text().replace("stops here", "was changed"))
    deadline = time.monotonic() + 60
    while "The ending was changed" not in _read(page):
        assert time.monotonic() < deadline
        time.sleep(0.3)


def _read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return str(answer.read().decode())
