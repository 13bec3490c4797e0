"""A GitHub workflow's own steps, run on this machine in their order."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


def job(workflow: Path, name: str) -> list[dict[str, Any]]:
    """The steps of a job."""
    steps: list[dict[str, Any]] = yaml.safe_load(workflow.read_text("utf-8"))["jobs"][name]["steps"]
    return steps


@dataclass
class Runner:
    """Runs `run:` steps in a clone; steps that use an action are the caller's to stand in for."""

    clone: Path
    temp: Path
    known: dict[str, str]
    """Values of expressions, such as `steps.pages.outputs.base_url`."""
    env: Mapping[str, str]
    ran: list[str] = field(default_factory=list)
    """Names of the steps that ran."""

    @property
    def summary(self) -> str:
        """What the steps wrote into the summary of the run."""
        path = self.temp / "summary"
        return path.read_text("utf-8") if path.exists() else ""

    def run(self, steps: list[dict[str, Any]]) -> None:
        """Run the steps whose conditions hold.

        Raises:
            AssertionError: a step failed; its output is the message.
        """
        for step in steps:
            if "run" in step and self._wanted(step.get("if", "true")):
                self._step(step)

    def _wanted(self, condition: str) -> bool:
        bare = condition.removeprefix("${{").removesuffix("}}").strip()
        return bare in ("true", "!cancelled()") or bool(self.known.get(bare, ""))

    def _step(self, step: dict[str, Any]) -> None:
        output = self.temp / "output"
        output.write_text("")
        env = {**os.environ, **self.env, "RUNNER_TEMP": str(self.temp)}
        env |= {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(self.temp / "summary")}
        env |= {key: self._filled(str(value)) for key, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", self._filled(step["run"])],
            cwd=self.clone,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{step}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        self.ran.append(step.get("name", step["run"]))
        for line in output.read_text().splitlines():
            key, _, value = line.partition("=")
            self.known[f"steps.{step['id']}.outputs.{key}"] = value

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda found: self.known[found[1]], text)
