"""The JSON twin of a page: ``index.json`` beside ``index.html``, from the same typed view.

It holds what the page shows and no more, so that rights hold in it as they do on the page; HTML
becomes plain text; empty values, defaults and pictures are left out. Facing texts
name that of the original, which is one of the two articles they set beside each other; the choice
of language and the page for what is not there hold no data and have none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from html import unescape
from typing import Any, Final

from markupsafe import Markup

from diglot.site import views

NAME: Final = "index.json"
_DRAWN: Final = re.compile(r"\s*<(?:svg|figure)\b")
_TAG: Final = re.compile(r"<[^>]+>")
_BREAK: Final = re.compile(r"(?:</(?:p|li|h\d|tr|blockquote|pre)>|<br>)\s*")
_PLAIN: Final = frozenset((str, int, float, bool, type(None)))
_DRESS: Final = frozenset((
    "anchors", "cited", "drawings", "finder", "foreign", "from_year", "gap", "machine",
    "number_label", "slots", "to_year",
))  # fmt: skip
"""Fields that serve the eye alone, or say again what stands in files beside the page."""
_FRAME: Final = ("kind", "lang", "title", "description", "canonical", "published")
"""Fields of the page that stand before its view."""


def twin(page: views.Page, view: object) -> bytes:
    """The page as JSON in UTF-8."""
    frame = {name: getattr(page, name) for name in _FRAME}
    alternates = {one.hreflang: one.href for one in page.alternates}
    made = {**frame, "alternates": alternates, "view": _value(view)}
    kept = {key: value for key, value in made.items() if not _empty(value)}
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _value(value: Any) -> Any:
    """A value of a view as JSON has it; None for what is left out."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is views.DealSource:  # its row has said the rest
        return _object((name, getattr(owner, name)) for owner, name in _told(value))
    if kind is Markup:
        return None if _DRAWN.match(value) else plain(value)
    if kind is tuple or kind is list:
        return [_value(one) for one in value]
    if isinstance(value, Mapping):
        return _object((str(key), inner) for key, inner in value.items())
    if is_dataclass(kind):
        read = ((out, getattr(value, name), default) for name, out, default in _names(kind))
        return _object((out, inner) for out, inner, default in read if inner != default)
    raise TypeError(f"a view holds {kind.__name__}, which JSON has no word for")


def _object(items: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    made = ((name, _value(value)) for name, value in items if not _empty(value))
    return {name: value for name, value in made if not _empty(value)}


def _told(source: views.DealSource) -> Iterator[tuple[object, str]]:
    """What a record tells of a deal: its words, and what it says otherwise than others."""
    yield from ((source.deal, name) for name in ("id", "evidence", "record", "publisher"))
    yield from ((source, f.name) for f in fields(source) if f.name != "deal")


@cache
def _names(kind: type[Any]) -> tuple[tuple[str, str, object], ...]:
    """Fields of a view, what they are called in JSON, and their defaults, which are left out."""
    kept = (f for f in fields(kind) if f.name not in _DRESS and not f.name.endswith("_quoted"))
    return tuple((f.name, "text" if f.name == "html" else f.name, f.default) for f in kept)


def _empty(value: object) -> bool:
    """Whether it says nothing: flags stand where they hold, 0 is a number."""
    return not value and (value is False or value != 0)


def plain(html: str) -> str:
    """HTML as text: a line for each paragraph, tags and character references resolved."""
    lines = unescape(_TAG.sub("", _BREAK.sub("\n", html))).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
