"""Everything in ``content/``, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from diglot.authority import Registry
from diglot.config import Project
from diglot.problems import Finding, tell
from diglot.records import files, registry, store


@dataclass(frozen=True, slots=True)
class Content:
    """What a project holds: registries, records and what could not be read."""

    project: Project
    registry: Registry
    records: tuple[store.Record, ...]
    findings: tuple[Finding, ...]
    """What reading alone has brought to light."""
    pages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Markdown of the files of ``content/pages/``, by their stems (``about.en``)."""


def load(project: Project, memory: store.Known | None = None) -> Content:
    """Read everything; faulty files become findings.

    Args:
        project: Where to read.
        memory: Of an earlier reading; records whose files have not changed are not read again.
    """
    found, loaded = outline(project), store.load_all(project.content, memory)
    return replace(found, records=loaded.records, findings=(*found.findings, *loaded.findings))


def outline(project: Project) -> Content:
    """Everything but the records."""
    authority, faults = registry.load(project.content)
    pages, bad = _pages(project)
    return Content(project, authority, (), (*faults, *bad), MappingProxyType(pages))


def _pages(project: Project) -> tuple[dict[str, str], list[Finding]]:
    found, findings = dict[str, str](), list[Finding]()
    for path in sorted(project.pages.glob("*.md")):
        try:
            found[path.stem] = files.read_text(path)
        except OSError as error:
            findings.append(files.unusable(project.relative(path), error))
        except UnicodeDecodeError:
            what, mend = tell("the page is not UTF-8"), tell("save it as UTF-8")
            findings.append(Finding(project.relative(path), 1, "page-encoding", what, mend))
    return found, findings
