"""Clones of the project in which tests do what people and workflows do."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.ground import ROOT

_PROGRAMS: Final = {"python": "", "diglot": "-m diglot", "pelican": "-m pelican"}
_READY: Final = ("ready-runtime", "ready-dev")
"""What the Makefile takes as set up; `.ci/run` does the set-up itself in a fresh clone."""


def folders(clone: Path, names: Iterable[str]) -> None:
    """Copy folders of the project, compiled modules too: they are as old as their sources."""
    half_written = shutil.ignore_patterns("*.pyc.*")  # by another process that tests
    for name in names:
        shutil.copytree(ROOT / name, clone / name, ignore=half_written, symlinks=True)


def tools(clone: Path) -> None:
    """Give a clone what `make` would set up: the programs of this environment, on its own code."""
    programs = clone / ".venv" / "bin"
    programs.mkdir(parents=True)
    begin = f'#!/bin/sh\nPYTHONPATH="{clone / "plugins"}" exec {sys.executable}'
    for name, module in _PROGRAMS.items():
        (programs / name).write_text(f'{begin} {module} "$@"\n')
        (programs / name).chmod(0o755)
    for name in _READY:
        (clone / ".venv" / name).touch()
