"""``diglot serve``: the site on this machine, new in the browser after every change.

Files are made when they are asked for (`site.preview`). Pages carry a script that loads them again
after a change; what is wrong is printed, and shown on each page until it is mended. Changed code
of Diglot itself starts the server anew.
"""

from __future__ import annotations

import mimetypes
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from watchfiles import DefaultFilter, watch

from diglot.live import NEWS, LiveSite, is_page
from diglot.pelican import settings_of
from diglot.site.settings import Settings

_CODE: Final = Path(__file__).parent
_THEMES: Final = _CODE / "themes"
"""The theme that comes with it: beside the code, but read anew like any other."""
_PATIENCE: Final = 200
"""Milliseconds after which the watcher gives no changes rather than none yet."""


class _Sources(DefaultFilter):
    """Leaves out what builds write themselves."""

    def __call__(self, change: object, path: str) -> bool:
        return not path.endswith((".pyc", "~", ".swp")) and super().__call__(change, path)  # type: ignore[arg-type]  # any change counts


class _Handler(BaseHTTPRequestHandler):
    """Answers with the site as it is now, never from a cache."""

    def __init__(self, *args: object, site: LiveSite) -> None:
        self.site = site
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page, a file, or the news of a change."""
        url = urlsplit(self.path)
        if url.path == NEWS:
            with suppress(ConnectionError):  # the page that asked may be gone
                self._send(HTTPStatus.OK, self.site.wait(url.query).encode(), "text/plain")
            return
        path = unquote(url.path).lstrip("/")
        status, data = self.site.answer(path)
        kind = "text/html" if is_page(data) else mimetypes.guess_type(path)[0]
        with suppress(ConnectionError):  # the browser went on to another page meanwhile
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
    site = LiveSite(conf, settings)
    with ThreadingHTTPServer((host, port), partial(_Handler, site=site)) as server:
        changes = _changes(watched(settings, conf))
        next(changes, None)  # watched before it is read, so that no change falls between the two
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Serving http://{host}:{server.server_port}/ — Ctrl-C ends it", flush=True)  # noqa: T201
        site.show()
        threading.Thread(target=site.keep_checking, daemon=True).start()
        stale = False
        for paths in filter(None, changes):
            stale = stale or any(map(starts_anew, paths))
            if stale and site.readable():
                os.execv(sys.executable, [sys.executable, "-m", "diglot", *sys.argv[1:]])  # noqa: S606
            site.show(paths)
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
