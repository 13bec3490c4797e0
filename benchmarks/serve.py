"""How soon `diglot serve` shows a change: `make bench-serve`. It reports and asserts nothing.

The corpus is that of `check.py`, 500 records unless the first argument says how many; a second one
is the number of rounds. One file of each sort is saved, and the page it shows on is loaded again
whenever the server has news, as an open page does by itself: from the save to the last byte of the
new page. What a browser draws is not measured.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Final
from urllib.parse import urljoin

from check import ROOT, corpus

from diglot.live import NEWS
from diglot.records import store

ROUNDS: Final = 5
PATIENCE: Final = 120.0
"""Seconds after which a page is taken never to become new."""
SEED: Final = "Marker {0} signs\n\nOn March 3, 2026, Marker {0} Ltd signed with Tencent.\n"


def main(argv: Sequence[str]) -> None:
    """Print the figures for so many records, of so many rounds."""
    number, rounds = (*map(int, argv), *(500, ROUNDS)[len(argv) :])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        corpus(root, number)
        shutil.copytree(ROOT / "themes", root / "themes")
        shutil.copy(ROOT / "pelican.conf.py", root)
        print(f"corpus     {number} records", flush=True)
        with _served(root) as address:
            for name, path, page, old, new in _changes(root):
                times = [_new(address + page, path, old, new, n) for n in range(rounds)]
                shown = ", ".join(f"{one:.2f}" for one in times)
                print(f"{name:<10} {min(times):.2f} s at best ({shown})", flush=True)


@contextmanager
def _served(root: Path) -> Iterator[str]:
    """The address of a server of the project, as soon as it says it."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "SITEURL": ""}
    command = [sys.executable, "-m", "diglot", "--root", str(root), "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env
    ) as process:
        try:
            assert process.stdout  # noqa: S101  # it is a pipe
            lines = (re.search(r"http://[\d.:]+", line) for line in process.stdout)
            yield next(found[0] for found in lines if found) + "/"
        finally:
            process.terminate()


def _changes(root: Path) -> Iterator[tuple[str, Path, str, str, str]]:
    """What is saved: its sort, its file, the page it shows on, what gives way there to what."""
    article = next(iter(sorted((root / "content" / "articles").glob("*.zh.md"))))
    slug, theme = article.name.split(".")[0], root / "themes" / "desk"
    company = _company(root)
    template, style = theme / "templates" / "about.html", theme / "static" / "style.css"
    site = "website: https://marker{0}.example"
    yield "record", article, f"zh/articles/{slug}/", r"\Z", "\n\nMarker {0}.\n"
    yield "registry", company, f"en/companies/{company.stem}/", "website: .*", site
    marked = "<p>Marker {0}.</p>\n{{% endblock %}}\n"
    yield "template", template, "en/about/", r"\{% endblock %\}\s*\Z", marked
    yield "style", style, "en/about/", r"\Z", "\n.marker{0} {{ color: red }}\n"
    yield "seed", root / "seeds" / "new{0}.txt", "en/articles/", r"\Z", SEED


def _company(root: Path) -> Path:
    """The file of a company that has a page, as a record names it, and a website to change."""
    records = store.load_all(root / "content").records
    ids = sorted({company.id for record in records for company in record.article.companies})
    paths = (root / "content" / "companies" / f"{id_}.yml" for id_ in ids)
    return next(path for path in paths if "website: " in path.read_text("utf-8"))


def _new(url: str, path: Path, old: str, new: str, number: int) -> float:
    """Seconds from saving a file to its page being new, for a browser that has it open."""
    news = urljoin(url, NEWS)
    before, version = _plain(_get(url)), _get(news)
    path = path.with_name(path.name.format(number))
    text = path.read_text("utf-8") if path.is_file() else ""
    text = re.sub(old, new.format(number), text, count=1)
    start = perf_counter()
    path.write_text(text, encoding="utf-8")
    while _plain(_get(url)) == before:
        if perf_counter() - start > PATIENCE:
            sys.exit(f"{path.name}: the page is not new after {PATIENCE:.0f} s")
        version = _get(f"{news}?{version}")  # answers when there is news
    return perf_counter() - start


def _plain(page: str) -> str:
    """A page without the number its script knows it by."""
    return re.sub(r'version = "\d+"', "", page)


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310  # our own server
            return str(answer.read().decode())
    except urllib.error.HTTPError as refusal:
        return refusal.read().decode()


if __name__ == "__main__":
    main(sys.argv[1:])
