"""How fast extraction is: `make bench-extract`. It reports and asserts nothing.

`python benchmarks/extract.py --quick` reads one article, to see that it runs.

Times are of the processor, not of the clock, and of one core; on a busy machine they are longer, so
compare the ratios (shares, growth) and figures of one run with each other only. The build of the
interpreter counts: Debian's 3.11 was measured a sixth faster than pyenv's, built without options.
The corpus is the longest of the evaluation's articles, as many as have 3 KB on average; speed is
that after start-up.

Start-up is all up to the moment when a reader waits for its first text: the interpreter and the
modules, the registry, the index of its names. It is measured in processes of their own, the first
without any cache (`.cache/diglot/`, compiled modules), the others with what that one left behind.
The patterns a text gives cause for are compiled when it is read, so the first one takes longer;
its surplus is printed beside.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import wraps
from itertools import accumulate, cycle, islice
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
EVALUATION: Final = ROOT / "tests" / "eval"
TEXTS: Final = ("dev", "seeds", "nasty")
KB: Final = 1024
ARTICLE: Final = 3 * KB
"""Mean bytes of the articles that speed is stated for."""
ROUNDS: Final = 5
STAGES: Final[Sequence[tuple[str, ModuleType, Sequence[str]]]] = (
    ("repair", clean, ("decode", "repair", "unwrap", "narrow")),
    ("chrome", clean, ("part", "_strip", "_heads")),
    ("structure", clean, ("split_headings", "separate", "tidy", "blocks", "detect")),
    ("facts", reading, ("extract",)),
    ("  sentences", facts, ("read", "read_line")),
    ("  metadata", facts.metadata, ("read",)),
    ("  companies", facts.companies, ("find",)),
    ("  dates", facts.dates, ("find", "events", "distinct")),
    ("  deals", facts.deals, ("find",)),
    ("  people", facts.people, ("find",)),
    ("  places", facts.places, ("find",)),
    ("  themes", facts.themes, ("find",)),
    ("  summary", facts.summary, ("title", "summary")),
    ("  record", facts, ("_mentions", "_deal")),
)
"""Stage (indented: part of the one before), the module that calls it or that it is, and the
functions it is made of. What no stage has is the rest, within `facts` and in all."""


def main(argv: Sequence[str]) -> None:
    """Print the figures; what the arguments ask for is for processes of its own."""
    corpus = _articles()
    match argv:
        case ["--memory", count]:
            print(_memory(corpus, int(count)))
        case ["--start", root]:
            print(*_phases(Path(root), corpus[-1]))
        case ["--quick"]:
            _report(corpus[:1], 1, (1, 2))
        case _:
            _report(corpus, ROUNDS, (100, 1000))


def _articles() -> list[Seed]:
    """The longest texts, as many as have the mean size."""
    paths = sorted(path for name in TEXTS for path in (EVALUATION / name).glob("*.txt"))
    seeds = sorted((Seed(p.name, p.read_bytes()) for p in paths), key=_size, reverse=True)
    sums = accumulate(map(_size, seeds))
    count = sum(one >= n * ARTICLE for n, one in enumerate(sums, 1))
    return seeds[:count]


def _size(seed: Seed) -> int:
    return len(seed.data)


def _report(corpus: Sequence[Seed], rounds: int, kept: tuple[int, int]) -> None:
    print(f"python     {sys.version}")
    _startup(rounds)
    reader = _reader()
    _read_all(reader, corpus)  # compiles the patterns
    _speed(reader, corpus, rounds)
    _growth(reader, corpus)
    few, many = (int(_child("--memory", str(n))) for n in kept)
    told = f"{few} MB for {kept[0]:,} articles, {many} MB for {kept[1]:,}"
    print(f"memory     {told}: {many / few:.2f} times")


def _reader(root: Path = ROOT) -> Reader:
    reader = Reader(registry.load(Project(root=root).content)[0])
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


def _speed(reader: Reader, corpus: Sequence[Seed], rounds: int) -> None:
    each = min(_read_all(reader, corpus) for _ in range(rounds)) / len(corpus)
    size = sum(map(_size, corpus)) / len(corpus) / KB
    print(f"speed      {1 / each:.0f} articles a second, {each * 1000:.1f} ms each")
    print(f"           (corpus: {len(corpus)} articles of {size:.2f} KB)")
    spent: dict[str, float] = defaultdict(float)
    for stage, module, names in STAGES:
        for name in names:
            _time(module, name, stage, spent)
    total = sum(_read_all(reader, corpus) for _ in range(rounds))
    inner = sum(spent[stage] for stage, *_ in STAGES if stage.startswith(" "))
    spent["  the rest"] = spent["facts"] - inner
    outer = sum(spent[stage] for stage, *_ in STAGES if not stage.startswith(" "))
    spent["the rest"] = total - outer
    for stage in (*(stage for stage, *_ in STAGES), "  the rest", "the rest"):
        share = spent[stage] / total
        print(f"  {stage:<14}{share:6.0%}{share * each * 1000:7.2f} ms")


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


def _startup(rounds: int) -> None:
    """Processor seconds until texts can be read, and the surplus of the first text."""
    with tempfile.TemporaryDirectory() as root:
        (Path(root) / "content").symlink_to(ROOT / "content")
        runs = [_child("--start", root, pycache=root).split() for _ in range(1 + rounds)]
    first, *others = ([float(seconds) for seconds in run] for run in runs)
    for name, of in (("first time", first), ("then", min(others, key=lambda run: sum(run[:3])))):
        shares = "modules {:.2f}, registry {:.2f}, names {:.2f}; first text {:.2f} more".format(*of)
        print(f"start-up   {name} {sum(of[:3]):.2f} s: {shares}")


def _phases(root: Path, seed: Seed) -> list[float]:
    """Seconds for modules (since the process began), registry, names, and the first text."""
    marks = [process_time()]
    reader = Reader(registry.load(Project(root=root).content)[0])
    marks.append(process_time())
    reader.gazetteer.forms()
    marks.append(process_time())
    first, second = (_read_all(reader, [seed]) for _ in range(2))
    return [marks[0], marks[1] - marks[0], marks[2] - marks[1], first - second]


def _child(*arguments: str, pycache: str | None = None) -> str:
    """What this program prints with these arguments."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    if pycache:
        env |= {"PYTHONPYCACHEPREFIX": pycache, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=env).stdout


def _memory(corpus: Sequence[Seed], count: int) -> int:
    """Peak memory in MB of a process that reads so many articles one after the other."""
    _read_all(_reader(), list(islice(cycle(corpus), count)))
    unit = KB * KB if sys.platform == "darwin" else KB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


if __name__ == "__main__":
    main(sys.argv[1:])
