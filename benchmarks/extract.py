"""How fast extraction is: `make bench-extract`. It reports and asserts nothing.

Times are of the processor, not of the clock, and of one core; on a busy machine they are longer, so
compare the ratios (shares, growth) and figures of one run with each other only. The corpus is the
development articles over and over; speed is stated for articles of 3 KB.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import wraps
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any, Final

from diglot.config import Project
from diglot.facts import extract as facts
from diglot.problems import SeedError
from diglot.records import reading, registry
from diglot.records.reading import Reader, Seed
from diglot.text import clean

ROOT: Final = Path(__file__).parents[1]
TEXTS: Final = ROOT / "tests" / "eval" / "dev"
KB: Final = 1024
ARTICLE: Final = 3 * KB
"""Bytes of the article that speed is stated for."""
ROUNDS: Final = 5
STAGES: Final[Sequence[tuple[str, ModuleType, Sequence[str]]]] = (
    ("repair", clean, ("decode", "repair", "unwrap", "narrow")),
    ("chrome", clean, ("part", "_strip", "_heads")),
    ("structure", clean, ("split_headings", "separate", "tidy", "blocks", "detect")),
    ("facts", reading, ("extract",)),
)
"""Stage, the module that calls it, and the functions it is made of."""
FACTS: Final = ("metadata", "companies", "dates", "deals", "people", "places", "themes")
"""Parts of the last stage: each a module with one function that does its work."""


def main(argv: Sequence[str]) -> None:
    """Print the figures; with a number, only read so many articles and print the peak memory."""
    corpus = [Seed(path.name, path.read_bytes()) for path in sorted(TEXTS.glob("*.txt"))]
    if argv:
        print(_memory(corpus, int(argv[0])))
        return
    reader = _reader()
    _read_all(reader, corpus)  # compiles the patterns
    _speed(reader, corpus)
    _growth(reader, corpus)
    _startup()
    few, many = (int(_child(__file__, str(n))) for n in (100, 1000))
    print(f"memory     {few} MB for 100 articles, {many} MB for 1,000: {many / few:.2f} times")


def _reader() -> Reader:
    reader = Reader(registry.load(Project(root=ROOT).content)[0])
    reader.gazetteer.forms()
    return reader


def _read_all(reader: Reader, seeds: Sequence[Seed]) -> float:
    """Seconds to read the articles."""
    start = process_time()
    for seed in seeds:
        try:
            reader.read(seed)
        except SeedError as error:
            print(*error.findings, sep="\n", file=sys.stderr)
    return process_time() - start


def _speed(reader: Reader, corpus: Sequence[Seed]) -> None:
    size = sum(len(seed.data) for seed in corpus)
    seconds = min(_read_all(reader, corpus) for _ in range(ROUNDS))
    each = seconds * ARTICLE / size
    print(f"speed      {1 / each:.0f} articles of 3 KB a second, {each * 1000:.1f} ms each")
    print(f"           (corpus: {len(corpus)} articles of {size / len(corpus) / KB:.1f} KB)")
    spent: dict[str, float] = defaultdict(float)
    for stage, module, names in STAGES:
        for name in names:
            _time(module, name, stage, spent)
    for part in FACTS:
        module = getattr(facts, part)
        _time(module, "read" if part == "metadata" else "find", part, spent)
    total = sum(_read_all(reader, corpus) for _ in range(ROUNDS))
    for stage in (*(stage for stage, *_ in STAGES), *FACTS):
        indent = "  " if stage in FACTS else ""
        print(f"  {indent}{stage:<12}{spent[stage] / total:6.0%}")


def _time(module: Any, name: str, stage: str, spent: dict[str, float]) -> None:
    """Have a function of a module add the seconds it takes to those of its stage."""
    inner: Callable[..., Any] = getattr(module, name)

    @wraps(inner)
    def timed(*args: Any, **named: Any) -> Any:
        start = process_time()
        try:
            return inner(*args, **named)
        finally:
            spent[stage] += process_time() - start

    setattr(module, name, timed)


def _growth(reader: Reader, corpus: Sequence[Seed]) -> None:
    """How the time grows with the length of a page of many short lines, and of one long one."""
    lines = [line for seed in corpus for line in seed.data.decode(errors="replace").splitlines()]
    pages = {"short lines": ([line[:40] for line in lines], "\n"), "one line": (lines, " ")}
    for name, (parts, joint) in pages.items():
        data = joint.join(parts).encode()[: 64 * KB].decode(errors="ignore").encode()
        longer = _read_all(reader, [Seed(name, joint.encode().join([data] * 4))])
        short = _read_all(reader, [Seed(name, data)])
        print(f"growth     {name}: 64 KB {short:.2f} s, 256 KB {longer / short:.1f} times as long")


def _startup() -> None:
    """Processor seconds of `diglot extract` on the smallest article, without and with the cache."""
    smallest = min(TEXTS.glob("*.txt"), key=lambda path: path.stat().st_size)
    with tempfile.TemporaryDirectory() as root:
        (Path(root) / "content").symlink_to(ROOT / "content")
        for state in ("first time", "then"):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            _child("-m", "diglot", "--root", root, "extract", str(smallest))
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
            print(f"start-up   {state} {seconds:.2f} s, one article included")


def _child(*arguments: str) -> str:
    """What a Python process prints; findings about content/ may make its exit status 1."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True).stdout


def _memory(corpus: Sequence[Seed], count: int) -> int:
    """Peak memory in MB of a process that reads so many articles one after the other."""
    _read_all(_reader(), list(islice(cycle(corpus), count)))
    unit = KB * KB if sys.platform == "darwin" else KB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


if __name__ == "__main__":
    main(sys.argv[1:])
