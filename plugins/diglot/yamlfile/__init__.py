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

from diglot.problems import Message, tell

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a document to a value."""
Mark = tuple[int, int]
"""Line and column, both 1-based."""


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
PARSER: Final[dict[str, str]] = {
    message: message
    for message in (
        tell("could not find expected ':'"),
        tell("did not find expected ',' or ']'"),
        tell("did not find expected ',' or '}'"),
        tell("did not find expected '-' indicator"),
        tell("did not find expected <document start>"),
        tell("did not find expected key"),
        tell("did not find expected node content"),
        tell("found character that cannot start any token"),
        tell("found unexpected end of stream"),
        tell("mapping keys are not allowed in this context"),
        tell("mapping values are not allowed in this context"),
        tell("block sequence entries are not allowed in this context"),
    )
}
"""What libyaml says of texts that are no YAML, to be translated."""
_DEEPEST: Final = 50
"""Levels of nesting; PyYAML's parser recurses in C, and deep enough a text would crash Python."""


_CORRECT: Final = tell("correct the YAML")
_MENDS: Final = {
    "could not find expected ':'": tell(
        "write “key: value”, with an English colon and a space after it"
    ),
    "did not find expected key": tell(
        "begin the line where those beside it begin; write nothing after a closing quotation mark"
    ),
    "mapping values are not allowed in this context": tell(
        "put the whole value into quotation marks, or begin the line where those beside it begin"
    ),
}
"""What to do about what libyaml says most often."""


class YamlError(ValueError):
    """Text that is not YAML; ``line`` and ``column`` are 1-based."""

    def __init__(self, line: int, what: str, column: int = 1, mend: Message = _CORRECT) -> None:
        super().__init__(what)
        self.line = line
        self.what = what
        self.column = column
        self.mend = mend


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
        raise _error(error, text) from None
    if node is None:
        return None
    _refuse_odd(node)
    loader = Loader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _error(error: yaml.YAMLError, text: str) -> YamlError:
    """What the parser says; of a tab, which nobody sees, what it is and what to do."""
    (line, column), what = _mark(error), getattr(error, "problem", None) or str(error)
    place = getattr(getattr(error, "problem_mark", None), "index", 0)
    if text[place : place + 1] == "\t":
        mend = tell("delete it and type spaces, as many as the lines beside it begin with")
        return YamlError(
            line, tell("a tab (the Tab key) where only spaces may stand"), column, mend
        )
    what = what.partition("\n")[0]
    return YamlError(line, PARSER.get(what, what), column, _MENDS.get(what, _CORRECT))


def _mark(error: yaml.YAMLError) -> Mark:
    """Where to look: the fault's own place, but for what never ends the line it begins on."""
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in str(getattr(error, "problem", "")):
        mark = getattr(error, "context_mark", None) or mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _refuse_anchors(text: str) -> None:
    """Events come one by one: whatever the text is, nothing recurses here."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None):
            raise YamlError(line, tell("“&” and “*” before a value (anchors); quote it"))
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise YamlError(
                line, tell("more than %(most)s levels of lists and keys", most=_DEEPEST)
            )


def _refuse_odd(node: yaml.Node) -> None:
    line = node.start_mark.line + 1
    if node.tag not in _TAGS or not isinstance(node, _NODES.get(node.tag, yaml.ScalarNode)):
        raise YamlError(
            line,
            tell(
                "“%(tag)s” as a tag; quote it",
                tag=node.tag.removeprefix("tag:yaml.org,2002:"),
            ),
        )
    if node.tag == _BOOL and node.value not in ("true", "false"):
        raise YamlError(line, tell("“%(value)s” is neither true nor false", value=node.value))
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
            raise YamlError(
                line, tell("brackets where a key stands; quote the value they belong to")
            )
        if key.tag != _TEXT:
            raise YamlError(line, tell("key “%(value)s” is no text; quote it", value=key.value))
        if key.value in seen:
            raise YamlError(line, tell("key “%(value)s” stands twice", value=key.value))
        seen.add(key.value)


class Lines:
    """Places of the keys and list items of a YAML text; found when first asked for."""

    def __init__(self, text: str, before: int = 0) -> None:
        self._text = text
        self.before = before
        """Lines of the file before the text."""

    @cached_property
    def _found(self) -> dict[Path, Mark]:
        return places(self._text)

    def mark(self, path: Path) -> Mark:
        """Line and column of the deepest part of the path that stands in the text."""
        while path not in self._found:
            path = path[:-1]
        line, column = self._found[path]
        return line + self.before, column

    def of(self, path: Path) -> int:
        """Line of the deepest part of the path that stands in the text."""
        return self.mark(path)[0]


def places(text: str) -> dict[Path, Mark]:
    """Line and column of each key and list item, in the order of the text; the top's is 1, 1."""
    found: dict[Path, Mark] = {(): (1, 1)}

    def walk(node: yaml.Node, path: Path) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                found[(*path, key.value)] = (key.start_mark.line + 1, key.start_mark.column + 1)
                walk(value, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                found[(*path, index)] = (item.start_mark.line + 1, item.start_mark.column + 1)
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
