"""The registries: ``content/companies/``, ``content/themes/`` and ``content/glossary/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from diglot.authority import (
    Company,
    CompanyKind,
    KnownPerson,
    KnownPlace,
    Publisher,
    Registry,
    Theme,
    needed_kinds,
)
from diglot.problems import Finding
from diglot.records import remembered

FOLDERS: Final[Mapping[str, type]] = MappingProxyType({"companies": Company, "themes": Theme})
"""Registries of one file for each id."""
GLOSSARIES: Final[Mapping[str, type]] = MappingProxyType(
    {"people": KnownPerson, "places": KnownPlace, "publishers": Publisher, "kinds": CompanyKind}
)
"""Registries of one file for all, ``content/glossary/<name>.yml``."""


def load(content: Path) -> tuple[Registry, list[Finding]]:
    """All registries below a content folder, and what is wrong with them."""
    root, key = content.parent, remembered.key(content, _all_files(content))
    known = remembered.load(root, key, {**FOLDERS, **GLOSSARIES}) if key else None
    if known is not None:
        return _registry(known), []
    return _read(content, key)


def _read(content: Path, key: str | None) -> tuple[Registry, list[Finding]]:
    from diglot.records import registry_files  # pydantic and YAML load slowly

    found = registry_files.read(content)
    registry = _registry(found.known)
    unread = {finding.path for finding in found.findings}
    findings = [*found.findings, *registry_files.references(registry, found.places, unread)]
    if key and not findings:
        remembered.save(content.parent, key, found.plain)
    return registry, findings


def _registry(known: Mapping[str, Mapping[str, Any]]) -> Registry:
    own = dict(known["kinds"])
    # The site's words and order come first; what it leaves out follows.
    whole = {**known, "kinds": {**own, **needed_kinds(), **own}}
    return Registry(**{name: MappingProxyType(dict(items)) for name, items in whole.items()})


def file_of(name: str, key: str) -> str:
    """The file of an entry, from the project's root."""
    return f"content/{name}/{key}.yml" if name in FOLDERS else f"content/glossary/{name}.yml"


def files_of(content: Path, name: str) -> list[Path]:
    """The files of a registry of one file for each id, in order."""
    # Paths are compared part by part; their names alone sort ten times as fast.
    folder = content / name
    return [folder / file for file in sorted(path.name for path in folder.glob("*.yml"))]


def glossary(content: Path, name: str) -> Path:
    """The file of a registry that is one file."""
    return content / "glossary" / f"{name}.yml"


def _all_files(content: Path) -> Iterator[Path]:
    for name in FOLDERS:
        yield from files_of(content, name)
    yield from (path for name in GLOSSARIES if (path := glossary(content, name)).exists())


def dump_company(company: Company, comment: str) -> str:
    """Canonical YAML of a company, with a comment line below that of its schema."""
    # To read registries, nothing that writes is loaded.
    from diglot.records import frontmatter, modeline

    return f"{modeline.modeline(Company)}\n# {comment}\n{frontmatter.dump(company)}"
