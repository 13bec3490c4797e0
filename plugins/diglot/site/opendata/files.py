"""The files of the open data: JSON, CSV, and the JSON Schema that documents them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import Field, asdict, fields
from functools import cache, partial
from typing import Any, Final, get_args, get_origin, get_type_hints

from diglot.model import Both
from diglot.records.schema import json_schema
from diglot.site.opendata import collect, shapes
from diglot.site.opendata.collect import Desks

DEALS_CSV: Final = "data/deals.csv"
SOURCES_CSV: Final = "data/deal-sources.csv"
DEALS_JSON: Final = "data/deals.json"
INDEX_JSON: Final = "data/index.json"
DEALS: Final = (DEALS_CSV, SOURCES_CSV, DEALS_JSON)
"""Those that are about deals."""
SCHEMAS: Final[dict[str, type]] = {
    "data/deals.schema.json": shapes.Deals,
    "data/index.schema.json": shapes.Index,
}
"""Paths of the schemas by the shape of the file each describes."""
_UNSAFE: Final = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these could be read as a formula by a spreadsheet."""
_JOIN: Final = "; "
"""Between the values of a list in one cell."""


def files(desks: Desks) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file: its path below the site's root, and what makes it."""
    at = desks["en"].links

    @cache
    def index() -> shapes.Index:
        return collect.index(desks)

    def deals() -> shapes.Deals:
        return shapes.Deals(about=index().about, deals=index().deals)

    def sources() -> Iterator[shapes.Source]:
        return (source for deal in index().deals for source in deal.sources)

    yield DEALS_JSON, lambda: _json(deals(), at.absolute("data/deals.schema.json"))
    yield INDEX_JSON, lambda: _json(index(), at.absolute("data/index.schema.json"))
    yield DEALS_CSV, lambda: as_csv(shapes.Deal, index().deals)
    yield SOURCES_CSV, lambda: as_csv(shapes.Source, sources())
    for path, shape in SCHEMAS.items():
        yield path, partial(_schema, desks, path, shape)


def _schema(desks: Desks, path: str, shape: type) -> bytes:
    text = json.dumps(schema(desks, path, shape), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _json(value: shapes.Deals | shapes.Index, described_by: str) -> bytes:
    thing = {"$schema": described_by, **asdict(value)}
    return (json.dumps(thing, ensure_ascii=False, indent=1) + "\n").encode()


def schema(desks: Desks, path: str, shape: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a file, its fields explained in both languages."""
    made = json_schema(shape)
    made["properties"]["$schema"] = {"type": "string", "format": "uri-reference"}
    known = {one.__name__: one for one in vars(shapes).values() if isinstance(one, type)}
    for name, part in ({shape.__name__: made} | made.get("$defs", {})).items():
        if name in known and name != "Both":
            _explain(desks, known[name], part)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": desks["en"].links.absolute(path),
    }
    return head | made


def _explain(desks: Desks, shape: type, part: dict[str, Any]) -> None:
    for one in fields(shape):
        says, target = explained(one), part["properties"][one.name]
        target["description"] = desks["en"].words.say(says)
        target["x-description-zh"] = desks["zh"].words.say(says)
        if one.name.endswith(("_earliest", "_latest")):
            target["anyOf"] = [{"type": "string", "format": "date"}, {"type": "null"}]
    part["required"] = [one.name for one in fields(shape)]


def explained(one: Field[Any]) -> str:
    """The message that explains a field of a shape."""
    return str(one.metadata["says"])


def columns(shape: type) -> tuple[tuple[str, str], ...]:
    """The columns of a shape's CSV with the fields they come from; nested shapes have none."""
    hints = get_type_hints(shape)
    found: list[tuple[str, str]] = []
    for one in fields(shape):
        kind = hints[one.name]
        inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if inner is Both:
            found += [(f"{one.name}_zh", one.name), (f"{one.name}_en", one.name)]
        elif not hasattr(inner, "__dataclass_fields__"):
            found.append((one.name, one.name))
    return tuple(found)


def as_csv(shape: type, rows: Iterable[object]) -> bytes:
    """Rows as CSV (RFC 4180, UTF-8 with the mark by which spreadsheets know it)."""
    named = columns(shape)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column for column, _ in named])
    for row in rows:
        writer.writerow([_cell(getattr(row, of), column) for column, of in named])
    return ("\ufeff" + out.getvalue()).encode()


def _cell(value: Any, column: str) -> str:
    """A value as one cell that no spreadsheet takes for a formula."""
    if isinstance(value, Both):
        text = value.zh if column.endswith("_zh") else value.en
    elif isinstance(value, Sequence) and not isinstance(value, str):
        text = _JOIN.join(_cell(one, column) for one in value)
    else:
        text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_UNSAFE) else text
