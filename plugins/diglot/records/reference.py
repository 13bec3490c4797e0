"""``docs/reference/``: front matter in words and as JSON Schema, made from the model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from diglot import authority, model
from diglot.records import modeline, registry, schema

HEAD: Final = """\
# Front matter

Made from `plugins/diglot/model.py` and `authority.py`; do not edit by hand.
Dates are EDTF: `2019-06-28`, `2019-06`, `2019`, `XXXX-09-28` (year unknown), `2019-21` (spring),
`2019-33` (first quarter), `2019-40` (first half), `2019-06/2019-08`.
"""
_FILES: Final[Mapping[str, type]] = {
    "Original — `content/articles/<slug>.<zh|en>.md`": model.Article,
    "Translation — `content/articles/<slug>.<en|zh>.md`": model.Translation,
    "Company — `content/companies/<id>.yml`": authority.Company,
    "Theme — `content/themes/<id>.yml`": authority.Theme,
    "Person — entry of `content/glossary/people.yml`": authority.KnownPerson,
    "Place — entry of `content/glossary/places.yml`": authority.KnownPlace,
    "Publisher — entry of `content/glossary/publishers.yml`": authority.Publisher,
    "Kind of companies — entry of `content/glossary/kinds.yml`": authority.CompanyKind,
}


def front_matter() -> str:
    """The reference of every key an editor may write, in Markdown."""
    parts: dict[str, Mapping[str, Any]] = {}
    sections = []
    for title, cls in _FILES.items():
        described = schema.json_schema(cls)
        parts |= described.get("$defs", {})
        sections.append(_section(f"## {title}", described))
    groups = [_section(f"### {name}", parts[name]) for name in sorted(parts)]
    return "\n".join([HEAD, *sections, "## Groups of keys\n", *groups])


def _section(title: str, described: Mapping[str, Any]) -> str:
    head = "| key | value | meaning |\n|---|---|---|"
    return "\n".join([title, "", described["description"], "", head, *_rows(described), ""])


def _rows(described: Mapping[str, Any]) -> Iterator[str]:
    required = described.get("required", ())
    for key, value in described["properties"].items():
        name = f"`{key}`" + (" (required)" if key in required else "")
        meaning = " ".join(value.get("description", "").replace("|", "\\|").split())
        yield f"| {name} | {_kind(value)}{_default(value)} | {meaning} |"


def _default(value: Mapping[str, Any]) -> str:
    default = value.get("default")
    return f"; default `{str(default).lower()}`" if default not in (None, [], "") else ""


def _kind(value: Mapping[str, Any]) -> str:
    """The kind of value in words: `text`, `list of Deal`, or the words allowed."""
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if "anyOf" in value:
        kinds = (_kind(one) for one in value["anyOf"])
        return " or ".join(dict.fromkeys(kinds))
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}"
    names = {"string": "text", "boolean": "`true` or `false`", "null": "`null`"}
    return names[value["type"]]


def schemas(kinds: Iterable[str]) -> dict[str, str]:
    """JSON Schemas for editors' programs, by file name.

    Args:
        kinds: Ids of the kinds of companies the site has.
    """
    return {modeline.file(cls): described(cls, kinds) for cls in modeline.NAMES}


def described(cls: type, kinds: Iterable[str]) -> str:
    """The JSON Schema of one kind of file (see `schemas`)."""
    found = schema.json_schema(cls)
    if cls is authority.Company:
        found["properties"]["kind"]["enum"] = list(kinds)
    if cls in registry.GLOSSARIES.values():
        parts = found.pop("$defs", {})
        entries = {
            "title": modeline.NAMES[cls].capitalize(),
            "description": f"Entries by id. {found['description']}",
            "type": "object",
            "propertyNames": {"pattern": f"^{schema.id_form(modeline.NAMES[cls]).pattern}$"},
            "additionalProperties": {"$ref": f"#/$defs/{cls.__name__}"},
        }
        found = {"$defs": {**parts, cls.__name__: found}, **entries}
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | found, ensure_ascii=False, indent=1) + "\n"
