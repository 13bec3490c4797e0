"""The benchmarks run: on as little as there can be, as what they say of it tells nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Final

import pytest

from tests.ground import ROOT

FOLDER: Final = ROOT / "benchmarks"
SCRIPTS: Final = {
    "alliances": ["0.002"],
    "check": ["1", "1"],
    "extract": ["--quick"],
    "pictures": [],
    "search": ["--records", "3", "--each", "0", "--query", "合作", "--only", "own"],
}
"""Of each benchmark, what makes it quick; `serve.py` has a server to wait for."""
MEASURED: Final = {
    "alliances": r"of many sets of companies +20 ",
    "check": r"one company changed +\d",
    "extract": r"memory +\d+ MB for 1 articles",
    "pictures": r"200 picture .* pixels",
    "search": r"合作: 3 true, 0 more, recall 1\.000",
}
"""What each says last, or what it is for."""


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.browser if n == "search" else ()) for n in SCRIPTS]
)
def test_a_benchmark_runs(name: str) -> None:
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, FOLDER / f"{name}.py", *SCRIPTS[name]]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, done.stderr
    assert re.search(MEASURED[name], done.stdout), done.stdout


def test_every_benchmark_is_run() -> None:
    assert {path.stem for path in FOLDER.glob("*.py") if "__main__" in path.read_text()} == {
        *SCRIPTS,
        "serve",
    }
