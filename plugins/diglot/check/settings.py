"""The settings file, as a build would read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from diglot import settingsfile
from diglot.config import Project
from diglot.problems import Finding, SettingsError, Severity, tell
from diglot.records import schema
from diglot.settingsfile import SettingsFile
from diglot.site import settings as site
from diglot.translation import settings as translation

_OWN: Final = "DIGLOT_"
"""How the settings begin that Diglot alone reads; of the others Pelican has hundreds."""
KNOWN: Final = site.NAMES | {translation.ENGINE, translation.ENGINES}
"""All of these that there are."""


def faults(project: Project) -> Iterator[Finding]:
    """What is wrong with the settings of a project, if it has any."""
    path = project.root / settingsfile.NAME
    if not path.is_file():
        return
    try:
        file, values = settingsfile.read(path)
    except SettingsError as error:
        yield from error.findings
        return
    yield from _unknown(values, file)
    bad = site.folder_problems(values, file, project.root)
    if bad:
        yield from bad
        return
    folders = {name: str(project.root / values[name]) for name in site.FOLDERS}
    try:
        site.from_mapping({"OUTPUT_PATH": "output", **values, **folders}, file)
    except SettingsError as error:
        yield from error.findings


def _unknown(values: Mapping[str, Any], file: SettingsFile) -> Iterator[Finding]:
    for name in values:
        if name.startswith(_OWN) and name not in KNOWN:
            mend = schema.meant(name, KNOWN) or tell("take it out")
            what = tell("there is no setting %(name)s", name=name)
            line = file.lines.get(name, 0)
            yield Finding(file.name, line, "settings", what, mend, Severity.WARNING)
