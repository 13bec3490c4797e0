"""The typed models as the browser editor needs them: which keys, of which kind, with which rules.

Made from the dataclasses of `model` and `authority` and from their JSON Schemas, and from nothing
else, so that the editor cannot ask for what `records.schema` refuses.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from diglot import authority, model
from diglot.records import frontmatter, schema

Kind = Literal["text", "choice", "flag", "lines", "ids", "role", "group", "groups"]
"""``lines``: a list of texts, one on each line; ``role``: one text, or one in each language."""
Registry = Literal["companies", "themes", "people", "places", "kinds"]
REGISTRIES: Final[Mapping[tuple[type, str], Registry]] = {
    (model.Mention, "id"): "companies",
    (model.Person, "id"): "people",
    (model.Person, "org"): "companies",
    (model.Place, "id"): "places",
    (model.Deal, "parties"): "companies",
    (model.ThemeMention, "id"): "themes",
    (authority.Company, "parent"): "companies",
    (authority.Company, "kind"): "kinds",
    (authority.KnownPerson, "org"): "companies",
    (authority.KnownPlace, "in"): "places",
}
"""Where the ids under a key are looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a group."""

    name: str
    """As the files write it."""
    owner: str
    """Name of the class it belongs to."""
    kind: Kind
    about: str
    """The docstring of the model's field."""
    default: Any
    """Plain data; None for a key that must be there."""
    required: bool
    shown: bool
    """Whether it is written out where it holds its default."""
    choices: tuple[str, ...] = ()
    registry: Registry | None = None
    """Where its ids come from."""
    single: bool = False
    """Whether a list of one is written as that one."""
    keys: tuple[Key, ...] = ()
    """Of a group, or of each group of a list."""


def shape(cls: type) -> tuple[Key, ...]:
    """The keys of a class, in the order of the model."""
    described = schema.json_schema(cls)
    return tuple(_keys(cls, described, described.get("$defs", {})))


def _keys(cls: type, described: Mapping[str, Any], parts: Mapping[str, Any]) -> Iterator[Key]:
    hints = get_type_hints(cls)
    for field in dataclasses.fields(cls):
        name = field.name.rstrip("_")
        kind, inner = _kind(hints[field.name], name)
        below = _keys(inner, parts[inner.__name__], parts) if inner else ()
        yield Key(
            name=name,
            owner=cls.__name__,
            kind=kind,
            about=" ".join(described["properties"][name].get("description", "").split()),
            default=_default(field),
            required=name in described.get("required", ()),
            shown=frontmatter.shown(cls, field.name),
            choices=_choices(hints[field.name]),
            registry=REGISTRIES.get((cls, name)),
            single=kind == "ids" and get_origin(hints[field.name]) is not tuple,
            keys=() if kind == "role" else tuple(below),
        )


def _kind(hint: Any, name: str) -> tuple[Kind, type | None]:
    """The kind of a key by its type, and the class of the group or groups below it."""
    args = [arg for arg in get_args(hint) if arg is not type(None)]
    several = get_origin(hint) is tuple
    groups = [one for one in (hint, *args) if isinstance(one, type) and is_dataclass(one)]
    if groups:
        one: Kind = "role" if str in args else "group"
        return ("groups" if several else one), groups[0]
    if several or any(get_origin(arg) is tuple for arg in args):
        return ("ids" if name in schema.ID_KEYS else "lines"), None
    if hint is bool:
        return "flag", None
    return ("choice" if _choices(hint) else "text"), None


def _choices(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    return next((found for arg in get_args(hint) if (found := _choices(arg))), ())


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return frontmatter.plain(field.default_factory())
    return None if field.default is dataclasses.MISSING else frontmatter.plain(field.default)


def as_json(keys: tuple[Key, ...]) -> list[dict[str, Any]]:
    """What ``formats.js`` needs of the keys."""
    made = []
    for key in keys:
        kind = "text" if key.kind == "choice" else key.kind
        one: dict[str, Any] = {"name": key.name, "kind": kind, "value": key.default}
        flags = {name: True for name in ("shown", "single") if getattr(key, name)}
        made.append(one | flags | ({"keys": as_json(key.keys)} if key.keys else {}))
    return made
