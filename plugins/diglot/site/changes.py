"""What differs between two builds of a site, told in Markdown for a pull request."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MOST: Final = 40
"""Pages listed under each heading at most."""
_TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_MAIN: Final = re.compile(r"<main\b.*?</main>", re.DOTALL)
_DIGEST: Final = re.compile(r"(static/[\w/-]+)\.[0-9a-f]{8}\.")


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths of pages, and whether the rest of the site differs."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    """Pages whose main part differs."""
    frame: int
    """Pages that differ only around it: head, masthead or foot."""


def compare(before: Path, after: Path) -> Changes:
    """What differs between the pages of two output directories."""
    old, new = _pages(before), _pages(after)
    both = sorted(old.keys() & new.keys())
    differing = [path for path in both if _text(old[path]) != _text(new[path])]
    changed = [path for path in differing if _main(old[path]) != _main(new[path])]
    return Changes(
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(changed),
        frame=len(differing) - len(changed),
    )


def told(before: Path, after: Path) -> str:
    """The differences as Markdown."""
    found = compare(before, after)
    lines = ["## What changes on the site", ""]
    if not (found.added or found.removed or found.changed or found.frame):
        lines.append("Nothing.")
    lines += _listed("New pages", found.added, after)
    lines += _listed("Changed pages", found.changed, after)
    lines += _listed("Pages that go", found.removed, before)
    if found.frame:
        lines.append(f"{found.frame} other pages differ in their head, masthead or foot only.")
    return "\n".join(lines).rstrip() + "\n"


def _listed(heading: str, paths: tuple[str, ...], root: Path) -> Iterator[str]:
    if not paths:
        return
    yield f"### {heading} ({len(paths)})"
    yield ""
    # Records first: the pages that list them follow from them.
    for path in sorted(paths, key=lambda path: ("/articles/" not in path, path))[:MOST]:
        title = html.unescape(_TITLE.search((root / path).read_text("utf-8"))[1])  # type: ignore[index]  # every page has one
        yield f"- `{path.removesuffix('index.html') or '/'}` {_escaped(title)}"
    if len(paths) > MOST:
        yield f"- and {len(paths) - MOST} more"
    yield ""


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(text.split()))


def _pages(output: Path) -> dict[str, Path]:
    """The readers' pages: whether the editors' own were built depends on what was fetched."""
    found = {path.relative_to(output).as_posix(): path for path in output.rglob("*.html")}
    return {name: path for name, path in found.items() if not name.startswith("admin/")}


def _text(path: Path) -> str:
    """A page, without the digests of style sheet and script, which change with them."""
    return _DIGEST.sub(r"\1.", path.read_text("utf-8"))


def _main(path: Path) -> str:
    found = _MAIN.search(_text(path))
    return found[0] if found else ""
