"""The browser editor at ``/admin/``: Sveltia CMS with a configuration made from the models.

The program is fetched once, by ``diglot admin``, from npm; a site is built without it as well.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from diglot.authority import Registry
from diglot.languages import SIDES
from diglot.records.registry import GLOSSARIES
from diglot.site.admin import config
from diglot.site.settings import Settings

LEFT_OUT: Final = "Diglot: built without /admin/ (the browser editor); “diglot admin” fetches it"
_PROGRAM: Final = ("npm/index.js", "npm/chunks/rea*.js", "npm/assets/*.woff2", "npm/assets/*.txt")
"""Files of Sveltia CMS the editor needs: nothing for images, maps or coloured code."""
_CHINESE: Final = "locales/zh-CN.json"


def packages(root: Path) -> Path:
    """Where ``diglot admin`` puts its packages."""
    return root / ".cache" / "diglot" / "admin"


def fetched(root: Path) -> Path | None:
    """The packages, if they are there."""
    folder = packages(root) / "node_modules"
    return folder if (folder / "@sveltia" / "cms" / "npm" / "index.js").is_file() else None


def wanted(settings: Settings) -> bool:
    """Whether the editor is of use: a public site's could open nothing without a repository."""
    return settings.admin and bool(settings.admin_repo or not settings.site_url)


def files(settings: Settings, names: Registry) -> Iterator[tuple[str, bytes]]:
    """The files below ``admin/``; none without the packages, or where they would be of no use."""
    own, there = settings.theme / "admin", fetched(settings.root)
    if there is None or not own.is_dir() or not wanted(settings):
        return
    for path in sorted(own.glob("*.js")) + sorted(own.glob("*.css")):
        yield f"admin/{path.name}", path.read_bytes()
    listed = frozenset(n for n in GLOSSARIES if len(getattr(names, n)) <= config.MOST)
    made: dict[str, Any] = {
        f"config.{side}": config.config(settings, side, listed, names.kinds) for side in SIDES
    }
    for name, value in (made | {"shapes": config.models()}).items():
        yield f"admin/{name}.json", json.dumps(value, ensure_ascii=False, indent=1).encode()
    yield "admin/index.html", _page(settings, (own / "index.html").read_text(encoding="utf-8"))
    yield from _program(there / "@sveltia" / "cms")
    yield from _below(there / "yaml" / "browser" / "dist", "admin/yaml")
    yield "admin/yaml/LICENSE", (there / "yaml" / "LICENSE").read_bytes()


def _program(folder: Path) -> Iterator[tuple[str, bytes]]:
    for pattern in _PROGRAM:
        for path in sorted(folder.glob(pattern)):
            yield f"admin/cms/{path.relative_to(folder).as_posix()}", path.read_bytes()
    # Browsers take no JSON for a module; the import map of the page leads to this instead.
    words = (folder / _CHINESE).read_text(encoding="utf-8")
    yield f"admin/cms/{_CHINESE}.js", f"export default {words}".encode()
    yield "admin/cms/LICENSE.txt", (folder / "LICENSE.txt").read_bytes()


def _below(folder: Path, to: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*.js")):
        yield f"{to}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _page(settings: Settings, template: str) -> bytes:
    imports = json.dumps({"imports": {f"./cms/{_CHINESE}": f"./cms/{_CHINESE}.js"}})
    digest = base64.b64encode(hashlib.sha256(imports.encode()).digest()).decode()
    rules = {**_RULES, "script-src": f"'self' 'sha256-{digest}'"}
    values: Mapping[str, str] = {
        "policy": "; ".join(f"{name} {value}" for name, value in rules.items()),
        "imports": imports,
        "connected": "yes" if settings.admin_repo else "no",
    }
    for name, value in values.items():
        template = template.replace(f"{{{{ {name} }}}}", value)
    return template.encode()


_RULES: Final[Mapping[str, str]] = {
    "default-src": "'none'",
    "connect-src": "'self' blob: data: https://api.github.com",
    "font-src": "'self'",
    "img-src": "'self' data: blob: https://avatars.githubusercontent.com",
    "style-src": "'self' 'unsafe-inline'",
    "worker-src": "'self' blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What the page may load: its own files, and GitHub's data once someone signs in."""
