"""The page on the open data."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.site.views.frame import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file to be downloaded."""

    name: str
    """Last part of its address."""
    href: str
    media_type: str
    """``text/csv`` or ``application/json``."""
    says: str
    """What it holds."""
    schema_href: str | None
    """Its JSON Schema; None for CSV, whose columns are those of a table below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataColumn:
    """A field, which in CSV is a column."""

    name: str
    columns: str
    """Its columns in CSV; empty where it has none."""
    kind: str
    """Text, list of texts, number …"""
    says: str
    """What it means, in the page's language."""
    values: tuple[str, ...]
    """The values it can have, if they are a closed list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """The fields of one shape."""

    id: str
    label: str
    columns: tuple[DataColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """``data/``: files, columns, licence, how to cite."""

    heading: str
    intro: str
    files: tuple[DataFile, ...]
    rules: tuple[str, ...]
    """How values are written in CSV and JSON."""
    tables: tuple[DataTable, ...]
    licence: Link
    rights: str
    """What the licence does not cover."""
    cite: str
    """The data as a work cited."""
