"""Articles as files: front matter between ``---`` lines, then the body in Markdown."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from diglot import model, yamlfile
from diglot.problems import Finding, Message, tell
from diglot.records import patch, schema
from diglot.yamlfile import writing

T = TypeVar("T")
FENCE: Final = "---"
_SHOWN: Final[Mapping[type, frozenset[str]]] = {
    model.Article: frozenset({"title_basis", "summary", "source", "published"}),
    model.Source: frozenset({"publisher", "author", "url"}),
    model.Published: frozenset({"date"}),
    model.Event: frozenset({"what"}),
    model.Deal: frozenset({"date"}),
    model.Translation: frozenset({"summary", "translation"}),
    model.TranslationInfo: frozenset({"by", "method"}),
}
"""Fields written out even where they hold their default: places for an editor to fill in."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A file taken apart."""

    front: str
    """YAML text, without the fences."""
    body: str
    """Markdown, without the blank lines around it."""
    body_line: int
    """1-based line of the file the body begins on."""


class NoFrontMatter(ValueError):
    """A file without a pair of fences; ``line`` is 1-based."""

    def __init__(self, line: int, what: Message) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


def split(text: str) -> Parts:
    """Front matter and body of a file.

    Raises:
        NoFrontMatter: the first line is no ``---``, or no other one closes the front matter.
    """
    lines = text.split("\n")
    fences = [i for i, line in enumerate(lines) if line.rstrip() == FENCE][:2]
    if fences[:1] != [0]:
        raise NoFrontMatter(1, tell("the file does not begin with “---”"))
    if len(fences) == 1:
        raise NoFrontMatter(1, tell("no second “---” closes the front matter"))
    start = fences[1] + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    front = "\n".join(lines[1 : fences[1]]) + "\n"
    return Parts(front, "\n".join(lines[start:]).rstrip(), start + 1)


def join(front: str, body: str) -> str:
    """The text of a file."""
    return f"{FENCE}\n{front}{FENCE}\n\n{body}\n" if body else f"{FENCE}\n{front}{FENCE}\n"


def replaced(text: str, front: str) -> str:
    """A file's text with other front matter and the same ends of lines; the rest is untouched."""
    lines = text.split("\n")
    end = next(i for i, line in enumerate(lines) if i and line.rstrip() == FENCE)
    ending = "\r\n" if lines[0].endswith("\r") else "\n"
    head = f"{FENCE}\n{front}".replace("\n", ending)
    closing = lines[end].removesuffix("\r").rstrip() + lines[end][len(lines[end].rstrip("\r")) :]
    return head + "\n".join([closing, *lines[end + 1 :]])


def data(parts: Parts) -> tuple[Any, yamlfile.Lines]:
    """Plain data of the front matter, and the lines of the file its keys stand on.

    Raises:
        yamlfile.YamlError: the front matter is not YAML; its ``line`` counts in the file.
    """
    try:
        value = yamlfile.load(parts.front)
    except yamlfile.YamlError as error:
        error.line += 1
        raise
    return value, yamlfile.Lines(parts.front, before=1)


def plain(value: Any) -> Any:
    """Canonical plain data of a value of the model: in model order, defaults left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        shown = [f for f in dataclasses.fields(value) if _is_shown(value, f)]
        return {f.name.rstrip("_"): plain(getattr(value, f.name)) for f in shown}
    return [plain(item) for item in value] if isinstance(value, tuple | list) else value


def shown(cls: type, name: str) -> bool:
    """Whether a field is written out even where it holds its default."""
    return name in _SHOWN.get(cls, ())


def _is_shown(value: Any, field: dataclasses.Field[Any]) -> bool:
    if shown(type(value), field.name):
        return True
    default = field.default
    if field.default_factory is not dataclasses.MISSING:
        default = field.default_factory()
    return bool(getattr(value, field.name) != default)


def dump(value: Any) -> str:
    """Canonical YAML text of a value of the model."""
    return writing.dump(plain(value))


def read(cls: type[T], parts: Parts, path: str) -> tuple[T | None, list[Finding]]:
    """The value the front matter of a file holds.

    Raises:
        yamlfile.YamlError: the front matter is not YAML.
    """
    value, lines = data(parts)
    return schema.read(cls, value, schema.Place(path, lines))


def update(front: str, old: Any, new: Any) -> str:
    """The front matter with the new value, keeping comments, order and quoting of the old text.

    Args:
        front: YAML text that holds ``old``.
        old: Value of the model as the text has it.
        new: Value to be written.
    """
    before, after = plain(old), plain(new)
    if before == after:
        return front
    text = patch.patched(front, before, after)
    again, _ = schema.read(type(new), yamlfile.load(text), schema.Place("", yamlfile.Lines("")))
    return text if again == new else patch.with_comments_of(front, writing.dump(after))
