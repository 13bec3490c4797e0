"""What editors' programs are told: schemas of files that exist, hooks that run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from diglot import cli, yamlfile
from diglot.records import modeline
from tests.ground import ROOT


def hooks(name: str) -> list[dict[str, str]]:
    data = yamlfile.load((ROOT / name).read_text("utf-8"))
    found: list[dict[str, str]] = data["repos"][0]["hooks"] if isinstance(data, dict) else data
    return found


@pytest.mark.parametrize("name", [".pre-commit-config.yaml", ".pre-commit-hooks.yaml"])
def test_the_hooks_run_commands_there_are_on_files_there_are(name: str) -> None:
    tracked = [path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.*")]
    found = hooks(name)
    assert [hook["id"] for hook in found] == ["diglot-fmt", "diglot-check"]
    for hook in found:
        program, command = shlex.split(hook["entry"])
        assert program.split("/")[-1] == "diglot"
        assert command in cli.main.commands
        assert hook["language"] == "system"
        assert any(re.search(hook["files"], path) for path in tracked)
    assert found[1]["pass_filenames"] == "false" or found[1]["pass_filenames"] is False


def test_the_formatting_hook_gets_only_files_the_command_takes() -> None:
    pattern = re.compile(hooks(".pre-commit-config.yaml")[0]["files"])
    for path in (ROOT / "content").rglob("*.*"):
        name = path.relative_to(ROOT).as_posix()
        formed = path.suffix in (".md", ".yml") and "pages" not in name
        assert bool(pattern.search(name)) == formed, name


def test_the_editors_settings_tie_every_registry_to_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    tied = settings["yaml.schemas"]
    assert {Path(name).name for name in tied} == {
        name for cls in modeline.NAMES if (name := modeline.file(cls))
    } - {"article.schema.json", "translation.schema.json"}
    for name, pattern in tied.items():
        assert (ROOT / name).is_file()
        assert list(ROOT.glob(pattern))
    advice = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in advice["recommendations"]
