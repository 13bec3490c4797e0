"""One process at a time fetches what the tests need: they run in several (`make test`)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from filelock import FileLock

_CACHE: Final = Path(__file__).resolve().parent.parent / ".cache" / "diglot"
_CACHE.mkdir(parents=True, exist_ok=True)

alone: Final = FileLock(_CACHE / "fetching.lock")
"""`with alone:` waits until no other process fetches; may be entered again by its holder."""
