"""The door to pydantic: plain data checked against the dataclasses of `model` and `authority`.

What does not fit becomes findings in plain words, each with the line it stands on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Final, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from diglot import edtf
from diglot.alike import near
from diglot.problems import Finding, Message, listed, tell
from diglot.yamlfile import Lines, Path

T = TypeVar("T")
EDTF_KEYS: Final = frozenset({"date", "founded", "reviewed_on"})
"""Keys whose text is a date."""
URL_KEYS: Final = frozenset({"url", "website"})
"""Keys whose text becomes the target of a link."""
ID_KEYS: Final = frozenset({"id", "org", "parties", "parent", "in"})
"""Keys whose text names a registry entry, and so becomes part of paths and addresses."""
_REGISTRY_OF: Final = {
    ("companies", "id"): "companies",
    ("people", "org"): "companies",
    ("deals", "parties"): "companies",
    ("themes", "id"): "themes",
    ("people", "id"): "people",
    ("places", "id"): "places",
    ("parent",): "companies",
    ("org",): "companies",
    ("in",): "places",
}
"""Where ids stand, list positions left out -> the registry they are of."""
FORMER_KEYS: Final = frozenset({"aliases", "former_ids"})
"""Keys whose texts are what a record or a company was called before, in paths and addresses."""
ID: Final = re.compile(r"[a-z0-9-]+")
WORD_ID: Final = re.compile(r"[a-z0-9_-]+")
_WORDS: Final = frozenset({"themes", "kinds"})
"""Registries whose ids are words rather than names, and may have underscores."""
_URL: Final = re.compile(r"https?://[^\s/<>\"]+(?:/[^\s<>\"]*)?", re.IGNORECASE)
REFERENCE: Final = "docs/reference/front-matter.md"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in a file, and how its findings are called."""

    file: str
    lines: Lines
    at: Path = ()
    """Keys from the top of the file to the value."""
    family: str = "front-matter"
    """First part of the finding codes."""

    def finding(self, path: Path, code: str, what: Message, mend: Message) -> Finding:
        """A finding about a value below this place."""
        line, column = self.lines.mark((*self.at, *path))
        return Finding(self.file, line, code, what, mend, column=column)


def id_form(registry: str) -> re.Pattern[str]:
    """What the ids of a registry are made of."""
    return WORD_ID if registry in _WORDS else ID


def read(cls: type[T], data: object, place: Place) -> tuple[T | None, list[Finding]]:
    """The value that plain data stands for, or nothing and the reasons why not."""
    try:
        value: T = _adapter(cls).validate_json(  # type: ignore[arg-type]  # a class has a hash
            json.dumps(data), strict=True
        )
    except ValidationError as error:
        return None, list(_findings(cls, data, place, error))
    # State files are the machine's; what is wrong in them is no editor's to mend.
    bad = [] if place.family == "state" else list(_wrong_words(data, place))
    return (None if bad else value), bad


@cache
def _adapter(cls: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(cls)


def json_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema of a class, with the docstrings of its fields."""
    return _adapter(cls).json_schema()


def _findings(cls: type, data: object, place: Place, error: ValidationError) -> Iterator[Finding]:
    found = [(_real(data, e["loc"], e["type"]), e) for e in error.errors(include_url=False)]
    for path, one in found:
        # Of the branches of a union, the one that got furthest is what the editor meant.
        if not any(other != path and other[: len(path)] == path for other, _ in found):
            yield _finding(cls, path, one, place)


def _real(data: object, loc: Sequence[str | int], kind: str) -> Path:
    """The path in the data, without pydantic's names for the branches of a union."""
    path: list[str | int] = []
    for part in loc:
        inside = part in data if isinstance(data, Mapping) else isinstance(part, int)
        if inside:
            path.append(part)
            data = data[part]  # type: ignore[index]
    return (*path, loc[-1]) if kind == "missing" else tuple(path)


def _finding(cls: type, path: Path, error: Any, place: Place) -> Finding:
    kind, key = error["type"], str(path[-1]) if path else ""
    if kind == "unexpected_keyword_argument":
        what, mend = (
            tell("unknown key “%(key)s”", key=key),
            _other_key(key, known_keys(cls, path[:-1])),
        )
        return place.finding(path, f"{place.family}-key", what, mend)
    code = "rights-value" if path == ("rights",) else f"{place.family}-value"
    what, mend = _words(kind, key, error)
    return place.finding(path, code, what, mend)


def _other_key(key: str, known: Sequence[str]) -> Message:
    return meant(key, known) or tell("remove it; known keys: %(known)s", known=listed(known))


def meant(word: str, known: Iterable[str], alike: float = 0.6) -> Message | None:
    """The question whether a known word was meant by an unknown one, if any is like it."""
    found = near(word, known, alike)
    return tell("did you mean “%(near)s”?", near=found[0]) if found else None


_ONE_TEXT: Final = tell("write one text")
_KEYS: Final = tell("write “key: value” lines under it")
_SHAPES: Final = {
    "string_type": (tell("“%(key)s” is no text"), tell("the whole is no text"), _ONE_TEXT),
    "bool_type": (
        tell("“%(key)s” is neither true nor false"),
        tell("the whole is neither true nor false"),
        tell("write true or false"),
    ),
    "tuple_type": (
        tell("“%(key)s” is no list"),
        tell("the whole is no list"),
        tell("write each value on its own line after “- ”"),
    ),
    "dict_type": (
        tell("“%(key)s” is no group of keys"),
        tell("the whole is no group of keys"),
        _KEYS,
    ),
}
"""By kind of fault: what is wrong with a key, with the whole file, and how to mend it."""


def _words(kind: str, key: str, error: Any) -> tuple[Message, Message]:
    see = tell("see %(reference)s", reference=REFERENCE)
    if kind == "missing":
        mend = tell("add it; see %(reference)s", reference=REFERENCE)
        return tell("key “%(key)s” is missing", key=key), mend
    if kind == "literal_error":
        allowed = listed(re.findall("'([^']+)'", error["ctx"]["expected"]))
        what = tell("“%(value)s” is no value of “%(key)s”", value=error["input"], key=key)
        return what, tell("write one of %(allowed)s", allowed=allowed)
    if shape := _SHAPES.get(kind.replace("dataclass", "dict")):
        return (tell(shape[0].msgid, key=key) if key else shape[1]), shape[2]
    what = tell("“%(key)s” has a wrong value (%(reason)s)", key=key, reason=error["msg"])
    return what, see


def known_keys(cls: type, path: Path) -> tuple[str, ...]:
    """The keys allowed at a place of a class; nothing where it leads to no class."""
    for part in path:
        if isinstance(part, str):
            hint = get_type_hints(cls).get(part, get_type_hints(cls).get(f"{part}_"))
            inner = _dataclass_in(hint)
            if inner is None:
                return ()
            cls = inner
    return tuple(field.name.rstrip("_") for field in fields(cls))


def _dataclass_in(hint: Any) -> type | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next((found for arg in get_args(hint) if (found := _dataclass_in(arg))), None)


def _wrong_words(data: object, place: Place, path: Path = ()) -> Iterator[Finding]:
    """What the types let pass: dates, addresses, ids and lists that must not be empty."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _wrong_words(value, place, (*path, key))
    elif isinstance(data, list):
        if not data and path[:1] == ("places",) and path[-1] == "as":
            what, mend = (
                tell("“as” is empty"),
                tell("write the name as it stands in the text, or remove the place"),
            )
            yield place.finding(path, f"{place.family}-value", what, mend)
        for index, value in enumerate(data):
            yield from _wrong_words(value, place, (*path, index))
    elif isinstance(data, str) and path:
        yield from _wrong_text(data, place, path)


def _wrong_text(text: str, place: Place, path: Path) -> Iterator[Finding]:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if key in EDTF_KEYS and not edtf.valid(text):
        what = tell("“%(text)s” is not an EDTF date", text=text)
        yield place.finding(path, "date-edtf", what, _written(text))
    if key in URL_KEYS and not _URL.fullmatch(text):
        mend = tell("write an address that begins with https:// or http://, or null")
        yield place.finding(path, "url-form", tell("“%(text)s” is no web address", text=text), mend)
    if key in ID_KEYS | FORMER_KEYS and not _form(path, key).fullmatch(text):
        mend = tell("use small Latin letters, digits and hyphens")
        # Whose id it was to be is for `check`, which knows the names of the registry.
        what = tell("“%(text)s” cannot be an id", text=text, of=registry_of(path))
        yield place.finding(path, "id-form", what, mend)


def _written(text: str) -> Message:
    """How a date is to be written: itself, where it is one in the words of a text."""
    from diglot.facts.dates import whole  # its tables take long to read, and few need them

    if date := whole(text):
        return tell("write %(date)s", date=date)
    return tell("write 2019-06-28, 2019-06, 2019, XXXX-09-28 or null")


def registry_of(path: Path) -> str:
    """The registry an id at a place is of; empty where it is of none."""
    return _REGISTRY_OF.get(tuple(part for part in path if isinstance(part, str)), "")


def _form(path: Path, key: object) -> re.Pattern[str]:
    """What the id at a place is made of; that of a deal begins with a slug."""
    slug = key in FORMER_KEYS or (path[0], key) == ("deals", "id")
    return WORD_ID if slug else id_form(str(path[0]))
