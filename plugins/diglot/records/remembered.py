"""A registry without faults, remembered whole.

To read a thousand files, check them and word what is wrong takes a second, most of it for YAML and
pydantic, and hardly anything changes between two runs. So the plain data of a registry in which
nothing was wrong are kept as JSON in ``.cache/diglot/registry.json``, under a digest of all its
files and of the code that judged them. Whatever changes, the files are read anew (`Parsed` then
spares the YAML of those that did not); a cache that is missing, damaged or cannot be written only
costs time. Whoever can write there can write the project's settings too, which are a program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeVar, get_args, get_type_hints

import diglot
from diglot.records import files

T = TypeVar("T")
Plain = dict[str, dict[str, Any]]
"""Registry -> id -> plain data of the entry."""
WORTH: Final = 20
"""So many files are worth a cache."""
_JUDGES: Final = (
    "authority.py",
    "data/kinds.yml",
    "model.py",
    "edtf.py",
    "yamlfile/__init__.py",
    "records/schema.py",
    "records/registry.py",
    "records/registry_files.py",
)
"""The code that decides what is a registry without faults."""


def key(content: Path, paths: Iterable[Path]) -> str | None:
    """Digest of registry files and of the code that reads them; None if a file cannot be read."""
    digest = blake2b(digest_size=16)
    code = Path(diglot.__file__).parent
    judges = (code / name for name in _JUDGES)
    try:
        for root, some in ((code, judges), (content, paths)):
            for path in some:
                data = path.read_bytes()
                digest.update(f"{path.as_posix().removeprefix(root.as_posix())}\0".encode())
                digest.update(f"{len(data)}\0".encode() + data)
    except OSError:
        return None
    return digest.hexdigest()


def load(root: Path, key: str, classes: Mapping[str, type]) -> dict[str, dict[str, Any]] | None:
    """Registry -> id -> entry as remembered under this key below a project's root, if it is."""
    try:
        kept = json.loads(_path(root).read_bytes())
        if kept["key"] != key:
            return None
        known = {name: kept["registry"][name] for name in classes}
        return {
            name: {id_: build(classes[name], data) for id_, data in entries.items()}
            for name, entries in known.items()
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def save(root: Path, key: str, plain: Plain) -> None:
    """Remember a registry, if it is large enough and JSON gives back the same."""
    if sum(map(len, plain.values())) < WORTH:
        return
    try:
        text = json.dumps({"key": key, "registry": plain}, ensure_ascii=False)
        if json.loads(text)["registry"] == plain:
            files.write_text(_path(root), text)
    except (OSError, TypeError, ValueError):
        return  # a folder that cannot be written to, or keys that are no text


def _path(root: Path) -> Path:
    return root / ".cache" / "diglot" / "registry.json"


def build(cls: type[T], data: Mapping[str, Any]) -> T:
    """The value of plain data that `schema.read` has found to fit the class."""
    parts = _parts(cls)  # type: ignore[arg-type]  # a class has a hash
    values: dict[str, Any] = {}
    for key, value in data.items():
        name, inner = parts[key]
        values[name] = _value(inner, value) if isinstance(value, (list, dict)) else value
    return cls(**values)


def _value(cls: type | None, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value) if cls is None else tuple(_value(cls, item) for item in value)
    return build(cls, value) if cls and isinstance(value, dict) else value


@cache
def _parts(cls: type) -> dict[str, tuple[str, type | None]]:
    """Key in the files -> name of the field, and the class of its value where it is one."""
    hints = get_type_hints(cls)
    return {one.name.rstrip("_"): (one.name, _class(hints[one.name])) for one in fields(cls)}


def _class(hint: Any) -> type | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next((found for arg in get_args(hint) if (found := _class(arg))), None)
