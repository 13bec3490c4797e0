"""What findings mean in the light of others: of faults that follow from a fault of a registry.

A registry file that cannot be read makes every record that names its entries look wrong. That is
told where it can be mended, once. Nothing of this is remembered with the verdicts on the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from diglot.authority import Registry
from diglot.check.references import suggested
from diglot.problems import Finding, Severity, tell
from diglot.records.content import Content
from diglot.records.registry import file_of

_UNKNOWN: Final = {
    "company-unknown": ("companies", "key"),
    "theme-unknown": ("themes", "id"),
    "person-unknown": ("people", "id"),
    "place-unknown": ("places", "id"),
}
"""Findings of an id nobody knows -> the registry it is of, and what their words call the id."""
_NAMES: Final = "translation-names"
"""The finding that rests on all the names there are."""


def settled(content: Content, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of records without those a fault of a registry may have brought about."""
    unread = {one.path for one in content.findings if _keeps_out(one)}
    for one in findings:
        if one.code == "id-form":
            yield _named(one, content.registry)
        elif not _follows(one, unread):
            yield one


def _keeps_out(one: Finding) -> bool:
    """Whether an entry of a registry may be missing for this."""
    registry = one.path.startswith("content/") and one.path.endswith(".yml")
    return registry and one.severity is Severity.ERROR and one.code != "registry-reference"


def _follows(one: Finding, unread: set[str]) -> bool:
    if one.code in _UNKNOWN:
        name, key = _UNKNOWN[one.code]
        return file_of(name, str(one.what.values[key])) in unread
    return bool(unread) and one.code == _NAMES


def _named(one: Finding, registry: Registry) -> Finding:
    """The finding about what cannot be an id, with the id it is a name of, if it is one."""
    name = str(one.what.values["of"])
    near = suggested(str(one.what.values["text"]), getattr(registry, name)) if name else None
    return replace(one, mend=tell("did you mean “%(near)s”?", near=near)) if near else one
