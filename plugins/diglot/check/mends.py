"""The single mends: each finds one kind of fault in a YAML text, and mends what is safe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from diglot import edtf, yamlfile
from diglot.authority import Registry
from diglot.check.repairs import Repair
from diglot.facts.gazetteer import fold
from diglot.problems import tell
from diglot.records import schema

_DATE: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?")
"""Year, month and day in this order, in which only one date can be meant."""


def _lists(value: Any, path: yamlfile.Path = ()) -> Iterator[tuple[yamlfile.Path, list[Any]]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _lists(inner, (*path, key))
    elif isinstance(value, list):
        yield path, value
        for index, inner in enumerate(value):
            yield from _lists(inner, (*path, index))


def twice(repair: Repair) -> None:
    """A text that stands twice in one list."""
    for path, items in list(_lists(repair.data)):
        for index in range(len(items) - 1, 0, -1):
            item = items[index]
            if isinstance(item, str) and item in items[:index]:
                what = tell("“%(item)s” stood twice under “%(key)s”", item=item, key=path[-1])
                repair.say((*path, index), what)
                repair.drop(path, items, index, items.index(item))


def _scalars(value: Any, path: yamlfile.Path = ()) -> Iterator[tuple[yamlfile.Path, Any, Any]]:
    """Path, holder and key of each text."""
    pairs: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, Mapping) else ()
    pairs = enumerate(value) if isinstance(value, list) else pairs
    for key, inner in pairs:
        if isinstance(inner, str):
            yield (*path, key), value, key
        else:
            yield from _scalars(inner, (*path, key))


def dates(repair: Repair) -> None:
    """A date in other signs, such as 2019/6/28 or 2019年6月28日."""
    for path, holder, key in _scalars(repair.data):
        match = _DATE.fullmatch(holder[key]) if key in schema.EDTF_KEYS else None
        if match and not edtf.valid(holder[key]):
            new = "-".join((match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)))
            if edtf.valid(new):
                repair.say(path, tell("%(old)s is now %(new)s", old=holder[key], new=new))
                holder[key] = new


def ids(known: Registry, repair: Repair) -> None:
    """An id that is no entry's, but by its letters or as a name can only mean one."""
    for path, holder, key in _scalars(repair.data):
        if group := schema.registry_of(path):
            entries: Mapping[str, Any] = getattr(known, group)
            old, new = holder[key], _meant(holder[key], entries)
            if new is not None:
                repair.say(path, tell("%(old)s is now %(new)s", old=old, new=new))
                holder[key] = new


def _meant(word: str, entries: Mapping[str, Any]) -> str | None:
    """The one entry an unknown id can only mean."""
    if word in entries:
        return None
    plain = _plain(word)
    bearers = {id_ for id_ in entries if _plain(id_) == plain}
    if not bearers:
        bearers = {id_ for id_, entry in entries.items() if fold(word) in map(fold, _names(entry))}
    return bearers.pop() if len(bearers) == 1 else None


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().casefold())


def _names(entry: Any) -> tuple[str, ...]:
    """Names that are nobody else's; a theme's cues are not its names."""
    taken = {fold(name) for name in getattr(entry, "ambiguous", ())}
    names = (entry.name.zh, entry.name.en, *getattr(entry, "aliases", ()))
    return tuple(name for name in names if name and fold(name) not in taken)


def companies(repair: Repair) -> None:
    """A company listed twice: its names come together in one entry."""
    items = repair.data.get("companies") if isinstance(repair.data, Mapping) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return
    for index in range(len(items) - 1, 0, -1):
        item = items[index]
        first = next((i for i, one in enumerate(items) if one.get("id") == item.get("id")), index)
        if first < index and _same(items[first], item):
            repair.say(("companies", index), tell("“%(id)s” was listed twice", id=item.get("id")))
            names = [*items[first].get("as", ()), *item.get("as", ())]
            items[first] |= {"as": list(dict.fromkeys(names))} if names else {}
            if "true" in (str(one.get("central")).lower() for one in (items[first], item)):
                items[first]["central"] = True
            repair.drop(("companies",), items, index, first)


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries differ only in what can be put together."""
    if not all(isinstance(some.get("as", []), list) for some in (one, other)):
        return False
    rest = [
        {key: v for key, v in some.items() if key not in ("as", "central")} for some in (one, other)
    ]
    return rest[0] == rest[1]
