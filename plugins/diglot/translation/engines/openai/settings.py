"""What the settings may say about a chat service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

from diglot.model import SCHEMA

NAME: Final = "openai"
KEY: Final = "OPENAI_API_KEY"
HOSTED: Final = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What a run may use up; calls that are under way when it is reached come on top."""

    __pydantic_config__ = SCHEMA
    cost: float | None = None
    """In the currency of the prices."""
    tokens: int | None = None
    """Of questions and answers together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``DIGLOT_ENGINES["openai"]``."""

    __pydantic_config__ = SCHEMA
    base_url: str = HOSTED
    """Address of the service; ``http://localhost:11434/v1`` for Ollama."""
    model: str = ""
    """Name of the model, as the service calls it."""
    price_in: float | None = None
    """Price of a million tokens of questions, in any currency."""
    price_out: float | None = None
    """Price of a million tokens of answers."""
    budget: Budget = field(default_factory=Budget)
    """What a run may use up: ``{"cost": 2.5}`` or ``{"tokens": 500_000}``."""
    threads: int = 4
    """Calls under way at once."""
    batch: int = 12
    """Segments in a call."""
    timeout: float = 180.0
    """Seconds to wait for an answer."""
    tries: int = 6
    """How often a call is tried while the service is busy or out of reach."""
    backoff: float = 1.0
    """Seconds before the second try; about twice as long before each further one."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """More fields for each request, such as ``{"temperature": 0.2}``."""


def address(url: str) -> str:
    """An address as it may be shown: without name and password."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
