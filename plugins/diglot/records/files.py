"""Reading and writing of files: a file is either as it was or complete, never half written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from diglot.problems import Finding, system, tell


def read_text(path: Path) -> str:
    """The text of a file, line ends as LF, without a byte order mark.

    Raises:
        UnicodeDecodeError: the file is not UTF-8.
    """
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def write_text(path: Path, text: str) -> bool:
    """Write a text by atomic rename; a file that holds it already is left alone.

    Returns:
        Whether anything was written.
    """
    return write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> bool:
    """Write bytes, like `write_text`."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(_mode(path))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def unusable(shown: str, error: OSError) -> Finding:
    """The finding about a path that cannot be read, such as a folder in the place of a file."""
    what, mend = system(error), tell("put a readable text file there")
    return Finding(shown, 0, "file-unusable", what, mend)


def _mode(path: Path) -> int:
    """Permissions of the file to be replaced; mkstemp's own (0600) would hide it from others."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644
