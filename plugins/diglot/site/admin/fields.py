"""From a key of the model to a field of the editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from diglot.records import schema
from diglot.site.admin.shapes import Key, Registry
from diglot.site.admin.wording import Wording

Field = dict[str, Any]
"""A field as Sveltia CMS describes it."""
_DATE: Final = r"(?:XXXX|\d{2}XX|\d{3}X|\d{4})(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?"
EDTF: Final = rf"^(?:{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE})$"
"""The forms `edtf.parse` takes; that the day exists, it alone knows."""
URL: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/<>\"]+(?:/[^\s<>\"]*)?$"
ID: Final = rf"^{schema.ID.pattern}$"
_LONG: Final = frozenset({"summary", "description", "notes", "reason"})
"""Keys that hold sentences."""
_TOLD: Final[Mapping[str, str]] = {
    "events": "{{fields.date}} {{fields.what}}",
    "companies": "{{fields.id}}",
    "people": "{{fields.name}}",
    "places": "{{fields.as}}",
    "deals": "{{fields.kind}}: {{fields.parties}}",
    "themes": "{{fields.id}}",
    "waive": "{{fields.block}} {{fields.code}}",
}
"""How an entry of a list reads while it is folded."""


def fields(keys: Iterable[Key], word: Wording, *, both: bool = False) -> list[Field]:
    """Fields of a group; ``both``: they stand in both languages' files of an article."""
    return [field(key, word, both=both) for key in keys]


def field(key: Key, word: Wording, *, both: bool = False, long: bool = False) -> Field:
    """The field of a key, with the rules `records.schema` has for it."""
    made: Field = {
        "name": key.name,
        "label": word.label(key),
        "hint": _hint(key, word),
        "required": key.required,
        "i18n": both,
    }
    return made | _widget(key, word, both=both, long=long or key.name in _LONG)


def _hint(key: Key, word: Wording) -> str:
    parts = [word.hint(key)]
    if key.name in schema.EDTF_KEYS:
        parts.append(word("date_hint"))
    if key.kind == "lines" and word.side == "en":
        parts.append(word("lines_hint"))
    return " ".join(parts)


def _widget(key: Key, word: Wording, *, both: bool, long: bool) -> Field:
    match key.kind:
        case "flag":
            made: Field = {"widget": "boolean", "default": False}
        case "lines":
            made = {"widget": "text"}
        case "choice":
            made = _select(key, word)
        case "role":
            made = _role(word, both=both)
        case "group" | "groups":
            made = _group(key, word, both=both, long=long)
        case _ if key.registry:
            made = _relation(key, key.registry, word)
        case _:
            made = _text(key, word, long=long)
    return made


def _group(key: Key, word: Wording, *, both: bool, long: bool) -> Field:
    below = [field(one, word, both=both, long=long) for one in key.keys]
    if key.kind == "groups":
        shown = {"summary": _TOLD[key.name]} if key.name in _TOLD else {}
        one = {"label_singular": word.one(key)}
        return {"widget": "list", "fields": below, "collapsed": True} | shown | one
    # What has a default is always there; what has none is there when an editor adds it.
    always = key.required or key.default is not None
    return {"widget": "object", "fields": below, "required": always}


def _relation(key: Key, registry: Registry, word: Wording) -> Field:
    if registry == "kinds":
        options = [{"value": id_, "label": it.plural[word.side]} for id_, it in word.kinds.items()]
        return {"widget": "select", "options": options, "default": key.default}
    if registry in ("people", "places") and registry not in word.listed:
        return {"widget": "string", "pattern": [ID, word("wrong_id")]}
    return relation(registry) | ({"multiple": True} if key.kind == "ids" else {})


def _text(key: Key, word: Wording, *, long: bool) -> Field:
    made: Field = {"widget": "text" if long else "string"}
    if key.name in schema.EDTF_KEYS:
        return made | {"pattern": [EDTF, word("wrong_date")]}
    if key.name in schema.URL_KEYS:
        return made | {"pattern": [URL, word("wrong_url")]}
    return made


def _select(key: Key, word: Wording) -> Field:
    options = [{"value": value, "label": word.choice(value)} for value in key.choices]
    default = {"default": key.default} if key.default is not None else {}
    return {"widget": "select", "options": options} | default


def _role(word: Wording, *, both: bool) -> Field:
    """An office as the text has it, or in both languages."""
    names = {"text": word("as_in_text"), "zh": word("chinese"), "en": word("english")}
    below = [
        {"name": name, "label": label, "widget": "string", "required": False, "i18n": both}
        for name, label in names.items()
    ]
    return {"widget": "object", "fields": below, "required": True}


def id_form(registry: str) -> str:
    """The form of the ids of a registry."""
    return rf"^{schema.id_form(registry).pattern}$"


def relation(registry: Registry) -> Field:
    """A choice among the entries of a registry."""
    if registry in ("companies", "themes"):
        return {
            "widget": "relation",
            "collection": registry,
            "value_field": "{{slug}}",
            "display_fields": ["name.zh", "name.en"],
            "search_fields": ["name.zh", "name.en"],
        }
    return {
        "widget": "relation",
        "collection": "glossary",
        "file": registry,
        "value_field": "entries.*.id",
        "display_fields": ["entries.*.name.zh", "entries.*.name.en"],
        "search_fields": ["entries.*.name.zh", "entries.*.name.en", "entries.*.id"],
    }
