"""The first line of a file, by which editors' programs find its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from diglot.authority import Company, CompanyKind, KnownPerson, KnownPlace, Publisher, Theme
from diglot.model import Article, Translation

FOLDER: Final = "schemas"
"""Folder below ``content/`` the schemas lie in."""
NAMES: Final[Mapping[type, str]] = {
    Article: "article",
    Translation: "translation",
    Company: "company",
    Theme: "theme",
    KnownPerson: "people",
    KnownPlace: "places",
    Publisher: "publishers",
    CompanyKind: "kinds",
}
"""Names of the schemas; those in the plural are for a file of many entries."""
BEGIN: Final = "# yaml-language-server:"


def file(cls: type) -> str:
    """Name of the file the schema of a class lies in."""
    return f"{NAMES[cls]}.schema.json"


def modeline(cls: type) -> str:
    """The comment that names the schema; every file lies in a folder beside that of the schemas."""
    return f"{BEGIN} $schema=../{FOLDER}/{file(cls)}"
