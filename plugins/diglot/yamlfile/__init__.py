"""The door to YAML: PyYAML's C parser reads here, ruamel.yaml writes in `writing`.

Scalars stay strings, but for ``null`` and ``true``/``false``: no dates, no numbers, no octals,
no ``NO`` that means false. Keys are text. Anchors, merges, tags and mappings as keys are refused:
the files are lists and ``key: value`` lines, and nothing else.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib import resources
from typing import Any, Final

import yaml

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a document to a value."""


class Loader(yaml.CSafeLoader):
    """CSafeLoader with the resolvers of the JSON schema only."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as its base declares it


Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"null|~|$"), ["n", "~", ""])
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile(r"<<"), ["<"])

_KINDS: Final = ("str", "null", "bool", "seq", "map")
_TAGS: Final = frozenset(f"tag:yaml.org,2002:{kind}" for kind in _KINDS)
_TEXT: Final = "tag:yaml.org,2002:str"
_BOOL: Final = "tag:yaml.org,2002:bool"
_NODES: Final[dict[str, type[yaml.Node]]] = {
    "tag:yaml.org,2002:seq": yaml.SequenceNode,
    "tag:yaml.org,2002:map": yaml.MappingNode,
}
_DEEPEST: Final = 50
"""Levels of nesting; PyYAML's parser recurses in C, and deep enough a text would crash Python."""


class YamlError(ValueError):
    """Text that is not YAML; ``line`` is 1-based."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


def load(text: str) -> Any:
    """The value of a YAML text.

    Raises:
        YamlError: the text does not parse, a key stands twice in one mapping or is no text, or
            the text has anchors or tags, or is nested too deeply.
    """
    try:
        _refuse_anchors(text)
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        what = getattr(error, "problem", None) or str(error).partition("\n")[0]
        raise YamlError(_line(error), what) from None
    if node is None:
        return None
    _refuse_odd(node)
    loader = Loader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _line(error: yaml.YAMLError) -> int:
    """Where to look: the fault's own line, but for what never ends the line it begins on."""
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in str(getattr(error, "problem", "")):
        mark = getattr(error, "context_mark", None) or mark
    return mark.line + 1 if mark else 1


def _refuse_anchors(text: str) -> None:
    """Events come one by one: whatever the text is, nothing recurses here."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None):
            raise YamlError(line, "“&” and “*” before a value (anchors); quote it")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise YamlError(line, f"more than {_DEEPEST} levels of lists and keys")


def _refuse_odd(node: yaml.Node) -> None:
    line = node.start_mark.line + 1
    if node.tag not in _TAGS or not isinstance(node, _NODES.get(node.tag, yaml.ScalarNode)):
        raise YamlError(line, f"“{node.tag.removeprefix('tag:yaml.org,2002:')}” as a tag; quote it")
    if node.tag == _BOOL and node.value not in ("true", "false"):
        raise YamlError(line, f"“{node.value}” is neither true nor false")
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_odd(item)
    if isinstance(node, yaml.MappingNode):
        _refuse_keys(node)
        for _, value in node.value:
            _refuse_odd(value)


def _refuse_keys(node: yaml.MappingNode) -> None:
    seen: set[str] = set()
    for key, _ in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise YamlError(line, "brackets where a key stands; quote the value they belong to")
        if key.tag != _TEXT:
            raise YamlError(line, f"key “{key.value}” is no text; quote it")
        if key.value in seen:
            raise YamlError(line, f"key “{key.value}” stands twice")
        seen.add(key.value)


class Lines:
    """1-based lines of the keys and list items of a YAML text; found when first asked for."""

    def __init__(self, text: str, before: int = 0) -> None:
        self._text = text
        self._before = before
        """Lines of the file before the text."""

    @cached_property
    def _found(self) -> dict[Path, int]:
        return _lines(self._text)

    def of(self, path: Path) -> int:
        """Line of the deepest part of the path that stands in the text."""
        while path not in self._found:
            path = path[:-1]
        return self._found[path] + self._before


def _lines(text: str) -> dict[Path, int]:
    found: dict[Path, int] = {(): 1}

    def walk(node: yaml.Node, path: Path) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                found[(*path, key.value)] = key.start_mark.line + 1
                walk(value, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                found[(*path, index)] = item.start_mark.line + 1
                walk(item, (*path, index))

    node = yaml.compose(text, Loader=Loader)
    if node is not None:
        walk(node, ())
    return found


@cache
def data(name: str) -> Any:
    """The linguistic knowledge of ``data/<name>.yml`` (cached; do not change it).

    These files come with Diglot, and tests hold them to what `load` refuses; not to look for that
    again halves the time.
    """
    text = (resources.files("diglot") / "data" / f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=Loader)  # noqa: S506  # a safe loader by another name
