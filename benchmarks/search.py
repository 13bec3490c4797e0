"""How the search does at 10,000 records, and how others do: `python benchmarks/search.py`.

It reports and asserts nothing. Build time, size of the index, bytes that a first search brings
(compressed, everything but the page itself and, apart, with it), time from Enter until the results
are painted in a real Chromium, and recall: which share of the records that hold a phrase are found
by it. The table kept in docs/search.md is its output.

    python benchmarks/search.py [--records 10000] [--corpus FILE.jsonl] [--site FILE.json]
                                [--npm FOLDER]     # where `npm install minisearch pagefind` was run
                                [--keep FOLDER]    # build there, or measure what was built there
                                [--query 段]       # this only
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence, Set
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import search_corpus as corpus
from benchmarks.search_tab import Answer, Tab, serving
from diglot.config import Project
from diglot.languages import SIDES
from diglot.records.content import Content
from diglot.site import build, settings
from diglot.site.entries import prepare
from diglot.site.jobs import Lot
from diglot.site.search import files, tokens
from tests.browser import find_chromium, launch
from tests.site.search_reader import Searcher

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
HARD: Final = (
    "q=的",  # in nearly every record
    "q=公司 汽车 合作 技术 系统 智能 发展 服务 战略 平台",
    "q=the company and its partners signed a strategic agreement on intelligent driving",
    "q=双方将在智能网联汽车和自动驾驶等领域开展深入合作共同推动产业发展",  # none has all of it
    "q=车的&company=co-000&year=2021",
    "company=co-000",
    "year=2021&sort=date",
)
"""What costs most, as addresses of the search page; recall is not measured on it."""
AGAIN: Final = "q=战略合作"
LENGTHS: Final = (1, 2, 3, 4, 6)
"""Han characters of the random phrases that recall is measured on."""
PAGES: Final = {f"{side}/search/index.html" for side in SIDES}


def main(argv: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--site", type=Path, help="names of companies and themes of the corpus")
    parser.add_argument("--npm", type=Path)
    parser.add_argument("--each", type=int, default=12, help="random phrases of each length")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", default="own,minisearch,pagefind")
    parser.add_argument("--query", action="append", help="this only; may be repeated")
    options = parser.parse_args(argv)
    found = corpus.read(options.corpus, options.records) if options.corpus else None
    articles = list(found or corpus.generated(options.records))
    queries = options.query or [*CASES, *_phrases(articles, options.each)]
    asked = {query: _truth(articles, query) for query in queries}
    with tempfile.TemporaryDirectory() as temporary:
        for name in options.only.split(","):
            output = (options.keep or Path(temporary)) / name
            note = output.with_suffix(".txt")
            if not output.exists():
                spent = _build(name, articles, output, options)
                note.write_text(f"{spent}", encoding="utf-8")
            print(f"\n{name}: built in {float(note.read_text('utf-8')):.1f} s, {_size(output)}")
            if chromium := find_chromium():
                with serving(output) as address, launch(chromium) as browser:
                    measure = _Measure(browser, address, name, output)
                    _report(measure, asked, () if options.query or name != "own" else HARD)
            else:
                print("no Chromium: nothing more to measure")


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


def _phrases(articles: Sequence[dict[str, Any]], each: int) -> list[str]:
    """Random phrases of the texts, so many of each length."""
    pick = random.Random("queries")  # noqa: S311
    found: list[str] = []
    for place, length in enumerate(LENGTHS, 1):
        while len(found) < each * place:
            run = pick.choice(tokens.runs(pick.choice(articles)["zh"]["body"]))
            if len(run) >= length:
                at = pick.randint(0, len(run) - length)
                found.append(run[at : at + length])
    return found


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
    records = tuple(map(corpus.record, articles))
    conf = settings.Settings(root=ROOT, output=output, theme=ROOT / "themes" / "desk")
    content = Content(Project(root=ROOT), known, records, ())
    entries = [prepare(record, conf.default_rights) for record in records]
    indexed = made = 0.0
    start = process_time()
    for bundle in build.bundles(conf, content, entries, None, []):
        parts = list(bundle.bundles()) if isinstance(bundle, Lot) else [bundle]
        reached = process_time()
        indexed += reached - start  # what is done before any file is made is the index, nearly all
        for part in parts:
            if part.paths[0] in PAGES or part.paths[0].startswith((files.AT, "static/")):
                for name, data in part.files():
                    _write(output / name, data)
        start = process_time()
        made += start - reached
    print(f"own: fragments {made:.1f} s more")
    return indexed


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


def _size(output: Path) -> str:
    index = [p for p in output.rglob("*") if p.is_file() and "static" not in p.parts]
    return f"{len(index)} files, {sum(path.stat().st_size for path in index) / 1e6:.1f} MB"


def _report(measure: _Measure, asked: dict[str, set[str]], hard: Sequence[str]) -> None:
    recall: dict[str, list[float]] = defaultdict(list)
    for query, truth in asked.items():
        note = measure.first(f"q={quote(query)}")
        slugs, count = measure.found(query)
        right = len(truth & slugs) if len(slugs) == count else min(len(truth), count)
        share = right / len(truth) if truth else 1.0
        recall["cases" if query in CASES else f"{len(query)} characters"].append(share)
        print(f"  {query}: {len(truth)} true, {count - right} more, recall {share:.3f}; {note}")
    for address in hard:
        print(f"  {address}: {measure.first(address)}")
    for kind, shares in recall.items():
        print(f"  recall {kind}: {statistics.mean(shares):.3f}, least {min(shares):.3f}")
    for what, values in measure.taken.items():
        print(f"  {what}: median {statistics.median(values):.0f}, most {max(values):.0f}")


class _Measure:
    """Asks each query in a fresh browser and keeps what that took."""

    def __init__(self, browser: Browser, address: str, name: str, output: Path) -> None:
        self.name = name
        self.taken: dict[str, list[float]] = defaultdict(list)
        self._browser, self._address = browser, address
        self._searcher = Searcher(lambda path: (output / path).read_bytes())
        self._answer = Answer(0, 0)

    def first(self, asked: str) -> str:
        """Ask, and say what the first search of a browser took."""
        for _ in range(2):  # the server compresses what is asked for the first time
            with self._browser.new_context() as context:
                tab = Tab(context.new_page(), self._address, self.name)
                self._answer = tab.ask(asked)
                size, around = tab.index / 1000, tab.all / 1000
                again = tab.ask(AGAIN)
        first = self._answer
        self._take("first search", first, size)
        self._take("next search", again, None)
        self.taken["with the page, its style and script, KB"].append(around)
        return f"{first.clock:.0f} ms, {first.processor:.0f} of the processor, {size:.0f} KB"

    def found(self, query: str) -> tuple[Set[str], int]:
        """Slugs (of others the first 400) and number of all records the last search found."""
        if self.name != "own":
            return self._answer.slugs, self._answer.count
        slugs = self._searcher.slugs(query)
        return slugs, len(slugs)

    def _take(self, what: str, answer: Answer, size: float | None) -> None:
        self.taken[f"{what}, ms by the clock"].append(answer.clock)
        self.taken[f"{what}, ms of the processor"].append(answer.processor)
        if size is not None:
            self.taken[f"{what}, KB"].append(size)


if __name__ == "__main__":
    main(sys.argv[1:])
