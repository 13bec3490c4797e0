"""The settings file, ``pelican.conf.py``: Python that people write, with the slips people make."""

from __future__ import annotations

import ast
import runpy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from typing import Any, Final

from diglot.problems import Finding, Message, SettingsError, tell

NAME: Final = "pelican.conf.py"
"""What it is called, in the project's root."""


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The file as findings speak of it."""

    name: str = NAME
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where each setting gets its value."""

    def unusable(self, setting: str, value: object, mend: Message) -> Finding:
        """What to tell of a setting whose value cannot be used."""
        what = tell("%(name)s has an unusable value: %(get)s", name=setting, get=repr(value))
        return self.finding(setting, what, mend)

    def finding(self, setting: str, what: Message, mend: Message) -> Finding:
        """What to tell of a setting."""
        return Finding(self.name, self.lines.get(setting, 0), "settings", what, mend)


USUAL: Final = SettingsFile()
"""The file where nobody knows its lines."""


def read(path: Path) -> tuple[SettingsFile, Mapping[str, Any]]:
    """The file, and all it sets.

    Raises:
        OSError: it cannot be read.
        SettingsError: its Python goes wrong.
    """
    try:
        values = runpy.run_path(str(path))
    except OSError:
        raise
    except Exception as error:
        # Whatever an editor wrote there may go wrong in any way.
        raise unreadable(path, error) from None
    return SettingsFile(path.name, _lines(path)), values


def unreadable(path: Path, error: Exception) -> SettingsError:
    """What to tell of settings that went wrong as they were read, with the line where they did."""
    lines = [at.lineno for at in extract_tb(error.__traceback__) if at.filename == str(path)]
    line = error.lineno if isinstance(error, SyntaxError) else next(iter(lines), 0)
    said = error.msg if isinstance(error, SyntaxError) else error
    what = tell(
        "the settings cannot be read: %(name)s: %(error)s", name=type(error).__name__, error=said
    )
    return SettingsError(
        Finding(path.name, line or 0, "settings", what, tell("correct the Python in it"))
    )


def _lines(path: Path) -> dict[str, int]:
    body = ast.parse(path.read_bytes()).body
    given = (node for node in body if isinstance(node, ast.Assign))
    return {ast.unparse(target): node.lineno for node in given for target in node.targets}
