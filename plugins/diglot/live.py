"""The site as ``diglot serve`` shows it: its pages first, then what is wrong with it."""

from __future__ import annotations

import html
import os
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Final

from diglot.check import check as checked
from diglot.check.workers import Outdated
from diglot.config import Project
from diglot.i18n.said import spoken, translate
from diglot.pelican import imported, settings_of
from diglot.problems import DiglotError, Finding, Severity, ranked, tell
from diglot.records import content, store
from diglot.site import faults
from diglot.site.preview import Preview, preview
from diglot.site.settings import Settings

NEWS: Final = "/.diglot/version"
"""Answers with the number of the site's version, once it is another than the one asked with."""
_WAIT: Final = 25.0
"""Seconds after which it answers in any case."""
_QUIET: Final = 1.0
"""Seconds without a change after which checks begin: the page that is waited for comes first."""
_SCRIPT: Final = f"""<script>
(async () => {{
  for (let version = "%s";;) {{
    const answer = await fetch("{NEWS}?" + version).catch(() => null);
    if (!answer) await new Promise((later) => setTimeout(later, 500));
    else if ((await answer.text()) !== version) return location.reload();
  }}
}})();
</script>"""
EMPTY: Final = b"<!DOCTYPE html>\n<title>Diglot</title>\n<body></body>"
_BANNER: Final = """<div role="alert" style="position:fixed;inset:auto 0 0;z-index:9;
max-height:40vh;overflow:auto;padding:.6rem 1rem;background:#15181c;color:#fdfdfc;
font:14px/1.5 monospace">%s</div>"""


def is_page(data: bytes) -> bool:
    """Whether a file of the site is one to show in a browser, by its first words."""
    return data[:15].upper() == EMPTY[:15].upper()


class LiveSite:
    """The site as it is now, and what is wrong with it."""

    def __init__(self, conf: Path, settings: Settings | None = None) -> None:
        """``settings`` are those ``conf`` has, if they were read already."""
        self._conf = conf
        self._words = translate(spoken(os.environ))
        self._changed = threading.Condition()
        self._settings = settings
        self._site: Preview | None = None
        self._content: content.Content | None = None
        self._imported: Sequence[Finding] = ()
        self._reading = threading.Lock()
        self._turn = 0
        self._unchecked = threading.Event()
        self._memory = store.Known()
        self.version = 0
        self.findings: Sequence[Finding] = []

    def readable(self) -> bool:
        """Whether a server that starts now could read its settings."""
        try:
            settings_of(self._conf)
        except DiglotError:
            return False
        return True

    def show(self, changed: Iterable[Path] | None = None) -> None:
        """Make the pages new; what cannot be read leaves the site as it was.

        Args:
            changed: Files that have; None: any may have.
        """
        with self._reading:
            self._turn += 1
            self._unchecked.clear()
            try:
                self._read(changed)
            except Exception as error:  # whatever is edited: a record, a template, the settings
                self._take(self._told(error))
            else:
                self._unchecked.set()

    def check(self) -> None:
        """Find what is wrong with what is shown, unless it has changed meanwhile."""
        try:
            self._check()
        except Outdated:
            pass  # what is newer has checks of its own to come
        except Exception as error:  # a fault of Diglot: the server stands all the same
            with self._reading:
                self._take(self._told(error))

    def _check(self) -> None:
        with self._reading:  # else a change while these are looked at might never be checked
            turn, site, found = self._turn, self._site, self._content
            if self._settings is None or found is None or not self._unchecked.is_set():
                return
            self._unchecked.clear()
        asked = checked(found, lambda: turn == self._turn)
        with self._reading:
            if turn != self._turn:
                raise Outdated
            findings = ranked([*self._imported, *asked])
            if findings != self.findings:  # the page of what wants a human eye lists them
                self._site = preview(self._settings, found, findings, site)
            self._take(findings)

    def keep_checking(self) -> None:
        """Check whatever is shown, one after the other; nobody who waits for a page waits here."""
        while self._unchecked.wait():
            turn = self._turn
            time.sleep(_QUIET)
            if turn == self._turn:
                self.check()

    def _take(self, findings: Sequence[Finding]) -> None:
        new = [finding for finding in findings if finding not in self.findings]
        if findings != self.findings:
            self.findings = findings
            self._announce()
        self._print(new)

    def _print(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            if finding.severity > Severity.NOTE:
                print(finding.said(self._words), file=sys.stderr, flush=True)  # noqa: T201

    def _read(self, changed: Iterable[Path] | None) -> None:
        if self._settings is None or self._turn > 1:  # else they were read just now
            self._settings = settings_of(self._conf)
        settings = self._settings
        project = Project(root=settings.root)
        if changed is None or any(self._imports(project, path) for path in changed):
            self._imported = imported(settings)
        self._content = content.load(project, self._memory)
        self._site = preview(settings, self._content, self.findings, self._site)
        self._announce()  # whoever waits for the page does not wait for the checks

    def _imports(self, project: Project, path: Path) -> bool:
        """Whether a change may bring something to import: a seed, or what became of one."""
        begun = any(path.is_relative_to(place) for place in (project.seeds, project.state))
        return begun or path == self._conf or not path.exists()

    def _announce(self) -> None:
        """Let the pages that are open load again."""
        with self._changed:
            self.version += 1
            self._changed.notify_all()

    def wait(self, version: str) -> str:
        """The version, as soon as it is another one."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.version) != version, _WAIT)
            return str(self.version)

    def answer(self, path: str) -> tuple[HTTPStatus, bytes]:
        """A file of the site with its status, once there is a site; never a traceback."""
        self.wait("0")
        status, data, found = HTTPStatus.OK, None, list[Finding]()
        try:
            data = self._site.file(path) if self._site else None
            if data is None and self._site:
                status, data = HTTPStatus.NOT_FOUND, self._site.file("404.html")
        except Exception as error:  # a fault of a template shows when its page is made
            found = self._told(error)
            self._print(found)
        if data is None:
            status, data = HTTPStatus.INTERNAL_SERVER_ERROR, EMPTY
        # The browser editor saves files: loading it again after each save would lose its place.
        live = is_page(data) and not path.startswith("admin/")
        return status, self._annotated(data, found) if live else data

    def _told(self, error: Exception) -> list[Finding]:
        """An error as findings; of one no check foresaw, what Python says."""
        if isinstance(error, DiglotError):
            return list(error.findings)
        if self._settings and (fault := faults.told(error, self._settings)):
            return [fault]
        what = tell("%(kind)s: %(reason)s", kind=type(error).__name__, reason=error)
        mend = tell("undo the last change; if it was right, this is a fault of Diglot: report it")
        return [Finding(self._conf.name, 0, "serve", what, mend)]

    def _annotated(self, page: bytes, found: Sequence[Finding]) -> bytes:
        """A page with the script that loads it again, and with what is wrong."""
        bad = [f for f in (*found, *self.findings) if f.severity is Severity.ERROR]
        said = (html.escape(finding.said(self._words)) for finding in bad)
        shown = _BANNER % "<br>".join(said) if bad else ""
        extra = shown + _SCRIPT % self.version
        return page.replace(b"</body>", extra.encode() + b"</body>")
