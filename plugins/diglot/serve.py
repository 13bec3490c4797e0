"""``diglot serve``: the site on this machine, built again whenever a source changes."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from watchfiles import DefaultFilter, watch

from diglot.pelican import settings_of
from diglot.site.settings import Settings

_CODE: Final = Path(__file__).parent


class _Sources(DefaultFilter):
    """Leaves out what builds write themselves."""

    def __call__(self, change: object, path: str) -> bool:
        return not path.endswith((".pyc", "~", ".swp")) and super().__call__(change, path)  # type: ignore[arg-type]  # any change counts


class _Handler(SimpleHTTPRequestHandler):
    """Static files, never from a cache, with the site's own page for what is not there."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence: the terminal is for findings."""


def watched(settings: Settings, conf: Path) -> list[Path]:
    """What a build reads, as far as it is there: sources, theme, settings file and code."""
    root = settings.root
    paths = (root / "seeds", root / "content", settings.theme.resolve(), conf.resolve(), _CODE)
    return [path for path in paths if path.exists()]


def rebuild(root: Path, conf: Path) -> int:
    """Build in a process of its own, so that changed code counts too; returns the exit status."""
    command = [sys.executable, "-m", "diglot", "build", "--settings", str(conf.resolve())]
    return subprocess.run(command, cwd=root, check=False).returncode


def serve(root: Path, conf: Path, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Build, serve ``OUTPUT_PATH`` and build again on each change, until interrupted.

    Raises:
        SettingsError: a setting is unusable.
        OSError: the port is taken.
    """
    settings = settings_of(conf)
    handler = partial(_Handler, directory=str(settings.output.resolve()))
    with ThreadingHTTPServer((host, port), handler) as server:
        rebuild(root, conf)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Serving http://{host}:{server.server_port}/ — Ctrl-C ends it", flush=True)  # noqa: T201
        for _ in watch(*watched(settings, conf), watch_filter=_Sources(), raise_interrupt=False):
            rebuild(root, conf)
        server.shutdown()
