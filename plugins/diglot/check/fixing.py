"""``diglot check --fix``: what can be mended without a person's judgement.

Safe are: a value that stands twice in a list, a company listed twice in one record, an id for which
only one entry can be meant, a date in other signs than EDTF's, a deal whose id nothing remembers,
and whatever `records.canonical` puts right. Comments stay; each file is written whole or not at
all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final

from diglot import edtf, yamlfile
from diglot.authority import Registry
from diglot.config import Project
from diglot.facts.gazetteer import fold
from diglot.problems import Message, Translate, tell
from diglot.records import canonical, deal_ids, files, frontmatter, registry, schema, store
from diglot.yamlfile import comments, writing

_DATE: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?")
"""Year, month and day in this order, in which only one date can be meant."""
_LISTS: Final = {
    ("companies", "id"): "companies",
    ("people", "org"): "companies",
    ("deals", "parties"): "companies",
    ("themes", "id"): "themes",
    ("people", "id"): "people",
    ("places", "id"): "places",
}
"""List and key of an article's ids -> the registry they are of."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Something that was mended."""

    path: str
    line: int
    what: Message

    def said(self, translate: Translate) -> str:
        """One line, in a language."""
        done = tell("mended: %(what)s", what=self.what)
        return f"{self.path}:{self.line}: {done.said(translate)}"


@dataclass
class _Sheet:
    """A YAML text under repair."""

    path: str
    text: str
    data: Any
    lines: yamlfile.Lines
    done: list[Fixed] = field(default_factory=list)

    @cached_property
    def kept(self) -> comments.Comments:
        """Its comments."""
        return comments.read(self.text)

    def say(self, path: yamlfile.Path, what: Message) -> None:
        self.done.append(Fixed(self.path, self.lines.of(path), what))

    def drop(self, at: yamlfile.Path, items: list[Any], index: int, twin: int) -> None:
        """Take an item out of a list; its comments go to the item it repeats."""
        del items[index]
        for some in (self.kept.above, self.kept.beside):
            moved = [(_moved(path, at, index, twin), words) for path, words in some.items()]
            some.clear()
            for path, words in moved:
                some[path] += words


Mend = Callable[[_Sheet], None]
"""Mends one kind of fault."""


def _moved(path: yamlfile.Path, at: yamlfile.Path, index: int, twin: int) -> yamlfile.Path:
    """Where a path leads once an item is gone."""
    size = len(at)
    if path[:size] != at or len(path) == size:
        return path
    place = path[size]
    if not isinstance(place, int) or place < index:
        return path
    return (*at, twin) if place == index else (*at, place - 1, *path[size + 1 :])


def fix(project: Project) -> list[Fixed]:
    """Mend what is safe in ``content/``; returns what was done, file by file."""
    articles, others = list[Path](), list[Path]()
    for path in canonical.paths(project):
        (articles if path.suffix == ".md" else others).append(path)
    done = [one for path in others for one in _file(project, path, (_twice, _dates))]
    known, _ = registry.load(project.content)  # with what was mended in it
    mends = (_twice, _dates, partial(_ids, known), _companies)
    done += [one for path in articles for one in _file(project, path, mends)]
    done += _anchors(project)
    formed, _ = canonical.write(project)
    return [*done, *(Fixed(shown, 1, tell("brought into canonical form")) for shown in formed)]


def _anchors(project: Project) -> Iterator[Fixed]:
    """Deals no import remembers: their ids written down, so that a correction keeps them."""
    for record, article in list(deal_ids.settled(store.load_all(project.content).records)):
        store.write_sheet(project.content, record.slug, article, record.body)
        for place, (old, new) in enumerate(zip(record.article.deals, article.deals, strict=True)):
            if old != new:
                what = tell("the deal keeps the id “%(id)s”", id=new.id)
                yield Fixed(record.sheet.path, record.sheet.lines.of(("deals", place)), what)


def _file(project: Project, path: Path, mends: Iterable[Mend]) -> list[Fixed]:
    """Mend one file; what cannot be read stays as it is, and `check` tells of it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        plain, article = text.replace("\r\n", "\n"), path.suffix == ".md"
        yaml = frontmatter.split(plain).front if article else plain
        lines = yamlfile.Lines(yaml, int(article))
        sheet = _Sheet(project.relative(path), yaml, yamlfile.load(yaml), lines)
    except (OSError, ValueError):
        return []
    for mend in mends:
        mend(sheet)
    if sheet.done:
        new = comments.put(writing.dump(sheet.data), sheet.kept)
        files.write_text(path, frontmatter.replaced(text, new) if article else new)
    return sheet.done


def _lists(value: Any, path: yamlfile.Path = ()) -> Iterator[tuple[yamlfile.Path, list[Any]]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _lists(inner, (*path, key))
    elif isinstance(value, list):
        yield path, value
        for index, inner in enumerate(value):
            yield from _lists(inner, (*path, index))


def _twice(sheet: _Sheet) -> None:
    """A text that stands twice in one list."""
    for path, items in list(_lists(sheet.data)):
        for index in range(len(items) - 1, 0, -1):
            item = items[index]
            if isinstance(item, str) and item in items[:index]:
                what = tell("“%(item)s” stood twice under “%(key)s”", item=item, key=path[-1])
                sheet.say((*path, index), what)
                sheet.drop(path, items, index, items.index(item))


def _scalars(value: Any, path: yamlfile.Path = ()) -> Iterator[tuple[yamlfile.Path, Any, Any]]:
    """Path, holder and key of each text."""
    pairs: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, Mapping) else ()
    pairs = enumerate(value) if isinstance(value, list) else pairs
    for key, inner in pairs:
        if isinstance(inner, str):
            yield (*path, key), value, key
        else:
            yield from _scalars(inner, (*path, key))


def _dates(sheet: _Sheet) -> None:
    """A date in other signs, such as 2019/6/28 or 2019年6月28日."""
    for path, holder, key in _scalars(sheet.data):
        match = _DATE.fullmatch(holder[key]) if key in schema.EDTF_KEYS else None
        if match and not edtf.valid(holder[key]):
            new = "-".join((match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)))
            if edtf.valid(new):
                sheet.say(path, tell("%(old)s is now %(new)s", old=holder[key], new=new))
                holder[key] = new


def _ids(known: Registry, sheet: _Sheet) -> None:
    """An id that is no entry's, but by its letters or as a name can only mean one."""
    for path, holder, key in _scalars(sheet.data):
        names = tuple(part for part in path if isinstance(part, str))
        group = _LISTS.get((names[0], names[-1])) if len(names) == 2 else None
        if group is not None:
            entries: Mapping[str, Any] = getattr(known, group)
            old, new = holder[key], _meant(holder[key], entries)
            if new is not None:
                sheet.say(path, tell("%(old)s is now %(new)s", old=old, new=new))
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


def _companies(sheet: _Sheet) -> None:
    """A company listed twice: its names come together in one entry."""
    items = sheet.data.get("companies") if isinstance(sheet.data, Mapping) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return
    for index in range(len(items) - 1, 0, -1):
        item = items[index]
        first = next((i for i, one in enumerate(items) if one.get("id") == item.get("id")), index)
        if first < index and _same(items[first], item):
            sheet.say(("companies", index), tell("“%(id)s” was listed twice", id=item.get("id")))
            names = [*items[first].get("as", ()), *item.get("as", ())]
            items[first] |= {"as": list(dict.fromkeys(names))} if names else {}
            if "true" in (str(one.get("central")).lower() for one in (items[first], item)):
                items[first]["central"] = True
            sheet.drop(("companies",), items, index, first)


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries differ only in what can be put together."""
    if not all(isinstance(some.get("as", []), list) for some in (one, other)):
        return False
    rest = [
        {key: v for key, v in some.items() if key not in ("as", "central")} for some in (one, other)
    ]
    return rest[0] == rest[1]
