"""The adapter to Pelican: settings, theme and command line are its part, the rest is `site`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings

from diglot import settingsfile
from diglot.check import check
from diglot.config import ImportMode, Project
from diglot.i18n.said import spoken, translate
from diglot.problems import DiglotError, Finding, SettingsError, Severity, ranked
from diglot.records import content, importer
from diglot.site import admin, faults
from diglot.site import build as site
from diglot.site import settings as site_settings


class DiglotGenerator(Generator):  # type: ignore[misc]  # Pelican is not typed
    """Writes the whole site; Pelican's own generators have nothing to do."""

    worst = Severity.NOTE
    """Of the findings of the last run."""

    def generate_context(self) -> None:
        """Import what is new in ``seeds/``, then read ``content/``."""
        with _findings_said():
            self.conf = site_settings.from_mapping(self.settings)
        with _findings_said(self.conf):
            self._read()

    def _read(self) -> None:
        found = imported(self.conf)
        self.content = content.load(Project(root=self.conf.root))
        self.findings = {*found, *check(self.content)}

    def generate_output(self, writer: object) -> None:
        """Build the site and say what was found, once."""
        with _findings_said(self.conf):
            built = site.build(self.conf, self.content, self.findings)
        _say(finding for finding in self.findings if finding.severity > Severity.NOTE)
        type(self).worst = max((f.severity for f in self.findings), default=Severity.NOTE)
        print(  # noqa: T201
            f"Diglot: {built.records} records, {built.pages} pages, {built.written.total} files"
            f" ({built.written.changed} changed, {built.written.removed} removed)"
        )
        if admin.wanted(self.conf) and not admin.fetched(self.conf.root):
            print(admin.LEFT_OUT)  # noqa: T201


def imported(conf: site_settings.Settings) -> Sequence[Finding]:
    """Import what is new in ``seeds/``, if the settings want it; what was found there."""
    mode: ImportMode = "on" if conf.import_seeds else "off"
    report = importer.import_seeds(Project(root=conf.root), mode)
    for slug in report.created:
        print(f"Diglot: imported {slug}", flush=True)  # noqa: T201
    return report.findings


def _say(findings: Iterable[Finding]) -> None:
    """Print findings: not through Pelican's logger, which may stop at the first line."""
    words = translate(spoken(os.environ))
    for finding in ranked(findings):
        print(finding.said(words), file=sys.stderr)  # noqa: T201


@contextmanager
def _findings_said(conf: site_settings.Settings | None = None) -> Iterator[None]:
    """Ends the run by the findings of an error; a traceback is for errors of Diglot itself."""
    try:
        yield
    except DiglotError as error:
        _say(error.findings)
        sys.exit(1)
    except Exception as error:
        if conf is None or (fault := faults.told(error, conf)) is None:
            raise
        _say([fault])
        sys.exit(1)


def connect() -> None:
    """Register the generator, and the exit status of a run that found errors."""
    signals.get_generators.connect(_generator)
    signals.finalized.connect(_exit)


def _generator(_: object) -> type[Generator]:
    return DiglotGenerator


def _exit(_: object) -> None:
    if DiglotGenerator.worst >= Severity.ERROR:
        sys.exit(1)


def settings_of(conf: Path) -> site_settings.Settings:
    """The settings of a file, paths made absolute.

    Raises:
        OSError: there is no such file.
        SettingsError: a setting is unusable.
    """
    return _read(conf)[1]


def _read(conf: Path) -> tuple[dict[str, Any], site_settings.Settings]:
    """Pelican's settings and Diglot's."""
    file, values = settingsfile.read(conf)
    if problems := site_settings.folder_problems(values, file, conf.parent):
        raise SettingsError(*problems)
    try:
        made: dict[str, Any] = read_settings(str(conf))
    except Exception as error:  # what else Pelican does not take
        raise settingsfile.unreadable(conf, error) from None
    return made, site_settings.from_mapping(made, file)


def build(conf: Path) -> None:
    """Build by a settings file, as Pelican's own command does, but with findings for its faults.

    Raises:
        OSError: there is no such file.
        SettingsError: a setting is unusable.
        SystemExit: the build ended early, or has found errors.
    """
    settings, _ = _read(conf)
    console.quiet = True  # its last line would tell of “0 articles”, those that Pelican has made
    connect()
    Pelican(settings).run()
