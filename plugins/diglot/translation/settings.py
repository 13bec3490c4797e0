"""The settings of translation, read from ``pelican.conf.py``."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from typing import Any

from diglot.problems import Finding, SettingsError, tell
from diglot.translation.engines import MEMORY, NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Translating:
    """What ``diglot translate`` needs to know besides the content."""

    engine: str = ""
    """``DIGLOT_ENGINE``: name of the engine; empty: the best that is ready."""
    engines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """``DIGLOT_ENGINES``: options of each engine, by its name; never a key."""


def load(path: Path) -> Translating:
    """The settings in a file; those of an empty one where there is none.

    Raises:
        SettingsError: a setting has an unusable value.
    """
    conf = _read(path) if path.is_file() else {}
    engine, engines = conf.get("DIGLOT_ENGINE", ""), conf.get("DIGLOT_ENGINES", {})
    known = (*NAMES, MEMORY)
    if engine and engine not in known:
        what = tell("DIGLOT_ENGINE has an unusable value: %(engine)s", engine=repr(engine))
        raise SettingsError(
            Finding(path.name, 0, "settings", what, tell("write one of %(known)s", known=known))
        )
    good = isinstance(engines, Mapping) and all(
        name in NAMES and isinstance(options, Mapping) for name, options in engines.items()
    )
    if not good:
        mend = tell("write a mapping of options for each of %(names)s", names=NAMES)
        # Not the value itself: somebody may have written a key into it.
        what = tell("DIGLOT_ENGINES has an unusable value")
        raise SettingsError(Finding(path.name, 0, "settings", what, mend))
    return Translating(engine=engine, engines=engines)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return runpy.run_path(str(path))
    except Exception as error:
        # Whatever an editor wrote there may go wrong in any way.
        raise unreadable(path, error) from None


def unreadable(path: Path, error: Exception) -> SettingsError:
    """What to tell of a settings file whose Python went wrong, with the line where it did."""
    lines = [at.lineno for at in extract_tb(error.__traceback__) if at.filename == str(path)]
    line = error.lineno if isinstance(error, SyntaxError) else next(iter(lines), 0)
    what = tell(
        "the settings cannot be read: %(name)s: %(error)s", name=type(error).__name__, error=error
    )
    return SettingsError(
        Finding(path.name, line or 0, "settings", what, tell("correct the Python in it"))
    )
