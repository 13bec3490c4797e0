"""``diglot serve``: the site on this machine, new in the browser after every change.

Files are made when they are asked for (`site.preview`). Pages carry a script that loads them again
after a change; what is wrong is printed, and shown on each page until it is mended. Changed code
of Diglot itself starts the server anew.
"""

from __future__ import annotations

import html
import mimetypes
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from watchfiles import DefaultFilter, watch

from diglot.check import check
from diglot.config import ImportMode, Project
from diglot.i18n.said import spoken, translate
from diglot.pelican import settings_of
from diglot.problems import DiglotError, Finding, Severity, tell
from diglot.records import content, importer, store
from diglot.site import faults
from diglot.site.preview import Preview, preview
from diglot.site.settings import Settings

_CODE: Final = Path(__file__).parent
_THEMES: Final = _CODE / "themes"
"""The theme that comes with it: beside the code, but read anew like any other."""
NEWS: Final = "/.diglot/version"
"""Answers with the number of the site's version, once it is another than the one asked with."""
_WAIT: Final = 25.0
"""Seconds after which it answers in any case."""
_PATIENCE: Final = 200
"""Milliseconds after which the watcher gives no changes rather than none yet."""
_SCRIPT: Final = f"""<script>
(async () => {{
  for (let version = "%s";;) {{
    const answer = await fetch("{NEWS}?" + version).catch(() => null);
    if (!answer) await new Promise((later) => setTimeout(later, 500));
    else if ((await answer.text()) !== version) return location.reload();
  }}
}})();
</script>"""
_EMPTY: Final = b"<!DOCTYPE html>\n<title>Diglot</title>\n<body></body>"
_BANNER: Final = """<div role="alert" style="position:fixed;inset:auto 0 0;z-index:9;
max-height:40vh;overflow:auto;padding:.6rem 1rem;background:#15181c;color:#fdfdfc;
font:14px/1.5 monospace">%s</div>"""


class _Sources(DefaultFilter):
    """Leaves out what builds write themselves."""

    def __call__(self, change: object, path: str) -> bool:
        return not path.endswith((".pyc", "~", ".swp")) and super().__call__(change, path)  # type: ignore[arg-type]  # any change counts


class Desk:
    """The site as it is now, and what is wrong with it."""

    def __init__(self, conf: Path) -> None:
        self._conf = conf
        self._words = translate(spoken(os.environ))
        self._changed = threading.Condition()
        self._settings: Settings | None = None
        self._site: Preview | None = None
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

    def refresh(self) -> None:
        """Read everything again; what cannot be read leaves the site as it was."""
        try:
            findings = self._read()
        except Exception as error:  # whatever is edited: a record, a template, the settings
            findings = self._told(error)
        new = [finding for finding in findings if finding not in self.findings]
        if findings != self.findings:
            self.findings = findings
            self._tell()
        self._print(new)

    def _print(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            if finding.severity > Severity.NOTE:
                print(finding.said(self._words), file=sys.stderr, flush=True)  # noqa: T201

    def _read(self) -> list[Finding]:
        self._settings = settings = settings_of(self._conf)
        project = Project(root=settings.root)
        mode: ImportMode = "on" if settings.import_seeds else "off"
        report = importer.import_seeds(project, mode)
        for slug in report.created:
            print(f"Diglot: imported {slug}", flush=True)  # noqa: T201
        found = content.load(project, self._memory)
        self._site = preview(settings, found, self.findings, self._site)
        self._tell()  # whoever waits for the page does not wait for the checks
        findings = sorted({*report.findings, *check(found)})
        if findings != self.findings:  # the page of what wants a human eye lists them
            self._site = preview(settings, found, findings, self._site)
        return findings

    def _tell(self) -> None:
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
            status, data = HTTPStatus.INTERNAL_SERVER_ERROR, _EMPTY
        # The browser editor saves files: loading it again after each save would lose its place.
        live = data.startswith(_EMPTY[:15]) and not path.startswith("admin/")
        return status, self._live(data, found) if live else data

    def _told(self, error: Exception) -> list[Finding]:
        """An error as findings; of one no check foresaw, what Python says."""
        if isinstance(error, DiglotError):
            return list(error.findings)
        if self._settings and (fault := faults.told(error, self._settings)):
            return [fault]
        what = tell("%(kind)s: %(reason)s", kind=type(error).__name__, reason=error)
        mend = tell("undo the last change; if it was right, this is a fault of Diglot: report it")
        return [Finding(self._conf.name, 0, "serve", what, mend)]

    def _live(self, page: bytes, found: Sequence[Finding]) -> bytes:
        """A page with the script that loads it again, and with what is wrong."""
        bad = [f for f in (*found, *self.findings) if f.severity is Severity.ERROR]
        said = (html.escape(finding.said(self._words)) for finding in bad)
        shown = _BANNER % "<br>".join(said) if bad else ""
        extra = shown + _SCRIPT % self.version
        return page.replace(b"</body>", extra.encode() + b"</body>")


class _Handler(BaseHTTPRequestHandler):
    """Answers from the desk, never from a cache."""

    def __init__(self, *args: object, desk: Desk) -> None:
        self.desk = desk
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page, a file, or the news of a change."""
        url = urlsplit(self.path)
        if url.path == NEWS:
            self._send(HTTPStatus.OK, self.desk.wait(url.query).encode(), "text/plain")
            return
        path = unquote(url.path).lstrip("/")
        status, data = self.desk.answer(path)
        kind = "text/html" if data.startswith(_EMPTY[:15]) else mimetypes.guess_type(path)[0]
        self._send(status, data, kind or "application/octet-stream")

    do_HEAD = do_GET  # the name is http.server's

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith("xml") else ""
        self.send_response(status)
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Silence: the terminal is for findings."""


def watched(settings: Settings, conf: Path) -> list[Path]:
    """What the site is made of, as far as it is there: sources, theme, settings file and code."""
    root = settings.root
    paths = (root / "seeds", root / "content", settings.theme.resolve(), conf.resolve(), _CODE)
    return [path for path in paths if path.exists()]


def serve(root: Path, conf: Path, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the site and follow every change of what it is made of, until interrupted.

    Raises:
        SettingsError: a setting is unusable.
        OSError: the port is taken.
    """
    settings = settings_of(conf)
    desk = Desk(conf)
    with ThreadingHTTPServer((host, port), partial(_Handler, desk=desk)) as server:
        changes = _changes(watched(settings, conf))
        next(changes, None)  # watched before it is read, so that no change falls between the two
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Serving http://{host}:{server.server_port}/ — Ctrl-C ends it", flush=True)  # noqa: T201
        desk.refresh()
        stale = False
        for paths in filter(None, changes):
            stale = stale or any(map(starts_anew, paths))
            if stale and desk.readable():
                os.execv(sys.executable, [sys.executable, "-m", "diglot", *sys.argv[1:]])  # noqa: S606
            desk.refresh()
        server.shutdown()


def starts_anew(path: Path) -> bool:
    """Whether a changed file is code of Diglot itself, which a running server does not see."""
    return path.is_relative_to(_CODE) and not path.is_relative_to(_THEMES)


def _changes(places: Sequence[Path]) -> Iterator[list[Path]]:
    """What has changed since it was last asked; now and then nothing. Ends when interrupted."""
    for changes in watch(
        *places,
        watch_filter=_Sources(),
        raise_interrupt=False,
        debounce=100,
        rust_timeout=_PATIENCE,
        yield_on_timeout=True,
    ):
        yield [Path(path) for _, path in changes]
