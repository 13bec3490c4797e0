"""Registry files that were parsed before, remembered by what they contain.

Most of the time to read a registry of a thousand files goes into YAML, so their values are kept as
JSON in ``.cache/diglot/``. The key is a digest of the file's text and of the parser's own source: a
changed file is always read anew, and a cache that is missing, damaged or read-only only costs time.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from diglot import yamlfile
from diglot.records import files

_WORTH: Final = 20
"""So many newly parsed files are worth writing the cache for."""


class Parsed:
    """The values of YAML texts, from the cache where it has them."""

    def __init__(self, root: Path) -> None:
        self._path = root / ".cache" / "diglot" / "parsed.json"
        self._parser = blake2b(Path(yamlfile.__file__).read_bytes()).digest()
        self._known = _read(self._path)
        self._used: dict[str, Any] = {}
        self._new = 0

    def load(self, text: str) -> Any:
        """As `yamlfile.load`; do not change the value."""
        key = blake2b(text.encode(), key=self._parser, digest_size=16).hexdigest()
        if key in self._known:
            value = self._known[key]
        else:
            value = yamlfile.load(text)
            self._new += 1
        self._used[key] = value
        return value

    def save(self) -> None:
        """Keep what was used, if enough of it is new."""
        if self._new < _WORTH:
            return
        kept = {key: value for key, value in self._used.items() if _survives(value)}
        try:
            files.write_text(self._path, json.dumps(kept, ensure_ascii=False))
        except OSError:
            return  # a folder that cannot be written to


def _read(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _survives(value: Any) -> bool:
    """Whether JSON gives the same value back: YAML may have keys that are no text, and tags."""
    try:
        return bool(json.loads(json.dumps(value)) == value)
    except (TypeError, ValueError):
        return False
