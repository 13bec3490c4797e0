"""The registries read from their files: one faulty file never hides the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from diglot import yamlfile
from diglot.authority import Company, KnownPerson, Registry
from diglot.problems import Finding, Message, listed, tell
from diglot.records import files, schema
from diglot.records.parsed import Parsed
from diglot.records.registry import FOLDERS, GLOSSARIES, file_of, files_of, glossary

_ALIKE: Final = 0.8
"""So like must two ids be that one may stand for the other: there are thousands of them."""


@dataclass(frozen=True, slots=True)
class _File:
    """A registry file as it was read."""

    shown: str
    data: Any
    lines: yamlfile.Lines

    def place(self, *at: str) -> schema.Place:
        return schema.Place(self.shown, self.lines, at, "registry")


def _none() -> dict[str, dict[str, Any]]:
    return {name: {} for name in (*FOLDERS, *GLOSSARIES)}


@dataclass(frozen=True, slots=True)
class Found:
    """What the files hold."""

    known: dict[str, dict[str, Any]] = field(default_factory=_none)
    """Registry -> id -> entry."""
    plain: dict[str, dict[str, Any]] = field(default_factory=_none)
    """The same as plain data."""
    places: dict[tuple[str, str], schema.Place] = field(default_factory=dict)
    """Registry and id -> where the entry stands."""
    findings: list[Finding] = field(default_factory=list)


def read(content: Path) -> Found:
    """All registries below a content folder, and what is wrong with their files."""
    found, parsed = Found(), Parsed(content.parent)
    for name, cls, key, data, place in _entries(content, parsed, found.findings):
        value: object | None
        value, bad = schema.read(cls, data, place)
        wrong = list(_wrong_id(name, key, place))
        found.findings.extend([*bad, *wrong])
        found.places[name, key] = place
        # Ids become paths and addresses: an entry with a bad one is left out.
        if value is not None and not wrong:
            found.known[name][key], found.plain[name][key] = value, data
    parsed.save()
    return found


def _entries(
    content: Path, parsed: Parsed, findings: list[Finding]
) -> Iterator[tuple[str, type, str, Any, schema.Place]]:
    """Registry, class, id, data and place of every entry; unreadable files become findings."""
    for name, cls in FOLDERS.items():
        for path in files_of(content, name):
            if file := _read(path, content, parsed, findings):
                yield name, cls, path.stem, file.data, file.place()
    for name, cls in GLOSSARIES.items():
        path = glossary(content, name)
        if path.exists() and (file := _read(path, content, parsed, findings)):
            for key, data in (file.data or {}).items():
                yield name, cls, key, data, file.place(key)


def _read(path: Path, content: Path, parsed: Parsed, findings: list[Finding]) -> _File | None:
    shown = path.relative_to(content.parent).as_posix()
    try:
        text = files.read_text(path)
        data = parsed.load(text)
    except OSError as error:
        findings.append(files.unusable(shown, error))
    except UnicodeDecodeError:
        what, mend = tell("the file is not UTF-8"), tell("save it as UTF-8")
        findings.append(Finding(shown, 1, "registry-syntax", what, mend))
    except yamlfile.YamlError as error:
        told = _syntax(shown, error.line, error.what, error.mend)
        findings.append(told.at((error.line, error.column)))
    else:
        if isinstance(data, Mapping) or (data is None and path.parent.name == "glossary"):
            return _File(shown, data, yamlfile.Lines(text))
        what, mend = tell("the file holds no “key: value” lines"), tell("write them")
        findings.append(_syntax(shown, 1, what, mend))
    return None


def _syntax(shown: str, line: int, what: str, mend: Message) -> Finding:
    return Finding(shown, line, "registry-syntax", tell("%(what)s", what=what), mend)


def _wrong_id(name: str, key: str, place: schema.Place) -> Iterator[Finding]:
    if not schema.id_form(name).fullmatch(key):
        mend = tell("use small Latin letters, digits and hyphens")
        yield place.finding((), "registry-id", tell("“%(key)s” cannot be an id", key=key), mend)


def references(
    registry: Registry,
    places: Mapping[tuple[str, str], schema.Place],
    unread: Collection[str] = (),
) -> Iterator[Finding]:
    """Ids under keys such as “parent” that no entry has.

    Args:
        registry: What could be read.
        places: See `Found`.
        unread: Files with faults; what they would have had is not told to be missing.
    """
    for name, key, entry in _entries_of(registry):
        for under, ids, of in _references(entry):
            known: Mapping[str, Any] = getattr(registry, of)
            for one in ids:
                if one not in known and file_of(of, one) not in unread:
                    yield _unknown(under, one, known, places[name, key])


def _entries_of(registry: Registry) -> Iterator[tuple[str, str, Any]]:
    for name in ("companies", "people", "places"):
        yield from ((name, key, entry) for key, entry in getattr(registry, name).items())


def _references(entry: Any) -> Iterator[tuple[str, Collection[str], str]]:
    """Key, the ids under it and the registry they are of."""
    if isinstance(entry, Company):
        yield "parent", entry.parents, "companies"
        yield "kind", (entry.kind,), "kinds"
    elif isinstance(entry, KnownPerson):
        yield "org", (entry.org,) if entry.org else (), "companies"
    else:
        yield "in", (entry.in_,) if entry.in_ else (), "places"


def _unknown(key: str, one: str, known: Mapping[str, Any], place: schema.Place) -> Finding:
    if key == "kind":
        return _unknown_kind(one, known, place)
    what = tell("“%(one)s” under “%(key)s” is no known id", one=one, key=key)
    mend = schema.meant(one, known, _ALIKE) or tell("add it or correct the id")
    return place.finding((key,), "registry-reference", what, mend)


def _unknown_kind(kind: str, known: Iterable[str], place: schema.Place) -> Finding:
    what = tell("“%(value)s” is no value of “%(key)s”", value=kind, key="kind")
    mend = schema.meant(kind, known) or tell(
        "write one of %(allowed)s, or add it to content/glossary/kinds.yml",
        allowed=listed(known),
    )
    return place.finding(("kind",), "registry-reference", what, mend)
