"""Changing values in a YAML text that an editor has commented and ordered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from diglot.records.identity import pair
from diglot.yamlfile import writing
from diglot.yamlfile.writing import CommentedMap, CommentedSeq, CommentToken


def patched(text: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """The text with what differs between two plain values changed, the rest as it stands."""
    tree = writing.round_trip().load(text)
    _mapping(tree, old, new)
    return with_comments_of(text, writing.dump(tree))


def with_comments_of(old: str, new: str) -> str:
    """The new text; comments that lost their place with a removed value come first."""
    lost = Counter(_comments(old)) - Counter(_comments(new))
    return "".join(f"{comment}\n" for comment in lost.elements()) + new


def _comments(text: str) -> Iterator[str]:
    for token in _tokens(writing.round_trip().load(text)):
        lines = (line.strip() for line in token.value.splitlines())
        yield from (line for line in lines if line.startswith("#"))


def _tokens(node: Any) -> Iterator[CommentToken]:
    """Comment tokens of a tree; ruamel.yaml hangs them, in nested lists, on the nodes."""
    if isinstance(node, CommentToken):
        yield node
    elif isinstance(node, CommentedMap | CommentedSeq):
        yield from _tokens([node.ca.comment, list(node.ca.items.values()), node.ca.end])
        yield from _tokens(list(node.values()) if isinstance(node, CommentedMap) else list(node))
    elif isinstance(node, list):
        for part in node:
            yield from _tokens(part)


def _mapping(tree: CommentedMap, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    for key in [key for key in old if key not in new]:
        tree.pop(key, None)
    place = 0
    for key, value in new.items():
        if key in tree:
            if old.get(key) != value:
                tree[key] = _node(key, tree[key], old.get(key), value)
            place = list(tree).index(key) + 1
        elif key not in old or old[key] != value:
            tree.insert(place, key, _fresh(value))
            place += 1


def _node(name: str, tree: Any, old: Any, new: Any) -> Any:
    if isinstance(tree, CommentedMap) and isinstance(old, Mapping) and isinstance(new, Mapping):
        _mapping(tree, old, new)
        return tree
    if isinstance(tree, CommentedSeq) and isinstance(old, Sequence) and isinstance(new, list):
        return _sequence(name, tree, old, new)
    return _fresh(new)


def _sequence(name: str, tree: CommentedSeq, old: Sequence[Any], new: list[Any]) -> CommentedSeq:
    places = pair(name, old, new)
    fresh = CommentedSeq(
        _fresh(item) if place is None else _node(name, tree[place], old[place], item)
        for place, item in zip(places, new, strict=True)
    )
    for index, place in enumerate(places):
        if place in tree.ca.items:
            fresh.ca.items[index] = tree.ca.items[place]
    fresh.ca.comment = tree.ca.comment
    if tree.fa.flow_style():
        fresh.fa.set_flow_style()
    return fresh


def _fresh(value: Any) -> Any:
    """Block-style nodes of plain data."""
    if isinstance(value, Mapping):
        return CommentedMap({key: _fresh(item) for key, item in value.items()})
    if isinstance(value, list):
        return CommentedSeq(_fresh(item) for item in value)
    return value
