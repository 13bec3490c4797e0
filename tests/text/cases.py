"""Fixture files in the manner of markdown-it: a title, then input and expected, closed by dots."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "fixtures" / "text"


def cases(name: str) -> list[tuple[str, str, str]]:
    """(title, input, expected) of each case of ``fixtures/text/<name>.txt``."""
    parts = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n.\n")
    assert len(parts) % 3 == 1, f"{name}: a case is not closed"
    return [(parts[i].strip(), parts[i + 1], parts[i + 2]) for i in range(0, len(parts) - 1, 3)]
