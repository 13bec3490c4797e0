"""Counts what a chat service uses up, and says when it is enough."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from diglot.translation.engines.base import EngineError, Usage
from diglot.translation.engines.openai.settings import Budget

_MILLION: Final = 1_000_000


@dataclass(slots=True)
class Meter:
    """What was used up so far; safe from several threads."""

    price_in: float | None
    """For a million tokens of questions."""
    price_out: float | None
    """For a million tokens of answers."""
    budget: Budget
    _in: int = 0
    _out: int = 0
    _lock: Lock = field(default_factory=Lock)

    def count(self, tokens_in: int, tokens_out: int) -> None:
        """Add a call."""
        with self._lock:
            self._in += tokens_in
            self._out += tokens_out

    def usage(self) -> Usage:
        """What all calls together have used up."""
        cost = None
        if self.price_in is not None or self.price_out is not None:
            cost = self._in * (self.price_in or 0) + self._out * (self.price_out or 0)
        return Usage(self._in + self._out, "tokens", None if cost is None else cost / _MILLION)

    def guard(self) -> None:
        """Let a call pass while there is something left.

        Raises:
            EngineError: the budget is used up; fatal.
        """
        used, limit = self.usage(), self.budget
        if limit.tokens is not None and used.units >= limit.tokens:
            raise EngineError(f"the budget of {limit.tokens:,} tokens is used up", fatal=True)
        if limit.cost is not None and (used.cost or 0) >= limit.cost:
            raise EngineError(f"the budget (cost {limit.cost:g}) is used up", fatal=True)
