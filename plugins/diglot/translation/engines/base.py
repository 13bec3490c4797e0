"""What an engine is: something that turns segments of one language into another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from diglot.languages import Lang


@dataclass(frozen=True, slots=True)
class Term:
    """A name as the segments have it, and as it must come out."""

    source: str
    target: str


Glossary = Sequence[Term]
"""Names that stand in the segments, the longest first."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the settings and the environment say to one engine."""

    root: Path
    """The project's folder, from which relative paths are read."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """``DIGLOT_ENGINES[name]``."""
    environ: Mapping[str, str] = field(default_factory=dict)
    """Environment variables; keys of services come from nowhere else."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether an engine can be used here."""

    ready: bool
    why: str
    """What it would use, or what it lacks and how to get it; one line."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What an engine has used up so far."""

    units: int = 0
    """Tokens or characters, as the service counts them."""
    unit: str = ""
    """`tokens`, `characters`; empty where nothing is counted."""
    cost: float | None = None
    """In the currency of the prices in the settings; None where no price is known."""


class EngineError(Exception):
    """An engine could not translate some segments.

    Attributes:
        fatal: Whether further calls are pointless too: no key, no model, budget used up.
        done: Translations of those segments that came out all the same, by position.
    """

    def __init__(
        self, message: str, *, fatal: bool = False, done: Mapping[int, str] | None = None
    ) -> None:
        super().__init__(message)
        self.fatal = fatal
        self.done: Mapping[int, str] = done or {}


class Engine(Protocol):
    """Translates; made by the ``open_engine`` of its module."""

    name: str
    """Written into records: the engine, with its model where it has a choice of them."""
    batch: int
    """Segments it takes in one call at most."""
    threads: int
    """Calls that may be under way at once."""

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        """One translation for each segment, in their order, as plain text.

        Raises:
            EngineError: it could not, even after its own retries.
        """

    def usage(self) -> Usage:
        """What all calls together have used up; by itself, nothing is counted."""
        return Usage()


@runtime_checkable
class Closing(Protocol):
    """An engine that waits between tries, and leaves something behind."""

    def stop(self) -> None:
        """Begin no call and wait for none again; what is under way comes to its end."""

    def close(self) -> None:
        """Tidy up, once no call is under way.

        Raises:
            EngineError: something had to be left behind.
        """
