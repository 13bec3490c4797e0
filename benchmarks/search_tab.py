"""A real Chromium that searches, and the server it asks, for measuring the search."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

TYPES: Final = {"html": "text/html", "js": "text/javascript", "css": "text/css"}
PAINTED: Final = """
addEventListener("submit", () => {
  const begun = performance.now();
  self.painted = 0;
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (self.painted = performance.now() - begun)));
  }).observe(document.querySelector("form[data-index]"), { attributeFilter: ["data-took"] });
}, true);
"""
"""Takes the time from a search to the frame that shows its results."""
FILLED: Final = """(asked) => {
  const { elements } = document.querySelector("form[data-index]");
  for (const name of ["q", "company", "theme", "year", "original", "state", "sort"]) {
    const field = elements[name], value = asked[name] ?? (name === "sort" ? "relevance" : "");
    if (field.options && value && ![...field.options].some((one) => one.value === value)) {
      field.add(new Option(value, value));
    }
    field.value = value;
  }
}"""
"""Fills the form in as the page itself does for such an address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search gave and took."""

    clock: float
    """Milliseconds from Enter until the first results are painted."""
    processor: float
    """Milliseconds of a processor the tab's main thread had meanwhile."""
    slugs: frozenset[str] = frozenset()
    """Records found, the first 400; of this index none."""
    count: int = 0
    """How many were found."""


class Tab:
    """A tab of a fresh browser, for one way to search, and the compressed bytes it receives."""

    def __init__(self, page: Any, address: str, name: str) -> None:
        self.index = self.all = 0
        self._page, self._name = page, name
        self._urls: dict[str, str] = {}
        session = self._session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._done)
        page.add_init_script(PAINTED)
        page.goto(f"{address}zh/search/" if name == "own" else address)
        page.wait_for_load_state("networkidle")

    def ask(self, asked: str) -> Answer:
        """Ask as the address of the search page does: ``q=5G&year=2021``."""
        fields = dict(parse_qsl(asked))
        if self._name != "own":
            self._page.wait_for_function("window.ready")
            took, slugs, count = self._page.evaluate("query => window.ask(query)", fields["q"])
            return Answer(took, 0, frozenset(slugs), count)
        self._page.evaluate(FILLED, fields)
        before = self._busy()
        self._page.press("#q", "Enter")
        self._page.wait_for_function("self.painted", polling=100)
        return Answer(self._page.evaluate("self.painted"), self._busy() - before)

    def _busy(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(m["value"]) for m in metrics if m["name"] == "TaskDuration")

    def _sent(self, event: dict[str, Any]) -> None:
        self._urls[event["requestId"]] = event["request"]["url"]

    def _done(self, event: dict[str, Any]) -> None:
        size = event["encodedDataLength"]
        url = self._urls.get(event["requestId"], "")
        self.all += size
        self.index += size if not url.partition("?")[0].endswith(("/", "css", "svg")) else 0


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback as a static host would, compressed; each file once."""

    @cache
    def compressed(path: Path) -> bytes:
        return gzip.compress(path.read_bytes(), 6, mtime=0)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        wbufsize = 1 << 16  # head and body of an answer leave together

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            path = folder / self.path.partition("?")[0].lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            data = compressed(path) if path.is_file() else b""
            self.send_response(200 if data else 404)
            kind = TYPES.get(path.suffix[1:], "application/octet-stream")
            for key, value in (("Content-Type", kind), ("Content-Length", str(len(data)))):
                self.send_header(key, value)
            if data:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(data)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
