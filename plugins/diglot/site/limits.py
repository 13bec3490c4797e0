"""Whether a built site can be published on GitHub Pages.

Limits: GitHub's documentation, "About GitHub Pages", usage limits; and the README of
actions/upload-pages-artifact on what an artifact may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from diglot.problems import Finding, Severity, listed, tell

SITE_BYTES: Final = 1_000_000_000
"""A published site may not be larger."""
NEAR: Final = 0.8
"""Share of it that is worth a warning."""


def findings(output: Path, most: int = SITE_BYTES) -> list[Finding]:
    """What keeps a built site from being published; ``most``: bytes it may have."""
    return [*_entry(output), *_links(output), *_size(output, most)]


def _entry(output: Path) -> Iterator[Finding]:
    if not (output / "index.html").is_file():
        what, mend = tell("there is no site in this folder"), tell("build it first: diglot build")
        yield Finding(output.name, 0, "site-missing", what, mend)


def _links(output: Path) -> Iterator[Finding]:
    for path in sorted(output.rglob("*")):
        linked = path.is_symlink() or (path.is_file() and path.stat().st_nlink > 1)
        if linked:
            shown = f"{output.name}/{path.relative_to(output).as_posix()}"
            what = tell("GitHub Pages takes neither symbolic nor hard links")
            yield Finding(shown, 0, "site-link", what, tell("put a copy of the file there"))


def _size(output: Path, most: int) -> Iterator[Finding]:
    sizes = {path: path.stat().st_size for path in output.rglob("*") if path.is_file()}
    total = sum(sizes.values())
    if total <= NEAR * most:
        return
    folders = listed(f"{name} {size / 1e6:.0f} MB" for name, size in _largest(output, sizes))
    what = tell(
        "the site has %(total)s MB in %(count)s files; GitHub Pages takes "
        "%(most)s MB (largest: %(folders)s)",
        total=f"{total / 1e6:.0f}",
        count=len(sizes),
        most=f"{most / 1e6:.0f}",
        folders=folders,
    )
    mend = tell(
        "publish older records as rights: excerpt, or on another static host (docs/deploying.md)"
    )
    severity = Severity.ERROR if total > most else Severity.WARNING
    yield Finding(output.name, 0, "site-size", what, mend, severity)


def _largest(output: Path, sizes: dict[Path, int]) -> list[tuple[str, int]]:
    """The three largest folders, two levels deep."""
    found: dict[str, int] = {}
    for path, size in sizes.items():
        name = "/".join(path.relative_to(output).parts[:-1][:2]) or "."
        found[name] = found.get(name, 0) + size
    return sorted(found.items(), key=lambda item: -item[1])[:3]
