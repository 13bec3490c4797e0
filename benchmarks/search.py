"""How the search does at 10,000 records, and how others do: `python benchmarks/search.py`.

It reports and asserts nothing. Build time, size of the index, bytes that a first search brings
(compressed, everything but the page itself and, apart, with it), time from Enter until the results
are painted in a real Chromium, and recall: which share of the records that hold a phrase are found
by it. The table kept in docs/search.md is its output.

    python benchmarks/search.py [--records 10000] [--corpus FILE.jsonl] [--site FILE.json]
                                [--npm FOLDER]     # where `npm install minisearch pagefind` was run
                                [--keep FOLDER]    # build there, or measure what was built there
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import search_corpus as corpus
from diglot.site import assets, build, plan, render, settings
from diglot.site.catalog import Catalog
from diglot.site.search import files, tokens
from tests.browser import find_chromium, launch
from tests.site.search_reader import Searcher

ROOT: Final = Path(__file__).parents[1]
CASES: Final = (
    "战略合作",
    "段",
    "无双",
    "AI大模型",
    "5G",
    "戰略合作",
    "signing",
    "strategic agreement",
)
LENGTHS: Final = (1, 2, 3, 4, 6)
"""Han characters of the random phrases that recall is measured on."""
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
TYPES: Final = {"html": "text/html", "js": "text/javascript", "css": "text/css"}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--site", type=Path, help="names of companies and themes of the corpus")
    parser.add_argument("--npm", type=Path)
    parser.add_argument("--each", type=int, default=12, help="random phrases of each length")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", default="own,minisearch,pagefind")
    options = parser.parse_args()
    found = corpus.read(options.corpus, options.records) if options.corpus else None
    articles = list(found or corpus.generated(options.records))
    asked = {query: _truth(articles, query) for query in _queries(articles, options.each)}
    with tempfile.TemporaryDirectory() as temporary:
        for name in options.only.split(","):
            output = (options.keep or Path(temporary)) / name
            note = output.with_suffix(".txt")
            if not output.exists():
                spent = _build(name, articles, output, options)
                note.write_text(f"{spent}", encoding="utf-8")
            _report(name, output, float(note.read_text("utf-8")), asked)


def _build(
    name: str, articles: Sequence[dict[str, Any]], output: Path, options: argparse.Namespace
) -> float:
    """Build what is to be measured; seconds it took."""
    if name != "own" and not (options.npm and shutil.which("node")):
        sys.exit(f"{name} needs node and an --npm folder that holds it; or ask with --only own")
    output.mkdir(parents=True)
    if name == "own":
        return _own(articles, output, options.site)
    return _peer(name, articles, output, options.npm)


def _queries(articles: Sequence[dict[str, Any]], each: int) -> list[str]:
    """The cases of the issue, then random phrases of the texts."""
    pick = random.Random("queries")  # noqa: S311
    found = list(CASES)
    for length in LENGTHS:
        while len(found) < len(CASES) + each * (1 + LENGTHS.index(length)):
            run = pick.choice(tokens.runs(pick.choice(articles)["zh"]["body"]))
            if len(run) >= length:
                at = pick.randint(0, len(run) - length)
                found.append(run[at : at + length])
    return list(dict.fromkeys(found))


def _truth(articles: Sequence[dict[str, Any]], query: str) -> set[str]:
    """Records whose texts hold every run of Han characters and every word of the query."""
    folded = tokens.fold(query)
    runs, stems = tokens.runs(folded), {tokens.stem(word) for word in tokens.words(folded)}
    found = set()
    for article in articles:
        if "folded" not in article:
            parts = (article[s][k] for s in ("zh", "en") for k in ("title", "summary", "body"))
            article["folded"] = tokens.fold("\n".join(parts))
            article["stems"] = set(map(tokens.stem, tokens.words(article["folded"])))
        if stems <= article["stems"] and all(run in article["folded"] for run in runs):
            found.add(article["slug"])
    return found


def _own(articles: Sequence[dict[str, Any]], output: Path, site: Path | None) -> float:
    """Write what a search needs; seconds of the processor for the index alone."""
    names = json.loads(site.read_text("utf-8")) if site else {}
    known = corpus.registry(articles, names.get("companies", {}) | names.get("themes", {}))
    conf = settings.Settings(root=ROOT, output=output, theme=ROOT / "themes" / "desk")
    entries = [corpus.entry(article) for article in articles]
    desks = build._desks(conf, Catalog(known, entries))
    start = process_time()
    made = list(files.files(desks))
    spent = process_time() - start
    for path, make in made:
        _write(output / path, make())
    print(f"own: fragments {process_time() - start - spent:.1f} s more")
    static = assets.assets(conf.theme)
    for asset in static.values():
        _write(output / asset.path, asset.data)
    renderer = render.renderer(
        conf.templates,
        {side: desk.words.catalog for side, desk in desks.items()},
        {side: build._site(conf, desk, static) for side, desk in desks.items()},
    )
    for job in plan.pages(desks, {}):
        if job.path.endswith("/search/"):
            _write(output / job.path / "index.html", renderer.html(*job.make()))
    return spent


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _peer(name: str, articles: Sequence[dict[str, Any]], output: Path, npm: Path) -> float:
    """Have a peer build its index; seconds of the clock."""
    source = output / "corpus.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for article in articles:
            kept = {key: article[key] for key in ("slug", "zh", "en")}
            file.write(json.dumps(kept, ensure_ascii=False) + "\n")
    program = Path(__file__).with_name("search_peers.mjs")
    start = perf_counter()
    command = ["node", "--max-old-space-size=12000", program, name, source, output, npm.resolve()]
    subprocess.run(command, check=True)
    spent = perf_counter() - start
    source.unlink()
    return spent


def _report(name: str, output: Path, spent: float, asked: dict[str, set[str]]) -> None:
    index = [p for p in output.rglob("*") if p.is_file() and "static" not in p.parts]
    size = sum(path.stat().st_size for path in index) / 1e6
    print(f"\n{name}: built in {spent:.1f} s, {len(index)} files, {size:.1f} MB")
    chromium = find_chromium()
    if chromium is None:
        print("no Chromium: nothing more to measure")
        return
    searcher = Searcher(lambda path: (output / path).read_bytes()) if name == "own" else None
    recall: dict[int, list[float]] = {}
    first, again, busy, bytes_, around = [], [], [], [], []
    with serving(output) as address, launch(chromium) as browser:
        for place, (query, truth) in enumerate(asked.items()):
            with browser.new_context() as context:  # the server compresses what is asked for
                _ask(context.new_page(), address, name, query)
            context = browser.new_context()
            page = context.new_page()
            taken = _Bytes(page)
            milliseconds, slugs, count = _ask(page, address, name, query)
            if searcher:
                slugs = searcher.slugs(query)
                count = len(slugs)
            whole = len(slugs) == count
            right = len(truth & slugs) if whole else min(len(truth), count)
            share = right / len(truth) if truth else 1.0
            recall.setdefault(-1 if place < len(CASES) else len(query), []).append(share)
            first.append(milliseconds)
            busy.append(taken.busy())
            bytes_.append(taken.index)
            around.append(taken.all)
            again.append(_ask(page, address, name, CASES[0] + " ", same=True)[0])
            if place < len(CASES):
                note = f"{milliseconds:5.0f} ms {bytes_[-1] / 1000:5.0f} KB  recall {share:.3f}"
                print(f"  {query:<22}{len(truth):6} true {count - right:5} more {note}")
            context.close()
    for length, shares in sorted(recall.items()):
        of = "cases" if length < 0 else f"{length} Han"
        print(f"  recall {of:<8}{statistics.mean(shares):.3f}  least {min(shares):.3f}")
    print(f"  first search: median {statistics.median(first):.0f} ms, most {max(first):.0f} ms")
    print(f"  page and first search keep the processor busy {statistics.median(busy):.0f} ms")
    print(f"  next search:  median {statistics.median(again):.0f} ms, most {max(again):.0f} ms")
    kb = [value / 1000 for value in bytes_]
    print(f"  first search: median {statistics.median(kb):.0f} KB, most {max(kb):.0f} KB")
    print(f"  with the page, its style and script: most {max(around) / 1000:.0f} KB")


class _Bytes:
    """Compressed bytes a tab has received."""

    def __init__(self, page: Any) -> None:
        self.index = self.all = 0
        self._urls: dict[str, str] = {}
        session = self._session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._done)

    def busy(self) -> float:
        """Milliseconds the tab's main thread has had of a processor."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(m["value"]) for m in metrics if m["name"] == "TaskDuration")

    def _sent(self, event: dict[str, Any]) -> None:
        self._urls[event["requestId"]] = event["request"]["url"]

    def _done(self, event: dict[str, Any]) -> None:
        size = event["encodedDataLength"]
        url = self._urls.get(event["requestId"], "")
        self.all += size
        self.index += size if not url.partition("?")[0].endswith(("/", "css", "svg")) else 0


def _ask(
    page: Any, address: str, name: str, query: str, *, same: bool = False
) -> tuple[float, set[str], int]:
    """Milliseconds until the first results stand; slugs (the first 400) and number of all found."""
    if name == "own":
        if not same:
            page.add_init_script(PAINTED)
            page.goto(f"{address}zh/search/")
            page.wait_for_load_state("networkidle")
        page.fill("#q", query)
        page.press("#q", "Enter")
        page.wait_for_function("self.painted", polling=100)
        return float(page.evaluate("self.painted")), set(), 0
    if not same:
        page.goto(address)
        page.wait_for_function("window.ready")
    took, slugs, count = page.evaluate("query => window.ask(query)", query)
    return float(took), set(slugs), int(count)


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


if __name__ == "__main__":
    main()
