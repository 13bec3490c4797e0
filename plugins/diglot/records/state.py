"""``content/state/<slug>.json``: what the machine last wrote, so that edits can be told apart."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from diglot.model import SCHEMA
from diglot.problems import Finding, tell
from diglot.records import files, schema
from diglot.yamlfile import Lines

UNTRANSLATED: Final = "[[untranslated]]"
"""Stands in a translation's body for a block nobody has translated yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """That a person has read a translation against its original."""

    __pydantic_config__ = SCHEMA
    by: str
    """The person's name."""
    on: str
    """Day (ISO 8601)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A text of the original with its translation, as they stood when it was made."""

    __pydantic_config__ = SCHEMA
    source: str
    """Plain text of the original's block."""
    target: str
    """Plain text of the translation's block."""
    by: str | None = None
    """`language-model`, an engine's name or a person's name; null: a person who left no name."""
    method: Literal["machine", "human"] = "machine"
    """Whether a machine or a person wrote the target."""
    reviewed: Review | None = None
    """The last review of just these two texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What the importer last made of the seed."""

    __pydantic_config__ = SCHEMA
    front_matter: Mapping[str, Any]
    """Front matter in its canonical form."""
    blocks: tuple[str, ...]
    """Markdown of each block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The machine's memory of one record."""

    __pydantic_config__ = SCHEMA
    seed_path: str = ""
    """Path of the raw text, from the project's root; empty for a record written by hand."""
    seed_sha256: str = ""
    """Digest of its bytes."""
    extracted: Extracted = Extracted(front_matter={}, blocks=())
    """What was last extracted from it."""
    imported: str | None = None
    """Day the record came to the site (ISO 8601), for feeds; never changed by a refresh."""
    units: tuple[Unit, ...] = ()
    """Translation units of the blocks, in their order; then those that fit no block now."""
    title: Unit | None = None
    """Translation unit of the title."""
    summary: Unit | None = None
    """Translation unit of the summary."""


def dump(state: State) -> str:
    """JSON text, the same for the same state."""
    return json.dumps(dataclasses.asdict(state), ensure_ascii=False, indent=1) + "\n"


def parse(text: str, path: str) -> tuple[State | None, list[Finding]]:
    """The state of a JSON text, or a finding `state-syntax`."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return None, [_broken(path, error.lineno, error.msg)]
    value, bad = schema.read(State, data, schema.Place(path, Lines(""), family="state"))
    return value, [_broken(path, 1, one.what) for one in bad[:1]]


def _broken(path: str, line: int, what: str) -> Finding:
    mend = tell("take it back from version control; it holds what is known of the translation")
    return Finding(
        path, line, "state-syntax", tell("state file does not parse: %(what)s", what=what), mend
    )


def load(path: Path, shown: str) -> tuple[State | None, list[Finding]]:
    """The state in a file; nothing without a finding where there is no file."""
    if not path.is_file():
        return None, []
    try:
        return parse(files.read_text(path), shown)
    except UnicodeDecodeError:
        return None, [_broken(shown, 1, tell("it is not UTF-8"))]
