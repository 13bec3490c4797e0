"""The settings of translation, read from ``pelican.conf.py``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from diglot import settingsfile
from diglot.problems import SettingsError, listed, tell
from diglot.translation.engines import MEMORY, NAMES

ENGINE: Final = "DIGLOT_ENGINE"
"""Name of the engine; empty: the best that is ready."""
ENGINES: Final = "DIGLOT_ENGINES"
"""Options of each engine, by its name; never a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translating:
    """What ``diglot translate`` needs to know besides the content."""

    engine: str = ""
    engines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def load(path: Path) -> Translating:
    """The settings in a file; those of an empty one where there is none.

    Raises:
        SettingsError: a setting has an unusable value.
    """
    file, conf = settingsfile.read(path) if path.is_file() else (settingsfile.USUAL, {})
    engine, engines = conf.get(ENGINE, ""), conf.get(ENGINES, {})
    known = (*NAMES, MEMORY)
    if engine and engine not in known:
        mend = tell("write one of %(known)s", known=listed(known))
        raise SettingsError(file.unusable(ENGINE, engine, mend))
    good = isinstance(engines, Mapping) and all(
        name in NAMES and isinstance(options, Mapping) for name, options in engines.items()
    )
    if not good:
        mend = tell("write a mapping of options for each of %(names)s", names=listed(NAMES))
        # Not the value itself: somebody may have written a key into it.
        what = tell("DIGLOT_ENGINES has an unusable value")
        raise SettingsError(file.finding(ENGINES, what, mend))
    return Translating(engine=engine, engines=engines)
