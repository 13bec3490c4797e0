"""One process at a time fetches what the tests need: they run in several (`make test`)."""

from __future__ import annotations

from typing import Final

from filelock import FileLock

from tests.ground import ROOT

_CACHE: Final = ROOT / ".cache" / "diglot"
_CACHE.mkdir(parents=True, exist_ok=True)

alone: Final = FileLock(_CACHE / "fetching.lock")
"""`with alone:` waits until no other process fetches; may be entered again by its holder."""
