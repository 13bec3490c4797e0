"""Engines of translation, the best first; each module needs its library only when it is opened.

A module has ``offer(options) -> Offer`` (cheap: looks, loads nothing) and
``open_engine(options) -> Engine``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol, cast

from diglot.translation.engines.base import Engine, EngineError, Offer, Options

NAMES: Final = ("openai", "deepl", "fxtranslate", "ctranslate2")
"""From best to least; the memory goes before whichever is chosen."""
MEMORY: Final = "memory"
"""Name of “no engine but the memory”."""


class _Module(Protocol):
    def offer(self, options: Options) -> Offer: ...
    def open_engine(self, options: Options) -> Engine: ...


@dataclass(frozen=True, slots=True)
class Engines:
    """The engines a project could use."""

    root: Path
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """``DIGLOT_ENGINES``: options by name of the engine."""
    environ: Mapping[str, str] = field(default_factory=dict)

    def offers(self) -> dict[str, Offer]:
        """What each engine says of itself, the best first."""
        return {name: self.offer(name) for name in NAMES}

    def offer(self, name: str) -> Offer:
        """What one engine says of itself."""
        return _module(name).offer(self._options(name))

    def best(self) -> str:
        """The first that is ready; `MEMORY` if none is."""
        return next((name for name in NAMES if self.offer(name).ready), MEMORY)

    def open(self, name: str) -> Engine | None:
        """The engine of this name; None for `MEMORY`.

        Raises:
            EngineError: it is not ready; the message says what it lacks.
        """
        if name == MEMORY:
            return None
        offer = self.offer(name)
        if not offer.ready:
            raise EngineError(f"{name}: {offer.why}", fatal=True)
        return _module(name).open_engine(self._options(name))

    def _options(self, name: str) -> Options:
        return Options(self.root, self.settings.get(name, {}), self.environ)


def _module(name: str) -> _Module:
    return cast(_Module, import_module(f"{__name__}.{name}"))
