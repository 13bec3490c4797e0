"""Everything in ``content/``, read once."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.authority import Registry
from diglot.config import Project
from diglot.problems import Finding
from diglot.records import registry, store


@dataclass(frozen=True, slots=True)
class Content:
    """What a project holds: registries, records and what could not be read."""

    project: Project
    registry: Registry
    records: tuple[store.Record, ...]
    findings: tuple[Finding, ...]
    """What reading alone has brought to light."""


def load(project: Project) -> Content:
    """Read everything; faulty files become findings."""
    authority, faults = registry.load(project.content)
    loaded = store.load_all(project.content)
    return Content(project, authority, loaded.records, (*faults, *loaded.findings))
